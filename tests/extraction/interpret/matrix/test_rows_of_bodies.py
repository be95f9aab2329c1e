"""Rows that name bodies: the department's name can mean its 本级, and a number of the budget stands before a body."""

from __future__ import annotations

from decimal import Decimal

import pytest
from synthetic import BUDGET, DEPARTMENT, Reading, caption, tabs

OWN_LEVEL = f"{DEPARTMENT}本级"
STATION = "滨海市海洋环境监测站"


def _reading(*rows: tuple[str, ...]) -> Reading:
    return Reading(BUDGET + caption("部门支出总表", 5, unit="万元") + tabs(rows))


def _by_body(*rows: tuple[str, ...]) -> list[tuple[object, ...]]:
    reading = _reading(("单位名称", "合计", "基本支出", "项目支出"), *rows)
    return [(owner, amount / 10_000) for owner, amount in reading.lines("organisation", "amount_cny", measure="total")]


def test_department_among_its_units_is_its_own_level() -> None:
    rows = (("合计", "30", "10", "20"), (DEPARTMENT, "18", "8", "10"), (STATION, "12", "2", "10"))
    assert _by_body(*rows) == [(DEPARTMENT, 30), (OWN_LEVEL, 18), (STATION, 12)]
    assert _by_body(*rows[1:]) == [(OWN_LEVEL, 18), (STATION, 12)]


def test_department_with_the_money_of_all_is_the_whole() -> None:
    rows = ((DEPARTMENT, "30", "10", "20"), (DEPARTMENT, "18", "8", "10"), (STATION, "12", "2", "10"))
    assert _by_body(("合计", "30", "10", "20"), *rows) == [
        (DEPARTMENT, 30),
        (DEPARTMENT, 30),
        (OWN_LEVEL, 18),
        (STATION, 12),
    ]


def test_own_level_has_all_the_money_where_no_unit_has_any() -> None:
    rows = (("合计", "30", "10", "20"), (DEPARTMENT, "30", "10", "20"), (STATION, "0", "0", "0"))
    assert [owner for owner, _ in _by_body(*rows)] == [DEPARTMENT, OWN_LEVEL, STATION]


def test_an_own_level_that_is_printed_leaves_the_department_what_it_is() -> None:
    rows = ((DEPARTMENT, "30", "10", "20"), (f"{DEPARTMENT}（本级）", "18", "8", "10"), (STATION, "12", "2", "10"))
    assert [owner for owner, _ in _by_body(*rows)] == [DEPARTMENT, OWN_LEVEL, STATION]


def test_department_alone_is_itself() -> None:
    rows = (("合计", "30", "10", "20"), (DEPARTMENT, "30", "10", "20"))
    assert [owner for owner, _ in _by_body(*rows)] == [DEPARTMENT, DEPARTMENT]


def test_bodies_under_numbers_of_the_budget_are_no_codes_and_own_the_rows_below() -> None:
    reading = _reading(
        ("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
        ("", "合计", "30", "10", "20"),
        ("125001", DEPARTMENT, "18", "8", "10"),
        ("2200501", "行政运行", "18", "8", "10"),
        ("125002", STATION, "12", "2", "10"),
        ("2200504", "气象服务", "12", "2", "10"),
    )
    assert reading.lines("organisation", "code", "row_role", "amount_cny", measure="total") == [
        (DEPARTMENT, None, "total", Decimal(300_000)),
        (OWN_LEVEL, None, "total", Decimal(180_000)),
        (OWN_LEVEL, "2200501", "leaf", Decimal(180_000)),
        (STATION, None, "total", Decimal(120_000)),
        (STATION, "2200504", "leaf", Decimal(120_000)),
    ]


def _names_among_codes(total: str) -> list[tuple[object, ...]]:
    reading = _reading(
        ("科目编码", "单位名称（科目）", "合计", "基本支出", "项目支出"),
        ("", "合计", total, "10", "20"),
        ("", f"{DEPARTMENT}（本级）", "18", "8", "10"),
        ("2200501", "行政运行", "18", "8", "10"),
        ("", STATION, "12", "2", "10"),
        ("2200504", "气象服务", "12", "2", "10"),
    )
    return reading.lines("organisation", "code", "row_role", measure="total")


def test_bodies_without_numbers_among_codes_own_the_rows_below_where_they_add_up_to_the_total() -> None:
    assert _names_among_codes("30") == [
        (DEPARTMENT, None, "total"),
        (OWN_LEVEL, None, "total"),
        (OWN_LEVEL, "2200501", "leaf"),
        (STATION, None, "total"),
        (STATION, "2200504", "leaf"),
    ]
    assert {owner for owner, *_ in _names_among_codes("45")} == {DEPARTMENT}


def test_bodies_without_numbers_are_told_where_the_total_stands_in_the_first_column_of_a_code() -> None:
    reading = _reading(
        ("科目编码", "", "", "单位（科目名称）", "合计", "基本支出", "项目支出"),
        ("类", "款", "项", "", "", "", ""),
        ("合计", "", "", "", "30", "10", "20"),
        ("", "", "", f"{DEPARTMENT}（本级）", "18", "8", "10"),
        ("220", "05", "01", "行政运行", "18", "8", "10"),
        ("", "", "", STATION, "12", "2", "10"),
        ("220", "05", "04", "气象服务", "12", "2", "10"),
    )
    assert reading.lines("organisation", "code", measure="total") == [
        (DEPARTMENT, None),
        (OWN_LEVEL, None),
        (OWN_LEVEL, "2200501"),
        (STATION, None),
        (STATION, "2200504"),
    ]


def test_name_of_an_account_that_ends_like_a_body_stays_an_account() -> None:
    reading = _reading(
        ("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
        ("21002", "公立医院", "30", "10", "20"),
        ("2100201", "综合医院", "30", "10", "20"),
    )
    assert [row[0] for row in reading.lines("code", measure="total")] == ["21002", "2100201"]


def test_name_cut_off_in_its_cell_is_the_body_of_its_number() -> None:
    header = ("单位编码", "单位名称", "合计", "基本支出", "项目支出")
    whole = (
        header,
        ("", "合计", "30", "10", "20"),
        ("125001", DEPARTMENT, "18", "8", "10"),
        ("125002", STATION, "12", "2", "10"),
    )
    cut = (
        header,
        ("", "合计", "31", "10", "21"),
        ("125001", DEPARTMENT[:6], "18", "8", "10"),
        ("125002", STATION[:6], "13", "2", "11"),
    )
    tables = (
        caption("部门支出总表", 5, unit="万元")
        + tabs(whole)
        + caption("一般公共预算支出表", 6, unit="万元")
        + tabs(cut)
    )
    rows = Reading(BUDGET + tables).lines("organisation", statement_kind="budget_general_expenditure", measure="total")
    assert [row[0] for row in rows] == [DEPARTMENT, OWN_LEVEL, STATION]


def test_department_is_the_whole_but_for_rounding() -> None:
    units = ((STATION, "12", "2", "10"), ("滨海市海洋学校", "18", "2", "16"))
    assert _by_body((DEPARTMENT, "30.01", "10", "20"), *units)[0][0] == DEPARTMENT
    assert _by_body((DEPARTMENT, "31.02", "10", "20"), *units)[0][0] == OWN_LEVEL
    rows = (("合计", "30", "10", "20"), (DEPARTMENT, "29", "10", "19"), (STATION, "1", "0", "1"))
    assert [owner for owner, _ in _by_body(*rows)] == [DEPARTMENT, OWN_LEVEL, STATION]


def test_money_of_an_item_is_not_all_of_a_body() -> None:
    reading = _reading(
        ("单位名称", "科目编码", "科目名称", "合计", "基本支出", "项目支出"),
        (DEPARTMENT, "2200501", "行政运行", "12", "2", "10"),
        (DEPARTMENT, "2200502", "一般行政管理事务", "5", "0", "5"),
        (STATION, "2200504", "气象服务", "12", "2", "10"),
    )
    assert [row[0] for row in reading.lines("organisation", measure="total")] == [OWN_LEVEL, OWN_LEVEL, STATION]


@pytest.mark.parametrize("name", ["本级", "局本级", "机关", "局机关", "局本部", f"{DEPARTMENT}机关", "海洋观测局机关"])
def test_seat_of_the_department_is_its_own_level(name: str) -> None:
    rows = (("合计", "30", "10", "20"), (name, "18", "8", "10"), (STATION, "12", "2", "10"))
    assert [owner for owner, _ in _by_body(*rows)] == [DEPARTMENT, OWN_LEVEL, STATION]


@pytest.mark.parametrize("name", [f"{DEPARTMENT}机关服务中心", "深圳市龙岗区机关"])
def test_other_bodies_are_no_seat_of_the_department(name: str) -> None:
    rows = (("合计", "30", "10", "20"), (name, "18", "8", "10"), (STATION, "12", "2", "10"))
    assert [owner for owner, _ in _by_body(*rows)] == [DEPARTMENT, name, STATION]


def test_of_departments_and_units_side_by_side_the_units_own_the_rows() -> None:
    reading = _reading(
        ("部门名称", "单位名称", "合计", "基本支出", "项目支出"),
        (DEPARTMENT, f"{DEPARTMENT}本级", "18", "8", "10"),
        ("", STATION, "12", "2", "10"),
        ("合计", "", "30", "10", "20"),
    )
    assert [row[0] for row in reading.lines("organisation", measure="total")] == [OWN_LEVEL, STATION, DEPARTMENT]


def test_number_of_the_department_may_look_like_a_category() -> None:
    reading = _reading(
        ("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
        ("213", DEPARTMENT, "18", "8", "10"),
        ("213001", f"{DEPARTMENT}本级", "18", "8", "10"),
        ("2200501", "行政运行", "18", "8", "10"),
    )
    rows = reading.lines("organisation", "code", measure="total")
    assert rows == [(DEPARTMENT, None), (OWN_LEVEL, None), (OWN_LEVEL, "2200501")]
    assert "code_misprinted" not in reading.issues


def test_own_level_of_another_body_is_not_the_department_s() -> None:
    rows = (("合计", "30", "10", "20"), (DEPARTMENT, "18", "8", "10"), (f"{STATION}本级", "12", "2", "10"))
    assert [owner for owner, _ in _by_body(*rows)] == [DEPARTMENT, OWN_LEVEL, f"{STATION}本级"]


def test_projects_under_numbers_are_no_bodies() -> None:
    rows = [("编码", "名称", "合计"), ("125001", DEPARTMENT, "9"), ("100001", "新建潮位观测站", "9")]
    reading = Reading(BUDGET + caption("项目支出表", 9, unit="万元") + tabs(rows))
    assert reading.lines("organisation", "code") == [(DEPARTMENT, None), (DEPARTMENT, "100001")]


def test_bodies_named_among_codes_are_told_by_the_number_beside_them() -> None:
    reading = _reading(
        ("科目编码", "单位代码", "单位名称（科目）", "合计", "基本支出", "项目支出"),
        ("", "", "合计", "30", "10", "20"),
        ("", "125001", OWN_LEVEL, "18", "8", "10"),
        ("2200501", "125001", "行政运行", "18", "8", "10"),
        ("", "125002", STATION, "12", "2", "10"),
        ("2200504", "125002", "气象服务", "12", "2", "10"),
    )
    assert reading.lines("organisation", "code", measure="total") == [
        (DEPARTMENT, None),
        (OWN_LEVEL, None),
        (OWN_LEVEL, "2200501"),
        (STATION, None),
        (STATION, "2200504"),
    ]


BODIES = (
    (OWN_LEVEL, "2200501", "行政运行", "18", "8", "10"),
    (STATION, "2200504", "气象服务", "12", "2", "10"),
)
HEADER = ("单位名称", "科目编码", "科目名称", "合计", "基本支出", "项目支出")


def _owners(*rows: tuple[str, ...]) -> list[object]:
    return [owner for (owner,) in _reading(HEADER, *rows).lines("organisation", measure="total")]


def test_total_below_all_bodies_is_theirs_and_not_the_last_one_s() -> None:
    assert _owners(*BODIES, ("", "", "合计", "30", "10", "20")) == [OWN_LEVEL, STATION, DEPARTMENT]


def test_total_below_all_bodies_may_stand_in_any_column() -> None:
    reading = _reading(
        ("科目编码", "科目名称", "政府经济科目名称", "合计", "基本支出", "项目支出"),
        ("125001", DEPARTMENT, "", "18", "8", "10"),
        ("30101", "基本工资", "工资奖金津补贴", "18", "8", "10"),
        ("125002", STATION, "", "12", "2", "10"),
        ("30201", "办公费", "办公经费", "12", "2", "10"),
        ("", "", "合计", "30", "10", "20"),
    )
    assert reading.lines("organisation", "amount_cny", row_role="total", column_label="合计")[-1] == (
        DEPARTMENT,
        Decimal(300_000),
    )


def test_total_below_the_totals_of_each_body_is_their_sum() -> None:
    own, station = (("", "", "小计", *body[3:]) for body in BODIES)
    rows = (BODIES[0], own, BODIES[1], station)
    owners = [OWN_LEVEL, OWN_LEVEL, STATION, STATION]
    assert _owners(*rows) == owners
    assert _owners(*rows, ("", "", "合计", "30", "10", "20")) == [*owners, DEPARTMENT]


def test_bodies_in_a_column_of_their_own_keep_what_a_list_adds_up_to() -> None:
    text = caption("一般公共预算基本支出表", unit="万元") + tabs(
        [
            ("单位名称", "总计", "工资福利支出", "商品和服务支出"),
            ("合计", "30", "20", "10"),
            (OWN_LEVEL, "18", "12", "6"),
            (STATION, "12", "8", "4"),
        ]
    )
    owners = [owner for (owner,) in Reading(BUDGET + text).lines("organisation", column_label="总计")]
    assert owners == [DEPARTMENT, OWN_LEVEL, STATION]


def test_bodies_beside_their_numbers_hold_the_projects_below_them() -> None:
    text = caption("部门综合预算专项业务经费支出表", unit="万元") + tabs(
        [
            ("单位编码", "单位（项目）名称", "项目金额"),
            ("", "合计", "30"),
            ("101", DEPARTMENT, "30"),
            ("101001", DEPARTMENT, "18"),
            ("", "观测设备更新", "11"),
            ("", "数据整理", "7"),
            ("101002", STATION, "12"),
            ("", "站房修缮", "8"),
            ("", "浮标维护", "4"),
        ]
    )
    found = Reading(BUDGET + text).lines("organisation", "project_name", statement_kind="budget_project_summary")
    assert found == [
        (DEPARTMENT, None),
        (DEPARTMENT, None),
        (OWN_LEVEL, None),
        (OWN_LEVEL, "观测设备更新"),
        (OWN_LEVEL, "数据整理"),
        (STATION, None),
        (STATION, "站房修缮"),
        (STATION, "浮标维护"),
    ]
