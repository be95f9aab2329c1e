"""A text or a workbook beyond a bound is told as an issue; what keeps it is read."""

from __future__ import annotations

import pytest
from test_xls import table
from test_xls import workbook as old_workbook
from workbooks import rows

from dagster_project.extraction.read import read, sheet, text
from dagster_project.extraction.read.sheet import xls


@pytest.mark.parametrize(
    ("bound", "value", "told"),
    [
        ("LARGEST", 20, "larger than"),
        ("MOST_LINES", 2, "more than 2 lines"),
        ("MOST_CELLS", 3, "more than 3 cells"),
        ("LONGEST_LINE", 15, "a line longer than 15 bytes"),
    ],
)
def test_a_text_beyond_a_bound_is_an_issue(monkeypatch: pytest.MonkeyPatch, bound: str, value: int, told: str) -> None:
    content = "甲\t1\n乙\t2\n丙\t3\n丁戊己庚辛壬\t4\n".encode()
    document, issues = read(content, "a.txt")
    assert (len(document.blocks), issues) == (1, [])
    monkeypatch.setattr(text, bound, value)
    document, (issue,) = read(content, "a.txt")
    assert document.blocks == ()
    assert (issue.severity, told in issue.message) == ("error", True)


@pytest.mark.parametrize("content", [rows(("甲", 1), ("乙", 2)), old_workbook(table)])
def test_a_sheet_beyond_the_cells_of_a_workbook_is_an_issue(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    assert not any(issue.severity == "error" for issue in read(content, "a.xls")[1])
    monkeypatch.setattr(sheet, "MOST_CELLS", 2)
    (issue,) = read(content, "a.xls")[1]
    assert (issue.code, issue.severity) == ("left_out", "error")
    assert "Split the workbook" in issue.message


def test_an_old_sheet_with_too_many_cells_is_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xls, "MOST_CELLS", 4)
    (issue,) = read(old_workbook(table), "a.xls")[1]
    assert "reaches to row 3, column 2" in issue.message
