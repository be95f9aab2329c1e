"""Levels and parents: by code, and where no code is printed by order, numbering and sums."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, CODED_ROWS, Reading, caption, coded, tabs

HEADER = (("收 入", "", "支 出", ""), ("项 目", "2031年预算数", "项 目", "2031年预算数"))
Printed = tuple[str, str]


def _levels(reading: Reading, **where: object) -> list[tuple[object, ...]]:
    return reading.lines("code", "level", "row_role", "parent_row_number", measure="total", **where)


def _expenditure(*rows: Printed) -> list[tuple[object, ...]]:
    table = caption("收支总表") + tabs([*HEADER, *(("", "", *row) for row in rows)])
    lines = Reading(BUDGET + table).rows("statement_lines", side="expenditure")
    names = {line["row_number"]: line["name_as_printed"] for line in lines}
    return [(line["name_as_printed"], line["level"], names.get(line["parent_row_number"])) for line in lines]


def test_code_length_gives_level_and_parent() -> None:
    assert _levels(Reading(BUDGET + coded())) == [
        (None, None, "total", None),
        ("220", 1, "subtotal", 2),
        ("22002", 2, "subtotal", 3),
        ("2200201", 3, "leaf", 4),
        ("2200299", 3, "leaf", 4),
    ]


def test_row_that_nobody_knows_beside_uses_of_money_is_in_no_classification() -> None:
    rows = [
        ("一、基本支出", "50"),
        ("二、项目支出", "30"),
        ("三、统筹经费", "20"),
        ("全年支出小计", "100"),
        ("支出合计", "100"),
    ]
    assert _expenditure(*rows) == [(name.split("、")[-1], None, None) for name, _ in rows]


def test_a_sum_stands_under_no_row() -> None:
    rows = [("一、甲支出", "50"), ("二、乙支出", "30"), ("各项小计", "80")]
    assert _expenditure(*rows) == [("甲支出", 1, None), ("乙支出", 1, None), ("各项小计", None, None)]


def test_category_without_children_is_a_leaf() -> None:
    rows = [CODED_ROWS[0], ("", "220", "甲支出", "300", "120", "180"), ("", "221", "乙支出", "0", "0", "0")]
    assert _levels(Reading(BUDGET + coded(rows)))[1:] == [("220", 1, "leaf", 2), ("221", 1, "leaf", 2)]


def test_codes_of_another_unit_are_not_children() -> None:
    rows = [*CODED_ROWS, ("东礁观测站", "", "", "7", "7", "-"), ("", "2200201", "行政运行", "7", "7", "-")]
    assert _levels(Reading(BUDGET + coded(rows)))[-2:] == [(None, None, "total", None), ("2200201", 3, "leaf", 7)]


def test_item_under_a_foreign_category_has_no_parent() -> None:
    rows = [CODED_ROWS[0], CODED_ROWS[1], ("", "2050803", "培训支出", "1", "1", "-")]
    assert _levels(Reading(BUDGET + coded(rows)))[-1] == ("2050803", 3, "leaf", None)


def test_numbered_names_are_categories_and_sums_tell_the_rest() -> None:
    assert _expenditure(
        ("一、教育支出", "9"),
        ("进修及培训", "9"),
        ("培训支出", "4"),
        ("其他进修", "5"),
        ("二、自然支出", "30"),
        ("海洋管理事务", "20"),
        ("行政运行", "12"),
        ("海域监管", "8"),
        ("气象事务", "10"),
        ("气象服务", "10"),
    ) == [
        ("教育支出", 1, None),
        ("进修及培训", 2, "教育支出"),
        ("培训支出", 3, "进修及培训"),
        ("其他进修", 3, "进修及培训"),
        ("自然支出", 1, None),
        ("海洋管理事务", 2, "自然支出"),
        ("行政运行", 3, "海洋管理事务"),
        ("海域监管", 3, "海洋管理事务"),
        ("气象事务", 2, "自然支出"),
        ("气象服务", 3, "气象事务"),
    ]


def test_rows_that_add_up_to_their_heading_stand_side_by_side() -> None:
    """As in a list of procurement: 一、货物A over what is bought, of which no row is a part of another."""
    rows = [("一、货物A", "60"), ("计算机", "10"), ("打印机", "20"), ("家具", "30"), ("二、工程B", "5"), ("维修", "5")]
    assert [(name, parent) for name, _, parent in _expenditure(*rows)] == [
        ("货物A", None),
        *((name, "货物A") for name in ("计算机", "打印机", "家具")),
        ("工程B", None),
        ("维修", "工程B"),
    ]


def test_rounded_items_still_fill_their_subcategory() -> None:
    assert _expenditure(
        ("一、教育支出", "21"),
        ("进修及培训", "11"),
        ("甲", "5"),
        ("乙", "5"),
        ("普通教育", "10"),
        ("丙", "10"),
    )[4:] == [("普通教育", 2, "教育支出"), ("丙", 3, "普通教育")]


def test_one_name_for_subcategory_and_item_is_two_levels() -> None:
    assert _expenditure(("一、能源支出", "22"), ("能源利用", "22"), ("能源利用", "22"), ("二、其他支出", "1")) == [
        ("能源支出", 1, None),
        ("能源利用", 2, "能源支出"),
        ("能源利用", 3, "能源利用"),
        ("其他支出", 1, None),
    ]


def test_totals_close_the_hierarchy() -> None:
    assert _expenditure(("一、能源支出", "22"), ("能源利用", "22"), ("本年支出合计", "22"), ("结转下年", "-")) == [
        ("能源支出", 1, None),
        ("能源利用", 2, "能源支出"),
        ("本年支出合计", None, None),
        ("结转下年", None, None),
    ]


def test_rows_by_name_take_the_code_printed_for_that_name_elsewhere() -> None:
    balance = caption("收支总表") + tabs(
        [
            *HEADER,
            ("", "", "一、自然资源海洋气象等支出", "300"),
            ("", "", "海洋管理事务", "300"),
            ("", "", "行政运行", "120"),
            ("", "", "其他海洋管理事务支出", "180"),
            ("", "", "二、外事支出", "1"),
        ]
    )
    reading = Reading(BUDGET + balance + "\n" + coded())
    assert reading.lines("code", "code_as_printed", "classification", side="expenditure") == [
        ("220", None, "function"),
        ("22002", None, "function"),
        ("2200201", None, "function"),
        ("2200299", None, "function"),
        (None, None, "none"),
    ]


def test_name_coded_twice_under_one_parent_takes_no_code() -> None:
    rows = [*CODED_ROWS, ("", "2200250", "行政运行", "1", "1", "-")]
    balance = caption("收支总表") + tabs(
        [*HEADER, ("", "", "一、自然资源海洋气象等支出", "9"), ("", "", "海洋管理事务", "9"), ("", "", "行政运行", "9")]
    )
    assert Reading(BUDGET + balance + "\n" + coded(rows)).lines("code", side="expenditure")[-1] == (None,)


def test_revenue_sources_stand_under_the_row_that_totals_them() -> None:
    table = caption("收支总表") + tabs(
        [
            *HEADER,
            ("一、政府预算拨款", "9", "一、甲支出", "9"),
            ("1. 一般公共预算拨款", "9", "", ""),
            ("2. 政府性基金预算拨款", "0", "", ""),
            ("二、财政专户管理资金", "0", "", ""),
        ]
    )
    assert Reading(BUDGET + table).lines("item", "row_role", "parent_row_number", side="income") == [
        ("revenue_fiscal_appropriation", "subtotal", None),
        ("revenue_general_public_budget", "leaf", 3),
        ("revenue_government_fund", "leaf", 3),
        ("revenue_fiscal_special_account", "leaf", None),
    ]


def test_fund_named_below_a_balance_is_that_balance_of_the_fund() -> None:
    table = caption("财政拨款收支总表") + tabs(
        [
            *HEADER,
            ("一、一般公共预算财政拨款", "9", "一、甲支出", "9"),
            ("上年结转", "3", "", ""),
            ("一般公共预算财政拨款", "2", "", ""),
            ("政府性基金预算财政拨款", "1", "", ""),
        ]
    )
    assert Reading(BUDGET + table).lines("item", "fund", "parent_row_number", side="income")[1:] == [
        ("opening_balance", "fiscal_appropriation", None),
        ("opening_balance", "general_public_budget", 4),
        ("opening_balance", "government_fund_budget", 4),
    ]


def test_small_rest_is_an_item_where_two_decimals_are_printed() -> None:
    assert _expenditure(("一、甲支出", "160.88"), ("乙事务", "160.88"), ("丙运行", "159.88"), ("丁管理", "1.00"))[
        3
    ] == ("丁管理", 3, "乙事务")


def test_items_without_their_subcategory_stand_under_the_category_that_lacks_them() -> None:
    def parents(category: str) -> list[tuple[object, ...]]:
        rows = (
            ("301", "工资福利支出", category),
            ("30101", "基本工资", "8.10"),
            ("3010201", "津贴补贴", "3.20"),
            ("3010202", "改革性补贴", "1.40"),
        )
        header = ("科目编码", "科目名称", "合计")
        table = caption("一般公共预算基本支出表", 5, unit="万元") + tabs((header, *rows))
        return Reading(BUDGET + table).lines("code", "parent_row_number")

    assert parents("12.70") == [("301", None), ("30101", 2), ("3010201", 2), ("3010202", 2)]
    assert parents("8.10") == [("301", None), ("30101", 2), ("3010201", None), ("3010202", None)]


@pytest.mark.parametrize("word", ["合计", "总计", "小计"])
def test_the_total_of_a_table_without_sides_is_of_no_side(word: str) -> None:
    rows = [("", "", word, "300", "120", "180"), *CODED_ROWS[1:]]
    assert Reading(BUDGET + coded(rows)).lines("item", "row_role", "value_as_printed", row_label=word)[0] == (
        "total",
        "total",
        "300",
    )


def _income(*rows: Printed) -> list[tuple[object, ...]]:
    table = caption("收支总表") + tabs([*HEADER, *((*row, "", "") for row in rows)])
    return Reading(BUDGET + table).lines("item", "row_role", "parent_row_number", side="income")


def test_a_source_numbered_like_another_is_no_part_of_it() -> None:
    assert _income(("五、单位资金收入", "842"), ("六、其他收入", "")) == [
        ("revenue_unit_funds", "leaf", None),
        ("revenue_other", "leaf", None),
    ]
    assert _income(("五、单位资金收入", "842"), ("（一）其他收入", "842")) == [
        ("revenue_unit_funds", "subtotal", None),
        ("revenue_other", "leaf", 3),
    ]
