"""The year in the title of a statement: a slip where it stands alone, else that of what is set beside the year's own."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, CODED_HEADER, Reading, tabs


def statement(title: str, total: str) -> str:
    """Return a statement of one code."""
    rows = (CODED_HEADER, ("合计", "", "", total, total, "0.00"), ("", "2200101", "行政运行", total, total, "0.00"))
    return f"{title}\n\n单位：万元\n\n{tabs(rows)}\n"


def years_of(*titles: str) -> list[int]:
    """Return the years of statements under these titles, in their order."""
    text = BUDGET + "".join(statement(title, f"{number}0.25") for number, title in enumerate(titles, 1))
    return Reading(text).column("tables", "fiscal_year", statement_kind="budget_general_expenditure")


@pytest.mark.parametrize("own", ["一般公共预算支出表", "2031年一般公共预算支出表"])
def test_last_years_statement_beside_the_years_own_is_of_its_year(own: str) -> None:
    assert years_of(own, "2030年一般公共预算支出表（上年对照）") == [2031, 2030]


def test_a_year_that_is_compared_with_is_no_wrong_label() -> None:
    text = BUDGET + statement("一般公共预算支出表", "10.25") + statement("2030年一般公共预算支出表", "20.25")
    assert {
        row["label_meant"] for row in Reading(text).rows("labels", kind="fiscal_year", label_as_printed="2030")
    } <= {"2030"}


@pytest.mark.parametrize("titles", [("2030年一般公共预算支出表",), ("2030年一般公共预算支出表",) * 2])
def test_another_year_in_a_title_alone_is_a_slip(titles: tuple[str, ...]) -> None:
    assert set(years_of(*titles)) == {2031}


def test_a_year_to_come_in_a_title_is_a_slip() -> None:
    assert set(years_of("一般公共预算支出表", "2032年一般公共预算支出表（续）")) == {2031}
