"""Sheets of a workbook saved as XML (Spreadsheet 2003): cells that name their places, styles that name formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from lxml import etree

from dagster_project.extraction.model.issues import Issue
from dagster_project.extraction.read.markup import attribute, child, children, parse, text_in
from dagster_project.extraction.read.package import unreadable
from dagster_project.extraction.read.sheet.book import (
    MOST_CELLS,
    Area,
    Damaged,
    Format,
    Hidden,
    Sheet,
    SheetContent,
    Value,
)

LARGEST = 192 * 2**20
WIDEST, TALLEST = 16_384, 2**20
NAMED = {
    "Standard": "#,##0.00",
    "Currency": "#,##0.00",
    "Euro Currency": "#,##0.00",
    "Fixed": "0.00",
    "Percent": "0.00%",
    "Scientific": "0.00E+00",
    "General Number": "General",
    "General Date": "yyyy/m/d h:mm",
    "Long Date": "yyyy/m/d",
    "Medium Date": "yyyy/m/d",
    "Short Date": "yyyy/m/d",
    "Long Time": "h:mm:ss",
    "Medium Time": "h:mm",
    "Short Time": "h:mm",
}
"""Formats that have a name instead of a code."""


def open_xml2003(content: bytes) -> list[Sheet] | Issue:
    """Return the sheets of a workbook; an Issue where it is damaged or too large."""
    if len(content) > LARGEST:
        return unreadable(f"The workbook is larger than {LARGEST // 2**20} MB", "Split it, or save it as .xlsx")
    root = parse(content) if b"<!ENTITY" not in content[:4096] else None
    if root is None:
        return unreadable("The workbook is damaged", "Open it in a spreadsheet program and save it as .xlsx")
    formats = _formats(root)
    return [_sheet(number, sheet, formats) for number, sheet in enumerate(children(root, "Worksheet"), 1)]


class CellFound(NamedTuple):
    """A cell by its place, from 0, with its value, its format, and how far it is merged to the right and down."""

    row: int
    column: int
    value: Value
    format: Format | None
    right: int
    down: int
    is_error: bool


def _sheet(number: int, sheet: etree._Element, formats: Mapping[str, Format]) -> Sheet:
    options = child(sheet, "WorksheetOptions")
    is_hidden = options is not None and text_in(options, "Visible") in ("SheetHidden", "SheetVeryHidden")
    table = child(sheet, "Table")

    def found() -> Iterator[CellFound]:
        return _cells(table, formats) if table is not None else iter(())

    return Sheet(
        number,
        attribute(sheet, "Name") or "",
        is_hidden,
        lambda: _content(table, found()),
        lambda: {(cell.row, cell.column): cell.format for cell in found() if cell.format is not None},
    )


def _content(table: etree._Element | None, found: Iterator[CellFound]) -> SheetContent:
    rows: list[list[Value]] = []
    merged: list[Area] = []
    lost = width = 0
    for cell in found:
        width = max(width, cell.column + 1)
        if cell.row * width > MOST_CELLS or cell.column > WIDEST:
            what = f"reaches to row {cell.row + 1}, column {width}"
            raise Damaged(f"{what}. Delete the empty rows and columns after its tables")
        rows += [[] for _ in range(cell.row + 1 - len(rows))]
        values = rows[cell.row]
        values += [None] * (cell.column - len(values)) + [cell.value]
        if cell.right or cell.down:
            merged.append(((cell.row, cell.column), (cell.row + cell.down, cell.column + cell.right)))
        lost += cell.is_error
    return SheetContent(rows, merged, lost, False, _hidden(table) if table is not None else Hidden())


def _cells(table: etree._Element, formats: Mapping[str, Format]) -> Iterator[CellFound]:
    """Yield the cells that hold something; rows and cells without an index follow the one before."""
    columns = {
        column: style
        for first, count, element in _spread(table, "Column")
        if (style := attribute(element, "StyleID")) is not None
        for column in range(first, min(first + count, WIDEST))
    }
    for row, _, element in _spread(table, "Row"):
        style_of_row = attribute(element, "StyleID")
        for column, _, cell in _spread(element, "Cell"):
            data = child(cell, "Data")
            right, down = (min(_number(cell, name, 0), TALLEST) for name in ("MergeAcross", "MergeDown"))
            value = _value(data) if data is not None else None
            is_error = data is not None and attribute(data, "Type") == "Error"
            if value is None and not (is_error or right or down):
                continue
            style = attribute(cell, "StyleID") or style_of_row or columns.get(column)
            yield CellFound(row, column, value, formats.get(style or "Default"), right, down, is_error)


def _spread(parent: etree._Element, kind: str) -> Iterator[tuple[int, int, etree._Element]]:
    """Yield rows, cells or columns with their place and how many of them one stands for; none steps backwards."""
    place = 0
    for element in children(parent, kind):
        place = max(_number(element, "Index", place + 1) - 1, place)
        if place >= TALLEST:
            raise Damaged("names a cell that stands nowhere. Open it in a spreadsheet program")
        span = _number(element, "Span", 0) + 1 if kind != "Cell" else _number(element, "MergeAcross", 0) + 1
        yield place, min(span, TALLEST), element
        place += span


def _value(data: etree._Element) -> Value:
    text = "".join(map(str, data.itertext()))
    kind = attribute(data, "Type")
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return datetime.fromisoformat(text)
    except ValueError:
        return text
    if kind == "Boolean":
        return text.strip() == "1"
    return None if kind == "Error" else text or None


def _formats(root: etree._Element) -> dict[str, Format]:
    """Return the formats of cells by the key of their style; a style without one has that of its parent."""
    found: dict[str, Format] = {}
    for styles in children(root, "Styles"):
        for style in children(styles, "Style"):
            number = child(style, "NumberFormat")
            code = attribute(number, "Format") if number is not None else None
            parent = found.get(attribute(style, "Parent") or "Default")
            format = Format(NAMED.get(code, code)) if code else parent
            if format is not None:
                found[attribute(style, "ID") or ""] = format
    return found


def _hidden(table: etree._Element) -> Hidden:
    rows, columns = (
        frozenset(
            place
            for first, count, element in _spread(table, kind)
            if attribute(element, "Hidden") == "1"
            for place in range(first, min(first + count, most))
        )
        for kind, most in (("Row", TALLEST), ("Column", WIDEST))
    )
    return Hidden(rows, columns)


def _number(element: etree._Element, name: str, default: int) -> int:
    value = attribute(element, name)
    return int(value) if value and value.isdecimal() and len(value) < 9 else default
