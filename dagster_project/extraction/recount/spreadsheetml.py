"""The numbers of a workbook saved as XML of 2003: its shown cells that hold one, row by row.

A zero is left out: a format may show it as a dash, or not at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dagster_project.extraction.recount import Printed
from dagster_project.extraction.recount.markup import Element, name_of, number_of, parse, value_of

DIGIT, NOT_ZERO = re.compile(r"\d"), re.compile(r"[1-9]")
WIDEST = 16_384


def printed(content: bytes, encoding: str | None) -> Printed:
    """Return how many cells of a row hold a digit other than a zero by itself; hidden sheets, rows and columns none."""
    cells: Counter[tuple[int, int]] = Counter()
    sheets = (each for each in parse(content) if name_of(each) == "Worksheet")
    for number, sheet in enumerate(sheets, 1):
        if not any(name_of(each) == "Visible" and (each.text or "").strip() != "SheetVisible" for each in sheet.iter()):
            for row in _rows(sheet):
                cells[number, row] += 1
    return Printed(cells=cells)


def _rows(sheet: Element) -> Iterator[int]:
    """Yield the row of each shown cell that holds a digit."""
    unseen: set[int] = set()
    row = column = 0
    for each in sheet.iter():
        if name_of(each) == "Column":
            column = number_of(each, "Index", column + 1)
            last = min(column + number_of(each, "Span", 0), WIDEST)
            unseen.update(range(column, last + 1) if value_of(each, "Hidden") == "1" else ())
            column = last
        elif name_of(each) == "Row":
            row = number_of(each, "Index", row + 1)
            if value_of(each, "Hidden") != "1":
                yield from (row for column in _columns(each) if column not in unseen)
            row += number_of(each, "Span", 0)


def _columns(row: Element) -> Iterator[int]:
    """Yield the columns of the cells of a row that hold a digit."""
    column = 0
    for cell in (each for each in row if name_of(each) == "Cell"):
        column = number_of(cell, "Index", column + 1)
        if any(name_of(data) == "Data" and _holds_number(data) for data in cell):
            yield column
        column += number_of(cell, "MergeAcross", 0)


def _holds_number(data: Element) -> bool:
    kind, text = value_of(data, "Type"), "".join(data.itertext())
    if kind in ("Boolean", "Error") or not DIGIT.search(text):
        return False
    return kind != "Number" or NOT_ZERO.search(text) is not None
