"""Draws known tables on the pages of a PDF: with strokes or thin rectangles, on turned pages, over several pages."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
"""A font that every reader of PDF knows; nothing is embedded."""
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
Ruling = Literal["strokes", "rectangles", "boxes"]
Turn = Literal[0, 90, 180, 270]


@dataclass
class Paper:
    """A PDF to draw on: points from the upper left corner, y downwards, however the page is turned."""

    width: float = 595
    height: float = 842
    turn: Turn = 0
    """Degrees, clockwise, by which a viewer must turn the page to read it."""
    says_so: bool = True
    """The page has /Rotate; else its text lies on its side."""
    target: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self) -> None:
        # reportlab takes the size of the page as it is displayed
        upright = self.says_so or self.turn in (0, 180)
        size = (self.width, self.height) if upright else (self.height, self.width)
        self.canvas = Canvas(self.target, pagesize=size, invariant=True, pageCompression=1)
        self._begin()

    def _begin(self) -> None:
        if self.says_so:
            self.canvas.setPageRotation(self.turn)
        if self.turn == 90:
            self.canvas.transform(0, 1, -1, 0, self.height, 0)
        elif self.turn == 180:
            self.canvas.transform(-1, 0, 0, -1, self.width, self.height)
        elif self.turn == 270:
            self.canvas.transform(0, -1, 1, 0, 0, self.width)

    def new_page(self) -> None:
        """Begin the next page."""
        self.canvas.showPage()
        self._begin()

    def text(self, x: float, y: float, text: str, size: float = 9, align: str = "left") -> None:
        """Write a line on the baseline y, to the right of x, to its left, or around it."""
        self.canvas.setFont(FONT, size)
        draw = {"left": "drawString", "right": "drawRightString", "centre": "drawCentredString"}[align]
        getattr(self.canvas, draw)(x, self.height - y, text)

    def line(self, x0: float, y0: float, x1: float, y1: float, ruling: Ruling = "strokes") -> None:
        """Rule a line: a stroke, or a filled rectangle half a point thick."""
        if ruling == "rectangles":
            self.box(min(x0, x1) - 0.25, min(y0, y1) - 0.25, max(x0, x1) + 0.25, max(y0, y1) + 0.25, fill="black")
        else:
            self.canvas.setLineWidth(0.5)
            self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def box(self, left: float, top: float, right: float, bottom: float, fill: str | None = None) -> None:
        """Draw the frame of a rectangle, or fill it with a colour."""
        if fill:
            self.canvas.setFillColor(fill)
        self.canvas.rect(left, self.height - bottom, right - left, bottom - top, stroke=not fill, fill=bool(fill))
        self.canvas.setFillColor("black")

    def save(self) -> bytes:
        """Return the PDF."""
        self.canvas.showPage()
        self.canvas.save()
        return self.target.getvalue()


Spans = Sequence[tuple[int, int, int, int]]
"""Row, column, rows and columns of merged areas, from 0."""


def rule(
    paper: Paper,
    across: Sequence[float],
    down: Sequence[float],
    spans: Spans = (),
    ruling: Ruling = "strokes",
    open_top: bool = False,
) -> None:
    """Rule the cells of a table; each wall is drawn from cell to cell, or as the frame of its cell."""
    for row, column, rows, columns in areas(len(down) - 1, len(across) - 1, spans):
        left, right, top, bottom = across[column], across[column + columns], down[row], down[row + rows]
        if ruling == "boxes" and not (open_top and row == 0):
            paper.box(left, top, right, bottom)
            continue
        if not (open_top and row == 0):
            paper.line(left, top, right, top, ruling)
        for wall in ((left, bottom, right, bottom), (left, top, left, bottom), (right, top, right, bottom)):
            paper.line(*wall, ruling)


def areas(rows: int, columns: int, spans: Spans) -> Iterator[tuple[int, int, int, int]]:
    """Yield the merged areas, and the cells that are in none, as areas of one cell."""
    covered = {
        (row + down, column + right)
        for row, column, height, width in spans
        for down in range(height)
        for right in range(width)
    }
    yield from spans
    yield from ((row, column, 1, 1) for row in range(rows) for column in range(columns) if (row, column) not in covered)


def write(
    paper: Paper,
    across: Sequence[float],
    down: Sequence[float],
    rows: Sequence[Sequence[str]],
    size: float = 9,
    sunk: float = 0,
) -> None:
    """Write cells: words from the left, broken where the cell ends, figures to the right and `sunk` points lower."""
    for cells, (top, bottom) in zip(rows, pairwise(down), strict=True):
        for text, (left, right) in zip(cells, pairwise(across), strict=True):
            lines = broken(text, right - left - 6, size)
            first = (top + bottom) / 2 - (len(lines) / 2 - 0.8) * (size + 1)
            for number, line in enumerate(lines):
                figure = line[:1] in "-0123456789" and len(lines) == 1
                x, align = (right - 3, "right") if figure else (left + 3, "left")
                paper.text(x, first + number * (size + 1) + sunk * figure, line, size, align)


def broken(text: str, width: float, size: float) -> list[str]:
    """Break a text into lines of `width` points; a figure is not broken."""
    if pdfmetrics.stringWidth(text, FONT, size) <= width or text[:1] in "-0123456789":
        return [text]
    fit = max(int(width // size), 1)
    return [text[start : start + fit] for start in range(0, len(text), fit)]
