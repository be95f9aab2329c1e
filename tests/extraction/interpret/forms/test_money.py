"""The money of a self-evaluated project: budget, execution and rate, in total and by source."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from synthetic import FINAL_ACCOUNT, Reading, tabs

HEADER = ("项目资金 (万元)", "", "全年预算数 (A)", "全年执行数 (B)", "执行率 (B/A)")
TOTAL = ("", "年度资金总额:", "853.48", "788.48", "92.38%")


def _reading(*rows: Sequence[str]) -> Reading:
    first = ("项目名称", "潮位观测", "项目起止时间", "2031-01-01-2031-12-31", "")
    return Reading(FINAL_ACCOUNT + "项目支出绩效自评表\n\n(2031年度)\n\n" + tabs([first, *rows]))


def _project(*rows: Sequence[str]) -> tuple[object, ...]:
    project = _reading(*rows).one("projects")
    return project["revised_cny"], project["executed_cny"], project["execution_rate"]


def test_total_row_gives_the_amounts_of_the_project() -> None:
    assert _project(HEADER, TOTAL) == (Decimal("8534800.00"), Decimal("7884800.00"), Decimal("0.923800"))


def test_sources_are_parts_of_the_budget() -> None:
    project = _reading(
        HEADER,
        TOTAL,
        ("", "其中：上级转移支付资金", "3.48", "3.48", "--"),
        ("", "区级财政资金", "840.00", "780.00", "92%"),
        ("", "其他资金", "10.00", "5.00", "50%"),
    ).one("projects")
    assert {name: project[f"{name}_cny"] for name in ("higher_level", "fiscal_appropriation", "other_funds")} == {
        "higher_level": Decimal("34800.00"),
        "fiscal_appropriation": Decimal("8400000.00"),
        "other_funds": Decimal("100000.00"),
    }
    assert project["execution_rate"] == Decimal("0.923800")


def test_figures_beside_their_columns_are_read_in_order() -> None:
    assert _project(
        ("项目资金（万元）", "全年预算数", "全年执行数", "执行率", "", ""),
        ("", "年度资金总额", "", "", "8.00", "6.00", "75%"),
    ) == (
        Decimal("80000.00"),
        Decimal("60000.00"),
        Decimal("0.750000"),
    )


SCORED = ("项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
OF_ALL = ("年度资金总额", "9.00", "8.00", "6.00", "10", "75%", "7.5")


@pytest.mark.parametrize("total", [("", *OF_ALL), ("", "", *OF_ALL)], ids=["in its columns", "beside them"])
def test_the_weight_of_the_rate_and_its_score_are_no_money(total: tuple[str, ...]) -> None:
    reading = _reading((*SCORED, ""), total, ("", "上年结转资金", "1.00", "1.00", "0.50", "—", "50%", "—"))
    project = reading.one("projects")
    amounts = [project[f"{phase}_cny"] for phase in ("approved", "revised", "executed")]
    assert (amounts, project["execution_rate"]) == ([90000, 80000, 60000], Decimal("0.75"))
    assert [row["reason"] for row in reading.rows("ledger", disposition="label")] == ["score weight", "score"]
    assert reading.lines("measure", "value_as_printed", item="carried_over")[-1] == ("execution_rate", "50%")


def test_of_figures_beside_their_columns_and_fewer_nobody_knows_which_they_are() -> None:
    reading = _reading((*SCORED, "", ""), ("", "", "年度资金总额", "", "9.00", "8.00", "10", "75%", "7.5"))
    assert reading.rows("statement_lines") == []
    assert len(reading.rows("ledger", disposition="unmapped")) == 5


def test_approved_revised_and_executed_are_three_phases() -> None:
    project = _reading(
        ("项目资金（元）", "", "年初预算数", "全年预算数", "全年执行数", "执行率"),
        ("", "年度资金总额", "9.00", "8.00", "6.00", "75%"),
    ).one("projects")
    assert [project[f"{phase}_cny"] for phase in ("approved", "revised", "executed")] == [
        Decimal("9.00"),
        Decimal("8.00"),
        Decimal("6.00"),
    ]


def test_dash_is_not_disclosed() -> None:
    reading = _reading(HEADER, TOTAL, ("", "其他资金", "--", "--", "--"))
    assert reading.lines("disclosure", "amount_cny", item="other_funds") == [("dash", None)] * 3
    assert reading.one("projects")["other_funds_cny"] is None


def test_rate_is_no_money() -> None:
    lines = _reading(HEADER, TOTAL).lines("amount_cny", "unit_applied", measure="execution_rate")
    assert lines == [(None, "%")]


@pytest.mark.parametrize("printed", ["66.666667%", "100.000000001%"])
def test_rate_of_many_decimals_is_read(printed: str) -> None:
    rate = _project(HEADER, (*TOTAL[:4], printed))[2]
    assert isinstance(rate, Decimal)
    assert abs(rate * 100 - Decimal(printed.rstrip("%"))) < Decimal("0.001")


def test_period_is_split_into_start_and_end() -> None:
    project = _reading(HEADER, TOTAL).one("projects")
    assert (project["starts_on"], project["ends_on"]) == ("2031-01-01", "2031-12-31")


def test_investment_form_reads_its_labels() -> None:
    rows = [
        ("项目名称", "观测塔（一期）", "项目单位", "区海洋观测局"),
        ("项目总投资", "183.04 万元（其中：财政拨款 183.04 万元）"),
        ("2031 年实际下达政府投资计划", "49.15 万元"),
        ("2031 年实际完成投资", "49.15 万元"),
        ("2031 年政府投资计划支出率", "100%"),
        ("截至2031年底累计完成投资", "60 万元"),
    ]
    reading = Reading(FINAL_ACCOUNT + "观测塔（一期）项目绩效情况表\n\n" + tabs(rows))
    project = reading.one("projects")
    assert (project["revised_cny"], project["executed_cny"]) == (Decimal("491500.00"), Decimal("491500.00"))
    assert (project["execution_rate"], project["project_name"]) == (Decimal("1.000000"), "观测塔（一期）")
    assert reading.lines("amount_cny", "horizon", measure="total_investment") == [(Decimal("1830400.00"), "cumulative")]
    assert len(reading.rows("ledger", line=reading.rows("statement_lines")[0]["line"])) == 2


def test_amount_after_words_is_counted_once() -> None:
    rows = [("项目名称", "观测塔（一期）"), ("项目总投资", "财政拨款 183.04 万元")]
    reading = Reading(FINAL_ACCOUNT + "观测塔（一期）项目绩效情况表\n\n" + tabs(rows))
    assert [row["amount_cny"] for row in reading.rows("ledger")] == [Decimal("1830400.00")]
