"""Header rows become one label per column, and each column its role or measure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from synthetic import BUDGET, DEPARTMENT, FINAL_ACCOUNT, Reading, caption, tabs

from dagster_project.extraction.interpret.matrix.headers import flatten, read_header
from dagster_project.extraction.interpret.matrix.numbering import is_index_row
from dagster_project.extraction.interpret.matrix.units import unit_in
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.model.document import Row


def _columns(kind: str, *rows: tuple[str, ...]) -> list[tuple[str | None, str | None]]:
    header = read_header([Row(index, row) for index, row in enumerate(rows, 1)], knowledge().kinds[kind])
    return [(column.role, column.measure) for column in header.columns]


def test_levels_are_joined_top_down() -> None:
    rows = [("项 目", "", "本年支出", "", ""), ("编码", "名称", "小计", "基本支出", "项目支出")]
    assert flatten(rows) == [
        "项目 / 编码",
        "项目 / 名称",
        "本年支出 / 小计",
        "本年支出 / 基本支出",
        "本年支出 / 项目支出",
    ]


def test_cell_spans_only_under_the_span_above_it() -> None:
    rows = [("预算数", "", "决算数", ""), ("公务用车", "", "", ""), ("小计", "购置费", "小计", "购置费")]
    assert flatten(rows) == [
        "预算数 / 公务用车 / 小计",
        "预算数 / 公务用车 / 购置费",
        "决算数 / 小计",
        "决算数 / 购置费",
    ]


def test_column_without_a_lower_level_keeps_its_single_label() -> None:
    rows = [("预算单位", "支出总计", "政府采购"), ("", "", "小计")]
    assert flatten(rows) == ["预算单位", "支出总计", "政府采购 / 小计"]


def test_words_broken_by_spaces_are_read() -> None:
    assert _columns(
        "final_expenditure",
        ("功能分类科 目编码", "科目 名称", "本年支出合 计", "基本支 出", "项 目支出", "上缴上级 支出", "经营 支出"),
        ("201", "一般公共服务支出", "3", "1", "2", "", ""),
    ) == [
        ("code", None),
        ("name", None),
        (None, "total"),
        (None, "basic"),
        (None, "project"),
        (None, "to_higher_level"),
        (None, "operating"),
    ]


def test_measures_of_three_public_follow_the_lowest_level() -> None:
    assert _columns(
        "budget_three_public",
        ("预算单位", "年度", "总计", "因公出国(境)费", "公务接待费", "公务用车购置及运行维护费", "", ""),
        ("", "", "", "", "", "小计", "公务用车购置费", "公务用车运行维护费"),
        ("海洋观测局", "2030年", "9", "0", "4", "5", "0", "5"),
    ) == [
        ("organisation", None),
        ("year", None),
        (None, "total"),
        (None, "abroad"),
        (None, "reception"),
        (None, "vehicle"),
        (None, "vehicle_purchase"),
        (None, "vehicle_operation"),
    ]


def test_procurement_columns_of_an_expenditure_table_are_their_own_measures() -> None:
    assert _columns(
        "budget_expenditure",
        ("预算单位", "支出总计", "基本支出", "项目支出", "2031年政府采购项目", "", ""),
        ("", "", "", "", "小计", "其中：面向中小企业政府采购项目", "其中：面向小型、 微型企业政府采购项目"),
        ("海洋观测局", "9", "4", "5", "3", "2", "1"),
    )[4:] == [(None, "procurement_total"), (None, "procurement_sme"), (None, "procurement_small_micro")]


def test_side_by_side_columns_know_their_side() -> None:
    printed = (("收 入", "", "支 出", ""), ("项目", "预算数", "项目", "预算数"), ("甲", "1", "乙", "1"))
    header = read_header([Row(index, row) for index, row in enumerate(printed, 1)], knowledge().kinds["budget_balance"])
    assert [column.side for column in header.columns] == ["income", "income", "expenditure", "expenditure"]


def test_columns_of_table_04_know_their_fund() -> None:
    heads = ("项目", "金额", "项目", "合计", "一般公共 预算财政 拨款", "政府性 基金预 算", "国有资 本经营 预算")
    rows = [Row(1, ("收入", "", "支出", "", "", "", "")), Row(2, heads), Row(3, ("甲", "3", "乙", "3", "2", "1", ""))]
    header = read_header(rows, knowledge().kinds["final_appropriation"])
    assert [column.fund for column in header.columns[3:]] == [
        None,
        "general_public_budget",
        "government_fund_budget",
        "state_capital_budget",
    ]
    assert {column.measure for column in header.columns[3:]} == {"amount"}


def test_year_and_phase_in_a_label_belong_to_the_column() -> None:
    rows = [Row(1, ("科目编码", "科目名称", "2030年决算数", "2031年年初预算数")), Row(2, ("201", "甲", "1", "2"))]
    columns = read_header(rows, knowledge().kinds["budget_general_expenditure"]).columns
    assert [(column.year, column.phase) for column in columns[2:]] == [(2030, "executed"), (2031, "approved")]


def test_row_that_numbers_the_columns_is_no_figure() -> None:
    text = caption("支出决算表") + tabs(
        [
            ("科目编码", "科目名称", "合计", "基本支出"),
            ("栏次", "", "1", "2"),
            ("合计", "", "5.00", "4.00"),
            ("1", "2", "3", "4"),
            ("201", "一般公共服务支出", "5.00", "4.00"),
        ]
    )
    reading = Reading(FINAL_ACCOUNT + text)
    assert reading.lines("value_as_printed") == [("5.00",), ("4.00",), ("5.00",), ("4.00",)]
    assert set(reading.column("ledger", "reason", disposition="label")) == {"column number", "code"}


def test_figures_one_after_the_other_are_a_numbering_only_from_one() -> None:
    assert is_index_row(("1", "2", "3"))
    assert not is_index_row(("甲", "1", "2", "3"))
    assert not is_index_row(("4", "5", "6"))


def test_header_repeated_on_the_next_page_is_no_row() -> None:
    header = ("科目编码", "科目名称", "合计")
    text = caption("支出决算表") + tabs([header, ("201", "甲支出", "5"), header, ("202", "乙支出", "6")])
    assert Reading(FINAL_ACCOUNT + text).lines("code", "value_as_printed") == [("201", "5"), ("202", "6")]


def test_unit_in_brackets_of_a_label_is_the_unit_of_the_column() -> None:
    found = [unit_in(label) for label in ("预算金额（万元）", "总额(元)", "金额，单位：亿元", "元旦活动", "合计")]
    assert [unit.applied if unit else None for unit in found] == ["万元", "元", "亿元", None, None]


def test_first_row_without_figures_is_a_row_and_no_header() -> None:
    text = caption("收支总表") + tabs(
        [
            ("收入", "", "支出", ""),
            ("项目", "2031年预算数", "项目", "2031年预算数"),
            ("一、财政拨款收入", "", "一、教育支出", ""),
            ("二、事业收入", "3", "二、其他支出", "4"),
        ]
    )
    assert Reading(BUDGET + text).lines("name_as_printed", "side", "value_as_printed", disclosure="figure") == [
        ("事业收入", "income", "3"),
        ("其他支出", "expenditure", "4"),
    ]


def test_column_without_a_word_parts_no_heading() -> None:
    rows = [("任务", "预算金额", "", "", ""), ("", "总额", "", "财政拨款", "其他资金")]
    assert flatten(rows) == ["任务", "预算金额 / 总额", "", "预算金额 / 财政拨款", "预算金额 / 其他资金"]


def test_captions_that_share_a_row_are_no_heading() -> None:
    assert _columns(
        "budget_expenditure",
        ("部门名称：海洋观测局", "", "单位：万元"),
        ("科目编码", "科目名称", "合计"),
        ("201", "甲支出", "3.00"),
    ) == [("code", None), ("name", None), (None, "total")]


@pytest.mark.parametrize("owner", ["部门(单位)", "部门（单位）", "单位（部门）名称", "填报单位", "编制部门"])
def test_caption_within_the_grid_is_no_level_of_the_header(owner: str) -> None:
    reading = Reading(
        BUDGET
        + caption("一般公共预算基本支出表", 6)
        + tabs(
            [
                (f"{owner}：{DEPARTMENT}", "", "", "", "金额单位：万元", ""),
                ("人员经费", "", "", "公用经费", "", ""),
                ("科目编码", "科目名称", "金额", "科目编码", "科目名称", "金额"),
                ("301", "工资福利支出", "9.00", "302", "商品和服务支出", "4.00"),
                ("30101", "基本工资", "9.00", "30201", "办公费", "4.00"),
            ]
        )
    )
    assert {measure for (measure,) in reading.lines("measure")} == {"staff", "public"}


def test_name_of_a_body_beside_the_unit_within_the_grid_is_its_caption() -> None:
    other = "滨海市海洋环境监测站"
    reading = Reading(
        BUDGET
        + caption("支出总表", 3, unit="")
        + tabs(
            [
                (other, "", "", "", "单位：元"),
                ("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
                ("201", "甲支出", "9.00", "5.00", "4.00"),
            ]
        )
    )
    assert reading.lines("organisation", "column_label", "amount_cny", measure="basic") == [
        (other, "基本支出", Decimal("5.00"))
    ]
