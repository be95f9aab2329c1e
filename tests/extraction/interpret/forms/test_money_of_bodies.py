"""The money of a whole body in its self-evaluation: all it spent, basic and project expenditure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from synthetic import DEPARTMENT, FINAL_ACCOUNT, Reading, tabs

HEADER = ("年度预算（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
ALL = ("", "部门支出总额", "15.00", "16.00", "12.00", "10", "75%", "7.5")
BASIC = ("", "其中：基本支出", "9.00", "9.00", "8.00", "", "", "")


def _reading(*rows: Sequence[str]) -> Reading:
    first = ("部门名称", DEPARTMENT)
    return Reading(FINAL_ACCOUNT + "部门整体支出绩效自评表\n\n（2031年度）\n\n" + tabs([first, *rows]))


def test_rows_have_names_of_any_kind_and_no_item() -> None:
    reading = _reading(HEADER, ALL, BASIC)
    assert reading.lines("name_as_printed", "measure", "amount_cny", "item") == [
        ("部门支出总额", "approved", Decimal(150_000), None),
        ("部门支出总额", "revised", Decimal(160_000), None),
        ("部门支出总额", "executed", Decimal(120_000), None),
        ("部门支出总额", "execution_rate", None, None),
        ("其中：基本支出", "approved", Decimal(90_000), None),
        ("其中：基本支出", "revised", Decimal(90_000), None),
        ("其中：基本支出", "executed", Decimal(80_000), None),
    ]
    assert [row["reason"] for row in reading.rows("ledger", disposition="label")] == ["score weight", "score"]


def test_section_ends_with_the_first_row_without_money() -> None:
    after = [("履职完成情况", "任务", "完成", "", "", "", "", ""), ("", "防汛", "3", "", "", "", "", "")]
    names = set(_reading(HEADER, ALL, *after).column("statement_lines", "name_as_printed"))
    assert names == {"部门支出总额"}


def test_a_rate_below_its_sign_is_no_money() -> None:
    header = ("资金情况（万元）", "", "预算数", "执行数", "执行率（%）")
    first = ("项目名称", "潮位观测")
    rows = tabs([first, header, ("", "总额", "8.00", "6.00", "75.00")])
    reading = Reading(FINAL_ACCOUNT + "项目支出绩效自评表\n\n（2031年度）\n\n" + rows)
    assert reading.lines("measure", "amount_cny", "unit_applied") == [
        ("revised", Decimal(80_000), "万元"),
        ("executed", Decimal(60_000), "万元"),
        ("execution_rate", None, "%"),
    ]


def test_rate_of_a_task_is_no_money_even_without_its_sign() -> None:
    rows = [
        ("年度主要任务", "任务名称", "完成情况", "预算数（万元）", "执行数（万元）", "执行率（%）"),
        ("", "防汛", "已完成", "8.00", "6.00", "75.00"),
    ]
    reading = _reading(*rows)
    assert reading.lines("measure", "amount_cny")[-1] == ("execution_rate", None)
    assert reading.one("projects")["execution_rate"] == Decimal("0.75")
