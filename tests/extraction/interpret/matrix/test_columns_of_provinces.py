"""Columns that other provinces print: accounts among bodies, a code beside its parts, parts by what they buy."""

from __future__ import annotations

from decimal import Decimal

from synthetic import BUDGET, Reading, caption, tabs


def _reading(title: str, *rows: tuple[str, ...]) -> Reading:
    return Reading(BUDGET + caption(title, 5, unit="万元") + tabs(rows))


def test_accounts_in_a_column_of_bodies_are_the_names_of_the_rows() -> None:
    reading = _reading(
        "部门支出总表",
        ("科目编码", "", "", "单位代码", "单位名称（科目）", "合计", "基本支出", "项目支出"),
        ("类", "款", "项", "", "", "", "", ""),
        ("", "", "", "", "合计", "30.00", "10.00", "20.00"),
        ("220", "05", "01", "330001", "行政运行", "10.00", "10.00", ""),
        ("220", "05", "04", "330001", "气象服务", "20.00", "", "20.00"),
    )
    assert reading.lines("code", "name_as_printed", "amount_cny", measure="total") == [
        (None, "合计", Decimal("300000.00")),
        ("2200501", "行政运行", Decimal("100000.00")),
        ("2200504", "气象服务", Decimal("200000.00")),
    ]


def test_names_stand_in_a_column_for_each_level() -> None:
    reading = _reading(
        "一般公共预算基本支出情况表（按经济分类）",
        ("经济分类（类）", "经济分类（款）", "合计", "人员经费", "公用经费"),
        ("工资福利支出", "", "30.00", "30.00", ""),
        ("", "基本工资", "10.00", "10.00", ""),
        ("", "奖金", "20.00", "20.00", ""),
    )
    assert reading.lines("name_as_printed", "amount_cny", measure="staff") == [
        ("工资福利支出", Decimal("300000.00")),
        ("基本工资", Decimal("100000.00")),
        ("奖金", Decimal("200000.00")),
    ]


def test_words_below_a_merged_label_are_its_columns() -> None:
    reading = _reading(
        "“三公”经费预算表",
        ("单位名称", "合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行费", ""),
        ("", "", "", "", "公务用车购置", "公务用车运行维护"),
        ("海洋观测站", "10.00", "1.00", "2.00", "3.00", "4.00"),
    )
    assert reading.lines("measure", "value_as_printed")[-2:] == [
        ("vehicle_purchase", "3.00"),
        ("vehicle_operation", "4.00"),
    ]


def test_a_whole_code_beside_its_parts_is_one_code() -> None:
    reading = _reading(
        "部门支出总表",
        ("功能科目", "", "", "", "", "合计", "基本支出", "项目支出"),
        ("类", "款", "项", "科目代码", "科目名称", "", "", ""),
        ("220", "", "", "220", "自然资源海洋气象等支出", "30.00", "10.00", "20.00"),
        ("220", "05", "", "22005", "气象事务", "30.00", "10.00", "20.00"),
        ("220", "05", "01", "2200501", "行政运行", "30.00", "10.00", "20.00"),
    )
    assert reading.lines("code", "code_as_printed", measure="total") == [
        ("220", "220"),
        ("22005", "22005"),
        ("2200501", "2200501"),
    ]


def test_what_money_buys_beside_its_whole_is_a_part() -> None:
    reading = _reading(
        "支出预算分类汇总表",
        ("科目编码", "科目名称", "合计", "工资福利支出", "商品和服务支出"),
        ("2200501", "行政运行", "30.00", "10.00", "20.00"),
    )
    assert reading.lines("measure", "amount_cny") == [
        ("total", Decimal("300000.00")),
        ("part", Decimal("100000.00")),
        ("part", Decimal("200000.00")),
    ]


def test_codes_of_projects_are_labels_and_no_codes_of_accounts() -> None:
    reading = _reading(
        "项目支出表",
        ("项目编码", "项目名称", "合计"),
        ("330100261100000123", "潮位观测", "30.00"),
    )
    assert reading.one("ledger", disposition="label")["reason"] == "project code"
    assert reading.lines("code", "project_name") == [(None, "潮位观测")]


def _without_unit(*units: str) -> Reading:
    header = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
    tables = [
        caption(title, number, unit=unit) + tabs([header, ("2200501", "行政运行", f"{number}.00", f"{number}.00", "")])
        for number, (title, unit) in enumerate(
            zip(
                ("部门支出总表", "财政拨款支出表", "一般公共预算支出表", "政府性基金预算支出表"),
                (*units, ""),
                strict=True,
            ),
            31,
        )
    ]
    return Reading(BUDGET + "\n".join(tables))


def test_table_without_a_unit_is_in_the_one_that_all_others_print() -> None:
    reading = _without_unit("万元", "万元", "万元")
    assert reading.lines("amount_cny", "unit_basis", value_as_printed="34.00")[0] == (Decimal("340000.00"), "sibling")


def test_where_tables_print_two_units_one_without_has_none() -> None:
    assert _without_unit("万元", "元", "万元").lines("amount_cny", value_as_printed="34.00")[0] == (None,)


def test_bodies_in_a_column_of_projects_are_no_projects() -> None:
    reading = _reading(
        "项目支出表",
        ("项目名称（资金使用单位）", "总计", "财政拨款"),
        ("合计", "61.20", "61.20"),
        ("滨海市海洋局", "41.30", "41.30"),
        ("潮位观测", "30.10", "30.10"),
        ("浮标维护", "11.20", "11.20"),
        ("滨海市海洋环境监测站", "19.90", "19.90"),
        ("水质监测", "12.40", "12.40"),
        ("船舶租用", "7.50", "7.50"),
    )
    columns = ("project_name", "organisation", "approved_cny")
    assert [tuple(row[name] for name in columns) for row in reading.rows("projects")] == [
        ("潮位观测", "滨海市海洋局", Decimal("301000.00")),
        ("浮标维护", "滨海市海洋局", Decimal("112000.00")),
        ("水质监测", "滨海市海洋环境监测站", Decimal("124000.00")),
        ("船舶租用", "滨海市海洋环境监测站", Decimal("75000.00")),
    ]


def test_years_in_a_column_of_their_own_need_no_word() -> None:
    reading = _reading(
        "部门支出总表",
        ("功能科目", "年度", "合计", "基本支出", "项目支出"),
        ("行政运行", "2031", "30.00", "10.00", "20.00"),
        ("", "2030", "20.00", "10.00", "10.00"),
        ("", "2031比2030", "10.00", "0.00", "10.00"),
    )
    assert reading.lines("fiscal_year", "row_role", measure="total")[1] == (2030, "total")
    assert reading.lines("row_role", measure="total")[2] == ("difference",)


def test_income_names_all_appropriations_and_other_sources_in_other_words() -> None:
    reading = _reading(
        "部门收入总表",
        ("科目编码", "科目名称", "合计", "财政拨款", "", "其他来源收入"),
        ("", "", "", "小计", "一般公共预算拨款收入", ""),
        ("205", "教育支出", "30.00", "20.00", "20.00", "10.00"),
    )
    assert reading.lines("measure", "fund") == [
        ("total", "all"),
        ("appropriation", "all"),
        ("fiscal_appropriation", "general_public_budget"),
        ("other", "all"),
    ]
