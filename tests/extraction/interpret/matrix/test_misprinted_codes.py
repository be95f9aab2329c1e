"""A code with a slip is told by the rows around it and their sums; one that is right stands as printed."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, CODED_ROWS, Reading, coded


def _levels(reading: Reading) -> list[tuple[object, ...]]:
    return reading.lines("code", "level", "row_role", "parent_row_number", measure="total")


@pytest.mark.parametrize("printed", ["7", "21", "2100"])
def test_misprinted_category_is_resolved_from_the_rows_under_it(printed: str) -> None:
    rows = [
        CODED_ROWS[0],
        ("", printed, "卫生健康支出", "5", "5", "-"),
        ("", "21011", "医疗支出", "5", "5", "-"),
        ("", "2101101", "行政单位医疗", "5", "5", "-"),
    ]
    reading = Reading(BUDGET + coded(rows))
    assert _levels(reading)[1:] == [("210", 1, "subtotal", 2), ("21011", 2, "subtotal", 3), ("2101101", 3, "leaf", 4)]
    assert reading.lines("code_as_printed", code="210", measure="total") == [(printed,)]
    assert reading.one("issues", code="code_misprinted")["row_number"] == 3


@pytest.mark.parametrize(
    ("place", "printed", "meant"),
    [(1, "280", "208"), (2, "20850", "20805"), (3, "2080801", "2080501"), (4, "2080305", "2080505")],
)
def test_a_slip_in_a_code_is_told_by_the_rows_around_it_and_their_sums(place: int, printed: str, meant: str) -> None:
    rows = [
        ("", "208", "社会保障和就业支出", "900", "900", "-"),
        ("", "20805", "行政事业单位养老支出", "900", "900", "-"),
        ("", "2080501", "行政单位离退休", "500", "500", "-"),
        ("", "2080505", "机关事业单位基本养老保险缴费支出", "400", "400", "-"),
    ]
    rows[place - 1] = ("", printed, *rows[place - 1][2:])
    total = ("", "", "合计", "900", "900", "-")
    reading = Reading(BUDGET + coded([total, *rows]))
    assert [line[0] for line in _levels(reading)][1:] == ["208", "20805", "2080501", "2080505"]
    assert reading.lines("code_as_printed", code=meant, measure="total") == [(printed,)]


def test_another_code_whose_row_belongs_elsewhere_stands_as_printed() -> None:
    rows = [
        ("", "", "合计", "900", "900", "-"),
        ("", "208", "社会保障和就业支出", "900", "900", "-"),
        ("", "20805", "行政事业单位养老支出", "500", "500", "-"),
        ("", "2080501", "行政单位离退休", "200", "200", "-"),
        ("", "2080505", "机关事业单位基本养老保险缴费支出", "300", "300", "-"),
        ("", "2080801", "死亡抚恤", "400", "400", "-"),
    ]
    assert _levels(Reading(BUDGET + coded(rows)))[-1][0] == "2080801"


PENSIONS = [
    ("20805", "行政事业单位养老支出", "900"),
    ("2080501", "行政单位离退休", "500"),
    ("2080505", "机关事业单位基本养老保险缴费支出", "400"),
]


@pytest.mark.parametrize(
    "rows",
    [
        # the number of a department, and of a unit
        [("108", "市社保局", "900"), *PENSIONS],
        [("20801", "云岭市潮位观测中心", "900"), *PENSIONS[1:]],
        # a row that its 款 does not need: of one without a row of its own
        [("208", "社会保障和就业支出", "900"), *PENSIONS, ("2080899", "其他优抚支出", "0")],
        [("208", "社会保障和就业支出", "901"), *PENSIONS, ("2080899", "其他优抚支出", "1")],
        # a sum below its rows, over others that come to as much
        [*PENSIONS[1:], PENSIONS[0], ("2080801", "死亡抚恤", "600"), ("2080802", "伤残抚恤", "300")],
        # two rows against a 款 and its 类
        [("208", "社会保障和就业支出", "900"), PENSIONS[0], ("2010501", "行政运行", "500"), ("2010502", "其他", "400")],
    ],
)
def test_a_code_that_is_right_stands_as_printed(rows: list[tuple[str, str, str]]) -> None:
    printed = [("", code, name, amount, amount, "-") for code, name, amount in rows]
    reading = Reading(BUDGET + coded([("", "", "合计", "900", "900", "-"), *printed]))
    assert "code_misprinted" not in reading.issues
    assert {row[0] for row in _levels(reading)} >= {code for code, _, _ in rows if len(code) > 3}
