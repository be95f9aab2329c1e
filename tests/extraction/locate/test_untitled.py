"""Tables without a title: where one ends and the next begins, and whose money an expenditure statement lists."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from synthetic import BUDGET, Reading, tabs

UNIT = "单位：万元\n\n"
FUNCTION = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
BALANCE = (
    ("收入", "", "支出", ""),
    ("项目", "预算数", "项目", "预算数"),
    ("一、一般公共预算", "80.00", "一、教育支出", "70.00"),
    ("二、政府性基金预算", "12.00", "二、卫生健康支出", "30.00"),
    ("三、事业收入", "8.00", "", ""),
    ("收入总计", "100.00", "支出总计", "100.00"),
)
APPROPRIATION = (
    *BALANCE[:2],
    ("一、一般公共预算", "80.00", "一、教育支出", "62.00"),
    ("二、政府性基金预算", "12.00", "二、卫生健康支出", "30.00"),
    ("收入总计", "92.00", "支出总计", "92.00"),
)


def _document(*tables: Sequence[tuple[str, ...]]) -> Reading:
    return Reading(BUDGET + "\n以下供参考。\n\n".join(UNIT + tabs(table) for table in tables))


def _expenditure(total: str, *, last: bool = False) -> list[tuple[str, ...]]:
    rows = [("205", "教育支出", total, total, ""), ("", "合计", total, total, "")]
    return [FUNCTION, *(rows if last else rows[::-1])]


def _kinds(*totals: str, last: bool = False) -> list[object]:
    tables: list[Sequence[tuple[str, ...]]] = [BALANCE, _expenditure(totals[0], last=last), APPROPRIATION]
    reading = _document(*tables, *(_expenditure(total, last=last) for total in totals[1:]))
    return reading.column("tables", "statement_kind")


@pytest.mark.parametrize("last", [False, True], ids=["total first", "total last"])
def test_totals_of_the_summaries_tell_the_fund(last: bool) -> None:
    assert _kinds("100.00", "80.00", "12.00", last=last) == [
        "budget_balance",
        "budget_expenditure",
        "budget_appropriation",
        "budget_general_expenditure",
        "budget_government_fund",
    ]


def test_a_total_that_no_summary_prints_tells_nothing() -> None:
    assert _kinds("99.00", "81.00")[1::2] == ["repeated_expenditure", "repeated_expenditure"]


def test_total_of_all_appropriations_is_that_of_no_fund() -> None:
    assert _kinds("100.00", "80.00", "92.00")[3:] == ["budget_general_expenditure", "repeated_expenditure"]


def test_second_summary_that_names_other_money_is_none_of_appropriations() -> None:
    assert _document(BALANCE, BALANCE).column("tables", "statement_kind") == ["budget_balance"] * 2


def test_same_header_and_total_again_go_on() -> None:
    assert _kinds("100.00", "80.00", "80.00")[3:] == ["budget_general_expenditure"]


def test_note_on_the_table_above_is_no_heading() -> None:
    note = "（注：本单位没有使用政府性基金预算拨款安排的支出。）\n\n"
    text = UNIT + tabs(_expenditure("3.00")) + "\n" + note + UNIT + tabs(_expenditure("4.00"))
    assert "budget_government_fund" not in Reading(BUDGET + text).column("tables", "statement_kind")


def test_table_by_other_codes_does_not_go_on_with_the_one_before() -> None:
    header = ("科目编码", "科目名称", "合计", "人员经费", "公用经费", "项目支出")
    function = [header, ("205", "教育支出", "9.00", "5.00", "4.00", ""), ("20508", "进修", "9.00", "5.00", "4.00", "")]
    names = ("科目编码", "经济科目名称", "基本支出", "人员经费", "公用经费", "备注")
    economic = [names, ("301", "工资", "5.00", "5.00", "", ""), ("30101", "基本工资", "5.00", "5.00", "", "")]
    reading = Reading(BUDGET + UNIT + tabs(function) + "\n" + UNIT + tabs(economic))
    assert len(reading.rows("tables")) == 2


def test_contents_far_above_hold_no_title_of_a_table() -> None:
    titles = ("收支总表", "收入总表", "支出总表", "财政拨款收支总表", "政府采购预算表")
    listed = "".join(
        f"{number} {title}…………{place}\n\n" for place, (number, title) in enumerate(zip("12345", titles, strict=True))
    )
    text = f"目录\n\n{listed}第一部分\n\n本局观测海洋。\n\n" + UNIT + tabs(_expenditure("3.00"))
    assert Reading(BUDGET + text).column("tables", "statement_kind") == ["repeated_expenditure"]


def test_page_goes_on_below_the_unit_of_its_own_table() -> None:
    pages = (
        [FUNCTION, ("", "合计", "9.00", "5.00", "4.00"), ("205", "教育支出", "5.00", "5.00", "")],
        [("210", "卫生健康支出", "4.00", "", "4.00")],
    )
    text = "支出总表\n\n" + "\n".join(tabs(page) + "\n单位：万元\n" for page in pages)
    reading = Reading(BUDGET + text)
    assert reading.column("tables", "statement_kind") == ["budget_expenditure"]
    assert reading.lines("code", "amount_cny", measure="total") == [(None, 90000), ("205", 50000), ("210", 40000)]
