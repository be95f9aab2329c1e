"""Words that a program draws by their outlines, as it prints bold ones: they rule nothing, and break no line of text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from paper import Paper
from pdf_reading import ROWS, drawn, grids, prose, table

TITLE = "一般公共预算支出表"
SIZE = 18


def square(paper: Paper, x: float, y: float) -> None:
    """Draw a letter of straight strokes: one frame within another."""
    path = paper.canvas.beginPath()
    for inset in (0, 2):
        path.rect(x + inset, paper.height - y + inset, SIZE - 2 * inset, SIZE - 2 * inset)
    paper.canvas.drawPath(path)


def round_letter(paper: Paper, x: float, y: float) -> None:
    """Draw a letter of bends and slanted strokes, and of one long straight one."""
    path = paper.canvas.beginPath()
    low, high = paper.height - y, paper.height - y + SIZE
    path.moveTo(x, low)
    path.lineTo(x + SIZE, low)
    for step in range(9):
        path.curveTo(x + SIZE, low + step, x + 9, high, x + 9 - step, low + step)
        path.lineTo(x + step, low + 2 * step)
    path.close()
    paper.canvas.drawPath(path)


def all_in_one(paper: Paper, x: float, y: float) -> None:
    """Draw the outlines of a whole line as one path."""
    path = paper.canvas.beginPath()
    for letter in range(len(TITLE)):
        left, low = x + SIZE * letter, paper.height - y
        path.moveTo(left, low)
        for step in range(6):
            path.lineTo(left + 3 * step, low + (SIZE if step % 2 else 2 * step))
        path.lineTo(left + SIZE, low)
        path.close()
    paper.canvas.drawPath(path)


def each(letter: Callable[[Paper, float, float], None]) -> Callable[[Paper, float, float], None]:
    """Return what draws each letter of the title by itself."""

    def line(paper: Paper, x: float, y: float) -> None:
        for place in range(len(TITLE)):
            letter(paper, x + SIZE * place, y)

    return line


@pytest.mark.parametrize("outlines", [each(square), each(round_letter), all_in_one])
@pytest.mark.parametrize("gap", [2, 40])
def test_outlines_over_words_leave_title_and_table_as_they_are(
    outlines: Callable[[Paper, float, float], None], gap: float
) -> None:
    def draw(paper: Paper) -> None:
        paper.text(60, 80, TITLE, size=SIZE)
        outlines(paper, 60, 80)
        table(paper, ROWS, top=80 + gap)

    content = drawn(draw)
    assert (grids(content), prose(content)) == ([ROWS], [TITLE])


def test_a_frame_with_round_corners_rules() -> None:
    def draw(paper: Paper) -> None:
        paper.canvas.roundRect(50, paper.height - 160, 270, 60, 6)
        for x in (140, 230):
            paper.line(x, 100, x, 160)
        for y in (120, 140):
            paper.line(50, y, 320, y)
        for number, row in enumerate(ROWS):
            for x, text in zip((54, 144, 234), row, strict=True):
                paper.text(x, 114 + 20 * number, text)

    assert grids(drawn(draw)) == [ROWS]
