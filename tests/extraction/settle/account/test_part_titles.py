"""A title with a word that nobody knows says less than it seems to: the totals of other statements tell whether it does."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, Reading, caption, tabs

from dagster_project.extraction.locate.titles import saying
from dagster_project.extraction.vocabulary import Fund

HEADER = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
WHOLE = (("", "合计", "912.34", "512.11", "400.23"), ("205", "教育支出", "912.34", "512.11", "400.23"))
LESS = (("", "合计", "712.34", "412.11", "300.23"), ("205", "教育支出", "712.34", "412.11", "300.23"))
SUMMARY = caption("部门收支总表", 1) + tabs(
    [
        ("收入", "", "支出", ""),
        ("项目", "预算数", "项目", "预算数"),
        ("一、财政拨款收入", "800.00", "一、教育支出", "912.34"),
        ("二、其他收入", "112.34", "", ""),
        ("本年收入合计", "912.34", "本年支出合计", "912.34"),
    ]
)
UNKNOWN = "部门守望支出总表"
"""Of money that nobody knows, or of all with a word more."""


def _reading(*tables: tuple[str, tuple[tuple[str, ...], ...]]) -> Reading:
    return Reading(
        BUDGET + SUMMARY + "\n" + "\n".join(caption(title, 3) + tabs([HEADER, *rows]) for title, rows in tables)
    )


def _told(reading: Reading) -> tuple[object, object, set[object]]:
    """Return kind and basis of the last table, and how sure its figures are."""
    last = max(reading.column("tables", "table_number"))
    table = reading.one("tables", table_number=last)
    statuses = reading.column("statement_lines", "reading_status", table_number=last)
    return table["statement_kind"], table["kind_basis"], set(statuses)


def test_a_title_of_known_words_says_what_its_table_is() -> None:
    assert _told(_reading(("部门支出总表", WHOLE))) == ("budget_expenditure", "title", {"certain"})


@pytest.mark.parametrize(("rows", "status"), [(WHOLE, "certain"), (LESS, "doubtful")])
def test_whose_money_a_title_leaves_open_the_summary_tells(rows: tuple[tuple[str, ...], ...], status: str) -> None:
    assert _told(_reading((UNKNOWN, rows))) == ("budget_expenditure", "part_of_title", {status})


@pytest.mark.parametrize("title", ["部门机关支出总表", "部门运转类支出表", "其他支出表"])
@pytest.mark.parametrize(("rows", "status"), [(WHOLE, "certain"), (LESS, "doubtful")])
def test_so_it_does_where_a_known_word_narrows_a_title(
    title: str, rows: tuple[tuple[str, ...], ...], status: str
) -> None:
    assert _told(_reading((title, rows))) == ("budget_expenditure", "part_of_title", {status})


@pytest.mark.parametrize("title", ["行政事业单位支出总表", "部门及下级单位支出总表"])
def test_the_kind_of_its_body_narrows_no_title(title: str) -> None:
    assert _told(_reading((title, WHOLE))) == ("budget_expenditure", "title", {"certain"})


def test_beside_the_statement_that_it_seems_it_is_another() -> None:
    kind, basis, statuses = _told(_reading(("部门支出总表", WHOLE), (UNKNOWN, LESS)))
    assert (kind, basis) == ("repeated_expenditure", "part_of_title")
    assert "certain" not in statuses


def test_where_no_statement_tells_a_total_it_is_untested() -> None:
    reading = Reading(BUDGET + caption(UNKNOWN, 3) + tabs([HEADER, *WHOLE]))
    assert _told(reading) == ("budget_expenditure", "part_of_title", {"untested"})


@pytest.mark.parametrize(("rows", "status"), [(WHOLE, "certain"), (LESS, "doubtful")])
def test_a_second_statement_under_other_known_words_is_what_its_total_says(
    rows: tuple[tuple[str, ...], ...], status: str
) -> None:
    reading = _reading(("部门支出总表", WHOLE), ("部门支出预算明细表", rows))
    assert _told(reading) == ("budget_expenditure", "title", {status})


def test_codes_by_economic_nature_of_money_that_nothing_names_are_untested() -> None:
    rows = (("", "合计", "912.34"), ("301", "工资福利支出", "900.00"), ("302", "商品和服务支出", "12.34"))
    table = tabs([("科目编码", "科目名称", "金额"), *rows])
    reading = Reading(
        BUDGET + SUMMARY + "\n" + caption("部门支出总表", 3) + tabs([HEADER, *WHOLE]) + "\n守望所用。\n\n" + table
    )
    kind, basis, statuses = _told(reading)
    assert (kind, basis, statuses) == ("budget_economic", "columns", {"untested"})


def test_the_name_of_a_fund_narrows_no_title() -> None:
    said = saying("国有资本经营预算支出表")
    assert (said.said and said.said.fund, said.is_whole) == (Fund.STATE_CAPITAL_BUDGET, True)


def test_codes_of_what_is_spent_are_believed_before_a_title_of_income() -> None:
    header = ("科目编码", "科目名称", "合计", "守望进款", "观测所得")
    rows = (("301", "工资福利支出", "9.00", "9.00", "0.00"), ("302", "商品和服务支出", "3.00", "0.00", "3.00"))
    reading = Reading(BUDGET + caption("部门收入总表", 2) + tabs([header, *rows]))
    assert _told(reading) == ("budget_economic", "columns", {"untested"})
