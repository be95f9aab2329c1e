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


def write_clipped(paper: Paper, cell: tuple[float, float], x: float, text: str) -> None:
    """Write from x on what one cell between y 160 and 180 lets show."""
    paper.canvas.saveState()
    path = paper.canvas.beginPath()
    path.rect(cell[0], paper.height - 180, cell[1] - cell[0], 20)
    paper.canvas.clipPath(path, stroke=0, fill=0)
    paper.text(x, 174, text)
    paper.canvas.restoreState()


def clipped(paper: Paper) -> None:
    """Draw a table of two rows with a figure of which the right wall of its cell lets only a part show."""
    across, down = (50, 150, 300, 450), (140, 160, 180)
    rule(paper, across, down)
    write(paper, across, down, [("项目", "合计", "基本支出"), ("", "", "5.00")])
    write_clipped(paper, (150, 300), 262, "1,234,567.89")


def test_nor_is_what_a_cell_lets_show_of_one() -> None:
    ((_, row),) = grids(drawn(clipped))
    assert row[1:] == ("", "5.00")
    paper = Paper()
    clipped(paper)
    assert "their cell" in Reading(paper.save(), "a.pdf").one("issues", code="left_out")["message"]


def test_beside_the_hidden_end_of_a_name_a_figure_is_whole() -> None:
    def beside(paper: Paper) -> None:
        across, down = (50, 150, 300), (140, 160, 180)
        rule(paper, across, down)
        write(paper, across, down, [("项目", "合计"), ("", "")])
        write_clipped(paper, (50, 150), 103.5, "潮位观测2031")
        paper.text(160, 174, "5,961.96")

    assert grids(drawn(beside))[0][1][1] == "5,961.96"
