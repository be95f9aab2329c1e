"""Workbooks that are damaged, protected or hostile end in an issue, within bounds of time and memory."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest
from blocks import Reading
from workbooks import ROWS, SHEET, edited, rows, saved


@pytest.mark.parametrize("share", [0.2, 0.6, 0.99])
def test_truncated_workbook_is_an_issue(share: float) -> None:
    content = rows(*ROWS)
    reading = Reading(content[: int(len(content) * share)])
    assert reading.codes == ["unreadable_file"]
    assert reading.messages.endswith(".")


def test_protected_workbook_is_an_issue() -> None:
    entry = "EncryptedPackage".encode("utf-16-le").ljust(128, b"\0")
    reading = Reading(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entry)
    assert reading.codes == ["unreadable_file"]
    assert "password" in reading.messages


def test_sheet_that_claims_a_cell_far_away_is_left_out_and_the_others_are_read() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["甲", "1"])
    book.worksheets[0]["XFD1048576"] = 1
    for row in ROWS:
        book.create_sheet("好") if len(book.worksheets) == 1 else None
        book.worksheets[1].append(row)
    reading = Reading(saved(book))
    assert reading.cells == [*ROWS]
    assert reading.codes == ["left_out"]
    assert "row 1048576, column 16384" in reading.messages


@pytest.mark.parametrize("reference", ["ZZZZ9", "A99999999", "a1", "A0", "A-1"])
def test_cell_that_stands_nowhere_is_an_issue(reference: str) -> None:
    content = edited(rows(*ROWS), SHEET, lambda xml: xml.replace('r="B2"', f'x=">" r="{reference}"'))
    reading = Reading(content)
    assert reading.grids == []
    assert reading.codes == ["left_out"]


def test_package_that_unpacks_to_too_much_is_not_opened() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"<x/>")
        package.writestr("xl/worksheets/sheet1.xml", b" " * (200 * 2**20))
    reading = Reading(target.getvalue())
    assert reading.codes == ["unreadable_file"]
    assert "larger than" in reading.messages


def test_one_long_text_shown_by_many_cells_is_an_issue() -> None:
    many = "<row>" + '<c t="s"><v>0</v></c>' * 9_000 + "</row>"
    target = io.BytesIO(
        edited(
            rows(*ROWS), SHEET, lambda xml: re.sub("<sheetData>.*</sheetData>", f"<sheetData>{many}</sheetData>", xml)
        )
    )
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/sharedStrings.xml", f"<sst><si><t>{'a' * 32_000}</t></si></sst>")
    reading = Reading(target.getvalue())
    assert reading.codes == ["left_out"]
    assert "repeats its texts" in reading.messages


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    content = edited(rows(*ROWS), SHEET, lambda xml: bomb + xml.replace("甲", "&b;"))
    assert Reading(content).codes == ["unreadable_file"]
