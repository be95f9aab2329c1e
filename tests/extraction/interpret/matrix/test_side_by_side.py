"""Tables whose blocks stand beside each other: income and expenditure, economic codes, two years, two phases."""

from __future__ import annotations

from decimal import Decimal

import pytest
from synthetic import BUDGET, DEPARTMENT, FINAL_ACCOUNT, Reading, caption, pipes, tabs

OWN = f"{DEPARTMENT}本级"
BALANCE = (("收 入", "", "支 出", ""), ("项 目", "2031年预算数", "项 目", "2031年预算数"))


def test_side_by_side_blocks_are_read_one_after_the_other() -> None:
    text = caption("收支总表") + tabs(
        [
            *BALANCE,
            ("一、财政拨款收入", "90", "一、教育支出", "70"),
            ("二、事业收入", "10", "二、其他支出", "30"),
            ("本年收入合计", "100", "本年支出合计", "100"),
            ("上年结余、结转", "-", "结转下年", ""),
            ("收 入 总 计", "100", "支 出 总 计", "100"),
        ]
    )
    assert Reading(BUDGET + text).lines("side", "item", "name_as_printed", "disclosure", "row_role") == [
        ("income", "revenue_fiscal_appropriation", "财政拨款收入", "figure", "leaf"),
        ("income", "revenue_business", "事业收入", "figure", "leaf"),
        ("income", "income_total", "本年收入合计", "figure", "total"),
        ("income", "opening_balance", "上年结余、结转", "dash", "leaf"),
        ("income", "income_grand_total", "收入总计", "figure", "total"),
        ("expenditure", None, "教育支出", "figure", "leaf"),
        ("expenditure", None, "其他支出", "figure", "leaf"),
        ("expenditure", "expenditure_total", "本年支出合计", "figure", "total"),
        ("expenditure", "closing_balance", "结转下年", "blank", "leaf"),
        ("expenditure", "expenditure_grand_total", "支出总计", "figure", "total"),
    ]


def test_money_of_unit_accounts_is_carried_over_on_both_sides() -> None:
    text = caption("收支总表") + tabs(
        [
            *BALANCE,
            ("本年收入合计", "100", "本年支出合计", "90"),
            ("上年实户资金余额", "7", "未安排支出的实户资金", "17"),
            ("收 入 总 计", "107", "支 出 总 计", "107"),
        ]
    )
    found = Reading(BUDGET + text).lines("item", "amount_cny")
    assert [item for item, _ in found] == [
        *("income_total", "opening_balance", "income_grand_total"),
        *("expenditure_total", "closing_balance", "expenditure_grand_total"),
    ]


def test_row_of_one_side_has_no_row_on_the_other() -> None:
    text = caption("收支总表") + tabs([*BALANCE, ("一、事业收入", "90", "一、甲支出", "70"), ("", "", "乙管理", "20")])
    assert Reading(BUDGET + text).lines("side", "name_as_printed") == [
        ("income", "事业收入"),
        ("expenditure", "甲支出"),
        ("expenditure", "乙管理"),
    ]


def test_line_numbers_are_labels() -> None:
    text = caption("收入支出决算总表", unit="元") + tabs(
        [
            ("收入", "", "", "支出", "", ""),
            ("项目", "行次", "决算数", "项目", "行次", "决算数"),
            ("一、事业收入", "1", "8.25", "一、外交支出", "32", ""),
            ("", "2", "", "二、国防支出", "33", "8.25"),
        ]
    )
    reading = Reading(FINAL_ACCOUNT + text)
    assert reading.lines("name_as_printed", "amount_cny", disclosure="figure") == [
        ("事业收入", Decimal("8.25")),
        ("国防支出", Decimal("8.25")),
    ]
    assert reading.column("ledger", "value_as_printed", reason="line number") == ["1", "32", "2", "33"]


def test_last_row_wider_than_the_header_has_its_figure_further_right() -> None:
    header = ("经济分类科目编码", "科目名称", "决算数") * 2
    text = caption("一般公共预算财政拨款基本支出决算表") + tabs(
        [
            header,
            ("301", "甲支出", "1.00", "302", "乙支出", "2.00"),
            ("30101", "丙工资", "1.00", "30201", "丁费", "2.00"),
            ("人员经费合计", "", "1.00", "公用经费合计", "", "", "", "2.00"),
        ]
    )
    assert Reading(FINAL_ACCOUNT + text).lines("item", "value_as_printed", row_role="total") == [
        ("staff_total", "1.00"),
        ("public_total", "2.00"),
    ]


def test_label_whose_merged_cell_runs_on_belongs_to_the_figure_there() -> None:
    header = ("经济分类科目编码", "科目名称", "决算数") * 3
    text = caption("一般公共预算财政拨款基本支出决算表") + tabs(
        [
            header,
            ("301", "甲支出", "1.00", "302", "乙支出", "2.00", "310", "丙支出", ""),
            ("人员经费合计", "", "1.00", "公用经费合计", "", "", "", "", "2.00"),
        ]
    )
    reading = Reading(FINAL_ACCOUNT + text)
    assert reading.lines("item", "value_as_printed", "disclosure", row_role="total") == [
        ("staff_total", "1.00", "figure"),
        ("public_total", "2.00", "figure"),
    ]
    assert reading.lines("name_as_printed", "disclosure", code="310") == [("丙支出", "blank")]


def test_years_of_three_public_are_two_rows_and_the_difference_a_third() -> None:
    text = caption("一般公共预算“三公”经费支出表", 12) + tabs(
        [
            ("预算单位", "年度", "总计", "因公出国(境)费", "公务接待费", "公务用车购置及运行维护费", "", ""),
            ("", "", "", "", "", "小计", "公务用车购置费", "公务用车运行维护费"),
            ("区海洋观测局本级", "2030年", "39", "-", "7", "32", "0", "32"),
            ("", "2031年", "18", "-", "2.5", "16", "0", "16"),
            ("", "增减变化金额", "-21", "0", "-4.5", "-16", "0", "-16"),
        ]
    )
    lines = Reading(BUDGET + text).lines(
        "organisation", "fiscal_year", "is_comparative", "row_role", "amount_cny", measure="reception"
    )
    assert lines == [
        (OWN, 2030, True, "total", Decimal("70000.00")),
        (OWN, 2031, False, "total", Decimal("25000.00")),
        (OWN, 2031, False, "difference", Decimal("-45000.00")),
    ]


def test_three_public_of_a_final_account_has_budget_beside_outturn() -> None:
    heads = ("合计", "公务用车购置及运行费", "", "公务接待 费")
    text = caption("一般公共预算财政拨款“三公”经费支出决算表", 7) + tabs(
        [
            ("预算数", "", "", "", "决算数", "", "", ""),
            (*heads, *heads),
            ("", "小计", "公务用车 运行费", "", "", "小计", "公务用车 运行费", ""),
            tuple("12345678"),
            ("9.00", "6.00", "6.00", "3.00", "5.00", "4.00", "4.00", "1.00"),
        ]
    )
    text += "\n注：预算数为全年预算数，决算数包括以前年度结转资金。\n"
    assert Reading(FINAL_ACCOUNT + text).lines("phase", "measure", "value_as_printed") == [
        ("revised", "total", "9.00"),
        ("revised", "vehicle", "6.00"),
        ("revised", "vehicle_operation", "6.00"),
        ("revised", "reception", "3.00"),
        ("executed", "total", "5.00"),
        ("executed", "vehicle", "4.00"),
        ("executed", "vehicle_operation", "4.00"),
        ("executed", "reception", "1.00"),
    ]


def test_title_and_unit_inside_the_grid_are_no_header() -> None:
    rows = [("一、事业收入", "5", "一、甲支出", "5"), ("本年收入合计", "5", "本年支出合计", "5")]
    columns = ("side", "item", "column_label", "amount_cny", "level")
    outside = Reading(BUDGET + "部门收支总体情况表\n\n单位：万元\n\n" + pipes([*BALANCE, *rows]))
    inside = Reading(BUDGET + pipes([("部门收支总体情况表", "", "", ""), ("", "", "", "单位：万元"), *BALANCE, *rows]))
    assert inside.lines(*columns) == outside.lines(*columns)
    assert inside.one("tables")["unit_applied"] == "万元"


def test_category_goes_on_in_the_next_block() -> None:
    text = caption("一般公共预算基本支出表") + tabs(
        [
            ("人员经费", "", "", "公用经费", "", "", "", "", ""),
            ("科目编码", "科目名称", "预算数") * 3,
            ("301", "工资福利支出", "9.00", "302", "商品和服务支出", "7.00", "30228", "工会经费", "3.00"),
            ("30101", "基本工资", "9.00", "30201", "办公费", "4.00", "310", "资本性支出", "2.00"),
        ]
    )
    rows = Reading(BUDGET + text).rows("statement_lines", disclosure="figure")
    by_code = {row["code"]: row for row in rows}
    assert by_code["302"]["row_role"] == "subtotal"
    assert by_code["30228"]["parent_row_number"] == by_code["302"]["row_number"]
    assert by_code["310"]["parent_row_number"] is None
    assert by_code["302"]["reading_status"] != "doubtful"


def test_bare_total_over_what_was_carried_over_is_of_the_year() -> None:
    def items(*names: str, of_year: str = "100") -> list[object]:
        rows = [*BALANCE, ("一、事业收入", "100", "一、甲支出", "100")]
        for income, spent, value in zip(names[::2], names[1::2], (of_year, "1", "101"), strict=False):
            rows.append((income, value, spent, value))
        return [item for (item,) in Reading(BUDGET + caption("收支总表") + tabs(rows)).lines("item") if item][1:]

    of_year, of_all = ["income_total", "expenditure_total"], ["income_grand_total", "expenditure_grand_total"]
    carried = ["opening_balance", "closing_balance"]
    assert items("收入合计", "支出合计", "上年结转收入", "结转下年", "收入总计", "支出总计") == [
        *(of_year[0], carried[0], of_all[0]),
        *(of_year[1], carried[1], of_all[1]),
    ]
    assert items("小计", "小计", "单位上年结余（含额度）", "单位年终结余", "收入合计", "支出合计") == [
        *(of_year[0], carried[0], of_all[0]),
        *(of_year[1], carried[1], of_all[1]),
    ]
    assert items("收入合计", "支出合计") == of_all
    # what is not carried over stands between: the sum is of a part
    assert items("小计", "小计", "二、其他收入", "二、乙支出", "收入总计", "支出总计")[0] == "total"
    # with what is carried over it is not all: it is of the last items alone
    assert items("小计", "小计", "上年结转收入", "结转下年", "收入总计", "支出总计", of_year="5")[0] == "total"


def test_source_whose_parts_print_no_money_is_one_sum_of_its_own() -> None:
    def roles(part: str) -> list[tuple[object, ...]]:
        rows = [
            *BALANCE,
            ("一、单位资金", "10", "一、甲支出", "10"),
            ("（一）事业收入", "", "", ""),
            ("（二）其他收入", part, "", ""),
            ("本年收入合计", "10", "本年支出合计", "10"),
        ]
        return Reading(BUDGET + caption("收支总表") + tabs(rows)).lines("item", "row_role", side="income")[:1]

    assert roles("") == roles("0.00") == [("revenue_unit_funds", "leaf")]
    assert roles("10") == [("revenue_unit_funds", "subtotal")]


def test_whole_printed_as_a_part_of_its_part_is_no_source() -> None:
    rows = [
        *BALANCE,
        ("一、一般公共预算", "90", "一、甲支出", "95"),
        ("  其中：财政拨款", "80", "", ""),
        ("二、政府性基金", "5", "", ""),
        ("本年收入合计", "95", "本年支出合计", "95"),
    ]
    found = Reading(BUDGET + caption("收支总表") + tabs(rows)).lines(
        "item", "row_role", "parent_row_number", side="income"
    )
    assert found == [
        ("revenue_general_public_budget", "leaf", None),
        (None, "leaf", None),
        ("revenue_government_fund", "leaf", None),
        ("income_total", "total", None),
    ]


def test_names_below_a_label_of_changes_name_their_rows() -> None:
    text = caption("收支总表") + tabs(
        [
            ("收入", "", "支出", ""),
            ("项目", "2031年预算数", "比2030年增减 项目", "2031年预算数"),
            ("一、事业收入", "90.00", "一、教育支出", "70.00"),
            ("二、其他收入", "10.00", "二、其他支出", "30.00"),
        ]
    )
    assert Reading(BUDGET + text).lines("side", "name_as_printed") == [
        ("income", "事业收入"),
        ("income", "其他收入"),
        ("expenditure", "教育支出"),
        ("expenditure", "其他支出"),
    ]


def test_years_alone_under_each_side_are_its_money() -> None:
    text = caption("2031年收支总表") + tabs(
        [
            ("收入", "", "", "", "支出", "", "", ""),
            ("项目", "2030年", "2031年", "增减%", "项目", "2030年", "2031年", "增减%"),
            ("一、事业收入", "80.00", "90.00", "12.50", "一、教育支出", "80.00", "90.00", "12.50"),
        ]
    )
    amounts = Reading(BUDGET + text).lines("side", "fiscal_year", "value_as_printed", measure="amount")
    assert amounts == [
        ("income", 2030, "80.00"),
        ("income", 2031, "90.00"),
        ("expenditure", 2030, "80.00"),
        ("expenditure", 2031, "90.00"),
    ]


def test_what_was_received_or_is_left_for_basic_expenditure_is_not_spent() -> None:
    text = caption("一般公共预算财政拨款收入支出决算表", unit="万元") + tabs(
        [
            ("科目编码", "科目名称", "本年收入", "", "本年支出", "", "年末结转和结余", ""),
            ("", "", "小计", "基本支出", "小计", "基本支出", "小计", "项目支出结转"),
            ("205", "教育支出", "9.00", "5.00", "8.00", "4.00", "1.00", "0.50"),
        ]
    )
    assert Reading(FINAL_ACCOUNT + text).lines("value_as_printed", "measure") == [
        ("9.00", "income"),
        ("5.00", "part"),
        ("8.00", "total"),
        ("4.00", "basic"),
        ("1.00", "closing"),
        ("0.50", "part"),
    ]


def test_last_year_s_budget_is_money_of_last_year_as_this_year_s_is() -> None:
    header = [("收入", "", "", "支出", "", ""), ("项目", "本年预算", "上年预算", "项目", "本年预算", "上年预算")]
    rows = [("事业收入", "112.34", "100.00", "教育支出", "112.34", "100.00")]
    lines = Reading(BUDGET + caption("部门收支总表", 1) + tabs([*header, *rows])).lines("measure", "fiscal_year")
    assert lines == [("amount", 2031), ("amount", 2030)] * 2


@pytest.mark.parametrize(
    "header",
    [("收入", "预算数", "支出", "预算数"), ("收入项目", "金额", "支出项目", "金额")],
)
def test_a_side_over_its_names_alone_is_of_the_amounts_beside_them(header: tuple[str, ...]) -> None:
    rows = [
        ("一般公共预算拨款收入", "800.00", "教育支出", "712.34"),
        ("事业收入", "112.34", "住房保障支出", "200.00"),
        ("收入总计", "912.34", "支出总计", "912.34"),
    ]
    reading = Reading(BUDGET + caption("部门收支总表", 1) + tabs([header, *rows]))
    lines = reading.lines("side", "item", row_role="total")
    assert lines == [("income", "income_grand_total"), ("expenditure", "expenditure_grand_total")]
    assert set(reading.column("statement_lines", "reading_status")) == {"certain"}


@pytest.mark.parametrize(
    "total",
    [
        ("合计", "", "157.00", "", "", ""),
        ("", "", "", "合计", "", "157.00"),
        ("合计", "", "125.00", "合计", "", "32.00"),
    ],
)
def test_a_total_of_both_blocks_is_of_neither_alone(total: tuple[str, ...]) -> None:
    rows = [
        ("人员经费", "", "", "公用经费", "", ""),
        ("科目编码", "科目名称", "金额") * 2,
        ("301", "工资福利支出", "120.00", "302", "商品和服务支出", "32.00"),
        ("303", "对个人和家庭的补助", "5.00", "", "", ""),
        total,
    ]
    reading = Reading(FINAL_ACCOUNT + caption("一般公共预算财政拨款基本支出决算表", 6) + tabs(rows))
    measures = reading.lines("measure", "value_as_printed", item="total", disclosure="figure")
    apart = [("staff", "125.00"), ("public", "32.00")]
    assert measures == (apart if "32.00" in total else [("basic", "157.00")])
