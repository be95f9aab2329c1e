"""What floats on the sheets of workbooks is read, or told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from carrying import RECOGNISED, issues, picture, saved
from kinds import HEADER, RIGHT, ROWS, STATEMENT, TITLE, UNIT, outcome
from openpyxl.chart import BarChart, Reference

from dagster_project.extraction import extract

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(fill: Callable[[Any], None]) -> bytes:
    """Return a workbook with the titles of the statement, and what is added to its sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    for line in (TITLE, STATEMENT, UNIT):
        sheet.append([line])
    fill(sheet)
    return saved(book)


def table(sheet: Any) -> None:
    for row in (HEADER, *ROWS):
        sheet.append(list(row))


def chart(sheet: Any) -> None:
    table(sheet)
    drawn = BarChart()
    drawn.add_data(Reference(sheet, min_col=3, min_row=5, max_row=9))
    sheet.add_chart(drawn, "H2")


def test_a_chart_on_a_sheet_is_told_and_costs_nothing() -> None:
    content = workbook(chart)
    assert outcome(content).rows == RIGHT
    [(message, unread)] = issues(content, "left_out")
    assert "chart1.xml" in message
    assert "sheet 1" in message
    assert unread == "pictures"


@RECOGNISED
def test_a_picture_of_a_table_on_a_sheet_is_read() -> None:
    from openpyxl.drawing.image import Image

    found = outcome(workbook(lambda sheet: sheet.add_image(Image(io.BytesIO(picture())), "A5")))
    assert found.rows == RIGHT
    assert "count_differs" not in dict(found.issues)


def with_box(text: str, properties: str = "") -> bytes:
    """Return the statement as a workbook whose sheet has a text box over it."""
    return with_drawing(
        f'<xdr:absoluteAnchor><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="9" name="box" {properties}/></xdr:nvSpPr><xdr:txBody>'
        f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:absoluteAnchor>"
    )


def with_drawing(shapes: str, relations: str = "") -> bytes:
    """Return the statement as a workbook on whose sheet shapes stand, with what they refer to."""
    content, target = workbook(chart), io.BytesIO()
    names = "".join(
        f' xmlns:{prefix}="http://schemas.openxmlformats.org/drawingml/2006/{name}"'
        for prefix, name in {"xdr": "spreadsheetDrawing", "a": "main"}.items()
    )
    changed = {"xl/drawings/drawing1.xml": f"<xdr:wsDr{names} xmlns:r='{OFFICE}'>{shapes}</xdr:wsDr>"}
    if relations:
        changed["xl/drawings/_rels/drawing1.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            package.writestr(name, changed.get(name, source.read(name)))
    return target.getvalue()


MANY = 30
SHOWN = {
    "a picture": "<xdr:pic><xdr:blipFill><a:blip r:embed='k{0}'/></xdr:blipFill></xdr:pic>",
    "a linked picture": "<xdr:pic><xdr:blipFill><a:blip r:link='k{0}'/></xdr:blipFill></xdr:pic>",
    "a filled shape": "<xdr:sp><xdr:spPr><a:blipFill><a:blip r:embed='k{0}'/></a:blipFill></xdr:spPr></xdr:sp>",
}


@pytest.mark.parametrize("kind", SHOWN)
def test_many_pictures_on_a_sheet_are_told_together(kind: str) -> None:
    mode = "TargetMode='External'" if "linked" in kind else ""
    shapes = "".join(f"<xdr:absoluteAnchor>{SHOWN[kind].format(each)}</xdr:absoluteAnchor>" for each in range(MANY))
    relations = "".join(
        f"<Relationship Id='k{each}' Type='{OFFICE}/image' Target='C:\\Users\\某人\\{each}.emf' {mode}/>"
        for each in range(MANY)
    )
    content = with_drawing(shapes, relations)
    [(message, _)] = issues(content, "ocr_needed")
    assert f"and {MANY - 5} more" in message
    assert "0.emf, 1.emf" in message
    assert "某人" not in message
    [row] = [row for row in extract(content, "many").tables["issues"].to_pylist() if row["code"] == "ocr_needed"]
    assert row["unread_count"] == MANY


def test_a_drawing_that_cannot_be_read_is_told() -> None:
    [(message, _)] = issues(with_drawing("<xdr:grpSp>" * 300 + "</xdr:grpSp>" * 300), "left_out")
    assert "drawing1.xml" in message


def test_the_text_of_a_box_on_a_sheet_is_read() -> None:
    found = outcome(with_box("其中教育支出35.5万元。"))
    assert found.rows == RIGHT
    assert found.in_text == [355_000]
    assert "count_differs" not in dict(found.issues)


def test_a_hidden_box_says_nothing() -> None:
    assert outcome(with_box("其中教育支出35.5万元。", 'hidden="1"')).in_text == []
