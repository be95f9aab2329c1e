"""Rows and cells of an OpenDocument table: what is repeated is counted, not copied, until it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from dagster_project.extraction.read.markup import attribute, name

CELLS = ("table-cell", "covered-table-cell")
ROW_GROUPS = ("table-row-group", "table-header-rows", "table-rows")
COLUMN_GROUPS = ("table-column-group", "table-header-columns", "table-columns")
UNSEEN = ("collapse", "filter")
MOST = 2**20
"""What a number of repetitions or of spanned cells may be."""


class CellFound(NamedTuple):
    """A cell: its first column, from 0, how often it is repeated, its element, and whether another covers it."""

    column: int
    times: int
    element: etree._Element
    is_covered: bool


def repeated(parent: etree._Element, kind: str) -> Iterator[tuple[int, int, etree._Element]]:
    """Yield the rows or columns of a table with the place of each and how often it is repeated, groups opened."""
    place = 0
    groups = ROW_GROUPS if kind == "table-row" else COLUMN_GROUPS
    for element in _inside(parent, kind, groups):
        count = number(element, f"number-{kind.removeprefix('table-')}s-repeated")
        yield place, count, element
        place += count


def cells(row: etree._Element) -> Iterator[CellFound]:
    """Yield the cells of a row."""
    column = 0
    for element in row:
        if name(element) in CELLS:
            count = number(element, "number-columns-repeated")
            yield CellFound(column, count, element, name(element) != "table-cell")
            column += count


def number(element: etree._Element, wanted: str) -> int:
    """Return how many times, or over how many cells; 1 where it is not said."""
    value = attribute(element, wanted) or "1"
    return min(max(int(value), 1), MOST) if value.isdecimal() and len(value) < 9 else 1


def is_hidden(element: etree._Element) -> bool:
    """Tell whether a row or column is not shown."""
    return attribute(element, "visibility") in UNSEEN


def _inside(parent: etree._Element, kind: str, groups: tuple[str, ...]) -> Iterator[etree._Element]:
    for element in parent:
        if name(element) == kind:
            yield element
        elif name(element) in groups:
            yield from _inside(element, kind, groups)
