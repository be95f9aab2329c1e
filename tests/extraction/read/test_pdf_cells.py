"""Cells of ruled tables on a PDF page: which are one, and which words and figures stand in them."""

from __future__ import annotations

import pytest
from paper import Paper, rule
from pdf_reading import drawn, grids, table


def test_text_of_merged_cells_stands_in_the_first() -> None:
    rows = [("项目", "", "支出", ""), ("编码", "名称", "合计", "基本"), ("201", "", "2", "1"), ("", "", "3", "")]
    spans = [(0, 0, 1, 2), (0, 2, 1, 2), (2, 0, 2, 1), (2, 1, 2, 1)]
    assert grids(drawn(lambda paper: table(paper, rows, spans=spans) and None)) == [rows]


def test_rows_without_text_are_left_out() -> None:
    rows = [("甲", "1"), ("", ""), ("乙", "2")]
    assert grids(drawn(lambda paper: table(paper, rows) and None)) == [[("甲", "1"), ("乙", "2")]]


def test_rows_without_lines_between_them_are_rows() -> None:
    def draw(paper: Paper) -> None:
        rule(paper, (50, 150, 250, 350), (100, 160))
        for number, row in enumerate(
            [("一、收入", "100.00", "1"), ("二、支出", "1,200.00", "2"), ("结余", "5.00", "3")]
        ):
            for x, text in zip((54, 154, 254), row, strict=True):
                paper.text(x, 115 + 15 * number, text)

    assert grids(drawn(draw)) == [[("一、收入", "100.00", "1"), ("二、支出", "1,200.00", "2"), ("结余", "5.00", "3")]]


def test_wrapped_words_are_joined() -> None:
    rows = [("机关事业单位基本养老保险缴费支出", "GDP growth rate"), ("164,978,640.25", "1")]

    def draw(paper: Paper) -> None:
        rule(paper, (50, 100, 150), (100, 150, 200))
        for number, text in enumerate(("机关事业", "单位基本", "养老保险", "缴费支出")):
            paper.text(54, 112 + 10 * number, text)
        for number, text in enumerate(("GDP", "growth", "rate")):
            paper.text(104, 112 + 10 * number, text)
        for number, text in enumerate(("164,978,", "640.25")):
            paper.text(54, 172 + 10 * number, text)
        paper.text(104, 172, "1")

    assert grids(drawn(draw)) == [rows]


def test_two_figures_in_one_cell_stay_two() -> None:
    def draw(paper: Paper) -> None:
        rule(paper, (50, 150, 250), (100, 150))
        paper.text(54, 120, "年初，调整")
        for number, text in enumerate(("100.00", "200.00")):
            paper.text(154, 120 + 12 * number, text)

    assert grids(drawn(draw)) == [[("年初，调整", "100.00 | 200.00")]]


def test_figures_broken_in_narrow_cells_are_whole() -> None:
    def draw(paper: Paper) -> None:
        rule(paper, (50, 90, 130), (100, 150))
        for x in (52, 92):
            for number, text in enumerate(("13,649.0", "7")):
                paper.text(x, 120 + 12 * number, text)

    assert grids(drawn(draw)) == [[("13,649.07", "13,649.07")]]


def test_a_digit_that_would_not_have_fitted_is_of_the_figure_over_it() -> None:
    # Courier's digits are wider than half of their height
    def draw(paper: Paper) -> None:
        rule(paper, (50, 114.5, 179), (100, 150))
        for x in (53, 117.5):
            for number, text in enumerate(("50,616.9", "4")):
                paper.canvas.setFont("Courier", 10)
                paper.canvas.drawString(x, paper.height - 120 - 12 * number, text)

    assert grids(drawn(draw)) == [[("50,616.94", "50,616.94")]]


def test_pieces_of_a_broken_figure_have_not_as_many_decimals() -> None:
    def draw(paper: Paper) -> None:
        rule(paper, (50, 110, 170), (100, 150))
        for x in (66, 126):
            for number, text in enumerate(("1378.4", "1")):
                paper.text(x, 120 + 12 * number, text)

    assert [len(rows) for rows in grids(drawn(draw))] == [1]


def test_a_figure_whose_next_line_makes_it_one_to_the_cent_is_one_but_in_a_wide_cell() -> None:
    def draw(paper: Paper) -> None:
        rule(paper, (50, 105, 160, 290, 345), (100, 150))
        cells = ("1378.4", "1"), ("21.50", "3"), ("1378.4", "1"), ("1300.4", "1次")
        for x, figures in zip((66, 121, 176, 306), cells, strict=True):
            for number, text in enumerate(figures):
                paper.text(x, 120 + 12 * number, text)

    assert grids(drawn(draw)) == [[("1378.41", "21.50 | 3", "1378.4 | 1", "1300.4 1次")]]


def test_name_that_ends_in_digits_runs_over_the_wall_into_the_cell_of_a_figure() -> None:
    def draw(paper: Paper) -> None:
        rule(paper, (50, 100, 200), (100, 130, 150))
        for number, text in enumerate(("潮位2031-2032", "年观测")):
            paper.text(52, 112 + 12 * number, text)
        paper.text(198, 118, "3.24", align="right")
        paper.text(52, 144, "海图")
        paper.text(198, 144, "1.76", align="right")

    assert grids(drawn(draw)) == [[("潮位2031-2032年观测", "3.24"), ("海图", "1.76")]]


def test_digits_wider_than_their_cell_are_no_part_of_the_name_before_them() -> None:
    def draw(paper: Paper) -> None:
        rule(paper, (50, 120, 160, 260), (100, 120, 140, 160))
        for y, name, figure in ((114, "潮位观测", "1258750.00"), (134, "", "2258750.00"), (154, "海图", "50.00")):
            paper.text(52, y, name)
            paper.text(159, y, figure, align="right")
            paper.text(258, y, "7.00", align="right")

    rows = [("潮位观测", "1258750.00", "7.00"), ("", "2258750.00", "7.00"), ("海图", "50.00", "7.00")]
    assert grids(drawn(draw)) == [rows]


def test_words_that_run_over_a_blank_cell_stay_whole() -> None:
    def draw(paper: Paper) -> None:
        rule(paper, (50, 100, 150, 250), (100, 120, 140))
        paper.text(52, 114, "机关事业单位养老")
        paper.text(248, 114, "1.00", align="right")
        paper.text(52, 134, "行政运行")
        paper.text(148, 134, "2.00", align="right")

    assert grids(drawn(draw)) == [[("机关事业单位养老", "", "1.00"), ("行政运行", "2.00", "")]]


def test_figure_close_to_the_words_of_the_next_cell_stays_apart() -> None:
    def draw(paper: Paper) -> None:
        rule(paper, (50, 100, 200), (100, 120, 140))
        for y in (114, 134):
            paper.text(100, y, "13,377.11", align="right")
            paper.text(100, y, "一、基本支出")

    assert grids(drawn(draw)) == [[("13,377.11", "一、基本支出")] * 2]


@pytest.mark.parametrize(
    ("pitch", "header", "names", "lines"),
    [
        pytest.param(15, 111, 126, (105, 117), id="higher than its row"),
        pytest.param(14, 110, 125, (104, 118), id="as far apart as the rows"),
    ],
)
def test_wrapped_header_leaves_the_figure_below_alone(
    pitch: int, header: int, names: int, lines: tuple[int, int]
) -> None:
    def draw(paper: Paper) -> None:
        rule(paper, (50, 150, 200), [100 + number * pitch for number in range(4)])
        paper.text(54, header, "项目")
        for place, words in zip(lines, ("全年预", "算数"), strict=True):
            paper.text(154, place, words)
        for number, (name, figure) in enumerate([("合计", "18.34"), ("接待", "8.32")]):
            paper.text(54, names + pitch * number, name)
            paper.text(196, names + pitch * number, figure, align="right")

    assert grids(drawn(draw)) == [[("项目", "全年预算数"), ("合计", "18.34"), ("接待", "8.32")]]


def test_wrapped_header_goes_neither_into_the_header_above_nor_over_the_table() -> None:
    def draw(paper: Paper) -> None:
        rule(paper, (50, 150, 200, 250), (100, 112, 124, 139), spans=[(0, 1, 1, 2), (0, 0, 2, 1)])
        paper.text(54, 116, "项目")
        paper.text(154, 110, "用车经费")
        for left, words in ((154, ("购置", "费用")), (204, ("运行", "费用"))):
            paper.text(left, 116.5, words[0])
            paper.text(left, 127, words[1])
        for left, words in ((54, "合计"), (170, "5.00"), (220, "7.00")):
            paper.text(left, 135, words)

    assert grids(drawn(draw)) == [[("项目", "用车经费", ""), ("", "购置费用", "运行费用"), ("合计", "5.00", "7.00")]]


def test_names_in_tight_rows_that_are_drawn_down_the_column_stay_apart() -> None:
    def draw(paper: Paper) -> None:
        rule(paper, (50, 150, 250), (100, 109, 118, 127))
        for number, name in enumerate(("外交支出", "国防支出", "教育支出")):
            paper.text(54, 109.5 + 9 * number, name)
        for number, figure in enumerate(("1.00", "2.00", "3.00")):
            paper.text(154, 109.5 + 9 * number, figure)

    assert grids(drawn(draw)) == [[("外交支出", "1.00"), ("国防支出", "2.00"), ("教育支出", "3.00")]]


def test_names_of_one_and_of_two_lines_that_stand_on_the_lower_walls_of_their_cells_stay_apart() -> None:
    names, down = (("水利支出",), ("文化旅游", "体育支出"), ("外交支出",)), (100, 109.4, 126.7, 136.1)

    def draw(paper: Paper) -> None:
        rule(paper, (50, 150, 250), down)
        for lines, bottom in zip(names, down[1:], strict=True):
            for number, line in enumerate(lines, 1 - len(lines)):
                paper.text(53, bottom - 1.2 + 8.4 * number, line, 7)
        for bottom in down[1:]:
            paper.text(247, bottom - 1.2, "7.00", 7, "right")

    assert grids(drawn(draw)) == [[("".join(lines), "7.00") for lines in names]]
