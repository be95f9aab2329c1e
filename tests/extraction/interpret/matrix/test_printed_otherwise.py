"""A statement is the same however it is printed: other words, rows and places around the same figures, the same facts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from synthetic import BUDGET, FINAL_ACCOUNT, Reading, caption, tabs

Rows = Sequence[tuple[str, ...]]
HEADER = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
BODY = (
    ("", "合计", "9.00", "5.00", "4.00"),
    ("205", "教育支出", "9.00", "5.00", "4.00"),
    ("20508", "进修及培训", "9.00", "5.00", "4.00"),
)
TITLE = "部门支出总表\n\n"
UNIT = "单位：万元\n\n"
BALANCE = (
    ("一、财政拨款收入", "90.00", "一、教育支出", "70.00"),
    ("二、事业收入", "10.00", "二、卫生健康支出", "30.00"),
    ("收入总计", "100.00", "支出总计", "100.00"),
)
PLAIN = TITLE + UNIT + tabs([HEADER, *BODY])


def _facts(text: str) -> list[object]:
    return Reading(BUDGET + text).lines("code", "measure", "amount_cny", "row_role", "level")


def _income_and_expenditure(header: Rows) -> list[object]:
    text = caption("收支总表") + tabs([*header, *BALANCE])
    return Reading(BUDGET + text).lines("side", "item", "amount_cny", disclosure="figure")


def _inside(*captions: str) -> str:
    return tabs([*((line, "", "", "", "") for line in captions), HEADER, *BODY])


@pytest.mark.parametrize(
    "text",
    [
        _inside("部门支出总表", "编制部门：龙岗区海洋观测局", "单位：万元"),
        _inside("部门支出总表", "单位：万元"),
        " ".join("部门支出总表") + "\n\n" + UNIT + tabs([HEADER, *BODY]),
        TITLE + tabs([HEADER, *BODY]) + "\n" + UNIT,
        TITLE + tabs([(*HEADER[:2], "合计（万元）", "基本支出（万元）", "项目支出（单位：万元）"), *BODY]),
        TITLE + UNIT + tabs([("科目编号", *HEADER[1:]), *BODY]),
        TITLE + UNIT + tabs([(*HEADER[:3], "一、基本支出", "二、项目支出"), *BODY]),
        TITLE + UNIT + tabs([HEADER, ("甲", "乙", "1", "2", "3"), *BODY]),
        TITLE + UNIT + tabs([HEADER, ("", "支出合计", *BODY[0][2:]), *BODY[1:]]),
        TITLE + UNIT + tabs([HEADER, *BODY, ("注：本表反映支出情况。", "", "", "", "")]),
    ],
)
def test_expenditure_is_read_the_same(text: str) -> None:
    plain = _facts(PLAIN)
    assert plain[3:] == [
        ("205", "total", 90000, "subtotal", 1),
        ("205", "basic", 50000, "subtotal", 1),
        ("205", "project", 40000, "subtotal", 1),
        ("20508", "total", 90000, "leaf", 2),
        ("20508", "basic", 50000, "leaf", 2),
        ("20508", "project", 40000, "leaf", 2),
    ]
    assert [line[:3] for line in _facts(text)] == [line[:3] for line in plain]
    assert _facts(text)[3:] == plain[3:]


@pytest.mark.parametrize(
    "header",
    [
        [("收入预算", "", "支出预算", ""), ("项目", "预算数", "项目", "预算数")],
        [("一、收入", "", "二、支出", ""), ("项目", "预算数", "项目", "预算数")],
        [("项目", "预算数", "项目", "预算数")],
    ],
)
def test_sides_of_a_balance_are_told_by_other_words_or_by_the_names_below(header: Rows) -> None:
    assert _income_and_expenditure(header) == [
        ("income", "revenue_fiscal_appropriation", 900000),
        ("income", "revenue_business", 100000),
        ("income", "income_grand_total", 1000000),
        ("expenditure", None, 700000),
        ("expenditure", None, 300000),
        ("expenditure", "expenditure_grand_total", 1000000),
    ]


def test_unit_of_each_table_stands_below_it() -> None:
    yuan = (
        "部门收入总表\n\n" + tabs([("科目编码", "科目名称", "合计"), ("205", "教育支出", "90000")]) + "\n单位：元\n\n"
    )
    reading = Reading(BUDGET + yuan + TITLE + tabs([HEADER, *BODY]) + "\n" + UNIT)
    assert reading.lines("code", "amount_cny", measure="total") == [
        ("205", 90000),
        (None, 90000),
        ("205", 90000),
        ("20508", 90000),
    ]


def test_unit_below_a_list_of_units_is_that_of_the_table_that_follows() -> None:
    units = "单位构成\n\n" + tabs([("序号", "单位名称"), ("1", "东礁观测站"), ("2", "西礁观测站")]) + "\n"
    yuan = "单位：元\n\n政府性基金预算支出表\n\n" + tabs([HEADER, *BODY]) + "\n单位：元\n\n"
    reading = Reading(BUDGET + units + UNIT + TITLE + tabs([HEADER, *BODY]) + "\n" + yuan + tabs(BODY[1:2]))
    assert reading.column("tables", "unit_applied") == [None, "万元", "元"]


def test_columns_of_an_account_bear_other_words() -> None:
    header = ("科目编码", "科目名称", "本年收入", "财政拨款收入", "事业预算收入", "其他预算收入")
    text = caption("收入决算表") + tabs([header, ("205", "教育支出", "6.00", "3.00", "2.00", "1.00")])
    measures = Reading(FINAL_ACCOUNT + text).column("statement_lines", "measure")
    assert measures == ["total", "appropriation", "business", "other"]


def test_column_of_money_under_unknown_words_is_a_part_of_what_stands_beside_it() -> None:
    text = TITLE + UNIT + tabs([(*HEADER[:4], "履职类安排"), *BODY[1:]])
    lines = Reading(BUDGET + text).lines("measure", "amount_cny", "column_label", code="20508")
    assert lines == [("total", 90000, "合计"), ("basic", 50000, "基本支出"), ("part", 40000, "履职类安排")]


def test_column_of_money_under_unknown_words_alone_in_its_block_is_the_whole() -> None:
    text = caption("收支总表") + tabs([("收入", "", "支出", ""), ("项目", "本年安排", "项目", "本年安排"), *BALANCE])
    lines = Reading(BUDGET + text).lines("side", "measure", "amount_cny", row_role="total")
    assert lines == [("income", "amount", 1000000), ("expenditure", "amount", 1000000)]


def test_columns_named_by_their_years_are_each_the_whole_of_a_year() -> None:
    rows = [("科目编码", "科目名称", "2030年", "2031年", "增减额"), ("2200501", "行政运行", "28.50", "30.50", "2.00")]
    reading = Reading(BUDGET + caption("部门支出总表", 5, unit="万元") + tabs(rows))
    assert reading.lines("fiscal_year", "measure", "amount_cny") == [
        (2030, "total", 285_000),
        (2031, "total", 305_000),
        (2031, "difference", 20_000),
    ]


def test_numbers_of_persons_are_no_money() -> None:
    rows = [("科目编码", "科目名称", "合计", "编制人数"), ("2200501", "行政运行", "30.50", "20.00")]
    reading = Reading(BUDGET + caption("部门支出总表", 5, unit="万元") + tabs(rows))
    assert reading.lines("measure", "amount_cny") == [("total", 305_000)]
