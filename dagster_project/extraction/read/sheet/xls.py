"""Sheets of an old binary workbook (XLS), by xlrd: calamine ends the whole process on some that are damaged."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dagster_project.extraction.model.issues import Issue
from dagster_project.extraction.read.package import unreadable
from dagster_project.extraction.read.sheet.book import MOST_CELLS, Damaged, Format, Hidden, Sheet, SheetContent, Value

LARGEST = 48 * 2**20


def open_xls(content: bytes) -> list[Sheet] | Issue:
    """Return the sheets of a workbook; an Issue where it is damaged, protected, or too large."""
    import xlrd  # for old workbooks only

    if len(content) > LARGEST:
        return unreadable(f"The workbook is larger than {LARGEST // 2**20} MB", "Split it, or save it as .xlsx")
    try:
        book = xlrd.open_workbook(
            file_contents=content,
            logfile=io.StringIO(),
            formatting_info=True,
            ragged_rows=True,
            ignore_workbook_corruption=True,
        )
    except Exception as error:  # a damaged file breaks it anywhere
        if "encrypted" in str(error):
            return unreadable("The workbook is protected by a password", "Save it without one, and deliver it again")
        return unreadable("The workbook is damaged", "Open it in a spreadsheet program and save it as .xlsx")
    return [_sheet(book, number, sheet) for number, sheet in enumerate(book.sheets(), 1)]


def _sheet(book: Any, number: int, sheet: Any) -> Sheet:
    return Sheet(
        number, sheet.name, sheet.visibility != 0, lambda: _content(book, sheet), lambda: _formats(book, sheet)
    )


def _content(book: Any, sheet: Any) -> SheetContent:
    import xlrd

    if sum(map(sheet.row_len, range(sheet.nrows))) > MOST_CELLS:
        what = f"reaches to row {sheet.nrows}, column {sheet.ncols}"
        raise Damaged(f"{what}. Delete the empty rows and columns after its tables")
    rows = [
        [_value(value, kind, book.datemode) for value, kind in zip(sheet.row_values(row), types, strict=True)]
        for row in range(sheet.nrows)
        for types in [sheet.row_types(row)]
    ]
    merged = [((top, left), (bottom - 1, right - 1)) for top, bottom, left, right in sheet.merged_cells]
    lost = sum(sheet.row_types(row).count(xlrd.XL_CELL_ERROR) for row in range(sheet.nrows))
    hidden = Hidden(
        frozenset(row for row, info in sheet.rowinfo_map.items() if info.hidden),
        frozenset(column for column, info in sheet.colinfo_map.items() if info.hidden),
    )
    return SheetContent(rows, merged, lost, not sheet.show_zero_values, hidden)


def _value(value: Any, kind: int, datemode: int) -> Value:
    import xlrd

    if kind == xlrd.XL_CELL_TEXT:
        return str(value)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if kind == xlrd.XL_CELL_DATE and value >= 0:
        try:
            found: datetime = xlrd.xldate.xldate_as_datetime(value, datemode)
        except (ValueError, OverflowError):  # a number under a format of dates, before or after all of them
            return float(value)
        return found.time() if value < 1 else found
    return float(value) if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE) else None


def _formats(book: Any, sheet: Any) -> Mapping[tuple[int, int], Format]:
    import xlrd

    found = {}
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
                key = book.xf_list[sheet.cell_xf_index(row, column)].format_key
                if key in book.format_map:
                    found[(row, column)] = Format(book.format_map[key].format_str, key)
    return found
