"""Figures that run over the edge of the paper are not read as what is left of them on it, and are told."""

from __future__ import annotations

from paper import Paper, rule, write
from pdf_reading import drawn, grids
from synthetic import Reading

ACROSS, DOWN = (50, 150, 300, 450, 640), (140, 160, 180, 200)
ROWS = [
    ("科目编码", "科目名称", "合计", "基本支出"),
    ("220", "自然资源支出", "5,961.96", "5,961.96"),
    ("22001", "潮位观测", "5,961.96", "5,961.96"),
]


def draw(paper: Paper) -> None:
    """Draw a table of which the last column lies over the right edge of a page 622 points wide."""
    paper.text(60, 60, "云岭市长风区海洋观测局2031年部门预算")
    paper.text(60, 100, "一般公共预算支出表")
    paper.text(60, 120, "单位：万元")
    rule(paper, ACROSS, DOWN)
    write(paper, ACROSS, DOWN, ROWS)


def test_no_part_of_a_figure_is_a_figure() -> None:
    ((_, *cells),) = grids(drawn(draw, Paper(622, 842)))
    assert [row[2:] for row in cells] == [("5,961.96", "")] * 2


def test_it_is_told_and_its_digits_are_accounted_for() -> None:
    paper = Paper(622, 842)
    draw(paper)
    reading = Reading(paper.save(), "a.pdf")
    assert "run over the edge" in reading.one("issues", code="left_out")["message"]
    assert "count_differs" not in reading.issues
    assert {row["value_as_printed"] for row in reading.rows("statement_lines", measure="total")} == {"5,961.96"}


def test_figures_on_the_paper_are_read_whatever_stands_beside_it() -> None:
    def beside(paper: Paper) -> None:
        draw(paper)
        paper.text(700, 175, "1,234.50")

    assert [row[3] for row in grids(drawn(beside, Paper(660, 842)))[0][1:]] == ["5,961.96"] * 2
