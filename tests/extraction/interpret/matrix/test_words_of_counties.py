"""Words of headers in counties not met before: numbers of bodies, sides, phases, funds in rows and titles."""

from __future__ import annotations

from decimal import Decimal

from synthetic import BUDGET, DEPARTMENT, FINAL_ACCOUNT, Reading, caption, tabs

STATION = "滨海市海洋环境监测站"


def test_number_and_name_below_one_word_of_bodies() -> None:
    rows = [
        ("部门（单位）", "", "合计", "本年收入", ""),
        ("代码", "名称", "", "一般公共预算", "事业收入"),
        ("", "合计", "30", "20", "10"),
        ("125001", DEPARTMENT, "18", "8", "10"),
        ("125002", STATION, "12", "12", "0"),
    ]
    reading = Reading(BUDGET + caption("部门收入总表", 2, unit="元") + tabs(rows))
    assert reading.lines("organisation", "amount_cny", measure="total") == [
        (DEPARTMENT, Decimal(30)),
        (f"{DEPARTMENT}本级", Decimal(18)),
        (STATION, Decimal(12)),
    ]
    assert {row["reason"] for row in reading.rows("ledger", disposition="label")} == {"organisation code"}


def test_sides_by_where_money_is_from_and_what_for() -> None:
    rows = [("收入来源", "金额", "支出用途", "金额"), ("财政拨款", "30.00", "项目支出", "30.00")]
    reading = Reading(BUDGET + caption("部门收支总体情况表", 1, unit="元") + tabs(rows))
    assert reading.lines("side", "item") == [("income", "revenue_fiscal_appropriation"), ("expenditure", "project")]


def test_subjects_of_a_further_block_of_a_balance_name_its_money() -> None:
    rows = [
        ("收入", "", "支出", "", "", ""),
        ("项目", "预算数", "支出类别", "预算数", "政府经济科目", "预算数"),
        ("财政拨款", "30.00", "基本支出", "20.00", "机关工资福利支出", "18.00"),
        ("事业收入", "5.00", "项目支出", "15.00", "机关商品和服务支出", "17.00"),
        ("收入合计", "35.00", "支出合计", "35.00", "支出合计", "35.00"),
    ]
    reading = Reading(BUDGET + caption("部门收支总表", 1, unit="元") + tabs(rows))
    assert reading.lines("name_as_printed", "item", "measure", value_as_printed="18.00") == [
        ("机关工资福利支出", None, "repetition")
    ]


def test_execution_of_last_year_without_a_word_of_number() -> None:
    rows = [("科目编码", "科目名称", "2030年执行", "2031年预算"), ("2200501", "行政运行", "20.00", "30.00")]
    reading = Reading(BUDGET + caption("一般公共预算支出表", 3, unit="元") + tabs(rows))
    assert reading.lines("fiscal_year", "phase") == [(2030, "executed"), (2031, "approved")]


def test_rows_of_what_is_bought_name_its_fund_and_columns_its_plan() -> None:
    rows = [
        ("项目", "采购计划金额", "", "实际采购金额", ""),
        ("", "合计", "货物", "合计", "货物"),
        ("一般公共预算", "20.00", "20.00", "18.00", "18.00"),
        ("政府性基金", "10.00", "10.00", "10.00", "10.00"),
        ("合计", "30.00", "30.00", "28.00", "28.00"),
    ]
    reading = Reading(FINAL_ACCOUNT + caption("政府采购情况表", 9, unit="元") + tabs(rows))
    assert reading.lines("fund", "item", "phase", measure="amount") == [
        ("general_public_budget", None, "revised"),
        ("general_public_budget", None, "executed"),
        ("government_fund_budget", None, "revised"),
        ("government_fund_budget", None, "executed"),
        ("all", "total", "revised"),
        ("all", "total", "executed"),
    ]


def test_balance_of_one_fund_is_of_the_fund_that_its_title_names() -> None:
    rows = [("收入", "", "支出", ""), ("项目", "预算数", "项目", "预算数"), ("收入总计", "9", "支出总计", "9")]
    reading = Reading(BUDGET + caption("国有资本经营预算收支表", 8, unit="元") + tabs(rows))
    assert set(reading.column("statement_lines", "fund")) == {"state_capital_budget"}


def test_list_of_targets_keeps_its_indicators_beside_their_goal() -> None:
    rows = [
        ("项目名称", "预算金额", "绩效目标", "一级指标", "二级指标", "三级指标", "绩效指标值", "绩效度量单位", "权重"),
        ("观测塔", "200.00", "观测", "产出指标", "数量指标", "塔数", "≥2", "座", "20"),
    ]
    reading = Reading(BUDGET + caption("部门预算项目绩效目标表", 9, unit="元") + tabs(rows))
    assert reading.one("indicators")["target_unit"] == "座"
    project = reading.one("projects")
    assert (project["organisation"], project["approved_cny"]) == (DEPARTMENT, Decimal(200))
