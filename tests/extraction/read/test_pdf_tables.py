"""Ruled tables of a PDF page: which lines are walls, which cells are one, and which characters stand in them."""

from __future__ import annotations

import pytest
from paper import Paper, Ruling, rule
from pdf_reading import drawn, grids, methods, prose, table

ROWS = [("科目编码", "科目名称", "合计"), ("201", "一般公共服务支出", "1,234.50"), ("20101", "人大事务", "0.00")]


@pytest.mark.parametrize("ruling", ["strokes", "rectangles", "boxes"])
def test_cells_come_back_however_they_are_ruled(ruling: Ruling) -> None:
    content = drawn(lambda paper: table(paper, ROWS, ruling=ruling) and None)
    assert grids(content) == [ROWS]
    assert methods(content) == {"lattice"}


def test_wide_boxes_are_no_walls() -> None:
    def draw(paper: Paper) -> None:
        paper.box(60, 90, 140, 150, fill="white")
        paper.box(40, 100, 500, 120, fill="lightgrey")
        table(paper, ROWS)

    assert grids(drawn(draw)) == [ROWS]


def test_white_lines_are_no_walls() -> None:
    def draw(paper: Paper) -> None:
        table(paper, ROWS)
        paper.box(95, 100, 96, 160, fill="white")

    assert grids(drawn(draw)) == [ROWS]


def test_tables_of_one_page_keep_apart() -> None:
    def draw(paper: Paper) -> None:
        paper.text(50, 90, "单位：元")
        end = table(paper, ROWS)
        paper.text(50, end + 30, "单位：万元")
        table(paper, ROWS[:2], top=end + 40)

    content = drawn(draw)
    assert grids(content) == [ROWS, ROWS[:2]]
    assert prose(content) == ["单位：元", "单位：万元"]


def test_tables_side_by_side_keep_apart() -> None:
    def draw(paper: Paper) -> None:
        table(paper, [row[:2] for row in ROWS])
        table(paper, [row[1:] for row in ROWS], left=300)

    assert grids(drawn(draw)) == [[row[:2] for row in ROWS], [row[1:] for row in ROWS]]


def test_text_of_merged_cells_stands_in_the_first() -> None:
    rows = [("项目", "", "支出", ""), ("编码", "名称", "合计", "基本"), ("201", "", "2", "1"), ("", "", "3", "")]
    spans = [(0, 0, 1, 2), (0, 2, 1, 2), (2, 0, 2, 1), (2, 1, 2, 1)]
    assert grids(drawn(lambda paper: table(paper, rows, spans=spans) and None)) == [rows]


def test_rows_without_text_are_left_out() -> None:
    rows = [("甲", "1"), ("", ""), ("乙", "2")]
    assert grids(drawn(lambda paper: table(paper, rows) and None)) == [[("甲", "1"), ("乙", "2")]]


def test_first_row_may_lack_the_line_over_it() -> None:
    assert grids(drawn(lambda paper: table(paper, ROWS, open_top=True) and None)) == [ROWS]


def test_outer_columns_may_lack_their_outer_lines() -> None:
    def draw(paper: Paper) -> None:
        for y in (100, 120, 140):
            paper.line(50, y, 320, y)
        for x in (140, 230):
            paper.line(x, 100, x, 140)
        for y, row in zip((114, 134), ROWS, strict=False):
            for x, text in zip((53, 143, 233), row, strict=True):
                paper.text(x, y, text)

    assert grids(drawn(draw)) == [ROWS[:2]]


def test_header_may_stand_over_the_first_line() -> None:
    def draw(paper: Paper) -> None:
        paper.text(50, 75, "编制部门：某局")
        paper.text(300, 75, "单位：元", align="right")
        for x, text in zip((60, 150, 240), ROWS[0], strict=True):
            paper.text(x, 95, text)
        table(paper, ROWS[1:])

    content = drawn(draw)
    assert grids(content) == [ROWS]
    assert prose(content) == ["编制部门：某局", "单位：元"]


def test_caption_over_the_first_line_is_no_row() -> None:
    def draw(paper: Paper) -> None:
        for x, text in zip((60, 150, 240), ("部门：某局", "2030年", "单位：元"), strict=True):
            paper.text(x, 95, text)
        table(paper, ROWS)

    assert grids(drawn(draw)) == [ROWS]


def test_figures_on_a_lower_baseline_stay_in_their_line() -> None:
    def draw(paper: Paper) -> None:
        paper.text(50, 60, "预算数")
        paper.text(90, 63, "12.50")
        paper.text(125, 60, "万元")
        rule(paper, (50, 200, 300), (100, 120, 140))
        paper.text(55, 112, "合计")
        paper.text(90, 115, "3")
        paper.text(98, 112, "项")
        paper.text(210, 132, "1")

    content = drawn(draw)
    assert [text.replace(" ", "") for text in prose(content)] == ["预算数12.50万元"]
    assert grids(content)[0][0][0].replace(" ", "") == "合计3项"


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


def test_rows_without_lines_between_them_are_rows() -> None:
    def draw(paper: Paper) -> None:
        rule(paper, (50, 150, 250, 350), (100, 160))
        for number, row in enumerate(
            [("一、收入", "100.00", "1"), ("二、支出", "1,200.00", "2"), ("结余", "5.00", "3")]
        ):
            for x, text in zip((54, 154, 254), row, strict=True):
                paper.text(x, 115 + 15 * number, text)

    assert grids(drawn(draw)) == [[("一、收入", "100.00", "1"), ("二、支出", "1,200.00", "2"), ("结余", "5.00", "3")]]


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


def test_frame_around_the_page_is_no_table() -> None:
    def draw(paper: Paper) -> None:
        paper.box(20, 20, 575, 822)
        paper.text(50, 60, "支出总表")
        table(paper, ROWS)

    content = drawn(draw)
    assert (grids(content), prose(content)) == ([ROWS], ["支出总表"])


def test_underlined_words_are_no_table() -> None:
    def draw(paper: Paper) -> None:
        for y in (100, 130, 160):
            paper.text(50, y, "填表单位一二三")
            paper.line(50, y + 2, 120, y + 2)

    content = drawn(draw)
    assert grids(content) == []
    assert len(prose(content)) == 3


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("says_so", [True, False])
def test_page_on_its_side_is_turned(turn: int, says_so: bool) -> None:
    paper = Paper(turn=turn, says_so=says_so)  # type: ignore[arg-type]

    def draw(paper: Paper) -> None:
        paper.text(50, 60, "支出总表")
        table(paper, ROWS)

    content = drawn(draw, paper)
    assert (grids(content), prose(content)) == ([ROWS], ["支出总表"])


def test_lines_inside_a_drawing_are_walls() -> None:
    def draw(paper: Paper) -> None:
        paper.canvas.beginForm("table")
        table(paper, ROWS)
        paper.canvas.endForm()
        paper.canvas.doForm("table")

    assert grids(drawn(draw)) == [ROWS]


def test_bold_by_printing_twice_is_read_once() -> None:
    def draw(paper: Paper) -> None:
        for shift in (0, 0.3):
            paper.text(50 + shift, 60, "收入总计11,100.00")

    assert prose(drawn(draw)) == ["收入总计11,100.00"]


def test_watermark_is_in_no_cell() -> None:
    def draw(paper: Paper) -> None:
        table(paper, ROWS)
        paper.canvas.saveState()
        paper.canvas.translate(80, 660)
        paper.canvas.rotate(30)
        paper.canvas.drawString(0, 0, "内部资料")
        paper.canvas.restoreState()

    content = drawn(draw)
    assert (grids(content), prose(content)) == ([ROWS], ["内部资料"])


def test_leaning_letters_are_no_watermark() -> None:
    def draw(paper: Paper) -> None:
        paper.canvas.saveState()
        paper.canvas.transform(1, 0, 0.35, 1, 0, 0)
        paper.text(-200, 60, "支出总表")
        paper.canvas.restoreState()
        paper.text(50, 90, "单位：元")

    assert prose(drawn(draw)) == ["支出总表", "单位：元"]


def test_text_beside_the_page_is_not_read() -> None:
    def draw(paper: Paper) -> None:
        paper.text(50, 60, "支出总表")
        paper.text(50, 900, "合计 1,234.50")

    assert prose(drawn(draw)) == ["支出总表"]
