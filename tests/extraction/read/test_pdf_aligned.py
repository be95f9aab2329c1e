"""Tables without lines, by the alignment of their words and figures."""

from __future__ import annotations

from collections.abc import Sequence

from paper import Paper
from pdf_reading import drawn, grids, methods, prose

from dagster_project.extraction.read.page.aligned import Part
from dagster_project.extraction.read.page.geometry import Box
from dagster_project.extraction.read.page.gutters import columns_of

ROWS = [
    ("科目编码", "科目名称", "合计", "基本支出"),
    ("201", "一般公共服务支出", "1,234.50", "-"),
    ("20101", "人大事务", "34.50", "12.00"),
    ("2010101", "行政运行", "0.00", "0.00"),
]


def _set(paper: Paper, rows: Sequence[Sequence[str]], places: Sequence[float], top: float = 100) -> None:
    for number, row in enumerate(rows):
        for place, text in zip(places, row, strict=True):
            align = "right" if place > 250 else "left"
            paper.text(place, top + 16 * number, text, align=align)


def test_columns_are_found_by_alignment() -> None:
    def draw(paper: Paper) -> None:
        paper.text(50, 60, "支出总表")
        paper.text(50, 80, "编制部门：某局")
        paper.text(500, 80, "单位：元", align="right")
        _set(paper, ROWS, (50, 120, 400, 500))

    content = drawn(draw)
    assert grids(content) == [ROWS]
    assert methods(content) == {"aligned"}
    assert prose(content) == ["支出总表", "编制部门：某局", "单位：元"]


def test_a_title_as_small_as_the_words_below_it_parts_two_tables() -> None:
    def draw(paper: Paper) -> None:
        _set(paper, ROWS, (50, 120, 400, 500))
        paper.text(50, 164, "一般公共预算支出表")
        _set(paper, ROWS, (50, 120, 400, 500), 180)

    content = drawn(draw)
    assert grids(content) == [ROWS, ROWS]
    assert prose(content) == ["一般公共预算支出表"]


def test_blank_cells_keep_their_column() -> None:
    rows = [*ROWS[:2], ("208", "社会保障", "", "3.00"), ("221", "住房保障", "5.00", "")]
    assert grids(drawn(lambda paper: _set(paper, rows, (50, 120, 400, 500)))) == [rows]


def test_names_without_amounts_are_rows_between_the_others() -> None:
    rows = [
        ("项目", "预算金额", "项目", "预算金额"),
        ("一、预算拨款收入", "900.50", "一、教育支出", "600.25"),
        ("二、事业收入", "", "", ""),
        ("三、经营收入", "", "", ""),
        ("四、其他收入", "100.00", "", ""),
        ("收入合计", "1,000.50", "支出合计", "1,000.50"),
    ]

    def draw(paper: Paper) -> None:
        for number, row in enumerate(rows):
            for place, text in zip((50, 250, 280, 500), row, strict=True):
                paper.text(place, 100 + 24 * number, text, align="right" if place in (250, 500) else "left")

    assert grids(drawn(draw)) == [rows]


def test_long_name_below_the_words_that_head_two_columns_parts_none() -> None:
    def part(left: float, right: float, down: float, text: str) -> Part:
        return Part(Box(left, down - 10, right, down), text)

    rows = [[part(280, 330, 20 * number, "住房支出"), part(460, 500, 20 * number, "9.00")] for number in range(1, 11)]
    rows.append([part(280, 390, 220, "文化旅游体育与传媒支出"), part(460, 500, 220, "9.00")])
    names = [part(376, 396, -20, "支出"), part(295, 315, 0, "项目"), part(460, 500, 0, "预算金额")]
    assert len(columns_of(rows, names)) == 2


def test_words_between_two_tables_are_no_row_of_either() -> None:
    def draw(paper: Paper) -> None:
        _set(paper, ROWS, (50, 120, 400, 500))
        paper.text(50, 172, "支出明细表")
        _set(paper, ROWS, (50, 120, 400, 500), top=196)

    content = drawn(draw)
    assert grids(content) == [ROWS, ROWS]
    assert prose(content) == ["支出明细表"]


def test_list_of_contents_is_no_table() -> None:
    rows = [("一、部门概况", "1"), ("二、部门预算表", "3"), ("三、情况说明", "15"), ("四、名词解释", "21")]
    content = drawn(lambda paper: _set(paper, rows, (50, 500)))
    assert grids(content) == []


def test_prose_is_no_table() -> None:
    def draw(paper: Paper) -> None:
        for number in range(5):
            paper.text(50, 60 + 16 * number, "基本支出 1,234.50 万元，项目支出 3.00 万元，占全年支出的 20.5%。")

    assert grids(drawn(draw)) == []


def test_headers_to_the_left_of_their_figures_keep_no_figure_from_its_column() -> None:
    rows = [
        ("201", "一般公共服务支出", "1,280.40", "680.20", ""),
        ("2010301", "行政运行", "680.20", "680.20", ""),
        ("2010302", "一般行政管理事务", "600.20", "", "600.20"),
    ]
    header = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")

    def draw(paper: Paper) -> None:
        for place, text in zip((50, 120, 300, 380, 460), header, strict=True):
            paper.text(place, 100, text)
        _set(paper, rows, (50, 120, 374, 454, 534), 116)

    assert grids(drawn(draw)) == [[header, *rows]]


ACROSS = (50, 110, 260, 350, 440, 530)
"""Sides of the columns of a table with a header of two levels: none of them is drawn."""


def _centred(paper: Paper, left: float, right: float, down: float, words: str) -> None:
    paper.text((left + right) / 2, down, words, align="centre")


def test_header_of_two_levels_and_wrapped_names_without_lines() -> None:
    rows = [
        ("201", "一般公共服务支出", "1,234.50", "1,200.00", "34.50"),
        ("2010199", "其他人大事务及相关机构事务支出", "34.50", "0.00", "34.50"),
        ("2010350", "事业运行", "1,200.00", "1,200.00", "0.00"),
    ]

    def draw(paper: Paper) -> None:
        one, two, three, four, five, end = ACROSS
        _centred(paper, four, end, 110, "本年支出")
        for left, right, words in ((one, two, "科目编码"), (two, three, "科目名称"), (three, four, "合计")):
            _centred(paper, left, right, 120, words)
        _centred(paper, four, five, 130, "基本支出")
        _centred(paper, five, end, 130, "项目支出")
        for left, right, words in zip(ACROSS, ACROSS[1:], ("", "栏次", "1", "2", "3"), strict=False):
            _centred(paper, left, right, 150, words)
        for number, (code, name, *amounts) in enumerate(rows):
            down = 172 + 24 * number
            paper.text(one + 3, down, code)
            for line, words in enumerate((name[:14], name[14:]) if len(name) > 14 else (name,)):
                paper.text(two + 3, down + 10 * line - (5 if len(name) > 14 else 0), words)
            for right, amount in zip((four, five, end), amounts, strict=True):
                paper.text(right - 3, down, amount, align="right")

    content = drawn(draw)
    assert grids(content) == [
        [
            ("科目编码", "科目名称", "合计", "本年支出", ""),
            ("", "", "", "基本支出", "项目支出"),
            ("", "栏次", "1", "2", "3"),
            *rows,
        ]
    ]
    assert methods(content) == {"aligned"}
