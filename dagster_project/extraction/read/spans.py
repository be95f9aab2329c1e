"""Rows of cells that span columns, as rows of equal width: the text in the first column, blanks in the others.

Columns in which no cell begins are left out: they are what merging leaves behind, and hold nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dagster_project.extraction.read.areas import Line

AMOUNT = re.compile(r"[-(]?(\d{1,3}(,\d{3})+|\d+(?=\.)|\d{4,})(\.\d+)?\)?")
FIGURES = 3
"""Cells with an amount from which on a table is one of figures, and no calendar or list of links."""


class Cell(NamedTuple):
    """A cell: its first column, from 0, how many it spans, and its text."""

    column: int
    width: int
    text: str


class SpannedRow(NamedTuple):
    """The cells of a row, left to right."""

    cells: tuple[Cell, ...]


def of_figures(cells: Iterable[str]) -> bool:
    """Tell whether a table with these cells is one of figures, and not there to lay out others."""
    return sum(AMOUNT.fullmatch(cell.strip()) is not None for cell in cells) >= FIGURES


def lines_of(rows: Sequence[SpannedRow], edges: Mapping[int, int] | None = None) -> list[Line]:
    """Return the rows as lines; `edges` may put neighbouring columns together."""
    edges = edges or {cell.column: cell.column for row in rows for cell in row.cells}
    columns = sorted(set(edges.values()))
    place = {column: number for number, column in enumerate(columns)}
    lines = []
    for row in rows:
        texts = [""] * len(columns)
        merged = {}
        for cell in row.cells:
            number = place[edges[cell.column]]
            texts[number] = cell.text
            width = sum(cell.column <= column < cell.column + cell.width for column in columns)
            if width > 1:
                merged[number] = width
        lines.append(Line(tuple(texts), None, merged))
    return lines
