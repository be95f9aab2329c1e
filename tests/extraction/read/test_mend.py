"""What recognition confuses in numbers is mended only where one reading is left, and never in silence."""

from __future__ import annotations

import pytest

from dagster_project.extraction.read.ocr.mend import mend, mend_points


@pytest.mark.parametrize(
    "text",
    [
        "84,579",
        "0",
        "1530.00",
        "-21",
        "12.5%",
        "2011301",
        "84.579",
        "(1,530.00)",
        "行政运行",
        "一",
        "—",
        "",
        "五、1,530万元",
    ],
)
def test_what_is_well_formed_stays_as_it_is(text: str) -> None:
    assert mend(text) == (text, True)


@pytest.mark.parametrize(
    ("recognised", "meant"),
    [
        ("1.530.00", "1,530.00"),
        ("1,530,00", "1,530.00"),
        ("1.530.000", "1,530,000"),
        ("12。50", "12.50"),
        ("84'579", "84,579"),
        ("2O113O1", "2011301"),
        ("20ll301", "2011301"),
    ],
)
def test_one_reading_is_taken_and_reported(recognised: str, meant: str) -> None:
    assert mend(recognised) == (meant, False)


@pytest.mark.parametrize("text", ["84,57", "1,5300", "1,530.000,1"])
def test_a_number_with_more_readings_stays_and_is_reported(text: str) -> None:
    assert mend(text) == (text, False)


def test_full_width_digits_are_digits() -> None:
    assert mend("８４，５７９．１０") == ("84,579.10", True)


def test_a_point_is_a_comma_where_every_other_number_says_so() -> None:
    assert mend_points({1: "84.579", 2: "4,146", 3: "0"}) == {1: ("84,579", False)}
    assert mend_points({1: "84.579", 2: "4,146.00"}) == {1: ("84.579", False)}
    assert mend_points({1: "4,146", 2: "210"}) == {}
