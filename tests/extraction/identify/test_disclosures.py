"""Another disclosure bound into the file of the first: its tables are its own, its text is read by nobody."""

from __future__ import annotations

import pytest
from synthetic import CODED_HEADER, Reading, tabs

FIRST, OTHER = "深圳市龙岗区海洋观测局", "深圳市坪山区档案管理局"
CONTENTS = "目 录\n\n第一部分 部门概况\n\n第二部分 部门预算表\n\n"


def rows_of(total: str) -> str:
    """Return the rows of a statement of one code."""
    return tabs(
        [CODED_HEADER, ("合计", "", "", total, total, "0.00"), ("", "2200101", "行政运行", total, total, "0.00")]
    )


def disclosure(cover: str, total: str, text: str = "") -> str:
    """Return a disclosure of one statement under a cover and a list of contents."""
    return f"{cover}\n\n{CONTENTS}一般公共预算支出表\n\n单位：万元\n\n{rows_of(total)}\n\n{text}\n\n"


def bound(*covers: str) -> Reading:
    """Return the reading of a file that binds together disclosures under these covers; the n-th prints n0.25."""
    text = "2031年一般公共预算支出{}0.25万元，其中：行政运行（2200101）支出{}0.25万元。"
    return Reading(
        "".join(
            disclosure(cover, f"{number}0.25", text.format(number, number)) for number, cover in enumerate(covers, 1)
        )
    )


def owners(reading: Reading) -> set[tuple[str, int]]:
    """Return body, year and total of each statement."""
    return set(reading.lines("organisation", "fiscal_year", "value_as_printed", code="2200101", measure="total"))


@pytest.mark.parametrize(
    "cover",
    [
        f"2031年{OTHER}部门预算",
        f"2031年\n\n{OTHER}部门预算",
        f"{OTHER}\n\n2031年部门预算公开",
        f"2031年度{OTHER}预算公开",
        f"深圳市2031年区级部门预算\n\n预算部门：坪山\n\n编制部门：{OTHER}",
    ],
)
def test_a_cover_and_a_list_of_contents_begin_the_disclosure_of_another_body(cover: str) -> None:
    reading = bound(f"2031年{FIRST}部门预算", cover)
    assert owners(reading) == {(FIRST, 2031, "10.25"), (OTHER, 2031, "20.25")}
    (message,) = [each for each in reading.column("issues", "message") if "binds in" in each]
    assert OTHER in message
    assert {row["value_as_printed"]: row["disposition"] for row in reading.rows("ledger", table_number=None)} == {
        "10.25": "fact",
        "20.25": "unmapped",
    }


@pytest.mark.parametrize("unit", ["机关服务中心", "附属幼儿园", "办公室"])
def test_a_unit_that_bears_the_name_of_the_body_above_it_is_another(unit: str) -> None:
    reading = bound(f"{FIRST}2031年部门预算", f"{FIRST}{unit}2031年单位预算", f"{OTHER}2031年单位预算")
    assert owners(reading) == {(FIRST, 2031, "10.25"), (f"{FIRST}{unit}", 2031, "20.25"), (OTHER, 2031, "30.25")}


@pytest.mark.parametrize("own", ["本级", "（本级）", "机关"])
def test_the_own_level_of_a_department_has_a_disclosure_of_its_own(own: str) -> None:
    reading = bound(f"{FIRST}2031年部门预算", f"{FIRST}{own}2031年单位预算")
    assert {total for body, _, total in owners(reading) if body == FIRST} == {"10.25"}
    assert len({body for body, *_ in owners(reading)}) == 2


def test_another_year_of_the_same_body_is_another_disclosure() -> None:
    reading = bound(f"{FIRST}2031年部门预算", f"{FIRST}2030年部门预算")
    assert owners(reading) == {(FIRST, 2031, "10.25"), (FIRST, 2030, "20.25")}
    assert reading.column("tables", "is_bound_in", statement_kind="budget_general_expenditure") == [False, True]


def test_a_cover_of_two_lines_over_the_first_table_is_a_title_too() -> None:
    reading = Reading(
        "".join(
            f"{body}\n\n2031年单位预算{end}\n\n一般公共预算支出表\n\n单位：万元\n\n{rows_of(total)}\n\n说明。\n\n"
            for body, end, total in ((FIRST, "", "10.25"), (OTHER, "", "20.25"), ("深圳市坪山区财政局", "表", "30.25"))
        )
    )
    assert owners(reading) == {(FIRST, 2031, "10.25"), (OTHER, 2031, "20.25"), (OTHER, 2031, "30.25")}


def test_units_of_a_body_that_is_bound_in_are_its_own() -> None:
    reading = Reading(
        disclosure(f"{FIRST}2031年部门预算", "10.25")
        + disclosure(f"{OTHER}2031年部门预算", "20.25")
        + "部门支出总表\n\n单位：万元\n\n"
        + tabs([CODED_HEADER, ("坪山区档案馆", "", "", "20.25", "20.25", "0.00")])
    )
    departments = {row["organisation"]: row["department"] for row in reading.rows("organisations")}
    assert departments.pop(FIRST) == FIRST
    assert set(departments.values()) == {OTHER}


@pytest.mark.parametrize(
    "cover",
    [
        "附件",
        f"{FIRST}2031年部门预算",
        "深圳市龙岗区海洋观侧局2031年部门预算",
        "绩效目标表",
        f"附件1\n\n{OTHER}关于批复2031年部门预算的通知",
        "2030年12月\n\n部门预算公开表",
        f"{FIRST}2030年部门预算执行情况和2031年部门预算",
        f"2031年部门预算表\n\n主管部门：{OTHER}\n\n编制单位：{FIRST}",
        "2031年部门预算表",
        "2030年度部门整体支出绩效自评报告",
    ],
)
def test_a_second_list_of_contents_alone_begins_nothing(cover: str) -> None:
    reading = bound(f"{FIRST}2031年部门预算", cover)
    assert {(body, year) for body, year, _ in owners(reading)} == {(FIRST, 2031)}
    assert not any("binds in" in each for each in reading.column("issues", "message"))
    assert set(reading.column("tables", "is_bound_in")) == {False}
