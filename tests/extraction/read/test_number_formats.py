"""Numbers and dates as the formats of spreadsheets show them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagster_project.extraction.read.sheet.dates import show_date
from dagster_project.extraction.read.sheet.numbers import show_number

ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        (1234.5, "#,##0.00", "1,234.50"),
        (999.999, "#,##0.00", "1,000.00"),
        (1.005, "0.00", "1.01"),
        (0, "#,##0.00", "0.00"),
        (0, "General", "0"),
        (1e-7, "General", "0.0000001"),
        (0.1 + 0.2, "General", "0.3"),
        (1e20, "0.00", "100000000000000000000"),
        (float("inf"), "0", ""),
        (2021, 'General"年"', "2021年"),
        (0, ACCOUNTING, "-"),
        (-3.14159, ACCOUNTING, "-3.14"),
        (1234567.005, ACCOUNTING, "1,234,567.01"),
        (-5.5, "0.00_);[Red]\\(0.00\\)", "-5.50"),
        (-5.5, "0.00;0.00", "-5.50"),
        (-0.001, "0.00", "0.00"),
        (0.1234, "0.00%", "12.34%"),
        (5, "00", "05"),
        (0.5, "#.00", "0.50"),
        (5, "#.##", "5"),
        (5.25, "#.##", "5.25"),
        (0, "#,##0;-#,##0;", ""),
        (0, "#", ""),
        (1234, ";;;", ""),
        (123456789, "#,##0,", "123,457"),
        (12345678, "0!.0,", "1234.6"),
        (12345678, "0!.0000", "1234.5678"),
        (1234.5, "¥#,##0.00", "1,234.50"),
        (1234.5, "[$¥-804]#,##0.00", "1,234.50"),
        (3, '0"万元"', "3万元"),
        (12, "[<1]0.00;0", "12"),
        (0.5, "[<1]0.00;0", "0.50"),
        (12.5, "# ?/?", "12.5"),
        (1234, "0.00E+00", "1234"),
        (-5, "yyyy-mm-dd", "-5"),
        (12.5, "@", "12.5"),
        (12.5, "", ""),
    ],
)
def test_numbers_are_shown_as_their_format_says(number: float, code: str, shown: str) -> None:
    assert show_number(number, code) == shown


@given(st.integers(-(10**14), 10**14), st.sampled_from([0, 1, 2, 4]))
def test_no_digit_of_an_amount_is_lost(minor: int, decimals: int) -> None:
    number = minor / 10**decimals
    code = "#,##0" + ("." + "0" * decimals if decimals else "")
    assert int(show_number(number, code).replace(",", "").replace(".", "")) == minor


@given(
    st.floats(allow_nan=True, allow_infinity=True), st.text('0#?,.%;"[]()<>=!\\_*-+EGeneralymdhs/@ 年万¥', max_size=12)
)
def test_any_number_in_any_format_is_some_text(number: float, code: str) -> None:
    assert isinstance(show_number(number, code), str)


@pytest.mark.parametrize(
    ("value", "code", "number", "shown"),
    [
        (date(2021, 1, 1), 'yyyy"年"', 164, "2021年"),
        (date(2021, 1, 1), "yyyy年", 164, "2021年"),
        (date(2021, 3, 1), "General", 57, "2021年3月"),
        (date(2021, 3, 1), "mm-dd-yy", 14, "2021/3/1"),
        (date(2021, 3, 1), "General", 0, "2021-03-01"),
        (datetime(2021, 3, 1, 4, 5), "General", 0, "2021-03-01 04:05:00"),
        (datetime(2021, 3, 4, 5, 6, 7), "yyyy/mm/dd h:mm:ss", 164, "2021/03/04 5:06:07"),
        (date(2021, 3, 1), '[$-804]yyyy"年"m"月"d"日";@', 164, "2021年3月1日"),
        (time(15, 4), "h:mm 上午/下午", 164, "15:04 下午"),
        (timedelta(hours=30, minutes=5), "[h]:mm", 164, "30:05"),
    ],
)
def test_dates_are_shown_as_their_format_says(
    value: date | time | timedelta, code: str, number: int, shown: str
) -> None:
    assert show_date(value, code, number) == shown
