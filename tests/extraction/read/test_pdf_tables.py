"""Ruled tables of a PDF page: which lines are walls, where a table begins, and where the next one does."""

from __future__ import annotations

import pytest
from paper import Paper, Ruling
from pdf_reading import ROWS, drawn, grids, methods, prose, table


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


def test_lines_inside_a_drawing_are_walls() -> None:
    def draw(paper: Paper) -> None:
        paper.canvas.beginForm("table")
        table(paper, ROWS)
        paper.canvas.endForm()
        paper.canvas.doForm("table")

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
