"""Codes of a statement: in one column or several, short, glued to the name, two classifications side by side."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, Reading, caption, tabs

HEADER = ("科目编码", "科目名称", "合计")


def _codes(*rows: tuple[str, ...], title: str = "支出总表") -> list[tuple[str, str, str]]:
    return Reading(BUDGET + caption(title) + tabs(rows)).lines("code", "name_as_printed", "value_as_printed")


def test_second_part_of_a_code_printed_with_one_digit() -> None:
    found = _codes(
        ("科目编码", "", "科目名称", "合计"),
        ("类", "款", "", ""),
        ("301", "", "工资", "9"),
        ("301", "7", "绩效", "9"),
        title="基本支出总表",
    )
    assert found == [("301", "工资", "9"), ("30107", "绩效", "9")]


def test_parts_of_a_code_that_are_printed_whole() -> None:
    assert _codes(("类", "款", "项", "科目名称", "合计"), ("201", "20108", "2010801", "甲支出", "9")) == [
        ("2010801", "甲支出", "9")
    ]


@pytest.mark.parametrize("sign", ["-", "."])
def test_parts_of_a_code_joined_by_dashes_or_points(sign: str) -> None:
    rows = (("201", "甲支出", "9"), (f"201{sign}08", "乙事务", "9"), (f"201{sign}08{sign}01", "丙", "9"))
    assert _codes(HEADER, *rows) == [
        ("201", "甲支出", "9"),
        ("20108", "乙事务", "9"),
        ("2010801", "丙", "9"),
    ]


def test_code_in_brackets_before_the_name() -> None:
    assert _codes(("功能科目名称", "合计"), ("[201]甲支出", "9"), ("[20108]乙事务", "9")) == [
        ("201", "甲支出", "9"),
        ("20108", "乙事务", "9"),
    ]


def test_code_in_brackets_behind_the_name() -> None:
    found = _codes(("功能科目", "合计"), ("合计", "9"), ("甲支出（201）", "9"), ("乙（机关）事务【20108】", "9"))
    assert found[1:] == [("201", "甲支出", "9"), ("20108", "乙（机关）事务", "9")]


def test_one_number_in_brackets_behind_a_name_is_no_code() -> None:
    assert _codes(("功能科目", "合计"), ("甲支出", "9"), ("修缮大楼（201）", "4"), ("丙", "5")) == [
        (None, "甲支出", "9"),
        (None, "修缮大楼（201）", "4"),
        (None, "丙", "5"),
    ]


def test_round_numbers_in_brackets_behind_names_are_no_codes() -> None:
    assert _codes(("功能科目", "合计"), ("在职人员（300）", "9"), ("离休人员（500）", "4")) == [
        (None, "在职人员（300）", "9"),
        (None, "离休人员（500）", "4"),
    ]


def test_codes_and_names_in_one_column_of_codes() -> None:
    assert _codes(("科目编码及名称", "合计"), ("201甲支出", "9"), ("20108乙事务", "9")) == [
        ("201", "甲支出", "9"),
        ("20108", "乙事务", "9"),
    ]


def test_second_classification_of_one_amount_is_a_label() -> None:
    header = ("部门经济科目编码", "部门经济科目名称", "政府经济科目编码", "政府经济科目名称", "合计")
    rows = (header, ("301", "工资", "501", "机关工资", "9"), ("30101", "基本工资", "50101", "工资奖金", "9"))
    reading = Reading(BUDGET + caption("基本支出总表") + tabs(rows))
    assert reading.lines("code", "name_as_printed") == [("301", "工资"), ("30101", "基本工资")]
    assert len(reading.rows("ledger", reason="code")) == 4


def test_first_figures_in_the_last_row_of_the_header() -> None:
    found = _codes(
        ("科目编码", "", "", "科目名称", "合计"),
        ("类", "款", "项", "合计", "2,946.25"),
        ("201", "", "", "甲支出", "2,946.25"),
        ("201", "08", "", "乙事务", "2,946.25"),
        ("201", "08", "01", "丙", "2,946.25"),
    )
    assert [code for code, _, _ in found] == [None, "201", "20108", "2010801"]
    assert found[0][1] == "合计"


def test_total_printed_again_ends_nothing() -> None:
    rows = (HEADER, ("", "合计", "9"), ("201", "甲支出", "9"), ("", "合计", "9"), ("20108", "乙事务", "9"))
    reading = Reading(BUDGET + caption("支出总表") + tabs(rows))
    parents = dict(reading.lines("code", "parent_row_number"))
    assert parents["20108"] == 3
    assert reading.lines("row_role", code="201") == [("subtotal",)]


def test_kinds_of_procurement_under_the_heading_of_project_codes() -> None:
    rows = (
        ("项目编号", "项目", "总计"),
        ("合计", "", "18.00"),
        ("A", "货物", "9.00"),
        ("B", "工程", "5.00"),
        ("C", "服务", "4.00"),
    )
    assert [code for code, _, _ in _codes(*rows, title="政府采购预算明细表")] == [None, "A", "B", "C"]


def test_zeros_that_fill_up_all_codes_are_none_of_theirs() -> None:
    rows = [("2080000", "甲支出", "9"), ("2080500", "乙事务", "9"), ("2080501", "丙", "9"), ("2100000", "丁支出", "4")]
    reading = Reading(BUDGET + caption("支出总表") + tabs([HEADER, *rows]))
    assert reading.lines("code", "code_as_printed", "level") == [
        ("208", "2080000", 1),
        ("20805", "2080500", 2),
        ("2080501", "2080501", 3),
        ("210", "2100000", 1),
    ]
    assert "code_misprinted" not in reading.issues


def test_an_item_numbered_00_below_its_subcategory_is_one() -> None:
    """2121100 农业土地开发资金安排的支出 is a 项."""
    rows = [("212", "城乡社区支出", "9"), ("21211", "农业土地开发", "9"), ("2121100", "农业土地开发", "9")]
    assert _codes(HEADER, *rows)[-1] == ("2121100", "农业土地开发", "9")


@pytest.mark.parametrize(
    ("name", "code"), [("政府办公厅（室）及相关机构事务", "20103"), ("深圳市龙岗区海洋观测局（本级）", "20130")]
)
def test_a_code_that_the_rows_below_tell_is_meant_but_for_the_number_of_a_body(name: str, code: str) -> None:
    rows = [("201", "甲支出", "9"), ("20130", name, "9"), ("2010301", "乙", "5"), ("2010302", "丙", "4")]
    assert _codes(HEADER, *rows)[1][0] == code


def test_row_bears_the_code_that_tells_it_apart_of_two_classifications() -> None:
    header = [
        ("政府预算支出经济分类科目", "", "部门预算支出经济分类科目", "", "预算数"),
        ("科目编码", "科目名称", "科目编码", "科目名称", ""),
    ]
    rows = [
        ("合计", "", "", "", "60.00"),
        ("50101", "工资奖金津补贴", "30101", "基本工资", "10.00"),
        ("50101", "工资奖金津补贴", "30102", "津贴补贴", "20.00"),
        ("50201", "办公经费", "30201", "办公费", "30.00"),
    ]
    reading = Reading(BUDGET + caption("一般公共预算基本支出表", 8) + tabs([*header, *rows]))
    assert reading.lines("code", "name_as_printed", row_role="leaf") == [
        ("30101", "基本工资"),
        ("30102", "津贴补贴"),
        ("30201", "办公费"),
    ]
    turned = [(*row[2:4], *row[:2], row[4]) for row in (*header, *rows)]
    reading = Reading(BUDGET + caption("一般公共预算基本支出表", 8) + tabs([*turned[:2], *turned[3:]]))
    assert reading.column("statement_lines", "code") == ["30101", "30102", "30201"]


def test_row_of_a_function_bears_its_code_though_economic_ones_behind_it_tell_rows_apart() -> None:
    header = ("功能科目编码", "功能科目名称", "经济科目编码", "经济科目名称", "合计")
    rows = [
        ("", "合计", "", "", "60.00"),
        ("2010101", "行政运行", "30101", "基本工资", "10.00"),
        ("2010101", "行政运行", "30201", "办公费", "20.00"),
        ("2010102", "一般行政管理事务", "30299", "其他商品和服务支出", "30.00"),
    ]
    reading = Reading(BUDGET + caption("一般公共预算支出表", 5) + tabs([header, *rows]))
    assert reading.column("statement_lines", "code", row_role="leaf") == ["2010101", "2010101", "2010102"]


@pytest.mark.parametrize("label", ["科目", "功能科目", "支出功能分类科目", "项目编码"])
def test_codes_beside_names_are_codes_whatever_their_column_is_called(label: str) -> None:
    rows = (("201", "甲支出", "9"), ("20108", "乙事务", "9"), ("2010801", "丙", "9"))
    assert _codes((label, "科目名称", "合计"), *rows) == [tuple(row) for row in rows]
