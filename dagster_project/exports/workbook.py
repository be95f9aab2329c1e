"""One workbook with a sheet per table, written row by row: texts stay texts, figures are numbers, nothing is run.

Tables stand behind the sheets `contents` and `dictionary`. A sheet holds 1,048,576 rows: a longer table goes on in a
second one, and both the contents and the returned notes say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from typing import Any

import xlsxwriter
from rich.cells import cell_len
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dagster_project.atomic import replaced
from dagster_project.exports.dictionary import Entry, entries
from dagster_project.exports.sources import Row, Source
from dagster_project.publication.descriptions import Column
from dagster_project.publication.releases import Release

FILE = "yusuan.xlsx"
ROWS_PER_SHEET = 1_048_575
"""Rows of a sheet below its header."""
EXACT = 15
"""Significant digits of a number in a spreadsheet."""
LONGEST_NAME = 31
LOOKED_AT = 200
NARROWEST, WIDEST = 8, 48


@dataclass
class _Book:
    """A workbook at work, its formats, and what has to be told of it."""

    workbook: xlsxwriter.Workbook
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        # a text stays one even where a person edits its cell
        self.text = self.workbook.add_format({"num_format": "@"})
        self.header = self.workbook.add_format({"bold": True, "bg_color": "#DDE6EE", "num_format": "@"})
        self.link = self.workbook.get_default_url_format()
        self.whole = self.workbook.add_format({"num_format": "0"})
        self.money = self.workbook.add_format({"num_format": "#,##0.00"})
        self.share = self.workbook.add_format({"num_format": "0.0#%"})

    def format_of(self, column: Column) -> Format | None:
        """Return how the cells of a column are shown."""
        if column.kind == "VARCHAR":
            return self.text
        if column.kind in {"INTEGER", "BIGINT"}:
            return self.whole
        return {"CNY": self.money, "1 = 100 %": self.share}.get(column.unit or "")


def write_workbook(release: Release, exported: list[Source], folder: Path) -> list[str]:
    """Write `yusuan.xlsx` and return what a reader has to be told of it."""
    options = {"constant_memory": True, "tmpdir": str(folder)}
    with replaced(folder / FILE) as beside, xlsxwriter.Workbook(str(beside), options) as workbook:
        workbook.set_properties({"title": "Yusuan 预算", "comments": f"Release {release.release_id}"})
        workbook.set_custom_property("release_id", release.release_id)
        book = _Book(workbook)
        sheets = {source.name: _sheet_names(source) for source in exported}
        _write_contents(book, release, exported, sheets)
        _write_dictionary(book, exported)
        for source in exported:
            _write_table(book, source, sheets[source.name])
    return book.notes


def _sheet_names(source: Source) -> list[str]:
    """Return a name for each sheet that a table needs."""
    more = (source.count() - 1) // ROWS_PER_SHEET
    suffixes = ["", *(f"_{number}" for number in range(2, more + 2))]
    return [source.name[: LONGEST_NAME - len(suffix)] + suffix for suffix in suffixes]


def _write_contents(book: _Book, release: Release, exported: list[Source], sheets: dict[str, list[str]]) -> None:
    sheet = book.workbook.add_worksheet("contents")
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 2, 24)
    sheet.set_column(3, 3, 110)
    sheet.write_string(0, 0, "release 发布", book.header)
    sheet.write_string(0, 1, release.release_id, book.text)
    for number, title in enumerate(("sheet 工作表", "rows 行数", "table 表", "one row per 每行")):
        sheet.write_string(2, number, title, book.header)
    row = 3
    for source in exported:
        count = source.count()
        for number, name in enumerate(sheets[source.name]):
            sheet.write_url(row, 0, f"internal:'{name}'!A1", book.link, name)
            sheet.write_number(row, 1, min(count - number * ROWS_PER_SHEET, ROWS_PER_SHEET), book.whole)
            sheet.write_string(row, 2, source.table.chinese, book.text)
            sheet.write_string(row, 3, source.table.english, book.text)
            row += 1


def _write_dictionary(book: _Book, exported: list[Source]) -> None:
    columns = [Column(name, "VARCHAR", "") for name in Entry._fields]
    _write_sheet(book, "dictionary", columns, entries(exported))


def _write_table(book: _Book, source: Source, sheets: list[str]) -> None:
    rows = source.rows()
    for name in sheets:
        _write_sheet(book, name, source.columns, islice(rows, ROWS_PER_SHEET))
    if len(sheets) > 1:
        book.notes.append(f"{source.name} has more rows than a sheet holds: it goes on in {', '.join(sheets[1:])}.")


def _write_sheet(book: _Book, name: str, columns: Iterable[Column], rows: Iterator[Row]) -> None:
    """Write a sheet with a frozen header, a filter on each column, and columns as wide as their first rows need."""
    columns = list(columns)
    sheet = book.workbook.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    first = list(islice(rows, LOOKED_AT))
    for number, column in enumerate(columns):
        sheet.set_column(number, number, _width(column.name, (row[number] for row in first)))
        sheet.write_string(0, number, column.name, book.header)
    formats = [book.format_of(column) for column in columns]
    cut, last = 0, 0
    for last, row in enumerate(chain(first, rows), start=1):
        for number, value in enumerate(row):
            if value is not None:
                cut += _write_cell(sheet, last, number, value, formats[number])
    sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
    if cut:
        book.notes.append(f"{name}: {cut:,} texts are longer than the 32,767 letters of a cell and are cut.")


def _width(title: str, values: Iterable[Any]) -> int:
    """Return the width of a column; a Chinese letter is as wide as two others."""
    widest = max((cell_len(str(value)) for value in values if value is not None), default=0)
    # the button of the filter stands in the header
    return min(max(NARROWEST, cell_len(title) + 4, widest + 2), WIDEST)


def _write_cell(sheet: Worksheet, row: int, column: int, value: Any, shown: Format | None) -> bool:
    """Write a value that is not NULL, and tell whether it had to be cut."""
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, shown)
    elif isinstance(value, int) or (isinstance(value, Decimal) and _digits(value) <= EXACT):
        sheet.write_number(row, column, float(value), shown)
    else:
        text = str(value)
        if text.startswith("<r>") and text.endswith("</r>"):
            # xlsxwriter would take it for markup of its own
            return bool(sheet.write_rich_string(row, column, text[0], shown, text[1:], shown) < 0)
        # a number of more digits than a spreadsheet keeps stays exact as a text
        return bool(sheet.write_string(row, column, text, shown) < 0)
    return False


def _digits(value: Decimal) -> int:
    """Return the number of significant digits."""
    return len(value.normalize().as_tuple().digits)
