"""The numbers of a workbook saved as XML of 2003: its shown cells that hold one, row by row.

A zero is left out: a format may show it as a dash, or not at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

from dagster_project.extraction.recount import Printed

DIGIT = re.compile(r"\d")
WIDEST = 16_384
Element = ElementTree.Element


def printed(content: bytes, encoding: str | None) -> Printed:
    """Return how many cells of a row hold a digit other than a zero by itself; hidden sheets, rows and columns none."""
    cells: Counter[tuple[int, int]] = Counter()
    sheets = (each for each in ElementTree.fromstring(content) if _name(each) == "Worksheet")
    for number, sheet in enumerate(sheets, 1):
        if not any(_name(each) == "Visible" and (each.text or "").strip() != "SheetVisible" for each in sheet.iter()):
            for row in _rows(sheet):
                cells[number, row] += 1
    return Printed(cells=cells)


def _rows(sheet: Element) -> Iterator[int]:
    """Yield the row of each shown cell that holds a digit."""
    unseen: set[int] = set()
    row = column = 0
    for each in sheet.iter():
        if _name(each) == "Column":
            column = _number(each, "Index", column + 1)
            last = min(column + _number(each, "Span", 0), WIDEST)
            unseen.update(range(column, last + 1) if _value(each, "Hidden") == "1" else ())
            column = last
        elif _name(each) == "Row":
            row = _number(each, "Index", row + 1)
            if _value(each, "Hidden") != "1":
                yield from (row for column in _columns(each) if column not in unseen)
            row += _number(each, "Span", 0)


def _columns(row: Element) -> Iterator[int]:
    """Yield the columns of the cells of a row that hold a digit."""
    column = 0
    for cell in (each for each in row if _name(each) == "Cell"):
        column = _number(cell, "Index", column + 1)
        if any(_name(data) == "Data" and _holds_number(data) for data in cell):
            yield column
        column += _number(cell, "MergeAcross", 0)


def _holds_number(data: Element) -> bool:
    kind, text = _value(data, "Type"), "".join(data.itertext())
    if kind in ("Boolean", "Error") or not DIGIT.search(text):
        return False
    return kind != "Number" or float(text) != 0


def _number(element: Element, name: str, default: int) -> int:
    value = _value(element, name)
    return int(value) if value.isdecimal() and len(value) < 9 else default


def _value(element: Element, name: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
