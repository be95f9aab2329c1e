"""Cells of workbooks and words of OpenDocument texts that nobody sees: none is read, each is told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
import xlwt
from kinds import HEADER, RIGHT, ROWS, STATEMENT, TITLE, UNIT, amounts, outcome
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.worksheet.table import Table

from dagster_project.extraction import extract

EXTRA = ("2010303", "机关服务", "77.25", "77.25", "")
"""A row below the statement, of which each test says how it looks."""
WITH_EXTRA = RIGHT | {"2010303": amounts("77.25", "77.25", "")}
BLUE = PatternFill("solid", fgColor="FF1F4E79")
LAST = len(ROWS) + 5
"""The row of a sheet in which it stands, from 1."""


def xlsx(mark: Callable[[Any], None], sheetwise: Callable[[Any], None] = lambda sheet: None) -> bytes:
    """Return the statement as a workbook; `mark` changes a cell of the extra row, numbers are numbers."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for line in ((TITLE,), (STATEMENT,), (UNIT,), HEADER, *ROWS, EXTRA):
        sheet.append([float(cell.replace(",", "")) if "." in cell else cell for cell in line])
    for cell in sheet[LAST]:
        if cell.value:
            mark(cell)
    sheetwise(sheet)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def font(colour: str | Color) -> Callable[[Any], None]:
    """Return what gives a cell a font of a colour."""

    def mark(cell: Any) -> None:
        cell.font = Font(color=colour)

    return mark


def white_on(fill: PatternFill) -> Callable[[Any], None]:
    """Return what gives a cell a white font on a fill."""

    def mark(cell: Any) -> None:
        cell.font, cell.fill = Font(color=Color(theme=0)), fill

    return mark


def struck(cell: Any) -> None:
    cell.font = Font(strike=True)


def nothing(cell: Any) -> None:
    cell.number_format = ";;;"


def assert_unseen(content: bytes) -> None:
    """Hold that the extra row is not read, that this is told, and that both counts agree."""
    found = outcome(content)
    assert found.rows == RIGHT
    assert any(code == "left_out" and "nobody sees" in message for code, message in found.issues)
    assert "count_differs" not in dict(found.issues)


def assert_seen(content: bytes) -> None:
    """Hold that the extra row is read."""
    found = outcome(content)
    assert found.rows == WITH_EXTRA
    assert "left_out" not in dict(found.issues)
    assert "count_differs" not in dict(found.issues)


@pytest.mark.parametrize(
    "mark",
    [
        font("FFFFFFFF"),
        font("00FDFDFD"),
        font(Color(theme=0)),
        font(Color(theme=1, tint=1.0)),
        font(Color(indexed=9)),
        white_on(PatternFill("solid", fgColor="FFFFFFFF")),
        white_on(PatternFill("solid", fgColor=Color(theme=0))),
        struck,
        nothing,
    ],
)
def test_cells_that_nobody_sees_are_not_read(mark: Callable[[Any], None]) -> None:
    assert_unseen(xlsx(mark))


@pytest.mark.parametrize(
    "mark",
    [
        font("FFC00000"),
        font(Color(theme=1)),
        font(Color(theme=0, tint=-0.35)),
        font(Color(indexed=8)),
        white_on(BLUE),
        white_on(PatternFill("gray125")),
        white_on(PatternFill("solid", fgColor=Color(theme=4))),
    ],
)
def test_cells_in_another_colour_or_on_one_are_read(mark: Callable[[Any], None]) -> None:
    assert_seen(xlsx(mark))


def test_white_cells_that_a_condition_or_a_table_may_paint_are_read() -> None:
    reference = f"A{LAST}:E{LAST}"
    rule = CellIsRule("greaterThan", ["0"], fill=BLUE)
    assert_seen(xlsx(font("FFFFFFFF"), lambda sheet: sheet.conditional_formatting.add(reference, rule)))
    table = Table(displayName="T", ref=f"A4:E{LAST}")
    assert_seen(xlsx(font("FFFFFFFF"), lambda sheet: sheet.add_table(table)))


def statuses(content: bytes) -> dict[str, set[str]]:
    """Return by measure how sure the figures of the statement are."""
    found: dict[str, set[str]] = {}
    for line in extract(content, "kind").tables["statement_lines"].to_pylist():
        found.setdefault(line["measure"], set()).add(line["reading_status"])
    return found


def hide_a_row(sheet: Any) -> None:
    sheet.row_dimensions[LAST - 2].hidden = True


def hide_a_column(sheet: Any) -> None:
    sheet["H5"] = 1234.5
    sheet.column_dimensions["H"].hidden = True


def test_sums_that_lack_a_hidden_row_accuse_nobody() -> None:
    sums = statuses(xlsx(nothing, hide_a_row))
    assert sums == {"total": {"doubtful"}, "basic": {"certain"}, "project": {"certain"}}


def test_what_is_hidden_and_lacks_in_no_sum_leaves_the_others_sure() -> None:
    assert statuses(xlsx(nothing, hide_a_column)) == {measure: {"certain"} for measure in ("total", "basic", "project")}


def old(style: str, code: str = "General") -> bytes:
    """Return the statement as an old workbook, its extra row in a style."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    marked = xlwt.easyxf(style, num_format_str=code)
    for row, line in enumerate(((TITLE,), (STATEMENT,), (UNIT,), HEADER, *ROWS, EXTRA), 1):
        for column, text in enumerate(line):
            value = float(text.replace(",", "")) if "." in text else text
            sheet.write(row - 1, column, value, *([marked] if row == LAST else []))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_cells_of_old_workbooks() -> None:
    assert_unseen(old("font: color white"))
    assert_unseen(old("font: color white; pattern: pattern solid, fore_color white"))
    assert_unseen(old("font: struck_out true"))
    assert_unseen(old("", ";;;"))
    assert_seen(old("font: color white; pattern: pattern solid, fore_color dark_blue"))
    assert_seen(old("font: color red"))


def xml2003(style: str) -> bytes:
    """Return the statement as XML of 2003, its extra row in a style."""

    def cell(text: str, key: str) -> str:
        kind = "Number" if "." in text else "String"
        return f'<Cell ss:StyleID="{key}"><Data ss:Type="{kind}">{text.replace(",", "")}</Data></Cell>'

    lines = ((TITLE,), (STATEMENT,), (UNIT,), HEADER, *ROWS)
    rows = "".join(f"<Row>{''.join(cell(text, 'Default') for text in line)}</Row>" for line in lines)
    rows += f"<Row>{''.join(cell(text, 'marked') for text in EXTRA)}</Row>"
    styles = f'<Styles><Style ss:ID="Default"/><Style ss:ID="marked">{style}</Style></Styles>'
    names = "urn:schemas-microsoft-com:office:spreadsheet"
    sheet = f'<Worksheet ss:Name="表"><Table>{rows}</Table></Worksheet>'
    return f'<?xml version="1.0"?><Workbook xmlns="{names}" xmlns:ss="{names}">{styles}{sheet}</Workbook>'.encode()


def test_cells_of_xml_of_2003() -> None:
    white = '<Font ss:Color="#FFFFFF"/>'
    assert_unseen(xml2003(white))
    assert_unseen(xml2003(f'{white}<Interior ss:Color="#FFFFFF" ss:Pattern="Solid"/>'))
    assert_unseen(xml2003('<Font ss:StrikeThrough="1"/>'))
    assert_unseen(xml2003('<NumberFormat ss:Format=";;;"/>'))
    assert_seen(xml2003(f'{white}<Interior ss:Color="#1F4E79" ss:Pattern="Solid"/>'))
    assert_seen(xml2003('<Font ss:Color="#FF0000"/>'))


NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [*((each, each) for each in ("office", "table", "text", "style")), ("fo", "xsl-fo-compatible")]
)
WHITE = '<style:text-properties fo:color="#ffffff"/>'


def opendocument(body: str, style: str, family: str) -> bytes:
    """Return an OpenDocument file with one style, `marked`."""
    styles = f'<style:style style:name="marked" style:family="{family}">{style}</style:style>'
    whole = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>{body}</office:body>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("content.xml", f"<office:document-content {NAMES}>{whole}</office:document-content>")
    return target.getvalue()


def table(marked: str, shows: bool = True) -> str:
    """Return the statement as a table of OpenDocument; `marked` are the attributes of the cells of its extra row."""

    def cell(text: str, is_extra: bool) -> str:
        value = f'office:value-type="float" office:value="{text.replace(",", "")}"' if "." in text else ""
        shown = text if shows or not is_extra else ""
        return f"<table:table-cell {value} {marked if is_extra else ''}><text:p>{shown}</text:p></table:table-cell>"

    rows = "".join(
        f"<table:table-row>{''.join(cell(text, row is EXTRA) for text in row)}</table:table-row>"
        for row in (HEADER, *ROWS, EXTRA)
    )
    return f'<table:table table:name="表">{rows}</table:table>'


def sheet(style: str, shows: bool = True) -> bytes:
    """Return the statement as a spreadsheet of OpenDocument."""
    lines = "".join(
        f"<table:table-row><table:table-cell><text:p>{line}</text:p></table:table-cell></table:table-row>"
        for line in (TITLE, STATEMENT, UNIT)
    )
    whole = table('table:style-name="marked"', shows).replace("<table:table-row>", f"{lines}<table:table-row>", 1)
    return opendocument(f"<office:spreadsheet>{whole}</office:spreadsheet>", style, "table-cell")


def test_cells_of_opendocument() -> None:
    assert_unseen(sheet(WHITE))
    assert_unseen(sheet(f'{WHITE}<style:table-cell-properties fo:background-color="#ffffff"/>'))
    assert_unseen(sheet('<style:text-properties style:text-line-through-style="solid"/>'))
    assert_unseen(sheet("", shows=False))
    assert_seen(sheet(f'{WHITE}<style:table-cell-properties fo:background-color="#1f4e79"/>'))
    assert_seen(sheet(f'{WHITE}<style:map style:condition="cell-content()&gt;0"/>'))
    assert_seen(sheet('<style:text-properties fo:color="#ff0000"/>'))


def in_a_text(style: str) -> bytes:
    """Return the statement as a text of OpenDocument, with a paragraph below it that states an amount."""
    lines = "".join(f"<text:p>{line}</text:p>" for line in (TITLE, STATEMENT, UNIT))
    whole = table("")
    below = '<text:p>另有<text:span text:style-name="marked">66.5</text:span>25.5万元。</text:p>'
    return opendocument(f"<office:text>{lines}{whole}{below}</office:text>", style, "text")


def test_words_of_a_text_of_opendocument() -> None:
    hidden = outcome(in_a_text(WHITE))
    assert [str(amount) for amount in hidden.in_text] == ["255000.00"]
    assert any("nobody sees" in message for _, message in hidden.issues)
    assert "count_differs" not in dict(hidden.issues)
    shown = outcome(in_a_text('<style:text-properties fo:color="#ffffff" fo:background-color="#1f4e79"/>'))
    assert "left_out" not in dict(shown.issues)
