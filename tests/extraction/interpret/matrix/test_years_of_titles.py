"""The year in the title of a statement: a slip where it stands alone, else that of what is set beside the year's own."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, CODED_HEADER, FINAL_ACCOUNT, Reading, tabs


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


TITLE = "一般公共预算支出表"


def printed(*parts: tuple[str, str], over: str = "") -> Reading:
    """Return a budget of 2031 with a statement for each line over it, title and total of `parts`."""
    return Reading(BUDGET + over + "".join(statement(title, total) for title, total in parts))


def owned(reading: Reading) -> set[tuple[str, int, str]]:
    """Return total, year and status of each statement."""
    return set(reading.lines("value_as_printed", "fiscal_year", "reading_status", code="2200101", measure="total"))


@pytest.mark.parametrize(
    ("earlier", "own"),
    [
        (f"2030年{TITLE}", f"2031年{TITLE}"),
        (f"2030年{TITLE}", TITLE),
        (f"上年{TITLE}", f"本年{TITLE}"),
        (f"{TITLE}（上年）", TITLE),
        (f"{TITLE}（2030年度）", f"{TITLE}（2031年度）"),
        (f"{TITLE}\n\n2030年度", f"{TITLE}\n\n2031年度"),
        (f"一、2030年部门预算表\n\n{TITLE}", f"二、2031年部门预算表\n\n{TITLE}"),
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_last_years_statement_is_of_its_year_in_either_order(earlier: str, own: str, is_first: bool) -> None:
    parts = [(earlier, "20.25"), (own, "10.25")]
    found = owned(printed(*(parts if is_first else parts[::-1])))
    assert {(total, year) for total, year, _ in found} == {("20.25", 2030), ("10.25", 2031)}


def test_of_two_that_no_word_tells_apart_neither_is_sure() -> None:
    reading = printed((TITLE, "20.25"), (TITLE, "10.25"))
    assert {(total, status) for total, _, status in owned(reading)} == {("20.25", "doubtful"), ("10.25", "doubtful")}
    assert any("no word tells their years" in message for message in reading.column("issues", "message"))


def test_the_same_statement_printed_twice_is_in_no_doubt() -> None:
    assert "doubtful" not in {
        status for *_, status in owned(printed((TITLE, "10.25"), ("附表", "1.25"), (TITLE, "10.25")))
    }


@pytest.mark.parametrize(("is_first", "year_of_first"), [(True, 2030), (False, 2031)])
def test_years_stand_in_the_order_that_others_show(is_first: bool, year_of_first: int) -> None:
    other = "政府性基金预算支出表"
    told = [(f"2030年{other}", "30.25"), (f"2031年{other}", "40.25")]
    found = owned(printed(*(told if is_first else told[::-1]), (TITLE, "20.25"), (TITLE, "10.25")))
    years = {total: year for total, year, _ in found}
    assert (years["20.25"], years["10.25"]) == (year_of_first, 4061 - year_of_first)


def test_statements_of_two_bodies_are_in_no_doubt() -> None:
    parts = ((f"{TITLE}\n\n单位名称：{name}", total) for name, total in (("甲中学", "20.25"), ("乙中学", "10.25")))
    assert "doubtful" not in {status for *_, status in owned(printed(*parts))}


def test_a_page_that_goes_on_is_of_its_statement() -> None:
    rows = (CODED_HEADER, ("", "2200102", "一般行政管理事务", "5.00", "0.00", "5.00"))
    reading = Reading(BUDGET + statement(TITLE, "10.25") + f"{TITLE}\n\n单位：万元\n\n{tabs(rows)}\n")
    assert len(reading.rows("tables")) == 1


@pytest.mark.parametrize("title", ["上年结转支出预算表", "上年结余资金支出表"])
def test_what_was_left_over_last_year_is_of_the_year(title: str) -> None:
    reading = Reading(BUDGET + statement(title, "10.25"))
    assert set(reading.column("tables", "fiscal_year")) == {2031}


def test_the_next_budget_in_a_final_account_is_of_the_next_year() -> None:
    account = FINAL_ACCOUNT + statement("2031年一般公共预算财政拨款支出决算表", "10.25")
    reading = Reading(account + statement("2032年一般公共预算支出预算表", "20.25"))
    tables = {row["statement_kind"]: row["fiscal_year"] for row in reading.rows("tables")}
    assert tables == {"final_general_expenditure": 2031, "budget_general_expenditure": 2032}
    assert set(reading.column("statement_lines", "is_comparative", fiscal_year=2032)) == {True}


def test_a_later_year_beside_the_years_own_of_one_title_is_of_its_year() -> None:
    assert years_of("2031年一般公共预算支出表", "2032年一般公共预算支出表") == [2031, 2032]
