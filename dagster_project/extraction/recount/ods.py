"""The numbers of an OpenDocument spreadsheet (.ods): its shown cells that hold one, row by row, from its content."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from dagster_project.extraction.recount import Printed
from dagster_project.extraction.recount.markup import Element, name_of, number_of, parse, value_of

DIGIT, NOT_ZERO = re.compile(r"\d"), re.compile(r"[1-9]")
MOST = 2**20
"""What a number of repetitions may be."""
UNPRINTED = {"annotation", "ruby-text", "note"}
DRAWN = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
"""What floats over a sheet is kept in the cell it is fixed to, and is no part of what the cell shows."""
HIDDEN = {"collapse", "filter"}


def printed(content: bytes, encoding: str | None) -> Printed:
    """Return how many cells of a row show a digit; hidden sheets, rows and columns none."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = parse(package.read("content.xml"))
    unseen = {
        value_of(style, "name")
        for style in root.iter()
        if name_of(style) == "style" and any(value_of(each, "display") == "false" for each in style)
    }
    cells: Counter[tuple[int, int]] = Counter()
    tables = (table for book in root.iter() if name_of(book) == "spreadsheet" for table in book)
    for number, table in enumerate((table for table in tables if name_of(table) == "table"), 1):
        if value_of(table, "style-name") not in unseen:
            for row, count in _rows(table):
                cells[number, row] += count
    return Printed(cells=cells)


def _rows(table: Element) -> Iterator[tuple[int, int]]:
    """Yield the rows, from 1, with the number of their shown cells that hold a digit."""
    gaps = list(_hidden_columns(table))
    row = 1
    for line in (each for each in table.iter() if name_of(each) == "table-row"):
        times = times_of(line, "number-rows-repeated")
        count = 0 if value_of(line, "visibility") in HIDDEN else sum(_shown(line, gaps))
        if count:
            yield from ((row + offset, count) for offset in range(times))
        row += times


def _shown(line: Element, gaps: list[range]) -> Iterator[int]:
    """Yield of each cell with a digit in how many shown columns it stands."""
    column = 0
    for cell in line:
        times = times_of(cell, "number-columns-repeated")
        if name_of(cell) == "table-cell" and _holds_digit(cell):
            yield sum(not any(place in gap for gap in gaps) for place in range(column, column + times))
        column += times


def _hidden_columns(table: Element) -> Iterator[range]:
    column = 0
    for each in (each for each in table.iter() if name_of(each) == "table-column"):
        times = times_of(each, "number-columns-repeated")
        if value_of(each, "visibility") in HIDDEN:
            yield range(column, column + times)
        column += times


def _holds_digit(cell: Element) -> bool:
    text = "".join(words(cell))
    if text.strip("# \n"):
        return DIGIT.search(text) is not None
    return NOT_ZERO.search(value_of(cell, "value")) is not None


def words(element: Element) -> Iterator[str]:
    """Yield the texts that are printed in an element."""
    yield element.text or ""
    for child in element:
        if name_of(child) not in UNPRINTED and DRAWN not in child.tag:
            yield from words(child)
        yield child.tail or ""


def times_of(element: Element, name: str) -> int:
    """Return how often an element is repeated."""
    return min(max(number_of(element, name, 1), 1), MOST)
