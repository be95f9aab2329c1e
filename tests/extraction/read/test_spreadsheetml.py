"""Spreadsheet XML of 2003: places, spans, styles and what is hidden."""

from __future__ import annotations

import pytest
from blocks import Reading

NAMES = "urn:schemas-microsoft-com:office:"
STYLES = """<Styles><Style ss:ID="Default"><NumberFormat/></Style>
<Style ss:ID="m"><NumberFormat ss:Format="Standard"/></Style><Style ss:ID="n" ss:Parent="m"/>
<Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style>
<Style ss:ID="d"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style></Styles>"""


def book(table: str, more: str = "") -> Reading:
    """Read a workbook of one sheet."""
    opened = f'<Workbook xmlns="{NAMES}spreadsheet" xmlns:ss="{NAMES}spreadsheet" xmlns:x="{NAMES}excel">'
    sheet = f'<Worksheet ss:Name="表"><Table>{table}</Table>{more}</Worksheet>'
    return Reading(f'<?xml version="1.0" encoding="UTF-8"?>{opened}{STYLES}{sheet}</Workbook>'.encode())


def cell(value: object, kind: str = "String", attributes: str = "") -> str:
    """Return a cell."""
    return f'<Cell {attributes}><Data ss:Type="{kind}">{value}</Data></Cell>'


HEADER = f"<Row>{cell('项目')}{cell('金额')}</Row>"


def test_values_are_shown_in_their_styles() -> None:
    shown = [
        (cell("1234.5", "Number", 'ss:StyleID="m"'), "1,234.50"),
        (cell("1234.5", "Number", 'ss:StyleID="n"'), "1,234.50"),
        (cell("0.125", "Number", 'ss:StyleID="p"'), "12.50%"),
        (cell("1234.5", "Number"), "1234.5"),
        (cell("2031-05-01T00:00:00.000", "DateTime", 'ss:StyleID="d"'), "2031年5月"),
        (cell("1", "Boolean"), "TRUE"),
    ]
    reading = book(HEADER + "".join(f"<Row>{cell('甲')}{each}</Row>" for each, _ in shown))
    assert [cells[1] for cells in reading.cells[1:]] == [text for _, text in shown]
    assert reading.document.format == "spreadsheetml"


def test_styles_of_rows_and_columns_hold_for_their_cells() -> None:
    columns = '<Column/><Column ss:StyleID="m"/>'
    rows = f"<Row>{cell('甲')}{cell(1, 'Number')}</Row><Row ss:StyleID='p'>{cell('乙')}{cell(1, 'Number')}</Row>"
    assert [cells[1] for cells in book(columns + HEADER + rows).cells[1:]] == ["1.00", "100.00%"]


def test_places_and_merged_cells() -> None:
    down, across, second = 'ss:MergeDown="1"', 'ss:MergeAcross="1"', 'ss:Index="2"'
    rows = (
        f"<Row ss:Index='3'>{cell('项目', attributes=down)}{cell('支出', attributes=across)}{cell('备注')}</Row>"
        f"<Row>{cell('基本', attributes=second)}{cell('项目')}</Row>"
        f"<Row ss:Index='6'>{cell('甲')}{cell(1, 'Number')}{cell(2, 'Number')}<Cell><Comment><Data>77</Data></Comment></Cell></Row>"
    )
    reading = book(rows)
    assert reading.grids == [[("项目", "支出", "", "备注"), ("", "基本", "项目", "")], [("甲", "1", "2", "")]]
    assert [line for _, line in reading.places] == [3, 4, 6]


def test_what_is_hidden_is_left_out_and_said() -> None:
    rows = f"{HEADER}<Row ss:Hidden='1'>{cell('甲')}{cell(1, 'Number')}</Row><Row>{cell('乙')}{cell(2, 'Number')}</Row>"
    reading = book(rows)
    assert reading.cells == [("项目", "金额"), ("乙", "2")]
    assert reading.codes == ["left_out"]
    hidden = book(rows, "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>")
    assert hidden.grids == []
    assert "Sheet 1 is hidden" in hidden.messages


def test_errors_are_counted() -> None:
    reading = book(f"{HEADER}<Row>{cell('甲')}{cell('#REF!', 'Error')}</Row><Row>{cell('乙')}{cell(1, 'Number')}</Row>")
    assert reading.cells == [("项目", "金额"), ("甲", ""), ("乙", "1")]
    assert "1 cells of sheet 1 hold an error" in reading.messages


@pytest.mark.parametrize("place", ["ss:Index='1048999'", "ss:Index='900000'"])
def test_a_sheet_without_end_is_not_read(place: str) -> None:
    reading = book(f"{HEADER}<Row {place}>{cell('甲')}{cell(1, 'Number')}{cell(1, 'Number')}</Row>")
    assert reading.codes == ["left_out"]


def test_damage_is_said() -> None:
    reading = Reading(f'<?xml version="1.0"?><Workbook xmlns="{NAMES}spreadsheet"><Worksheet>'.encode())
    assert reading.codes == ["unreadable_file"]
