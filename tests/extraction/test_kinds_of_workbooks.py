"""Ways in which a workbook shows a figure, or does not show it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
import xlwt
from kinds import BEFORE_LAST, HEADER, RIGHT, ROWS, STATEMENT, TITLE, UNIT, amounts, outcome
from office_kinds import saved, value_of, workbook


def _extra_row(sheet: Any) -> None:
    sheet.append(["2010308", "信访事务", 77.77, None, 77.77])
    sheet.row_dimensions[sheet.max_row].hidden = True


def _extra_column(sheet: Any) -> None:
    sheet.insert_cols(3)
    for row in range(5, sheet.max_row + 1):
        sheet.cell(row, 3).value = 77.77
    sheet.column_dimensions["C"].hidden = True


def _hidden_start_of_title(sheet: Any) -> None:
    sheet.insert_cols(1)
    for row in (1, 2, 3):
        sheet.cell(row, 1).value, sheet.cell(row, 2).value = sheet.cell(row, 2).value, None
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=6)
    sheet.column_dimensions["A"].hidden = True


@pytest.mark.parametrize(
    ("change", "said"), [(_extra_row, "row 10"), (_extra_column, "column C"), (_hidden_start_of_title, "column A")]
)
def test_hidden_rows_and_columns_are_left_out_and_said(change: Callable[[Any], None], said: str) -> None:
    found = outcome(workbook(change))
    assert found.rows == RIGHT
    assert any(said in message for code, message in found.issues if code == "left_out")


def test_a_hidden_row_of_an_old_workbook() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    extra = ("2010308", "信访事务", "77.77", "", "77.77")
    for number, row in enumerate(((TITLE,), (STATEMENT,), (UNIT,), HEADER, *ROWS, extra)):
        for column, text in enumerate(row):
            sheet.write(number, column, value_of(text) if column > 1 else text)
    sheet.row(9).hidden = True
    found = outcome(saved(book))
    assert found.rows == RIGHT
    assert any("row 10" in message for _, message in found.issues)


@pytest.mark.parametrize("format", ['0!.0,"万"', '0\\.0,"万"', '0"."0,"万元"'])
def test_formats_that_show_ten_thousands(format: str) -> None:
    found = outcome(workbook(format=format, factor=10_000)).rows
    assert found["201"] == amounts("1500.5", "900.3", "600.2")


@pytest.mark.parametrize("titles", [[TITLE, STATEMENT], [TITLE.replace("部门预算", STATEMENT)]])
def test_the_issuer_in_the_first_row_of_a_sheet(titles: list[str]) -> None:
    def retitle(sheet: Any) -> None:
        sheet.title = STATEMENT
        sheet.delete_rows(1, 2)
        for title in reversed(titles):
            sheet.insert_rows(1)
            sheet.cell(1, 1).value = title

    found = outcome(workbook(retitle))
    assert found.rows == RIGHT
    assert not {"issuer_unknown", "year_unknown"} & set(dict(found.issues))


def test_a_figure_that_its_column_is_too_narrow_for_is_told() -> None:
    def narrow(sheet: Any) -> None:
        sheet.cell(5 + BEFORE_LAST, 3).value = "####"

    found = outcome(workbook(narrow))
    assert found.unread == ["####"]
    assert found.rows["2010301"][1] == Decimal("900.30")
