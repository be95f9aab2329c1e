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
    Place,
    Sheet,
    SheetContent,
    Value,
)
from dagster_project.extraction.read.sheet.looks import Look, hexadecimal, is_white, take_off
from dagster_project.extraction.read.sheet.numbers import shows_texts

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
    styles = _styles(root)
    return [_sheet(number, sheet, styles) for number, sheet in enumerate(children(root, "Worksheet"), 1)]


class Style(NamedTuple):
    """What a style gives a cell: a format where it names one, and how its text looks."""

    format: Format | None = None
    look: Look = Look()


PLAIN = Style()


class CellFound(NamedTuple):
    """A cell by its place, from 0, with its value, its style, and how far it is merged to the right and down."""

    row: int
    column: int
    value: Value
    style: Style
    right: int
    down: int
    is_error: bool
    is_rich: bool

    @property
    def is_unseen(self) -> bool:
        """Tell whether nobody sees the value; a text in several looks may be seen."""
        code = self.style.format.code if self.style.format else ""
        return (self.style.look.is_unseen and not self.is_rich) or (
            isinstance(self.value, str) and not shows_texts(code)
        )


def _sheet(number: int, sheet: etree._Element, styles: Mapping[str, Style]) -> Sheet:
    options = child(sheet, "WorksheetOptions")
    is_hidden = options is not None and text_in(options, "Visible") in ("SheetHidden", "SheetVeryHidden")
    table = child(sheet, "Table")

    def found() -> Iterator[CellFound]:
        return _cells(table, styles) if table is not None else iter(())

    return Sheet(
        number,
        attribute(sheet, "Name") or "",
        is_hidden,
        lambda: _content(table, found()),
        lambda: {(cell.row, cell.column): cell.style.format for cell in found() if cell.style.format is not None},
    )


def _content(table: etree._Element | None, found: Iterator[CellFound]) -> SheetContent:
    rows: list[list[Value]] = []
    merged: list[Area] = []
    unseen: list[Place] = []
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
        unseen += [(cell.row, cell.column)] if cell.is_unseen else []
    hidden = _hidden(table) if table is not None else Hidden()
    return SheetContent(rows, merged, lost, False, hidden, take_off(rows, unseen))


def _cells(table: etree._Element, styles: Mapping[str, Style]) -> Iterator[CellFound]:
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
            is_rich = data is not None and len(data) > 0
            yield CellFound(row, column, value, styles.get(style or "Default", PLAIN), right, down, is_error, is_rich)


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


def _styles(root: etree._Element) -> dict[str, Style]:
    """Return what the styles of cells give, by their key; what one does not name is as in its parent."""
    found: dict[str, Style] = {}
    for styles in children(root, "Styles"):
        for style in children(styles, "Style"):
            number = child(style, "NumberFormat")
            code = attribute(number, "Format") if number is not None else None
            above = found.get(attribute(style, "Parent") or "Default", PLAIN)
            format = Format(NAMED.get(code, code)) if code else above.format
            found[attribute(style, "ID") or ""] = Style(format, _look(style, above.look))
    return found


def _look(style: etree._Element, above: Look) -> Look:
    font, ground = child(style, "Font"), child(style, "Interior")
    if font is not None:
        struck, colour = attribute(font, "StrikeThrough") == "1", hexadecimal(attribute(font, "Color"))
        above = above._replace(is_white=is_white(colour), is_struck=struck)
    if ground is not None:
        pattern = attribute(ground, "Pattern") or "None"
        is_paper = pattern == "Solid" and is_white(hexadecimal(attribute(ground, "Color")))
        above = above._replace(is_backed=pattern != "None" and not is_paper)
    return above


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
