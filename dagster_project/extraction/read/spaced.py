"""Tables of a text whose columns are set apart by blanks, as they are copied out of other programs.

A line is cut at its wider gaps, and its pieces stand as wide as they are shown; from there on it is a table of a page
without rules.
"""

from __future__ import annotations

import re
import unicodedata

from dagster_project.extraction.read.page.aligned import Part, runs, table_of
from dagster_project.extraction.read.page.geometry import Box

FIGURE_APART = re.compile(r"\S(?: {2,}|\u3000+ *)[-+]?\d[\d,]*\.?\d*%?(?=\s)")
"""A figure that a wider gap sets apart."""
PIECE = re.compile(r"[^\s](?:[^\S\n\u3000]?[^\s])*")
WIDE = "WF"


def with_tabs(text: str) -> str:
    """Return a text with tabs between the columns that blanks set apart, and every line where it was."""
    if sum(1 for _ in zip(range(FEWEST), FIGURE_APART.finditer(text), strict=False)) < FEWEST:
        return text
    lines = text.split("\n")
    parted = [_parts(number, line) for number, line in enumerate(lines)]
    for start, end in runs(parted):
        rows = table_of(parted[start:end]).rows()
        numbers = [number for number in range(start, end) if parted[number]]
        for number, cells in zip(numbers, rows, strict=True):
            lines[number] = "\t".join(cells)
    return "\n".join(lines)


FEWEST = 2
"""Figures without which there is no table."""


def _parts(number: int, line: str) -> list[Part]:
    """Return the pieces of a line; none of a line that has its columns parted otherwise."""
    if "\t" in line or line.lstrip().startswith("|"):
        return []
    found = []
    place = end = 0
    for piece in PIECE.finditer(line):
        place += _width(line[end : piece.start()])
        end = piece.end()
        width = _width(piece.group())
        found.append(Part(Box(place, number, place + width, number + 1), piece.group()))
        place += width
    return found


def _width(text: str) -> int:
    """Return how many columns of a typewriter a text takes."""
    return len(text) if text.isascii() else sum(1 + (unicodedata.east_asian_width(each) in WIDE) for each in text)
