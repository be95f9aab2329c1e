"""Lists of projects whose columns hold the money of several years, of all years, or of a part: which is the year's."""

from __future__ import annotations

from decimal import Decimal

import pytest
from synthetic import BUDGET, FINAL_ACCOUNT, Reading, caption, tabs


def _project(header: tuple[str, ...], row: tuple[str, ...]) -> dict[str, object]:
    return Reading(BUDGET + caption("项目支出预算表", 5, unit="元") + tabs([header, row])).one("projects")


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (("项目名称", "项目总投资", "2031年预算", "2032年预算"), ("观测塔", "900.00", "200.00", "300.00")),
        (("项目名称", "三年总额", "2031年", "2032年"), ("观测塔", "900.00", "200.00", "300.00")),
        (("项目名称", "比上年增减", "2030年预算", "2031年预算"), ("观测塔", "50.00", "150.00", "200.00")),
    ],
    ids=["all that it costs", "three years", "change and last year"],
)
def test_a_project_has_the_money_of_its_year(header: tuple[str, ...], row: tuple[str, ...]) -> None:
    assert _project(header, row)["approved_cny"] == Decimal(200)


def test_money_of_several_years_is_mid_term() -> None:
    project = _project(("项目名称", "三年总额", "2031年", "2032年"), ("观测塔", "900.00", "200.00", "300.00"))
    assert project["midterm_cny"] == Decimal(900)


def test_years_between_which_a_project_runs_and_its_score_are_no_money() -> None:
    header = ("项目名称", "起始年份", "终止年份", "预算数", "执行数", "执行率", "自评得分")
    rows = [header, ("观测塔", "2030", "2033", "200.00", "190.00", "95.00%", "96.50")]
    reading = Reading(FINAL_ACCOUNT + caption("项目支出绩效自评结果汇总表", 5, unit="元") + tabs(rows))
    assert reading.lines("measure", "phase", "value_as_printed") == [
        ("amount", "revised", "200.00"),
        ("amount", "executed", "190.00"),
        ("rate", "executed", "95.00%"),
    ]
    assert [row["value_as_printed"] for row in reading.rows("ledger", disposition="label")] == ["2030", "2033", "96.50"]
