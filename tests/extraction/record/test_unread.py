"""What a file carries that was not read is told by its kind, with how much it is, and which pages had to be drawn."""

from __future__ import annotations

from typing import Any

import openpyxl
import pytest
from paper import Paper
from scanned_pages import pdf, scan
from workbooks import ROWS, saved

from dagster_project.extraction import extract
from dagster_project.extraction.read import ocr


def told(content: bytes, file: str) -> tuple[dict[str, Any], list[tuple[str, int]]]:
    """Return the row of the document, and what its issues say was not read."""
    tables = extract(content, file).tables
    issues = tables["issues"].to_pylist()
    unread = [(issue["unread"], issue["unread_count"]) for issue in issues if issue["unread"]]
    return tables["documents"].to_pylist()[0], unread


def test_hidden_rows_columns_and_sheets_are_counted() -> None:
    book = openpyxl.Workbook()
    shown, hidden = book.worksheets[0], book.create_sheet("底稿")
    for row in (*ROWS, ("丙", "203", "3"), ("丁", "204", "4")):
        shown.append(row)
        hidden.append(row)
    for number in (2, 4):
        shown.row_dimensions[number].hidden = True
    shown.column_dimensions["B"].hidden = True
    hidden.sheet_state = "hidden"
    document, unread = told(saved(book), "book.xlsx")
    assert sorted(unread) == [("hidden", 1), ("hidden", 3)]
    assert (document["page_count"], document["pages_rendered"]) == (None, None)


@pytest.mark.usefixtures("_without_recognition")
def test_scans_that_are_not_recognised_are_counted_and_not_drawn() -> None:
    document, unread = told(pdf([scan(["预算"]), scan(["决算"])]), "scans.pdf")
    assert unread == [("pictures", 2)]
    assert (document["page_count"], document["pages_rendered"]) == (2, 0)


@pytest.mark.skipif(ocr.missing() is not None, reason="needs `make ocr`")
def test_a_page_that_is_recognised_was_drawn() -> None:
    paper = Paper()
    paper.text(60, 40, "深圳市龙岗区海洋观测局 2031年部门预算", 14)
    paper.new_page()
    paper.text(60, 40, "本部门没有政府性基金预算。")
    document, unread = told(paper.save(), "text.pdf")
    assert (document["page_count"], document["pages_rendered"], unread) == (2, 0, [])
    document, unread = told(pdf([scan(["深圳市龙岗区海洋观测局预算"])]), "scan.pdf")
    assert (document["page_count"], document["pages_rendered"], unread) == (1, 1, [])
