"""Rows that no line parts: a line of text with an amount is a row, and the words wrapped beside it are of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from dagster_project.extraction.read.page.aligned import FIGURE, Part
from dagster_project.extraction.read.page.characters import Character
from dagster_project.extraction.read.page.gutters import is_amount
from dagster_project.extraction.read.page.lattice import SNAP
from dagster_project.extraction.read.page.lines import text_lines
from dagster_project.extraction.read.page.parting import words_apart
from dagster_project.extraction.read.page.wrapped_rows import shared

AS_FAR = 0.8
"""Part of the distance of rows at which a line without an amount stands from both of its neighbours, to be one."""


class Row(NamedTuple):
    """A line of text: from where to where it is printed down the page, and whether it has an amount in a column."""

    top: float
    bottom: float
    has_amount: bool
    parts: Sequence[Part]


class Levels(NamedTuple):
    """Where rows are parted, down the page, and how far words stand from the place of their row, in points."""

    at: list[float]
    astray: float


def levels_between_rows(characters: Sequence[Character]) -> list[float]:
    """Return where the rows are parted that characters print between two lines across; nothing where they are one."""
    return levels_of(characters).at


def levels_of(characters: Sequence[Character]) -> Levels:
    """Return where the rows are parted that characters print, and how well their words stand in them."""
    found = [(line, list(words_apart(line))) for line in text_lines(characters)]
    figures = [[part for part in parts if FIGURE.fullmatch(part.text)] for _, parts in found]
    lines = [
        Row(
            min(each.baseline - each.size for each in line),
            max(each.baseline for each in line),
            any(is_amount(part) and _stands_in_column(part, part is parts[0], figures, number) for part in parts),
            parts,
        )
        for number, (line, parts) in enumerate(found)
    ]
    if sum(line.has_amount for line in lines) < 2:
        return Levels([], 0.0)
    astray, ends = _ends(lines)
    return Levels([(lines[at].bottom + lines[at + 1].top) / 2 for at in ends], astray)


def _stands_in_column(amount: Part, is_first: bool, figures: Sequence[Sequence[Part]], line: int) -> bool:
    """Tell whether another line has a figure above or below an amount; where words are wrapped before it, none has.

    Codes below one another, before all else, are no amounts.
    """
    others = [
        other
        for number, each in enumerate(figures)
        if number != line
        for other in each
        if abs(amount.box.right - other.box.right) < SNAP
        or abs(amount.box.left + amount.box.right - other.box.left - other.box.right) < SNAP
    ]
    return bool(others) and not (is_first and all(each.text.isdecimal() for each in (amount, *others)))


def _ends(lines: Sequence[Row]) -> tuple[float, Sequence[int]]:
    """Return the last line of each row but the last, and how far words stand from the place of their row then."""
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
    if len(rows) == len(lines):
        return 0.0, rows[:-1]
    return shared([line.parts for line in lines], rows)
