"""Rows and columns that a sheet does not show: their cells are blank, and what is merged with them is moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

from dagster_project.extraction.read.sheet.book import Area, SheetContent, Value


def shown_only(content: SheetContent) -> SheetContent:
    """Return the content of a sheet without what stands in hidden rows and columns."""
    hidden = content.hidden
    if not hidden.rows and not hidden.columns:
        return content
    rows = [
        [None if hidden.holds(row, column) else value for column, value in enumerate(values)]
        for row, values in enumerate(content.rows)
    ]
    merged = []
    for area in content.merged:
        (top, left), last = area
        place = _first_shown(area, content) if hidden.holds(top, left) else (top, left)
        if place is None or place[0] >= len(rows):
            continue
        if place != (top, left):
            _put(rows[place[0]], place[1], content.rows[top][left] if left < len(content.rows[top]) else None)
        merged.append((place, last))
    return content._replace(rows=rows, merged=merged)


class Hidden(NamedTuple):
    """Hidden rows and columns: as a spreadsheet names them, and how many there are."""

    named: str
    number: int


def what_is_hidden(content: SheetContent) -> Hidden | None:
    """Return the hidden rows and columns that hold anything; None where there are none."""
    hidden = content.hidden
    rows = [row for row in sorted(hidden.rows) if row < len(content.rows) and any(map(_says, content.rows[row]))]
    columns = [
        column
        for column in sorted(hidden.columns)
        if any(column < len(values) and _says(values[column]) for values in content.rows)
    ]
    named = [f"row {listed(str(row + 1) for row in rows)}"] if rows else []
    named += [f"column {listed(map(_letters, columns))}"] if columns else []
    return Hidden(" and ".join(named), len(rows) + len(columns)) if named else None


def _first_shown(area: Area, content: SheetContent) -> tuple[int, int] | None:
    (top, left), (bottom, right) = area
    places = product(range(top, min(bottom + 1, len(content.rows))), range(left, right + 1))
    return next((place for place in places if not content.hidden.holds(*place)), None)


def _put(values: list[Value], column: int, value: Value) -> None:
    if isinstance(value, str):
        values += [None] * (column + 1 - len(values))
        values[column] = value


def _says(value: Value) -> bool:
    return value is not None and value != ""


def cell_name(row: int, column: int) -> str:
    """Return what a spreadsheet calls a cell, by its row and column from 0."""
    return f"{_letters(column)}{row + 1}"


def listed(names: Iterable[str], most: int = 10) -> str:
    """Return names as a sentence lists them, the first of many."""
    found: Sequence[str] = list(names)
    return ", ".join(found[:most]) + (f" and {len(found) - most} more" if len(found) > most else "")


def _letters(column: int) -> str:
    """Return what a spreadsheet calls a column: A to Z, AA and so on."""
    before, last = divmod(column, 26)
    return (_letters(before - 1) if before else "") + chr(65 + last)
