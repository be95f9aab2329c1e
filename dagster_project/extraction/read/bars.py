"""Tables whose cells are parted by bars, without one at either end of a row: rows get theirs, as Markdown has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

ROWS, BARS = 3, 2
"""Rows in sequence with as many bars, and bars of each, from which on bars part cells."""
FIGURE = re.compile(r"[-+(（△▲]?\d[\d,]*(\.\d+)?%?[)）]?")


def with_outer_bars(text: str) -> str:
    """Return a text in which the rows of such tables begin and end with a bar; nothing else is changed."""
    if text.count("|") < ROWS * BARS:
        return text
    lines = text.split("\n")
    found: list[str] = []
    for bars, run in groupby(lines, lambda line: line.count("|")):
        rows = list(run)
        found += [f"|{row}|" for row in rows] if bars >= BARS and _is_table(rows) else rows
    return "\n".join(found)


def _is_table(rows: Sequence[str]) -> bool:
    """Tell whether rows with as many bars are of a table, at the ends of which none stands."""
    if len(rows) < ROWS or all(row.lstrip().startswith("|") for row in rows):
        return False
    with_figure = sum(any(FIGURE.fullmatch(cell.strip()) for cell in row.split("|")) for row in rows)
    return 2 * with_figure >= len(rows)
