"""Growth over several years: what the years and the levels of a sentence come to."""

from __future__ import annotations

from decimal import Decimal

import pytest
from synthetic import FINAL_ACCOUNT, Reading

from dagster_project.extraction.wording.arithmetic.yearly_growth import yearly_growths_in


@pytest.mark.parametrize(
    ("text", "formula", "value"),
    [
        ("2027年-2029年，产值由100亿元增加到121亿元，年均增长10%。", "(121亿元/100亿元)^(1/2)-1", 10),
        ("2027年-2029年，产值由100亿元增加到133.1亿元，年均增长10%。", "(133.1亿元/100亿元)^(1/3)-1", 10),
        ("2027至2029年，企业从100家增长到144家，年均复合增长率达到15%。", "(144家/100家)^(1/2)-1", 20),
    ],
    ids=["two years", "three from the year before on", "wrong"],
)
def test_the_years_between_two_levels(text: str, formula: str, value: int) -> None:
    (found,) = yearly_growths_in(text)
    assert (found.expression, round(found.value, 6), found.unit) == (formula, Decimal(value), "%")


def test_about_leaves_more_open() -> None:
    (exact,) = yearly_growths_in("2027年-2029年，产值由1000亿元增加到1200亿元，年均增长9%。")
    (about,) = yearly_growths_in("2027年-2029年，产值由1000亿元增加到约1200亿元，年均增长9%。")
    assert exact.rounding < Decimal("0.1") < Decimal(2) < about.rounding < Decimal(3)


@pytest.mark.parametrize(
    "text",
    [
        "产值由100亿元增加到121亿元，年均增长10%。",
        "2027年-2029年，产值由100亿元增加到121万元，年均增长10%。",
        "2027年-2029年，产值由100亿元增加到121亿元，比2025年-2026年快，年均增长10%。",
        "2027年-2029年，产值由100亿元增加到121亿元，年均增长10%以上。",
        "2027年-2029年产值增长。产值由100亿元增加到121亿元，年均增长10%。",
        "2028年-2029年，产值由100亿元增加到121亿元，年均增长10%。",
    ],
    ids=["no years", "two units", "other years", "a bound", "years of another sentence", "one year"],
)
def test_what_leaves_the_years_or_levels_open_is_left_out(text: str) -> None:
    assert list(yearly_growths_in(text)) == []


def test_a_growth_stands_where_its_rate_does() -> None:
    text = FINAL_ACCOUNT + "2027年-2029年，产值由100亿元增加到144亿元，年均增长15%。\n"
    row = Reading(text).one("calculations")
    assert (row["result_as_printed"], row["unit"], round(row["value"])) == ("15%", "%", 20)
