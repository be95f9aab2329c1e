"""Workbooks: every visible sheet as it is shown, its tables told apart by blank rows.

The page is the number of the sheet, hidden ones counted; the line is the row of the sheet, and columns are the sheet's.
Numbers are printed as the formats of their cells show them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from itertools import groupby

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.model.document import Content
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read import package
from dagster_project.extraction.read.areas import Line, add_area
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.carried import Carried
from dagster_project.extraction.read.sheet.beside import side_by_side
from dagster_project.extraction.read.sheet.book import Area, Damaged, Place, Sheet, SheetContent, Value
from dagster_project.extraction.read.sheet.dates import show_date
from dagster_project.extraction.read.sheet.hidden import cell_name, listed, shown_only, what_is_hidden
from dagster_project.extraction.read.sheet.numbers import in_full, show_number
from dagster_project.extraction.read.sheet.shapes import add_shapes
from dagster_project.extraction.read.sheet.xls import open_xls
from dagster_project.extraction.read.sheet.xlsx import open_xlsx
from dagster_project.extraction.read.sheet.xml2003 import open_xml2003
from dagster_project.extraction.vocabulary import Omission, Unread

MOST_MERGED = 2_000_000
MOST_CELLS = 5_000_000
"""Of all sheets of a workbook together, blank ones between their first and last included."""
DIGIT = re.compile(r"\d")
WHOLE = re.compile(r"\d{1,3}(,\d{3})+(\.0+)?|\d+\.0+")


def read_xlsx(content: bytes) -> Content | Issue:
    """Read an Excel workbook (.xlsx, .xlsm); an Issue where it is damaged, protected, or too large."""
    parts = package.open_package(content)
    if isinstance(parts, Issue):
        return parts
    parts = package.transitional(parts)
    sheets = open_xlsx(parts)
    if isinstance(sheets, Issue):
        return sheets
    builder = Builder("xlsx")
    if package.has_macros(parts):
        builder.issue(package.MACROS)
    return read_sheets(sheets, builder, Carried.in_package(builder, content))


def read_xls(content: bytes) -> Content | Issue:
    """Read a workbook of the old binary kind (.xls); an Issue where it is damaged, protected, or too large."""
    sheets = open_xls(content)
    return sheets if isinstance(sheets, Issue) else read_sheets(sheets, Builder("xls"))


def read_xml2003(content: bytes) -> Content | Issue:
    """Read a workbook saved as XML of 2003; an Issue where it is damaged, or too large."""
    sheets = open_xml2003(content)
    return sheets if isinstance(sheets, Issue) else read_sheets(sheets, Builder("spreadsheetml"))


def read_sheets(sheets: Sequence[Sheet], builder: Builder, carried: Carried | None = None) -> Content:
    """Read sheets that were opened, whichever kind of file they are in, and what it carries for them."""
    cells = 0
    for sheet in sheets:
        if sheet.is_hidden:
            message = f"Sheet {sheet.number} is hidden, so it was not published. It was not read."
            _leave_out(builder, Severity.NOTE, message, 1)
            continue
        try:
            content = sheet.read()
            lines, unseen = _lines(sheet, shown_only(content))
            cells += sum(len(line.filled) for line in lines)
            if cells > MOST_CELLS:
                raise Damaged(f"lies beyond the first {MOST_CELLS:,} filled cells of the workbook. Split the workbook")
        except Damaged as damage:
            message = f"Sheet {sheet.number} was not read: it {damage}, save it, and deliver it again."
            _leave_out(builder, Severity.ERROR, message)
            continue
        if hidden := what_is_hidden(content):
            message = f"Of sheet {sheet.number}, {hidden.named} is hidden, so it was not published. It was not read."
            builder.partial.add(sheet.number)
            _leave_out(builder, Severity.NOTE, message, hidden.number)
        _tell_unseen(builder, sheet, unseen, lines)
        if content.lost:
            message = (
                f"{content.lost} cells of sheet {sheet.number} hold an error, or a formula without a result, and are "
                "read as blank. Open the workbook in a spreadsheet program, calculate, save it, and deliver it again."
            )
            builder.partial.add(sheet.number)
            _leave_out(builder, Severity.WARNING, message)
        if sheet.has_lost_formats:
            message = f"The formats of sheet {sheet.number} cannot be read: its numbers are in full, not as shown."
            _leave_out(builder, Severity.WARNING, message)
        _add_sheet(builder, sheet, lines)
        if carried is not None:
            add_shapes(sheet.load_shapes(), carried, builder, sheet.number)
    return builder.content()


def _leave_out(builder: Builder, severity: Severity, message: str, hidden: int | None = None) -> None:
    """Tell what was left out of a workbook; `hidden` is how many rows, columns and sheets of that are hidden."""
    unread = Unread.HIDDEN if hidden else None
    builder.issue(Issue(IssueCode.LEFT_OUT, severity, message, unread=unread, unread_count=hidden))


def _add_sheet(builder: Builder, sheet: Sheet, lines: Sequence[Line]) -> None:
    """Add a sheet: its name, then what stands on it, block by block."""
    if not lines:
        return
    # the tab is printed nowhere else, keeps the tables of two sheets apart, and is at times their only title
    builder.prose(sheet.name, sheet.number)
    is_first = True
    for is_filled, block in groupby(lines, lambda line: bool(line.filled)):
        for part in side_by_side(list(block)) if is_filled else ():
            is_first &= not add_area(builder, _with_plain_codes(part), sheet.number, is_first)


def _tell_unseen(builder: Builder, sheet: Sheet, unseen: Mapping[Place, str], lines: Sequence[Line]) -> None:
    """Keep account of what stands in cells and nobody sees, and tell of it where it holds digits."""
    shown = {line.number: line.cells for line in lines}
    found = []
    for (row, column), text in sorted(unseen.items()):
        cells = shown.get(row + 1, ())
        is_blank = column >= len(cells) or not DIGIT.search(cells[column])
        builder.leave_out(Omission.HIDDEN, text, sheet.number, row + 1 if is_blank else None)
        found += [cell_name(row, column)] if DIGIT.search(text) else []
    if found:
        message = (
            f"Of sheet {sheet.number}, {listed(found)} hold figures that nobody sees: as white as the paper, struck "
            "out, or in a format that shows nothing. They were not read."
        )
        builder.partial.add(sheet.number)
        _leave_out(builder, Severity.NOTE, message, len(found))


def _lines(sheet: Sheet, content: SheetContent) -> tuple[list[Line], dict[Place, str]]:
    """Return the rows of a sheet as shown, and what stands in cells and nobody sees.

    What is after the last text is left out.
    """
    height, width = len(content.rows), max(map(len, content.rows), default=0)
    hidden, widths = _merged(content.merged, height, width)
    rows = []
    unseen = {place: text for place, text in content.unseen.items() if not content.hidden.holds(*place)}
    for row, values in enumerate(content.rows):
        shown = [
            ""
            if (row, column) in hidden or (content.hides_zeros and _is_zero(value))
            else _shown(value, row, column, sheet)
            for column, value in enumerate(values)
        ]
        rows.append(shown + [""] * (width - len(shown)))
        for column, (value, text) in enumerate(zip(values, shown, strict=True)):
            if _is_not_shown(value, text):
                unseen[row, column] = in_full(value)
    width = max((column + 1 for shown in rows for column, text in enumerate(shown) if text.strip()), default=0)
    lines = [
        Line(tuple(shown[:width]), row + 1, widths.get(row, {}))
        for row, shown in enumerate(rows)
        if row not in content.hidden.rows
    ]
    while lines and not lines[-1].filled:
        lines.pop()
    return lines, {place: text for place, text in unseen.items() if place not in hidden}


def _merged(areas: Sequence[Area], height: int, width: int) -> tuple[set[tuple[int, int]], dict[int, dict[int, int]]]:
    """Return the cells that merged areas hide, and by row the width of those merged over columns."""
    hidden: set[tuple[int, int]] = set()
    widths: dict[int, dict[int, int]] = {}
    for (top, left), (bottom, right) in areas:
        if right > left:
            widths.setdefault(top, {})[left] = right - left + 1
        for row in range(top, min(bottom + 1, height)):
            hidden.update((row, column) for column in range(left, min(right + 1, width)))
        hidden.discard((top, left))
        if len(hidden) > MOST_MERGED:
            break
    return hidden, widths


def _is_not_shown(value: Value, text: str) -> bool:
    """Tell whether the format of a number shows none: what it prints is no zero, and holds no digit."""
    return isinstance(value, int | float) and bool(value) and value is not True and not DIGIT.search(text)


def _is_zero(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value == 0


def _shown(value: Value, row: int, column: int, sheet: Sheet) -> str:
    """Return a cell's value as its format shows it."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return show_number(value, sheet.format(row, column).code)
    if isinstance(value, date | time | timedelta):
        return show_date(value, *sheet.format(row, column))
    return value or ""


def _with_plain_codes(lines: list[Line]) -> list[Line]:
    """Print whole numbers under the header of a code as codes: 2010301, not 2,010,301.00."""
    columns = set(_code_columns(lines))
    return [
        line._replace(
            cells=tuple(
                text.partition(".")[0].replace(",", "") if column in columns and WHOLE.fullmatch(text) else text
                for column, text in enumerate(line.cells)
            )
        )
        for line in lines
    ]


def _code_columns(lines: list[Line]) -> Iterator[int]:
    for line in lines[:8]:
        for column in line.filled:
            if header_words().code.fullmatch(fold(line.cells[column])):
                yield from range(column, column + line.merged.get(column, 1))
