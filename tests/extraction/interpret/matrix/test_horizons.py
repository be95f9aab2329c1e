"""Forms that print the money of all years beside that of the year, source by source."""

from __future__ import annotations

from decimal import Decimal

import pytest
from synthetic import BUDGET, Reading, caption, tabs


def test_sources_of_the_year_are_those_beside_the_amount_of_the_year() -> None:
    rows = [
        ("项目名称", "潮位观测", "项目性质", "经常性项目"),
        ("项目资金（元）", "项目资金总额", "900.00", "年度资金申请总额", "300.00"),
        ("", "其中：财政资金", "800.00", "其中：当年财政拨款", "250.00"),
        ("", "其他资金", "100.00", "其他资金", "50.00"),
    ]
    project = Reading(f"{BUDGET}财政项目支出绩效目标填报表\n\n（2031年度）\n\n{tabs(rows)}").one("projects")
    amounts = ("midterm_cny", "approved_cny", "fiscal_appropriation_cny", "other_funds_cny")
    assert [project[name] for name in amounts] == [Decimal(900), Decimal(300), Decimal(250), Decimal(50)]


@pytest.mark.parametrize(("whole", "horizon"), [("项目总额", "mid_term"), ("总投资", "cumulative")])
def test_the_whole_of_a_project_beside_its_years_is_that_of_all_years(whole: str, horizon: str) -> None:
    rows = [("项目名称", whole, "2031年预算", "2032年计划"), ("潮位观测", "900.00", "300.00", "600.00")]
    reading = Reading(BUDGET + caption("项目支出预算表", 5) + tabs(rows))
    assert reading.one("projects")["approved_cny"] == Decimal(3_000_000)
    assert reading.lines("horizon", "value_as_printed")[0] == (horizon, "900.00")


def test_the_whole_of_a_project_is_the_year_s_where_nothing_else_is() -> None:
    rows = [("项目名称", "项目总额", "其中：财政拨款"), ("潮位观测", "900.00", "900.00")]
    reading = Reading(BUDGET + caption("项目支出预算表", 5) + tabs(rows))
    assert reading.one("projects")["approved_cny"] == Decimal(9_000_000)
