"""The same small table in the formats of other programs, beside what each of them holds and does not show."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from ofd_paper import OfdPaper
from paper import rule, write

Rows = Sequence[Sequence[str]]
NAMES = "urn:schemas-microsoft-com:office:"
DECLARED = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
    for prefix in ("office", "table", "text", "style")
)
HIDING = """<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/>
</style:style>"""
DELETED = """<text:tracked-changes><text:changed-region><text:deletion><text:p>5150</text:p></text:deletion>
</text:changed-region></text:tracked-changes>"""


def opendocument(body: str) -> bytes:
    """Return an OpenDocument package."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        styles = f"<office:automatic-styles>{HIDING}</office:automatic-styles>"
        inner = f"{styles}<office:body>{body}</office:body>"
        package.writestr("content.xml", f"<office:document-content {DECLARED}>{inner}</office:document-content>")
    return target.getvalue()


def ods(title: str, rows: Rows) -> bytes:
    """Return a spreadsheet with a hidden row, a hidden column and a hidden sheet."""
    hidden = '<table:table-column table:number-columns-repeated="{}"/><table:table-column table:visibility="collapse"/>'
    draft = _row(["9", "9"], 'table:visibility="filter"')
    shown = [_row([title]), draft, *(_row([*row, "6"]) for row in rows), _row([], 'table:number-rows-repeated="9000"')]
    sheet = f'<table:table table:name="表">{hidden.format(len(rows[0]))}{"".join(shown)}</table:table>'
    other = f'<table:table table:name="草稿" table:style-name="h">{draft}{_row(["8"])}</table:table>'
    return opendocument(f"<office:spreadsheet>{sheet}{other}</office:spreadsheet>")


def odt(title: str, rows: Rows) -> bytes:
    """Return a text in which something was deleted, and a row and a word are hidden."""
    word = "<text:hidden-text>44</text:hidden-text>"
    table = _row(["9", "9"], 'table:visibility="collapse"') + "".join(map(_row, rows))
    body = f"<text:p>{title}{word}</text:p><table:table>{table}</table:table>"
    return opendocument(f"<office:text>{DELETED}{body}</office:text>")


def _row(cells: Sequence[str], attributes: str = "") -> str:
    inner = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
    return f"<table:table-row {attributes}>{inner or '<table:table-cell/>'}</table:table-row>"


def xml2003(title: str, rows: Rows) -> bytes:
    """Return a workbook of 2003 with a hidden row and a hidden sheet; figures are numbers."""
    shown = [_xml_row([title]), _xml_row(["9", "9"], 'ss:Hidden="1"'), *map(_xml_row, rows)]
    hidden = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    sheets = [
        f'<Worksheet ss:Name="表"><Table>{"".join(shown)}</Table></Worksheet>',
        f'<Worksheet ss:Name="草稿"><Table>{_xml_row(["8"])}</Table>{hidden}</Worksheet>',
    ]
    book = f'<Workbook xmlns="{NAMES}spreadsheet" xmlns:ss="{NAMES}spreadsheet" xmlns:x="{NAMES}excel">'
    return f'<?xml version="1.0"?>{book}{"".join(sheets)}</Workbook>'.encode()


def _xml_row(cells: Sequence[str], attributes: str = "") -> str:
    inner = ""
    for cell in cells:
        plain = cell.replace(",", "")
        is_figure = plain.replace(".", "").isdecimal()
        kind, shown = ("Number", plain) if is_figure else ("String", cell)
        inner += f'<Cell><Data ss:Type="{kind}">{shown}</Data></Cell>'
    return f"<Row {attributes}>{inner}</Row>"


def mht(page: str) -> bytes:
    """Return a web page beside one of tabs, and one of a hidden sheet."""
    tabs = '<html><body><a href="a.htm">2099</a></body></html>'
    hidden = "<html><xml><x:Visible>SheetHidden</x:Visible></xml><body><p>合计 31</p></body></html>"
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n'
    part = '--x\nContent-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n{}\n'
    return (head + "".join(map(part.format, (tabs, page, hidden))) + "--x--\n").encode()


def on_ofd(title: str, rows: Rows) -> bytes:
    """Return an OFD document with the table on its second page, and texts that are hidden, or beside the page."""
    paper = OfdPaper()
    paper.text(50, 80, title)
    paper.new_page()
    across, down = [50, 150, 350, 450], [100 + 20 * number for number in range(len(rows) + 1)]
    rule(paper, across, down)
    write(paper, across, down, rows)
    paper.text(2_000, 80, "77")
    paper.pages[-1].append(
        '<TextObject Visible="false" Boundary="9 9 9 9" Size="4"><TextCode>88</TextCode></TextObject>'
    )
    return paper.save()
