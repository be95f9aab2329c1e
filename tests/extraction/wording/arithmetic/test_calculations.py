"""Calculations stated in text: what they come to, in which unit, and what is left out as no plain arithmetic."""

from __future__ import annotations

from decimal import Decimal

import pytest
from synthetic import BUDGET, FORM, TARGETS, Reading

from dagster_project.extraction.wording.arithmetic.calculations import calculations_in


def _values(text: str) -> list[tuple[Decimal, Decimal, str | None]]:
    return [(found.value, found.result, found.unit) for found in calculations_in(text)]


@pytest.mark.parametrize(
    ("text", "value", "result", "unit"),
    [
        ("每年需7*30+4*50=420万元。", 4_100_000, 4_200_000, "元"),
        ("浮标500元/个×6个＝0.3万元", 3000, 3000, "元"),
        ("12人*800元/人/年*3年=28800元", 28_800, 28_800, "元"),
        ("2万人次×3元=6万元", 60_000, 60_000, "元"),
        ("布放20个*40单价=800，", 800, 800, None),
        ("设备9万元+布放2万元=11万元", 110_000, 110_000, "元"),
        ("100万元×5%=5万元", 50_000, 50_000, "元"),
        ("（3+4）×200元=1400元", 1400, 1400, "元"),
        ("(1,200-200)x3=3,000元", 3000, 3000, "元"),
        ("7*30+4*50=210+200=410万元", 4_100_000, 4_100_000, "元"),
        ("500元×6个，共计0.4万元", 3000, 4000, "元"),
        ("2031年6个×500元=3000元", 3000, 3000, "元"),
    ],
)
def test_expression_is_evaluated_in_the_unit_of_its_result(
    text: str, value: int, result: int, unit: str | None
) -> None:
    assert _values(text)[0] == (Decimal(value), Decimal(result), unit)


def test_rate_in_latex_is_a_percentage() -> None:
    found = calculations_in(r"比率为 $2.5/(1.5+48.5)=5.0\%$ 。")[0]
    assert (found.value, found.result, found.unit) == (Decimal(5), Decimal(5), "%")
    assert found.half_unit == Decimal("0.05")


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("6个×500=0.3万元", (3000, 3000)),
        ("200×20=4000万元", (40_000_000, 40_000_000)),
        ("500元/月×5人=3万元", (30_000, 30_000)),
        ("12/15=80%", (80, 80)),
        ("3万元+2万元=5", (5, 5)),
    ],
)
def test_what_units_leave_open_is_read_as_it_can_be_right(text: str, readings: tuple[int, int]) -> None:
    assert _values(text)[0][:2] == tuple(map(Decimal, readings))


def test_result_apart_by_ten_thousand_with_units_printed_is_a_wrong_unit() -> None:
    found = calculations_in("6个×500元=3000万元")[0]
    assert (found.value, found.result, found.unit_factor) == (Decimal(3000), Decimal(30_000_000), Decimal(10_000))
    assert calculations_in("6个×500元=3100万元")[0].unit_factor is None


def test_rounding_is_allowed_only_where_the_result_cannot_print_the_value() -> None:
    assert calculations_in("113*140=1.5万元")[0].half_unit == Decimal(500)
    assert calculations_in("113*140=15830元")[0].half_unit == 0
    assert calculations_in("9.3万元×4=37.2万元")[0].rounding == 0
    assert calculations_in("9.3万元+4.2万元=13.5万元")[0].rounding == Decimal(1000)
    assert calculations_in("100元/3=33.3元")[0].rounding == Decimal("0.05")
    assert calculations_in("12元/4=3元")[0].rounding == 0


@pytest.mark.parametrize(
    "text",
    [
        "6人（科级）×500元×2次=1元",
        "3人2天×100元=600元",
        "浮标×6个=3000元",
        "6个×500元，4个×100元，共计3400元",
        "次数=8次",
        "不少于>=8个",
        "6个×500元=3000元左右",
        "原价500元×8折=400元",
        "得分=(支出进度/序时进度 25%)×1 分",
        "3万元×2万元=6万元",
        "编码01-02=03-04",
    ],
)
def test_what_is_no_plain_arithmetic_is_left_out(text: str) -> None:
    assert calculations_in(text) == []


def test_calculation_stands_where_its_text_does_and_belongs_to_its_form() -> None:
    form = FORM.replace("传感器12万元，布放3万元。", "传感器6个×2万元=12万元，布放3万元。")
    row = Reading(TARGETS + form).one("calculations")
    assert (row["expression"], row["result_as_printed"], row["project_name"]) == ("6个×2万元", "12万元", "潮位观测")
    assert (row["value"], row["result"], row["table_number"]) == (Decimal(120_000), Decimal(120_000), None)
    amount = Reading(TARGETS + form).one("ledger", value_as_printed="12", unit_as_printed="万元")
    assert row["ledger_id"] == amount["ledger_id"]


def test_calculation_in_a_cell_has_the_place_of_the_cell() -> None:
    text = BUDGET + "| 项目 | 说明 |\n|---|---|\n| 观测 | 6个×500元=3000元 |\n"
    row = Reading(text).one("calculations")
    assert (row["row_number"], row["column_number"], row["span_start"]) == (2, 2, 0)
