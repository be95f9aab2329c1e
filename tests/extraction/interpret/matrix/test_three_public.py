"""“三公”经费 whose measures are rows: each row bears its measure, each column its phase or year."""

from __future__ import annotations

from decimal import Decimal

from synthetic import BUDGET, FINAL_ACCOUNT, Reading, caption, tabs

ROWS = [
    ("合计", "10.50", "12.00"),
    ("1、因公出国（境）费用", "1.00", "2.00"),
    ("2、公务接待费", "2.50", "3.00"),
    ("其中：国内公务接待费", "2.00", "2.90"),
    ("3、公务用车费", "7.00", "7.00"),
    ("其中：（1）公务用车运行维护费", "7.00", "7.00"),
    ("（2）公务用车购置费", "0.00", "0.00"),
]
MEASURES = ["total", "abroad", "reception", "amount", "vehicle", "vehicle_operation", "vehicle_purchase"]


def test_rows_of_a_budget_are_the_measures() -> None:
    table = caption("一般公共预算“三公”经费支出预算表", 8) + tabs([("项目", "2031年预算数", "2030年预算数"), *ROWS])
    reading = Reading(BUDGET + table)
    assert reading.column("statement_lines", "measure", fiscal_year=2031) == MEASURES
    assert reading.lines("fiscal_year", "is_comparative", "amount_cny", measure="total") == [
        (2031, False, Decimal(105000)),
        (2030, True, Decimal(120000)),
    ]


def test_a_column_of_project_names_holds_the_measures() -> None:
    header = ("序号", "项目名称", "预算数", "占比（%）")
    rows = [
        ("1", "合计", "10.00", "100.00"),
        ("2", "因公出国（境）费", "6.00", "60.00"),
        ("3", "培训费", "4.00", "40.00"),
    ]
    reading = Reading(BUDGET + caption("“三公”经费及培训费支出表", 8) + tabs([header, *rows]))
    assert reading.lines("measure", "project_name", column_label="预算数") == [
        ("total", None),
        ("abroad", None),
        ("training", None),
    ]


def test_rows_of_a_final_account_are_the_measures() -> None:
    header = [("项目", "行次", "全年预算数", "决算数"), ("栏次", "", "1", "2")]
    rows = [
        ("“三公”经费合计", "1", "9.00", "8.00"),
        ("公务用车购置及运行维护费", "2", "9.00", "8.00"),
        ("因公出国（境）费", "3", "—", "—"),
    ]
    reading = Reading(FINAL_ACCOUNT + caption("财政拨款“三公”经费支出决算表", 8) + tabs([*header, *rows]))
    assert reading.lines("measure", "phase", "amount_cny", disclosure="figure") == [
        ("total", "revised", Decimal(90000)),
        ("total", "executed", Decimal(80000)),
        ("vehicle", "revised", Decimal(90000)),
        ("vehicle", "executed", Decimal(80000)),
    ]


def test_change_beside_rows_that_are_the_measures_is_a_change() -> None:
    header = ("项目", "2030年预算数", "2031年预算数", "增减额", "增减率（%）")
    rows = [("合计", "8.00", "10.00", "2.00", "25.00"), ("因公出国（境）费", "8.00", "10.00", "2.00", "25.00")]
    reading = Reading(BUDGET + caption("“三公”经费预算表", 8) + tabs([header, *rows]))
    changes = ["difference", "rate"]
    assert reading.column("statement_lines", "measure") == ["total", "total", *changes, "abroad", "abroad", *changes]


def test_counts_below_the_money_of_an_account_are_no_money() -> None:
    rows = [
        ("项目", "行次", "预算数", "统计数"),
        ("一、“三公”经费支出", "1", "—", "—"),
        ("（一）支出合计", "2", "9.00", "8.00"),
        ("1．因公出国（境）费", "3", "9.00", "8.00"),
        ("二、相关统计数", "4", "—", "—"),
        ("1．因公出国（境）团组数（个）", "5", "—", "3"),
        ("2．公务用车保有量（辆）", "6", "—", "5"),
    ]
    reading = Reading(FINAL_ACCOUNT + caption("“三公”经费、机关运行经费情况表", 8) + tabs(rows))
    assert reading.lines("measure", "unit_applied", "amount_cny", phase="executed", disclosure="figure") == [
        ("total", "万元", Decimal(80000)),
        ("abroad", "万元", Decimal(80000)),
        ("amount", "个", None),
        ("amount", "辆", None),
    ]


def test_columns_keep_their_measures() -> None:
    table = tabs([("单位名称", "合计", "因公出国（境）费", "公务接待费"), ("东礁观测站", "3.00", "1.00", "2.00")])
    reading = Reading(BUDGET + caption("“三公”经费预算表", 8) + table)
    assert reading.column("statement_lines", "measure") == ["total", "abroad", "reception"]


def test_this_year_beside_the_year_before_holds_what_the_rows_measure() -> None:
    header = ("项目", "上年预算数", "本年预算数")
    rows = [("合计", "8.00", "10.00"), ("因公出国（境）费", "5.00", "6.00"), ("公务接待费", "3.00", "4.00")]
    reading = Reading(BUDGET + caption("“三公”经费预算表", 8) + tabs([header, *rows]))
    assert reading.lines("fiscal_year", "measure", "amount_cny") == [
        (2030, "total", 80_000),
        (2031, "total", 100_000),
        (2030, "abroad", 50_000),
        (2031, "abroad", 60_000),
        (2030, "reception", 30_000),
        (2031, "reception", 40_000),
    ]


def test_a_total_beside_the_subtotal_of_the_three_holds_meetings_too() -> None:
    rows = [
        ("合计", "14.50", "16.00"),
        ("一、“三公”经费小计", *ROWS[0][1:]),
        *ROWS[1:],
        ("二、会议费", "1.00", "1.50"),
        ("三、培训费", "3.00", "2.50"),
    ]
    table = caption("“三公”经费、会议费、培训费支出预算表", 8) + tabs([("项目", "2031年预算数", "2030年预算数"), *rows])
    measures = Reading(BUDGET + table).column("statement_lines", "measure", fiscal_year=2031)
    assert measures == ["grand_total", *MEASURES, "meeting", "training"]


def test_rows_that_are_phases_bear_them() -> None:
    header = [("项目", "合计", "因公出国（境）费", "公务接待费")]
    rows = [("全年预算数", "9.00", "4.00", "5.00"), ("决算数", "8.00", "3.00", "5.00")]
    reading = Reading(FINAL_ACCOUNT + caption("财政拨款“三公”经费支出决算表", 8) + tabs([*header, *rows]))
    assert reading.lines("measure", "phase", "amount_cny") == [
        ("total", "revised", Decimal(90000)),
        ("abroad", "revised", Decimal(40000)),
        ("reception", "revised", Decimal(50000)),
        ("total", "executed", Decimal(80000)),
        ("abroad", "executed", Decimal(30000)),
        ("reception", "executed", Decimal(50000)),
    ]


def test_rows_that_are_years_bear_them_and_the_row_of_the_change_is_none() -> None:
    header = [("年度", "合计", "因公出国（境）费", "公务接待费"), ("", "1", "2", "3")]
    for first in ("项目", "年度"):
        rows = [
            ("2030年预算数", "9.00", "4.00", "5.00"),
            ("2031年预算数", "8.00", "3.00", "5.00"),
            ("增减额", "-1.00", "-1.00", "0.00"),
        ]
        head = [(first, *header[0][1:])]
        reading = Reading(BUDGET + caption("一般公共预算“三公”经费支出预算表", 8) + tabs([*head, *rows]))
        assert reading.lines("fiscal_year", "is_comparative", "amount_cny", measure="total")[:2] == [
            (2030, True, Decimal(90000)),
            (2031, False, Decimal(80000)),
        ]
        assert [value for (value,) in reading.lines("value_as_printed", row_role="difference")] == [
            "-1.00",
            "-1.00",
            "0.00",
        ]
