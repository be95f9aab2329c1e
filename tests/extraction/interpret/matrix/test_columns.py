"""What a column measures: by the lowest level of its label that says anything, and by what stands below it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from synthetic import BUDGET, DEPARTMENT, FINAL_ACCOUNT, Reading, caption, tabs

from dagster_project.extraction.interpret.matrix.columns import Held, held
from dagster_project.extraction.interpret.matrix.headers import read_header
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import ColumnMeaning


def _read(kind: str, *rows: tuple[str, ...], year: int | None = None) -> list[ColumnMeaning]:
    printed = [Row(index, cells) for index, cells in enumerate(rows, 1)]
    return read_header(printed, knowledge().kinds[kind], year).columns


def _said(kind: str, *rows: tuple[str, ...]) -> list[tuple[str | None, str | None]]:
    return [(column.role or column.measure, column.fund) for column in _read(kind, *rows)]


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        (["甲支出", "乙支出", "9"], Held.WORDS),
        (["201", "20101", "2010101"], Held.CODES),
        (["A", "B", "C"], Held.CODES),
        (["1,200.50", "-", "0.00"], Held.FIGURES),
        (["12", "7"], Held.UNSURE),
        (["226830", "5000", "41200", "0"], Held.FIGURES),
        (["101", "101001", "101002"], Held.UNSURE),
        ([], Held.UNSURE),
    ],
)
def test_column_is_known_by_what_it_holds(cells: list[str], what: Held) -> None:
    assert held(cells) is what


def test_sources_beside_their_whole_are_told_apart() -> None:
    assert _said(
        "budget_basic",
        ("支出项目类别", "总计", "财政拨款", "", "", "财政专户管理资金", "单位资金", "", "上年结转"),
        ("", "", "小计", "一般公共预算", "政府性基金", "", "事业收入", "其他收入", ""),
        ("甲支出", "9.00", "4.00", "3.00", "1.00", "1.00", "1.00", "1.00", "2.00"),
        ("乙支出", "9.00", "4.00", "3.00", "1.00", "1.00", "1.00", "1.00", "2.00"),
    ) == [
        ("name", None),
        ("amount", None),
        ("amount", "fiscal_appropriation"),
        ("amount", "general_public_budget"),
        ("amount", "government_fund_budget"),
        ("fiscal_special_account", "fiscal_special_account"),
        ("business", None),
        ("other", None),
        ("opening", None),
    ]


def test_columns_under_the_sum_of_their_group_are_its_parts_whatever_fund_stands_below() -> None:
    assert _said(
        "budget_three_public",
        ("单位", "总计", "公车费", "", "", "接待费"),
        ("", "", "小计", "电动", "其他", ""),
        ("", "一般公共预算", "一般公共预算", "一般公共预算", "一般公共预算", "一般公共预算"),
        ("甲站", "9.00", "5.00", "2.00", "3.00", "4.00"),
        ("乙站", "9.00", "5.00", "2.00", "3.00", "4.00"),
    )[1:] == [
        ("total", "general_public_budget"),
        ("vehicle", "general_public_budget"),
        ("part", "general_public_budget"),
        ("part", "general_public_budget"),
        ("reception", "general_public_budget"),
    ]


def test_unknown_money_of_a_list_of_projects_is_a_part_and_a_price_is_none() -> None:
    assert _said(
        "budget_procurement",
        ("采购品目", "采购数量", "单价", "预算金额", "统购款"),
        ("甲物", "2", "3.50", "7.00", "1.00"),
        ("乙物", "3", "4.50", "13.50", "2.00"),
    ) == [("name", None), ("quantity", None), (None, None), ("amount", None), ("part", None)]


@pytest.mark.parametrize(
    ("label", "measure", "phase"),
    [
        ("2031年完成数", "amount", "executed"),
        ("上年预计完成", "amount", "executed"),
        ("2031年预算安排", "amount", None),
        ("2031年调整后金数", "amount", "revised"),
        ("年终结转结余", "closing", None),
        ("支出/日常公用", "public", None),
        ("补助下级支出", "to_subordinates", None),
    ],
)
def test_words_of_a_label_are_known_by_their_ends(label: str, measure: str, phase: str | None) -> None:
    column = _read("budget_general_expenditure", ("科目名称", label), ("甲支出", "2.50"), ("乙支出", "3.50"))[1]
    assert (column.measure, column.phase) == (measure, phase)


def test_whole_behind_its_sources_is_the_whole() -> None:
    assert _said(
        "budget_basic",
        ("支出项目类别", "其他资金", "财政拨款", "", "", "总计"),
        ("", "", "合计", "一般公共预算", "政府性基金预算", ""),
        ("甲支出", "1.00", "4.00", "3.00", "1.00", "5.00"),
        ("乙支出", "1.00", "4.00", "3.00", "1.00", "5.00"),
    ) == [
        ("name", None),
        ("other_funds", None),
        ("amount", "fiscal_appropriation"),
        ("amount", "general_public_budget"),
        ("amount", "government_fund_budget"),
        ("amount", None),
    ]


def test_level_that_names_only_the_year_leaves_the_level_above_its_word() -> None:
    assert _said(
        "budget_general_basic",
        ("科目编码", "科目名称", "人员经费", "公用经费"),
        ("", "", "本年预算", "当年预算数"),
        ("301", "工资福利支出", "4.00", ""),
    ) == [("code", None), ("name", None), ("staff", None), ("public", None)]


def test_words_of_a_level_below_say_more_than_those_of_the_kind_over_them() -> None:
    for over in ("金额", "合计"):
        assert _said(
            "budget_general_basic_function",
            ("科目编码", "科目名称", over, "", ""),
            ("", "", "合计", "人员经费支出", "公用经费支出"),
            ("220", "海洋支出", "9.00", "7.00", "2.00"),
        ) == [("code", None), ("name", None), ("basic", None), ("staff", None), ("public", None)]


@pytest.mark.parametrize("over", ["金额", "预算数"])
def test_money_of_a_fund_is_the_same_under_a_level_that_only_says_money(over: str) -> None:
    assert _said(
        "budget_income",
        ("科目编码", "科目名称", over, "", ""),
        ("", "", "总计", "一般公共预算拨款收入", "政府性基金预算拨款收入"),
        ("220", "海洋支出", "9.00", "7.00", "2.00"),
    )[2:] == [
        ("total", None),
        ("fiscal_appropriation", "general_public_budget"),
        ("fiscal_appropriation", "government_fund_budget"),
    ]


def test_funds_below_the_measures_of_three_public() -> None:
    funds = ("一般公共预算", "政府性基金")
    said = _said(
        "budget_three_public",
        ("单位名称", "合计", "", "公务用车购置及运行维护费", "", "", ""),
        ("", "", "", "小计", "", "公务用车购置费", ""),
        ("", *funds, *funds, *funds),
        ("甲局", "1.00", "0.00", "1.00", "0.00", "1.00", "0.00"),
    )
    assert [measure for measure, _ in said[1:]] == ["total"] * 2 + ["vehicle"] * 2 + ["vehicle_purchase"] * 2
    assert [fund for _, fund in said[1:]] == ["general_public_budget", "government_fund_budget"] * 3


def test_counts_beside_the_money_of_three_public_are_quantities() -> None:
    header = (
        ("单位名称", "因公出国（境）费", "", "公务用车购置及运行费", "", "公务接待费", ""),
        ("", "金额", "团组数", "公务用车运行费", "保有量（辆）", "金额", "批次"),
    )
    said = _said("budget_three_public", *header, ("甲局", "3.00", "2", "2.00", "1", "4.00", "9"))
    measures = ["abroad", "vehicle_operation", "reception"]
    assert [what for what, _ in said[1:]] == [each for measure in measures for each in (measure, "quantity")]


def test_change_is_no_level_and_share_is_no_money() -> None:
    columns = _read(
        "budget_general_expenditure",
        ("科目编码", "科目名称", "2030年执行数", "2031年预算数", "2031年预算数比2030年执行数", ""),
        ("", "", "", "", "增减额", "增减(%)"),
        ("201", "甲支出", "90.00", "120.00", "30.00", "33.33"),
    )
    assert [column.measure for column in columns[2:]] == ["amount", "amount", "difference", "rate"]
    assert [column.phase for column in columns[2:]] == ["executed", "ambiguous", None, None]
    assert columns[5].unit is not None
    assert columns[5].unit.applied == "%"


def test_share_has_no_yuan() -> None:
    text = caption("一般公共预算支出表") + tabs(
        [("科目编码", "科目名称", "预算数", "占比(%)"), ("201", "甲支出", "90", "75.00")]
    )
    reading = Reading(BUDGET + text)
    assert reading.lines("value_as_printed", "amount_cny", measure="rate") == [("75.00", None)]


def test_part_beside_its_whole_is_a_part() -> None:
    said = _said(
        "budget_general_expenditure",
        ("科目编码", "科目名称", "合计", "项目支出", "", "一般公共预算拨款", ""),
        ("", "", "", "项目支出总数", "扣除基建项目后预算数", "小计", "其中：专项资金"),
        ("201", "甲支出", "20.00", "20.00", "15.00", "20.00", "3.00"),
    )
    assert [measure for measure, _ in said[2:]] == ["total", "project", "part", "total", "part"]


def test_what_was_carried_over_is_one_amount_with_parts() -> None:
    said = _said(
        "budget_expenditure",
        ("科目编码", "科目名称", "合计", "当年预算", "", "", "上年结转", "", ""),
        ("", "", "", "小计", "基本支出", "项目支出", "小计", "基本支出", "项目支出"),
        ("201", "甲支出", "9.00", "6.00", "4.00", "2.00", "3.00", "2.00", "1.00"),
    )
    measures = [measure for measure, _ in said[2:]]
    assert measures == ["total", "current", "basic", "project", "opening", "part", "part"]


def test_budget_of_the_year_is_the_whole_where_nothing_else_is() -> None:
    header = (("收入", "", "支出", ""), ("项目", "本年预算", "项目", "本年预算"))
    columns = _read("budget_balance", *header, ("一、甲收入", "1.00", "一、乙支出", "1.00"))
    assert [column.measure for column in columns] == [None, "amount", None, "amount"]


def test_budget_of_the_year_is_the_whole_in_each_block_of_a_side() -> None:
    header = (
        ("收入", "", "支出", "", "", ""),
        ("项目", "本年预算", "项目", "本年预算", "项目（按支出用途）", "本年预算"),
    )
    columns = _read("budget_balance", *header, ("一、甲收入", "1.00", "一、乙支出", "1.00", "一、基本支出", "1.00"))
    assert [column.measure for column in columns] == [None, "amount"] * 3


def test_column_of_last_year_is_of_the_year_before() -> None:
    columns = _read(
        "budget_three_public", ("单位名称", "上年", "当年"), ("", "合计", "合计"), ("甲局", "3.00", "2.00"), year=2031
    )
    assert [column.year for column in columns] == [None, 2030, None]


def test_third_block_of_a_side_states_the_money_again_under_its_own_names() -> None:
    text = caption("收支总表") + tabs(
        [
            ("收入", "", "支出", "", "", ""),
            ("项目", "预算数", "支出功能分类科目", "预算数", "部门经济科目（按大类）", "预算数"),
            ("一、甲收入", "7", "一、乙支出", "4", "1、工资", "6"),
            ("", "", "二、丙支出", "3", "2、办公", "1"),
        ]
    )
    assert Reading(BUDGET + text).lines("name_as_printed", "measure", "value_as_printed") == [
        ("甲收入", "amount", "7"),
        ("乙支出", "amount", "4"),
        ("丙支出", "amount", "3"),
        ("工资", "repetition", "6"),
        ("办公", "repetition", "1"),
    ]


def test_codes_of_organisations_are_no_codes_of_money() -> None:
    text = caption("收入总表") + tabs(
        [
            ("单位编码", "单位名称", "合计", "财政拨款收入"),
            ("合计", "", "9", "9"),
            ("123", DEPARTMENT, "9", "9"),
            ("123001", f"{DEPARTMENT}本级", "9", "9"),
        ]
    )
    reading = Reading(BUDGET + text)
    assert set(reading.column("statement_lines", "code")) == {None}
    assert len(reading.rows("ledger", reason="organisation code")) == 2
    assert reading.column("statement_lines", "item", measure="total") == ["total"] * 3


def test_goods_works_and_services_are_parts_of_what_is_procured() -> None:
    header = ("项目", "合计", "货物", "工程", "服务")
    assert _said("budget_procurement", header, ("政府采购", "9.00", "4.00", "3.00", "2.00"))[1:] == [
        ("amount", None),
        ("part", None),
        ("part", None),
        ("part", None),
    ]


def test_fund_and_vehicles_in_the_short_words_of_some_provinces() -> None:
    rows = [
        ("项目", "合计", "一般公共预算拨款", "基金预算拨款"),
        ("合计", "12.00", "10.00", "2.00"),
        ("公务用车购置及运维费", "12.00", "10.00", "2.00"),
    ]
    reading = Reading(BUDGET + caption("财政拨款“三公”经费支出表", 8) + tabs(rows))
    assert reading.lines("fund", "measure", "amount_cny", column_label="基金预算拨款") == [
        ("government_fund_budget", "total", Decimal(20000)),
        ("government_fund_budget", "vehicle", Decimal(20000)),
    ]


def test_difference_between_two_phases_is_a_change() -> None:
    header = [("科目编码", "科目名称", "年初预算数", "决算数", "决算数与年初预算数差额")]
    reading = Reading(
        FINAL_ACCOUNT
        + caption("一般公共预算财政拨款支出决算表", 8)
        + tabs([*header, ("201", "一般公共服务支出", "9.00", "8.00", "(1.00)")])
    )
    assert reading.lines("measure", "amount_cny") == [
        ("amount", Decimal(90000)),
        ("amount", Decimal(80000)),
        ("difference", Decimal(-10000)),
    ]
