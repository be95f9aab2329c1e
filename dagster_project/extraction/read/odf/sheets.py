"""Sheets of an OpenDocument spreadsheet: each cell as it is shown, its value where the file does not say how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from lxml import etree

from dagster_project.extraction.read.markup import attribute, children
from dagster_project.extraction.read.odf.cells import cells, is_hidden, number, repeated
from dagster_project.extraction.read.odf.frames import Data, shapes_of
from dagster_project.extraction.read.odf.styles import Styles
from dagster_project.extraction.read.odf.unseen import Unseen
from dagster_project.extraction.read.odf.words import shown
from dagster_project.extraction.read.sheet.book import (
    MOST_CELLS,
    Area,
    Damaged,
    Hidden,
    Place,
    Sheet,
    SheetContent,
    Value,
)

WIDEST = 16_384


def sheets_of(spreadsheet: etree._Element, styles: Styles, looks: Unseen, data: Data) -> list[Sheet]:
    """Return the sheets of a spreadsheet; `data` returns other parts of its package."""
    tables = enumerate(children(spreadsheet, "table"), 1)
    return [_sheet(number, table, styles, looks, data) for number, table in tables]


def _sheet(number: int, table: etree._Element, styles: Styles, looks: Unseen, data: Data) -> Sheet:
    name = attribute(table, "name") or ""
    return Sheet(
        number,
        name,
        styles.hides(table),
        lambda: _content(table, styles, looks),
        lambda: {},
        lambda: shapes_of(table, styles, data),
    )


def _content(table: etree._Element, styles: Styles, looks: Unseen) -> SheetContent:
    white = _white(table, looks)
    rows: list[list[Value]] = []
    merged: list[Area] = []
    unseen: dict[Place, str] = {}
    hidden_rows: set[int] = set()
    lost = count = 0
    for top, times, element in repeated(table, "table-row"):
        values, areas, errors = _row(element, top, styles)
        below = dict(_unseen(element, white))
        if not values and not below:
            continue  # blank rows up to the last row of the program
        count += (top - len(rows) + times) * len(values)
        if count > MOST_CELLS or top + times > MOST_CELLS:
            what = f"reaches to row {top + times}, column {len(values)}"
            raise Damaged(f"{what}. Delete the empty rows and columns after its tables")
        rows += [[] for _ in range(top - len(rows))] + [values] * times
        merged += areas
        unseen |= {(row, column): words for row in range(top, top + times) for column, words in below.items()}
        lost += errors * times
        hidden_rows.update(range(top, top + times) if is_hidden(element) else ())
    columns = frozenset(
        column
        for first, times, element in repeated(table, "table-column")
        if is_hidden(element)
        for column in range(first, min(first + times, WIDEST))
    )
    return SheetContent(rows, merged, lost, False, Hidden(frozenset(hidden_rows), columns), unseen)


def _white(table: etree._Element, looks: Unseen) -> dict[etree._Element, str]:
    """Take what nobody sees off the cells of a table, and return it."""
    by_column = {
        column: attribute(element, "default-cell-style-name")
        for first, times, element in repeated(table, "table-column")
        for column in range(first, min(first + times, WIDEST))
    }
    around, found = looks.within(table), {}
    for _, _, row in repeated(table, "table-row"):
        look, of_row = looks.within(row, around), attribute(row, "default-cell-style-name")
        for column, _, cell, _ in cells(row):
            if words := " ".join(looks.take_off(cell, look, of_row or by_column.get(column))):
                found[cell] = words
    return found


def _unseen(row: etree._Element, white: Mapping[etree._Element, str]) -> Iterator[tuple[int, str]]:
    """Yield what stands in the cells of a row and nobody sees, by column: also a number whose format shows nothing."""
    for column, times, cell, is_covered in cells(row):
        words = white.get(cell, "")
        is_blank = not is_covered and not "".join(map(str, cell.itertext())).strip() and len(cell) > 0
        if not words.strip("#") and (words or is_blank):
            words = attribute(cell, "value") or ""
        if words and column + times <= WIDEST:
            yield from ((place, words) for place in range(column, column + times))


def _row(row: etree._Element, top: int, styles: Styles) -> tuple[list[Value], list[Area], int]:
    """Return the values of a row up to the last that is not blank, its merged areas, and its errors."""
    values: list[Value] = []
    areas: list[Area] = []
    lost = 0
    for column, times, element, is_covered in cells(row):
        is_error = attribute(element, "value-type") == "error" or _calculated_error(element)
        lost += times if is_error else 0
        value = None if is_covered or is_error else _value(element, styles)
        if value is None:
            continue
        if column + times > WIDEST:
            raise Damaged(f"reaches to column {column + times}. Delete the empty columns after its tables")
        values += [None] * (column - len(values)) + [value] * times
        width, height = number(element, "number-columns-spanned"), number(element, "number-rows-spanned")
        if (width, height) != (1, 1):
            areas.append(((top, column), (top + height - 1, column + width - 1)))
    return values, areas, lost


def _calculated_error(cell: etree._Element) -> bool:
    return any(str(key).endswith("}value-type") and str(value) == "error" for key, value in cell.items())


def _value(cell: etree._Element, styles: Styles) -> Value:
    """Return what a cell shows; its value where it shows nothing that says, or where its column is too narrow."""
    text = shown(cell, styles)
    if text is not None and (not text or text.strip("#")):
        return text or None
    kind, value = attribute(cell, "value-type"), attribute(cell, "value")
    if kind in ("float", "currency", "percentage") and value is not None:
        return _number(value, kind == "percentage")
    for name in ("date-value", "time-value", "boolean-value", "string-value"):
        if found := attribute(cell, name):
            return found
    return text


def _number(value: str, is_percentage: bool) -> Value:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    return f"{(number * 100).normalize():f}%" if is_percentage else float(number)
