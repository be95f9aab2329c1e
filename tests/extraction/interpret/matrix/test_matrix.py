"""Statements with a header: one figure per row and amount column, whatever the page did to the rows."""

from __future__ import annotations

from decimal import Decimal

from synthetic import BUDGET, CODED_HEADER, CODED_ROWS, DEPARTMENT, Reading, caption, coded, pipes, tabs

OWN = f"{DEPARTMENT}本级"


def test_unit_by_code_table_gives_a_figure_per_code_and_measure() -> None:
    assert Reading(BUDGET + coded()).lines("organisation", "code", "measure", "amount_cny", disclosure="figure") == [
        (OWN, None, "total", Decimal("3000000.00")),
        (OWN, None, "basic", Decimal("1200000.00")),
        (OWN, None, "project", Decimal("1800000.00")),
        (OWN, "220", "total", Decimal("3000000.00")),
        (OWN, "220", "basic", Decimal("1200000.00")),
        (OWN, "220", "project", Decimal("1800000.00")),
        (OWN, "22002", "total", Decimal("3000000.00")),
        (OWN, "22002", "basic", Decimal("1200000.00")),
        (OWN, "22002", "project", Decimal("1800000.00")),
        (OWN, "2200201", "total", Decimal("1200000.00")),
        (OWN, "2200201", "basic", Decimal("1200000.00")),
        (OWN, "2200299", "total", Decimal("1800000.00")),
        (OWN, "2200299", "project", Decimal("1800000.00")),
    ]


def test_pipes_and_tabs_give_the_same_figures() -> None:
    as_pipes = caption("一般公共预算支出表", 7) + pipes([CODED_HEADER, *CODED_ROWS])
    columns = ("organisation", "code", "measure", "disclosure", "amount_cny")
    assert Reading(BUDGET + as_pipes).lines(*columns) == Reading(BUDGET + coded()).lines(*columns)


def test_blank_dash_and_zero_are_three_things() -> None:
    rows = [CODED_ROWS[0], ("", "220", "甲支出", "0.00", "-", "")]
    assert Reading(BUDGET + coded(rows)).lines("disclosure", "amount_cny", "ledger_id", code="220")[1:] == [
        ("dash", None, None),
        ("blank", None, None),
    ]
    zero = Reading(BUDGET + coded(rows)).lines("disclosure", "amount_cny", "decimals", code="220")[0]
    assert zero == ("figure", Decimal("0.00"), 2)


def test_unit_is_filled_down_over_pages_until_the_next_one() -> None:
    rows = [*CODED_ROWS, ("东礁观测站", "", "", "7", "7", "-"), ("", "220", "甲支出", "7", "7", "-")]
    page = caption("一般公共预算支出表", 7) + tabs([CODED_HEADER, *rows[3:]])
    reading = Reading(BUDGET + coded(rows[:3]) + "\n" + page)
    assert reading.lines("organisation", "code", measure="total") == [
        (OWN, None),
        (OWN, "220"),
        (OWN, "22002"),
        (OWN, "2200201"),
        (OWN, "2200299"),
        ("东礁观测站", None),
        ("东礁观测站", "220"),
    ]


def test_row_of_a_unit_without_a_code_is_its_total() -> None:
    assert Reading(BUDGET + coded()).lines("item", "row_role", "parent_row_number", code=None, measure="total") == [
        ("total", "total", None)
    ]


def test_unit_without_figures_has_dashes_and_no_rows_of_others() -> None:
    rows = [("区海洋观测局", "", "", "-", "-", "-"), ("区海洋观测局本级", "", "", "", "", ""), *CODED_ROWS[1:2]]
    reading = Reading(BUDGET + coded(rows))
    assert reading.lines("organisation", "disclosure", measure="total", code=None) == [
        (DEPARTMENT, "dash"),
        (OWN, "blank"),
    ]
    assert reading.lines("organisation", code="220", measure="total") == [(OWN,)]


def test_total_row_in_the_column_of_units_is_no_organisation() -> None:
    text = caption("支出总表") + tabs(
        [("预算单位", "支出总计", "基本支出", "项目支出"), ("合计", "3", "1", "2"), ("区海洋观测局本级", "3", "1", "2")]
    )
    reading = Reading(BUDGET + text)
    assert "合计" not in reading.column("organisations", "organisation")
    assert reading.lines("organisation", "item", "row_role", measure="total")[0] == (DEPARTMENT, "total", "total")


def test_procurement_rows_keep_their_catalogue_codes() -> None:
    text = caption("政府采购项目支出表", 11) + tabs(
        [
            ("预算单位", "编号", "采购品目", "金额"),
            ("区海洋观测局本级", "", "", "46"),
            ("", "A", "货物", "4"),
            ("", "A02", "通用设备", "4"),
            ("", "C", "服务", "42"),
        ]
    )
    assert Reading(BUDGET + text).lines("classification", "code", "level", "measure", "row_role") == [
        ("none", None, None, "amount", "total"),
        ("procurement", "A", 1, "amount", "subtotal"),
        ("procurement", "A02", 2, "amount", "leaf"),
        ("procurement", "C", 1, "amount", "leaf"),
    ]


def test_item_merged_over_rows_names_each_of_them() -> None:
    header = ("采购品目大类", "经济科目", "采购物品名称", "采购组织形式", "总计")
    rows = [
        ("合计", "", "", "", "90"),
        ("三、服务C", "", "", "", "90"),
        ("", "维护费", "", "", "90"),
        ("", "", "浮标维护", "集中采购", "60"),
        ("", "", "", "自行组织", "20"),
        ("", "", "其他维护", "自行组织", "10"),
    ]
    reading = Reading(BUDGET + caption("政府采购项目支出表", 11) + pipes([header, *rows]))
    assert reading.lines("name_as_printed", "row_role", "amount_cny")[2:] == [
        ("维护费", "subtotal", Decimal("900000.00")),
        ("浮标维护", "leaf", Decimal("600000.00")),
        ("浮标维护", "leaf", Decimal("200000.00")),
        ("其他维护", "leaf", Decimal("100000.00")),
    ]


def test_a_total_over_columns_of_other_words_is_no_name_merged_over_the_rows_above() -> None:
    header = ("采购项目", "采购组织形式", "采购品目", "采购物品名称", "金额")
    rows = [
        ("公用经费", "集中采购", "A02010105 台式计算机", "台式计算机", "40"),
        ("公用经费", "集中采购", "A05040101 复印纸", "复印纸", "50"),
        ("合计", "", "", "", "90"),
    ]
    reading = Reading(BUDGET + caption("政府采购预算表", 11) + pipes([header, *rows]))
    assert reading.lines("name_as_printed", "row_role", "amount_cny")[-2:] == [
        ("复印纸", "leaf", Decimal("500000.00")),
        ("合计", "total", Decimal("900000.00")),
    ]


def test_rows_of_a_project_table_are_projects_of_their_unit() -> None:
    text = caption("部门预算绩效管理项目情况表", 13) + tabs(
        [
            ("预算单位", "项目名称", "预算金额", "", "", "预算执行时间"),
            ("", "", "合计", "一般公共预算拨款", "其他资金", ""),
            ("区海洋观测局本级", "", "30", "28", "2", ""),
            ("", "潮位观测", "20", "18", "2", "2031.1.1-2031.12.31"),
            ("", "浮标维护", "10", "10", "-", "2031.1.1-2031.12.31"),
        ]
    )
    reading = Reading(BUDGET + text)
    columns = ("organisation", "project_name", "approved_cny", "fiscal_appropriation_cny", "other_funds_cny")
    assert [tuple(row[name] for name in columns) for row in reading.rows("projects")] == [
        (OWN, "潮位观测", Decimal("200000.00"), Decimal("180000.00"), Decimal("20000.00")),
        (OWN, "浮标维护", Decimal("100000.00"), Decimal("100000.00"), None),
    ]
    assert reading.lines("row_role", "project_name", measure="approved")[0] == ("total", None)


def test_text_in_an_amount_column_is_no_row_and_its_money_is_kept() -> None:
    reading = Reading(BUDGET + coded([*CODED_ROWS, ("", "221", "乙支出", "见附注5万元", "", "")]))
    assert reading.lines("measure", code="221") == [("basic",), ("project",)]
    assert reading.column("prose_amounts", "value_as_printed") == ["5"]


def test_number_without_a_known_column_is_unmapped_and_says_why() -> None:
    rows = [
        (*CODED_HEADER, "海拔"),
        *((*row, "") for row in CODED_ROWS[:1]),
        ("", "220", "甲支出", "1", "1", "-", "77"),
    ]
    reading = Reading(BUDGET + caption("一般公共预算支出表", 7) + tabs(rows))
    row = reading.one("ledger", value_as_printed="77")
    assert (row["disposition"], row["reason"]) == ("unmapped", "its column or row has no known meaning")
    assert "unmapped_number" in reading.issues


def test_minus_sign_of_typesetting_is_a_minus() -> None:
    reading = Reading(BUDGET + coded([*CODED_ROWS[:1], ("", "220", "甲支出", "−21", "", "")]))
    assert reading.lines("amount_cny", code="220", measure="total") == [(Decimal("-210000.00"),)]


def test_code_in_three_columns_is_one_code() -> None:
    header = [("科目编码", "", "", "科目名称", "合计"), ("类", "款", "项", "", "")]
    rows = [("220", "", "", "甲支出", "9"), ("220", "02", "", "乙事务", "9"), ("220", "02", "01", "丙运行", "9")]
    reading = Reading(BUDGET + caption("一般公共预算支出表", 7) + tabs([*header, *rows]))
    assert reading.lines("code", "level", "name_as_printed") == [
        ("220", 1, "甲支出"),
        ("22002", 2, "乙事务"),
        ("2200201", 3, "丙运行"),
    ]
    assert set(reading.column("ledger", "disposition", reason="code")) == {"label"}


def test_code_glued_to_the_name_is_taken_off() -> None:
    rows = [("功能科目", "合计"), ("220甲支出", "9"), ("22002 乙事务", "9"), ("2200201丙运行", "9")]
    reading = Reading(BUDGET + caption("一般公共预算支出表", 7) + tabs(rows))
    assert reading.lines("code", "name_as_printed") == [("220", "甲支出"), ("22002", "乙事务"), ("2200201", "丙运行")]


def test_code_in_three_columns_inherits_what_stands_above() -> None:
    header = [("科目编码", "", "", "科目名称", "合计"), ("类", "款", "项", "", "")]
    rows = [("220", "", "", "甲支出", "9"), ("", "02", "", "乙事务", "9"), ("", "", "01", "丙运行", "9")]
    reading = Reading(BUDGET + caption("一般公共预算支出表", 7) + tabs([*header, *rows]))
    assert reading.lines("code", "level") == [("220", 1), ("22002", 2), ("2200201", 3)]
