"""Rows that no line parts: a line of text with an amount is a row, and the words wrapped beside it are of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from dagster_project.extraction.read.page.aligned import FIGURE
from dagster_project.extraction.read.page.characters import Character
from dagster_project.extraction.read.page.geometry import Box
from dagster_project.extraction.read.page.gutters import is_amount
from dagster_project.extraction.read.page.lattice import SNAP
from dagster_project.extraction.read.page.lines import text_lines
from dagster_project.extraction.read.page.parting import words_apart

AS_FAR = 0.8
"""Part of the distance of rows at which a line without an amount stands from both of its neighbours, to be one."""


class Row(NamedTuple):
    """A line of text: from where to where it is printed down the page, and whether it has an amount in a column."""

    top: float
    bottom: float
    has_amount: bool


def levels_between_rows(characters: Sequence[Character]) -> list[float]:
    """Return where the rows are parted that characters print between two lines across; nothing where they are one."""
    found = [(line, list(words_apart(line))) for line in text_lines(characters)]
    figures = [[part.box for part in parts if FIGURE.fullmatch(part.text)] for _, parts in found]
    lines = [
        Row(
            min(each.baseline - each.size for each in line),
            max(each.baseline for each in line),
            any(is_amount(part) and _stands_in_column(part.box, figures, number) for part in parts),
        )
        for number, (line, parts) in enumerate(found)
    ]
    if sum(line.has_amount for line in lines) < 2:
        return []
    return [(lines[at].bottom + lines[at + 1].top) / 2 for at in _ends(lines)]


def _stands_in_column(amount: Box, figures: Sequence[Sequence[Box]], line: int) -> bool:
    """Tell whether another line has a figure above or below an amount; where words are wrapped before it, none has."""
    others = (other for number, each in enumerate(figures) if number != line for other in each)
    return any(
        abs(amount.right - other.right) < SNAP or abs(amount.left + amount.right - other.left - other.right) < SNAP
        for other in others
    )


def _ends(lines: Sequence[Row]) -> Iterator[int]:
    """Yield the last line of each row but the last: what stands farthest from the next, up to the next row's amount."""
    gaps = [other.top - one.bottom for one, other in pairwise(lines)]
    together = [
        gap for gap, (one, other) in zip(gaps, pairwise(lines), strict=True) if one.has_amount and other.has_amount
    ]
    apart = AS_FAR * median(together) if together else float("inf")
    rows = [
        index
        for index, line in enumerate(lines)
        if line.has_amount or (min(gaps[max(index - 1, 0) : index + 1], default=0.0) >= apart > 0)
    ]
    for one, other in pairwise(rows):
        yield max(range(one, other), key=lambda index: gaps[index])
