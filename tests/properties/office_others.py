"""Renders documents of known tables in the formats of other programs: ODS, ODT, Spreadsheet XML of 2003 and MHT."""

from __future__ import annotations

import base64
import io
import quopri
import zipfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape

from office import Cell, Style, Table, number_format, printed, sheets, web

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
}
HIDING = """<style:style style:name="ta9" style:family="table"><style:table-properties table:display="false"/>
</style:style>"""
DRAFT = [["合计", Decimal("12.5")]]


def opendocument(kind: str, body: str) -> bytes:
    """Return an OpenDocument package whose body is of a kind: spreadsheet or text."""
    declared = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
    styles = f"<office:automatic-styles>{HIDING}</office:automatic-styles>"
    inner = f"{styles}<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        content = f'<?xml version="1.0"?><office:document-content {declared}>{inner}</office:document-content>'
        package.writestr("content.xml", content)
    return target.getvalue()


def ods(prose: Sequence[str], tables: Sequence[Table], style: Style) -> bytes:
    """Render an OpenDocument spreadsheet."""
    parts = []
    for number, content in enumerate(sheets(prose, tables, style), 1):
        rows = [row for part in content for row in _ods_part(part, style)]
        filler = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
        parts.append(f'<table:table table:name="第{number}页">{"".join(rows)}{filler}</table:table>')
        if style.hides:
            draft = "".join(_ods_rows(DRAFT, (), style))
            parts.append(f'<table:table table:name="草稿{number}" table:style-name="ta9">{draft}</table:table>')
    return opendocument("spreadsheet", "".join(parts))


def _ods_part(part: Sequence[Cell] | Table, style: Style) -> Iterator[str]:
    if isinstance(part, Table):
        yield from _ods_rows([*part.header, *part.rows], tuple(part.spans()), style)
    elif part:
        yield from _ods_rows([part], ((0, 0, 1, 6),) if style.merged_title else (), style)
    else:
        yield "<table:table-row><table:table-cell/></table:table-row>"


def _ods_rows(
    rows: Sequence[Sequence[Cell]], spans: Sequence[tuple[int, int, int, int]], style: Style
) -> Iterator[str]:
    merged = {(row, column): (height, width) for row, column, height, width in spans}
    covered = {
        (row + down, column + right)
        for (row, column), (height, width) in merged.items()
        for down in range(height)
        for right in range(width)
    } - set(merged)
    for number, values in enumerate(rows):
        width = max([len(values), *(column + 1 for row, column in covered if row == number)])
        cells = [
            "<table:covered-table-cell/>"
            if (number, column) in covered
            else _ods_cell(values[column], merged.get((number, column)), style)
            for column in range(width)
        ]
        yield f"<table:table-row>{''.join(cells)}</table:table-row>"


def _ods_cell(value: Cell, span: tuple[int, int] | None, style: Style) -> str:
    spanned = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
    typed = f' office:value-type="float" office:value="{value}"' if isinstance(value, Decimal) and style.typed else ""
    text = f"<text:p>{escape(printed(value))}</text:p>" if printed(value) else ""
    return f"<table:table-cell{spanned}{typed}>{text}</table:table-cell>"


def odt(prose: Sequence[str], tables: Sequence[Table], style: Style) -> bytes:
    """Render an OpenDocument text; where the title is merged, the caption stands in the first rows of the table."""
    parts = [f"<text:p>{escape(line)}</text:p>" for line in prose]
    for table in tables:
        inside = list(table.caption) if style.merged_title else []
        parts += [] if inside else [f"<text:p>{_blanks(line)}</text:p>" for line in table.caption]
        rows: list[Sequence[Cell]] = [[line] for line in inside] + [*table.header, *table.rows]
        spans = [(number, 0, 1, table.width) for number in range(len(inside))]
        spans += [(top + len(inside), left, height, width) for top, left, height, width in table.spans()]
        parts.append(f"<table:table>{''.join(_ods_rows(rows, spans, style))}</table:table>")
        parts += [f"<text:p>{escape(line)}</text:p>" for line in table.notes]
    return opendocument("text", "".join(parts))


def _blanks(line: str) -> str:
    """Write blanks that follow one another as the element that stands for them."""
    return escape(line).replace("    ", ' <text:s text:c="3"/>')


def xml2003(prose: Sequence[str], tables: Sequence[Table], style: Style) -> bytes:
    """Render a workbook as Spreadsheet XML of 2003."""
    formats: dict[str, str] = {}
    parts = []
    for number, content in enumerate(sheets(prose, tables, style), 1):
        row, rows = 1, []
        for part in content:
            values = [*part.header, *part.rows] if isinstance(part, Table) else [part]
            spans = tuple(part.spans()) if isinstance(part, Table) else ()
            if part and not isinstance(part, Table) and style.merged_title:
                spans = ((0, 0, 1, 6),)
            for offset, cells in enumerate(values):
                merged = {left: (height, width) for top, left, height, width in spans if top == offset}
                rows.append(_xml_row(row + offset, cells, merged, formats, style))
            row += len(values)
        parts.append(f'<Worksheet ss:Name="第{number}页"><Table>{"".join(rows)}</Table></Worksheet>')
        if style.hides:
            draft = _xml_row(1, DRAFT[0], {}, formats, style)
            hidden = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
            parts.append(f'<Worksheet ss:Name="草稿{number}"><Table>{draft}</Table>{hidden}</Worksheet>')
    styles = "".join(
        f'<Style ss:ID="{key}"><NumberFormat ss:Format="{code}"/></Style>' for code, key in formats.items()
    )
    names = "urn:schemas-microsoft-com:office:"
    head = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    book = f'<Workbook xmlns="{names}spreadsheet" xmlns:ss="{names}spreadsheet" xmlns:x="{names}excel">'
    return f"{head}{book}<Styles>{styles}</Styles>{''.join(parts)}</Workbook>".encode()


def _xml_row(
    row: int, values: Sequence[Cell], merged: dict[int, tuple[int, int]], formats: dict[str, str], style: Style
) -> str:
    cells = []
    for column, value in enumerate(values):
        if not printed(value):
            continue
        height, width = merged.get(column, (1, 1))
        placed = f'ss:Index="{column + 1}" ss:MergeDown="{height - 1}" ss:MergeAcross="{width - 1}"'
        if isinstance(value, Decimal) and style.typed:
            code = {"#,##0.00": "Standard"}.get(number_format(value), number_format(value))
            key = formats.setdefault(code, f"s{len(formats)}")
            data = f'<Data ss:Type="Number">{value}</Data>'
            cells.append(f'<Cell {placed} ss:StyleID="{key}">{data}</Cell>')
        else:
            cells.append(f'<Cell {placed}><Data ss:Type="String">{escape(printed(value))}</Data></Cell>')
    return f'<Row ss:Index="{row}">{"".join(cells)}</Row>' if cells else ""


def mht(prose: Sequence[str], tables: Sequence[Table], style: Style) -> bytes:
    """Render a web page as one file: framed where sheets are apart, and packed in either way of mail."""
    pages = [web(prose, tables, style, "gb18030")]
    if not style.one_sheet:
        frames = b'<html><frameset><frame src="a.files/sheet001.htm"></frameset></html>'
        tabs = b'<html><body><table><tr><td><a href="sheet001.htm">2099</a></td></tr></table></body></html>'
        pages = [frames, *pages, tabs]
    lines = [b"MIME-Version: 1.0", b'Content-Type: multipart/related; boundary="=_next"', b""]
    for page in pages:
        way, body = ("base64", base64.encodebytes(page)) if style.typed else ("quoted-printable", _quoted(page))
        lines += [b"--=_next", b'Content-Type: text/html; charset="gb2312"']
        lines += [f"Content-Transfer-Encoding: {way}".encode(), b"", body]
    return b"\r\n".join([*lines, b"--=_next--", b""])


def _quoted(page: bytes) -> bytes:
    return quopri.encodestring(page)
