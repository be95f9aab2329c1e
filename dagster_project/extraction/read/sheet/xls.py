"""Sheets of an old binary workbook (XLS), by xlrd: calamine ends the whole process on some that are damaged."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from dagster_project.extraction.model.issues import Issue
from dagster_project.extraction.read.package import unreadable
from dagster_project.extraction.read.sheet.book import (
    MOST_CELLS,
    Damaged,
    Format,
    Hidden,
    Place,
    Sheet,
    SheetContent,
    Value,
)
from dagster_project.extraction.read.sheet.looks import Look, is_white, take_off
from dagster_project.extraction.read.sheet.numbers import shows_texts

LARGEST = 48 * 2**20
SOLID = 1
"""The pattern of a fill of one colour."""


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
    unseen = take_off(rows, _unseen(book, sheet))
    return SheetContent(rows, merged, lost, not sheet.show_zero_values, hidden, unseen)


def _unseen(book: Any, sheet: Any) -> Iterator[Place]:
    """Yield the cells that nobody sees; a text in several looks may be seen."""
    import xlrd

    unseen = {number for number, format in enumerate(book.xf_list) if _look(book, format).is_unseen}
    without_texts = {
        number
        for number, format in enumerate(book.xf_list)
        if format.format_key in book.format_map and not shows_texts(book.format_map[format.format_key].format_str)
    }
    if not unseen and not without_texts:
        return
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            format = sheet.cell_xf_index(row, column)
            is_rich = (row, column) in sheet.rich_text_runlist_map
            is_without = kind == xlrd.XL_CELL_TEXT and format in without_texts
            if (format in unseen and not is_rich) or is_without:
                yield row, column


def _look(book: Any, format: Any) -> Look:
    """Return how text looks in a format."""
    font = book.font_list[format.font_index] if format.font_index < len(book.font_list) else None
    ground = format.background
    is_backed = ground.fill_pattern != 0 and not (
        ground.fill_pattern == SOLID and is_white(book.colour_map.get(ground.pattern_colour_index))
    )
    white = font is not None and is_white(book.colour_map.get(font.colour_index))
    return Look(white, is_backed, font is not None and bool(font.struck_out))


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
