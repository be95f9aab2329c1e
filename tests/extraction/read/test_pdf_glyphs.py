"""What a file says in the stead of a text (/ActualText): the glyphs are read, and other digits are told."""

from __future__ import annotations

import pytest
from blocks import Reading
from paper import FONT, Paper, rule, write
from reportlab.pdfbase import pdfmetrics

ACROSS, DOWN = (50, 200, 300, 400), (100, 120, 140, 160)
ROWS = (("科目", "编码", "金额"), ("甲", "201", ""), ("乙", "202", "12.50"))


def reading(said: str, *pieces: str) -> Reading:
    """Read a table in a cell of which pieces are drawn, and something is said in their stead."""
    paper = Paper()
    rule(paper, ACROSS, DOWN)
    write(paper, ACROSS, DOWN, ROWS)
    words = said.encode("utf-16-be").hex().upper()
    paper.canvas._code.append(f"/Span <</ActualText <FEFF{words}>>> BDC")
    place = 350.0
    for piece in pieces:
        paper.text(place, 134, piece)
        place += pdfmetrics.stringWidth(piece, FONT, 9)
    paper.canvas._code.append("EMC")
    return Reading(paper.save())


@pytest.mark.parametrize("pieces", [("600.20",), tuple("600.20")])
def test_a_figure_that_is_said_as_it_is_printed(pieces: tuple[str, ...]) -> None:
    found = reading("600.20", *pieces)
    assert found.cells[1] == ("甲", "201", "600.20")
    assert not found.problems


@pytest.mark.parametrize("said", ["999.99", "9", "\t", "六百"])
def test_a_figure_that_is_said_otherwise_is_read_as_it_is_printed_and_told(said: str) -> None:
    found = reading(said, "600.20")
    assert found.cells[1] == ("甲", "201", "600.20")
    assert found.codes == ["left_out"]
    assert found.document.printed is not None
    assert "600.20" in (found.document.printed.texts or {})[1]


def test_words_that_are_said_and_not_printed_are_not_read() -> None:
    assert reading("600.20", " ").cells[1] == ("甲", "201", "")
