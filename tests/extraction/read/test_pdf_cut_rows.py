"""Rows of a PDF that a page break cut in two are one: names, codes and amounts, below a header or not."""

from __future__ import annotations

import pytest
from paper import Paper
from pdf_reading import drawn, grids, table


def test_row_cut_by_a_page_break_is_one_row() -> None:
    def draw(paper: Paper) -> None:
        table(paper, [("七、文化", ""), ("八、社会保障和就", "1,608.51")], widths=(80, 90), top=780)
        paper.new_page()
        table(paper, [("业支出", ""), ("九、卫生健康支出", "2.00")], widths=(80, 90))

    assert grids(drawn(draw)) == [
        [("七、文化", ""), ("八、社会保障和就业支出", "1,608.51")],
        [("九、卫生健康支出", "2.00")],
    ]


def test_a_page_with_nothing_but_the_rest_of_a_row_is_of_that_row() -> None:
    def draw(paper: Paper) -> None:
        table(paper, [("名称", "合计"), ("长风区工程建设管理", "12.50")], widths=(89, 90))
        paper.new_page()
        table(paper, [("服务中心", "")], widths=(89, 90), top=60)
        paper.new_page()
        table(paper, [("长风区图书馆", "3.00")], widths=(89, 90), top=60)

    content = drawn(draw)
    assert [row for grid in grids(content) for row in grid] == [
        ("名称", "合计"),
        ("长风区工程建设管理服务中心", "12.50"),
        ("长风区图书馆", "3.00"),
    ]


def test_words_that_break_at_a_digit_go_on_where_others_of_their_row_do() -> None:
    def draw(paper: Paper) -> None:
        table(
            paper,
            [("项目", "金额", "指标"), ("长风区水系连通与整治", "12.50", "新建闸门数量不少于1")],
            widths=(98, 60, 94),
        )
        paper.new_page()
        table(paper, [("工程", "", "2座，满意"), ("图书采购", "3.00", "册数")], widths=(98, 60, 94), top=60)

    assert [row for grid in grids(drawn(draw)) for row in grid] == [
        ("项目", "金额", "指标"),
        ("长风区水系连通与整治工程", "12.50", "新建闸门数量不少于12座，满意"),
        ("图书采购", "3.00", "册数"),
    ]


def test_codes_and_amounts_that_a_page_break_cuts_are_one() -> None:
    def draw(paper: Paper) -> None:
        table(paper, [("编码", "名称", "合计"), ("220010", "海洋观", "10,185,600.0")], widths=(38, 38, 56))
        paper.new_page()
        table(paper, [("1", "测", "0"), ("2200102", "气象", "63.00")], widths=(38, 38, 56), top=60)

    assert [row for grid in grids(drawn(draw)) for row in grid] == [
        ("编码", "名称", "合计"),
        ("2200101", "海洋观测", "10,185,600.00"),
        ("2200102", "气象", "63.00"),
    ]


def test_a_code_that_is_cut_behind_a_whole_one_is_one_also_below_numbers_of_columns() -> None:
    header = [("编码", "名称", "合计"), ("1", "2", "3")]

    def draw(paper: Paper) -> None:
        table(
            paper, [*header, ("22001", "海洋事务", "63.00"), ("22001", "海洋观", "10,185,600.0")], widths=(30, 42, 52)
        )
        paper.new_page()
        table(paper, [("01", "测", "0"), ("22002", "气象", "63.00")], widths=(30, 42, 52), top=60)

    assert [row for grid in grids(drawn(draw)) for row in grid][3:] == [
        ("2200101", "海洋观测", "10,185,600.00"),
        ("22002", "气象", "63.00"),
    ]


@pytest.mark.parametrize("rests", [("0", "63.00"), (".00", "63.00")])
def test_the_rest_of_a_row_stands_below_the_header_that_the_page_repeats(rests: tuple[str, str]) -> None:
    header = ("编码", "名称", "合计")
    begun = "10,185,600.00".removesuffix(rests[0])

    def draw(paper: Paper) -> None:
        table(paper, [header, ("2200101", "海洋观", begun)], widths=(42, 38, 58 if len(rests[0]) == 1 else 48))
        paper.new_page()
        rows = [header, ("", "测", rests[0]), ("2200102", "气象", rests[1])]
        table(paper, rows, widths=(42, 38, 58 if len(rests[0]) == 1 else 48), top=60)

    assert [row for grid in grids(drawn(draw)) for row in grid] == [
        header,
        ("2200101", "海洋观测", "10,185,600.00"),
        header,
        ("2200102", "气象", rests[1]),
    ]


def test_whole_figures_on_both_pages_are_two() -> None:
    rows = [("编码", "名称", "合计"), ("22001", "海洋观", "10,185,600.00")]

    def draw(paper: Paper) -> None:
        table(paper, rows, widths=(38, 38, 66))
        paper.new_page()
        table(paper, [("22002", "测绘", "100.00"), ("22003", "气象", "63.00")], widths=(38, 38, 66), top=60)

    assert [row for grid in grids(drawn(draw)) for row in grid][:2] == rows


def test_a_row_of_figures_is_no_rest_of_another() -> None:
    rows = [("名称", "合计"), ("长风区工程建设管理", "8412.50")]

    def draw(paper: Paper) -> None:
        table(paper, rows, widths=(84, 34))
        paper.new_page()
        table(paper, [("图书馆", "63.00"), ("档案馆", "5.00")], widths=(84, 34), top=60)

    assert [row for grid in grids(drawn(draw)) for row in grid] == [*rows, ("图书馆", "63.00"), ("档案馆", "5.00")]


@pytest.mark.parametrize(("counts", "width"), [(("2345", "678", "12"), 30), (("123456", "7", "5"), 38)])
def test_counts_that_would_be_a_code_together_are_two(counts: tuple[str, ...], width: int) -> None:
    rows = list(zip(("长风区工程建设管理", "图书馆分馆", "档案馆"), counts, strict=True))

    def draw(paper: Paper) -> None:
        table(paper, [("名称", "人数"), rows[0]], widths=(89, width))
        paper.new_page()
        table(paper, rows[1:], widths=(89, width), top=60)

    assert [row for grid in grids(drawn(draw)) for row in grid] == [("名称", "人数"), *rows]


def test_row_that_had_room_is_not_continued() -> None:
    def draw(paper: Paper) -> None:
        table(paper, [("专户管理教育收费", "")], widths=(120, 90), top=780)
        paper.new_page()
        table(paper, [("其他非税收入", ""), ("其他资金", "2.00")], widths=(120, 90))

    assert grids(drawn(draw)) == [[("专户管理教育收费", "")], [("其他非税收入", ""), ("其他资金", "2.00")]]
