"""Bodies that print statements of their own in one file: each table is of the body that the lines over it name."""

from __future__ import annotations

import pytest
from synthetic import CODED_HEADER, Reading, tabs

SCHOOLS = ("深圳市龙岗区云溪小学", "深圳市龙岗区竹影中学", "深圳市龙岗区星河幼儿园")
INCOME_HEADER = ("科目编码", "科目名称", "本年收入合计", "财政拨款收入", "事业收入")


def statements(over: str, total: str) -> str:
    """Return a statement of income and one of expenditure under the lines `over`, which hold a title each."""
    income = (INCOME_HEADER, ("", "合计", total, total, "0.00"), ("2050202", "小学教育", total, total, "0.00"))
    spent = (CODED_HEADER, ("", "", "合计", total, total, "0.00"), ("", "2050202", "小学教育", total, total, "0.00"))
    parts = (("收入总表", income), ("支出总表", spent))
    return "".join(f"{over.format(title=title)}\n\n{tabs(rows)}\n" for title, rows in parts)


def bound(
    over: str, bodies: tuple[str, ...], cover: str, totals: tuple[str, ...] = ("10.25", "20.25", "30.25")
) -> Reading:
    """Return the reading of a file that prints the statements of bodies one after the other."""
    text = "".join(statements(over.replace("{body}", body), total) for body, total in zip(bodies, totals, strict=False))
    return Reading(f"{cover}\n\n{text}")


def owners(reading: Reading) -> dict[str, str]:
    """Return the body of each total."""
    lines = reading.lines("value_as_printed", "organisation", code="2050202", measure="total")
    return {total: body for total, body in lines if total != "0.00"}


OVER = "{title}\n\n编制单位：{body}\n\n单位：万元"


@pytest.mark.parametrize(
    "over",
    [
        OVER,
        "{title}\n\n部门：{body}\n\n单位：万元",
        "{title}\n\n编制单位（公章）：{body}\n\n单位：万元",
        "{title}\n\n公开部门：{body}\n\n单位：万元",
        "{title}\n\n预算单位：{body}          单位：万元",
        "{title}\n\n预算单位：{body} 单位：万元",
        "{title}\n\n{body}\n\n单位：万元",
        "{body}2031年{title}\n\n单位：万元",
    ],
)
@pytest.mark.parametrize("cover", ["2031年单位预算公开表", f"{SCHOOLS[0]}2031年单位预算"])
def test_each_table_is_of_the_body_named_over_it(over: str, cover: str) -> None:
    assert owners(bound(over, SCHOOLS, cover)) == dict(zip(("10.25", "20.25", "30.25"), SCHOOLS, strict=True))


@pytest.mark.parametrize("cover", ["2031年单位预算公开表", f"{SCHOOLS[0]}2031年单位预算"])
def test_no_unit_has_units_of_its_own(cover: str) -> None:
    reading = bound(OVER, SCHOOLS, cover)
    departments = {row["organisation"]: row["department"] for row in reading.rows("organisations")}
    assert departments == {name: name for name in SCHOOLS}
    told = [message for message in reading.column("issues", "message") if "binds in" in message]
    assert len(told) == len(SCHOOLS) - 1


def test_tables_that_name_nobody_are_in_doubt() -> None:
    reading = bound("{title}\n\n单位：万元", SCHOOLS, f"{SCHOOLS[0]}2031年单位预算")
    assert set(reading.column("statement_lines", "reading_status", measure="total")) == {"doubtful"}


BUREAU = "深圳市龙岗区海洋观测局"


def test_units_of_a_department_are_its_own() -> None:
    bodies = (BUREAU, "深圳市龙岗区潮位站", "深圳市龙岗区观测中心")
    reading = bound(OVER, bodies, f"{BUREAU}2031年部门预算", ("30.50", "10.25", "20.25"))
    assert {row["department"] for row in reading.rows("organisations")} == {BUREAU}


def test_bodies_that_have_more_than_the_department_are_none_of_its_units() -> None:
    bodies = (BUREAU, "深圳市龙岗区档案局", "深圳市龙岗区气象局")
    reading = bound(OVER, bodies, f"{BUREAU}2031年部门预算")
    assert {row["organisation"]: row["department"] for row in reading.rows("organisations")} == {
        name: name for name in bodies
    }
