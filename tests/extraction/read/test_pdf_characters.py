"""Characters of a PDF page: which make a line, which way they stand, and which are not to be read."""

from __future__ import annotations

import re

import pytest
from paper import Paper, rule
from pdf_reading import ROWS, content_of, drawn, grids, prose, table


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


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("says_so", [True, False])
def test_page_on_its_side_is_turned(turn: int, says_so: bool) -> None:
    paper = Paper(turn=turn, says_so=says_so)  # type: ignore[arg-type]

    def draw(paper: Paper) -> None:
        paper.text(50, 60, "支出总表")
        table(paper, ROWS)

    content = drawn(draw, paper)
    assert (grids(content), prose(content)) == ([ROWS], ["支出总表"])


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


def test_lines_of_a_font_that_says_it_is_twice_as_high_as_its_letters_are_not_joined() -> None:
    lines = ["（按支出功能分类科目）", "预算单位：云岭市统计局"]
    paper = Paper()
    paper.text(300, 100, lines[0], size=18)
    paper.text(60, 113, lines[1])
    said = re.sub(rb"/Ascent \d+", b"/Ascent 1800", paper.save())
    assert prose(content_of(said)) == lines
