"""Rows that only number the columns are told from rows of figures, in every spelling."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, Reading, caption, tabs

from dagster_project.extraction.interpret.matrix.numbering import is_index_row, named_beside_numbers


@pytest.mark.parametrize(
    "cells",
    [
        ("1", "2", "3"),
        ("", "", "1", "2", "3"),
        ("**", "**", "1", "2"),
        ("栏次", "", "1", "2"),
        ("栏次", "", ""),
        ("①", "②", "③"),
        ("一", "二", "三"),
        ("1=2+3", "2", "3"),
        ("1", "2=3+4", "3", "4"),
        ("栏次", "1", "栏次", "2"),
        ("甲", "乙", "1", "2"),
        ("栏次", "", "1", "2", "栏次", "", "1", "2"),
        ("栏次", "2", "1"),
    ],
)
def test_row_that_numbers_columns_is_known(cells: tuple[str, ...]) -> None:
    assert is_index_row(cells)


@pytest.mark.parametrize(
    "cells", [("2", "3", "4"), ("1", "2"), ("1", "3", "5"), ("1", "2", "2.50"), ("甲", "1", "2", "3"), ("", "", "")]
)
def test_row_of_figures_numbers_nothing(cells: tuple[str, ...]) -> None:
    assert not is_index_row(cells)


def test_two_numbers_beside_blank_cells_suffice_below_a_header() -> None:
    assert is_index_row(("", "", "1", "2"), is_below_header=True)
    assert not is_index_row(("1", "2"), is_below_header=True)
    assert is_index_row(("甲", "1", "2", "3"), is_below_header=True)


def test_three_numbers_in_order_behind_an_unknown_word_suffice_below_a_header() -> None:
    assert is_index_row(("栏目号", "", "1", "2", "3"), is_below_header=True)
    assert is_index_row(("栏目号", "1", "栏目号", "2", "3"), is_below_header=True)
    assert not is_index_row(("栏目号", "", "1", "2", "3"))
    assert not is_index_row(("栏目号", "1", "2"), is_below_header=True)
    assert not is_index_row(("农村公路", "1", "2", "3", "5"), is_below_header=True)
    assert not is_index_row(("合计", "1", "2", "3"), is_below_header=True)
    assert not is_index_row(("长风林场", "1", "2", "3"), is_below_header=True)


def test_one_that_stands_alone_below_a_header_numbers_the_only_column_of_figures() -> None:
    assert is_index_row(("", "", "1"), is_below_header=True)
    assert not is_index_row(("合计", "", "1"), is_below_header=True)
    assert not is_index_row(("", "", "1"))


def test_row_names_its_first_columns_and_numbers_the_others() -> None:
    assert named_beside_numbers(("类", "款", "项", "栏次", "1", "2")) == ("类", "款", "项", "", "", "")
    assert named_beside_numbers(("201", "01", "99", "甲支出", "1", "2")) == ()


def test_numbering_is_no_figure_on_any_page() -> None:
    numbering = ("**", "**", "1", "2", "3")
    text = caption("支出总表") + tabs(
        [
            ("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
            numbering,
            ("201", "甲支出", "9", "5", "4"),
            numbering,
            ("202", "乙支出", "7", "7", ""),
        ]
    )
    reading = Reading(BUDGET + text)
    assert reading.lines("code", "value_as_printed", measure="total") == [("201", "9"), ("202", "7")]
    assert len(reading.rows("ledger", reason="column number")) == 6


def test_numbers_behind_an_unknown_word_are_no_figures_below_any_header() -> None:
    header = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
    numbering = ("栏目号", "", "1", "2", "3")
    rows = [header, numbering, ("201", "甲支出", "9", "5", "4"), header, numbering, ("202", "乙支出", "7", "7", "")]
    reading = Reading(BUDGET + caption("支出总表") + tabs(rows))
    assert reading.lines("code", "value_as_printed", measure="total") == [("201", "9"), ("202", "7")]
    assert len(reading.rows("ledger", reason="column number")) == 6
