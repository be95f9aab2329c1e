"""Renders documents of known tables as a spreadsheet saves one sheet in other formats: parted text, and one web page."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

from office import Style, Table, printed, sheets


def parted(prose: Sequence[str], tables: Sequence[Table], style: Style, mark: str, encoding: str) -> bytes:
    """Render a sheet as text: every row has all columns of the sheet, and what holds the mark or a comma is quoted."""
    rows = [[text for text, _, _ in row] for row in _rows(prose, tables, style)]
    width = max(map(len, rows))
    target = io.StringIO()
    dialect = csv.unix_dialect if style.merged_title else csv.excel
    csv.writer(target, dialect, delimiter=mark).writerows([*row, *[""] * (width - len(row))] for row in rows)
    return target.getvalue().encode(encoding)


def one_page(prose: Sequence[str], tables: Sequence[Table], style: Style) -> bytes:
    """Render a sheet as a page that is one table: captions are merged, blank rows stand between the tables."""
    lines = []
    for row in _rows(prose, tables, style):
        cells = "".join(
            f'<td class=xl66 rowspan="{height}" colspan="{width}">{html.escape(text)}</td>'
            for text, height, width in row
            if height
        )
        lines.append(f"<tr height=19>{cells}</tr>")
    page = f"<meta charset=utf-8><meta name=ProgId content=Excel.Sheet><table border=0>{''.join(lines)}</table>"
    return f"<html><head></head><body>{page}</body></html>".encode()


def _rows(prose: Sequence[str], tables: Sequence[Table], style: Style) -> Iterator[list[tuple[str, int, int]]]:
    """Yield the rows of one sheet; of each cell its text, and over how many rows and columns it stands (0: covered)."""
    (sheet,) = sheets(prose, tables, replace(style, one_sheet=True))
    for part in sheet:
        if isinstance(part, Table):
            yield from _table(part)
        else:
            yield [(printed(cell), 1, 6) for cell in part] or [("", 1, 1)]


def _table(table: Table) -> Iterator[list[tuple[str, int, int]]]:
    spans = {(row, column): (height, width) for row, column, height, width in table.spans()}
    covered = {
        (row + down, column + right)
        for (row, column), (height, width) in spans.items()
        for down in range(height)
        for right in range(width)
    } - set(spans)
    for number, cells in enumerate([*table.header, *table.rows]):
        yield [
            (printed(cell), *((0, 0) if (number, column) in covered else spans.get((number, column), (1, 1))))
            for column, cell in enumerate(cells)
        ]
