"""Tables among lines of text: their columns are set apart by blanks or tabs, as they are typed or copied.

A line is cut at its wider gaps, and its pieces stand as wide as they are shown; from there on it is a table of a page
without rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.read.page.aligned import ROWS, Part, is_table, runs, table_of
from dagster_project.extraction.read.page.geometry import Box

FIGURE_APART = re.compile(r"\S(?: {2,}|\u3000+ *)[-+]?\d[\d,]*\.?\d*%?(?=\s)")
"""A figure that a wider gap sets apart."""
PIECE = re.compile(r"[^\s](?:[^\S\n\u3000]?[^\s])*")
COLON = re.compile(f"[{punctuation().colons}]")
GAP = re.compile(r"\S(?:\t|\s{2,}|\u3000)\s*\S")
"""What may part columns."""
WIDE = "WF"
FEWEST = 2
"""Figures without which there is no table."""


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


def rows_among(lines: Sequence[str]) -> Iterator[str | list[str]]:
    """Yield lines that follow one another: the cells of those that are rows of a table, the others as they are."""
    for may_be_rows, run in groupby(with_tabs("\n".join(lines)).split("\n"), _has_columns):
        found = list(run)
        cells = [line.strip(" ").split("\t") for line in found]
        if may_be_rows and len(found) >= ROWS and is_table(cells):
            width = max(map(len, cells))
            yield from (row + [""] * (width - len(row)) for row in cells)
        else:
            yield from found


def _has_columns(line: str) -> bool:
    """Tell whether tabs part a line; a caption with its unit of amount has a colon instead."""
    return "\t" in line.strip() and not COLON.search(line)


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
