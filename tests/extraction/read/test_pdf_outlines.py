"""Words that a program draws by their outlines, as it prints bold ones: they rule nothing, and break no line of text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from paper import Paper, write
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


def four_strokes(paper: Paper, left: float, top: float, right: float, bottom: float) -> None:
    """Draw the walls of a cell as four strokes of one path."""
    path = paper.canvas.beginPath()
    for x0, y0, x1, y1 in (
        (left, top, right, top), (right, top, right, bottom), (right, bottom, left, bottom), (left, bottom, left, top)
    ):  # fmt: skip
        path.moveTo(x0, paper.height - y0)
        path.lineTo(x1, paper.height - y1)
    paper.canvas.drawPath(path)


def four_bars(paper: Paper, left: float, top: float, right: float, bottom: float) -> None:
    """Fill the walls of a cell as four thin bars of one path."""
    path = paper.canvas.beginPath()
    for x, y, width, height in (
        (left, top, right - left, 0.5), (left, bottom, right - left, 0.5),
        (left, top, 0.5, bottom - top), (right, top, 0.5, bottom - top),
    ):  # fmt: skip
        path.rect(x, paper.height - y - height, width, height)
    paper.canvas.drawPath(path, stroke=0, fill=1)


@pytest.mark.parametrize("wall", [four_strokes, four_bars])
def test_frames_of_cells_as_small_as_letters_rule(wall: Callable[[Paper, float, float, float, float], None]) -> None:
    across, down = (50, 75, 100, 125, 300, 400), (100, 120, 140, 160)
    rows = [
        ("类", "款", "项", "科目名称", "金额"),
        ("208", "05", "01", "行政单位离退休", "12.50"),
        ("208", "05", "02", "事业单位离退休", "13.50"),
    ]

    def draw(paper: Paper) -> None:
        for top, bottom in pairwise(down):
            for left, right in pairwise(across):
                wall(paper, left, top, right, bottom)
        write(paper, across, down, rows)

    assert grids(drawn(draw)) == [rows]
