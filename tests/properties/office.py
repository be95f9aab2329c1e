"""Renders documents of known tables as offices save them: XLSX, XLS, DOCX and HTML."""

from __future__ import annotations

import html as escaping
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import docx
import openpyxl
import xlwt
from openpyxl.utils import get_column_letter

Text = str
Cell = Text | Decimal
"""A text, or a figure with as many decimals as it is printed with."""
Span = tuple[int, int, int, int]
"""Row, column, rows and columns of a merged area, from 0."""


@dataclass(frozen=True)
class Table:
    """A table: the lines over it, its header (a blank continues the cell to its left, or above), and its rows."""

    caption: Sequence[str]
    header: Sequence[Sequence[str]]
    rows: Sequence[Sequence[Cell]]
    notes: Sequence[str] = ()

    @property
    def width(self) -> int:
        """Columns."""
        return len(self.header[0])

    def spans(self) -> Iterator[Span]:
        """Merged areas of the header: to the right under a label of the first level, down where nothing is below."""
        for row, cells in enumerate(self.header):
            for column, text in enumerate(cells):
                if not text:
                    continue
                right = column + 1
                while row == 0 and len(self.header) > 1 and right < self.width and not cells[right]:
                    right += 1
                down = row + 1
                while down < len(self.header) and not any(self.header[down][column:right]):
                    down += 1
                if (down, right) != (row + 1, column + 1):
                    yield row, column, down - row, right - column


@dataclass(frozen=True)
class Style:
    """How an office saves a document."""

    typed: bool
    """Figures are numbers with a format, else text."""
    one_sheet: bool
    merged_title: bool
    hides: bool
    """A hidden sheet with a draft stands between the others."""


def printed(cell: Cell) -> str:
    """Return a cell as a reader sees it."""
    return cell if isinstance(cell, str) else f"{cell:,}"


def number_format(figure: Decimal) -> str:
    """Return the format that shows all decimals of a figure."""
    exponent = figure.as_tuple().exponent
    assert isinstance(exponent, int)
    return "#,##0" + ("." + "0" * -exponent if exponent else "")


def sheets(prose: Sequence[str], tables: Sequence[Table], style: Style) -> list[list[list[Cell] | Table]]:
    """Return sheets of rows, a table standing for its header and rows."""
    sheets: list[list[list[Cell] | Table]] = [[[line] for line in prose]]
    for table in tables:
        if not style.one_sheet:
            sheets.append([])
        elif sheets[-1]:
            sheets[-1].append([])
        sheets[-1] += [[line] for line in table.caption]
        sheets[-1].append(table)
        sheets[-1] += [[line] for line in table.notes]
    return sheets


def xlsx(prose: Sequence[str], tables: Sequence[Table], style: Style) -> bytes:
    """Render a workbook."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, content in enumerate(sheets(prose, tables, style), 1):
        sheet = book.create_sheet(f"第{number}页")
        row = 1
        for part in content:
            rows = [list(part.header[0]), *part.header[1:], *part.rows] if isinstance(part, Table) else [part]
            if isinstance(part, Table):
                for top, left, height, width in part.spans():
                    first, last = get_column_letter(left + 1), get_column_letter(left + width)
                    sheet.merge_cells(f"{first}{row + top}:{last}{row + top + height - 1}")
            elif part and style.merged_title:
                sheet.merge_cells(f"A{row}:F{row}")
            for cells in rows:
                for column, value in enumerate(cells, 1):
                    if isinstance(value, Decimal) and style.typed:
                        cell = sheet.cell(row, column, float(value))
                        cell.number_format = number_format(value)
                    elif printed(value):
                        sheet.cell(row, column, printed(value))
                row += 1
        if style.hides:
            draft = book.create_sheet(f"草稿{number}")
            draft.sheet_state = "hidden"
            draft["A1"], draft["B1"] = "合计", 12.5
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def xls(prose: Sequence[str], tables: Sequence[Table], style: Style) -> bytes:
    """Render a workbook of the old kind."""
    book = xlwt.Workbook(encoding="utf-8")
    for number, content in enumerate(sheets(prose, tables, style), 1):
        sheet = book.add_sheet(f"第{number}页", cell_overwrite_ok=True)
        row = 0
        for part in content:
            rows = [list(part.header[0]), *part.header[1:], *part.rows] if isinstance(part, Table) else [part]
            merged = {(row, 0): (1, 6)} if part and style.merged_title else {}
            if isinstance(part, Table):
                merged = {(row + top, left): (height, width) for top, left, height, width in part.spans()}
            for cells in rows:
                for column, value in enumerate(cells):
                    if (row, column) in merged:
                        height, width = merged[(row, column)]
                        sheet.write_merge(row, row + height - 1, column, column + width - 1, printed(value))
                    elif isinstance(value, Decimal) and style.typed:
                        sheet.write(row, column, float(value), xlwt.easyxf(num_format_str=number_format(value)))
                    elif printed(value):
                        sheet.write(row, column, printed(value))
                row += 1
        if style.hides:
            draft = book.add_sheet(f"草稿{number}")
            draft.visibility = 1
            draft.write(0, 0, "合计")
            draft.write(0, 1, 12.5)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def word(prose: Sequence[str], tables: Sequence[Table], style: Style) -> bytes:
    """Render a Word document; where the title is merged, the caption stands in the first rows of the table."""
    document = docx.Document()
    for line in prose:
        document.add_paragraph(line)
    for table in tables:
        inside = list(table.caption) if style.merged_title else []
        if not inside:
            for line in table.caption:
                document.add_paragraph(line)
        rows = [[line] + [""] * (table.width - 1) for line in inside] + [*table.header, *table.rows]
        grid = document.add_table(len(rows), table.width)
        for cells, row in zip(rows, grid.rows, strict=True):
            for value, cell in zip(cells, row.cells, strict=True):
                cell.text = printed(value)
        spans = [(number, 0, 1, table.width) for number in range(len(inside))]
        spans += [(top + len(inside), left, height, width) for top, left, height, width in table.spans()]
        for top, left, height, width in spans:
            grid.cell(top, left).merge(grid.cell(top + height - 1, left + width - 1))
        for line in table.notes:
            document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def web(prose: Sequence[str], tables: Sequence[Table], style: Style, encoding: str = "utf-8") -> bytes:
    """Render a web page with a menu, a path and a footer around the document."""
    escape: Callable[[str], str] = escaping.escape
    parts = [
        f'<!DOCTYPE html><html><head><meta charset="{encoding}"><title>公开</title><style>td {{}}</style></head><body>',
        '<div class="top"><a href="/">首页</a> &gt; <a href="/b">财政预决算</a></div>',
        "<nav><ul><li>2099年部门预算</li></ul></nav>",
    ]
    parts += [f"<p>{escape(line)}</p>" for line in prose]
    for table in tables:
        inside = list(table.caption) if style.merged_title else []
        parts += [] if inside else [f"<p>{escape(line)}</p>" for line in table.caption]
        parts.append("<table><tbody>")
        parts += [f'<tr><td colspan="{table.width}">{escape(line)}</td></tr>' for line in inside]
        spans = {(top, left): (height, width) for top, left, height, width in table.spans()}
        covered = {
            (row, column)
            for (top, left), (height, width) in spans.items()
            for row in range(top, top + height)
            for column in range(left, left + width)
        } - set(spans)
        for number, cells in enumerate([*table.header, *table.rows]):
            parts.append("<tr>")
            for column, value in enumerate(cells):
                height, width = spans.get((number, column), (1, 1))
                if (number, column) not in covered:
                    parts.append(f'<td rowspan="{height}" colspan="{width}">{escape(printed(value))}</td>')
            parts.append("</tr>")
        parts.append("</tbody></table>")
        parts += [f"<p>{escape(line)}</p>" for line in table.notes]
    parts.append("<footer><p>版权所有 2099年 1,234万元</p></footer><script>var a = '99万元';</script></body></html>")
    return "\n".join(parts).encode(encoding)
