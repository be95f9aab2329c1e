"""The calculation basis of a form: which amounts make up the project, which are prices, parts or totals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from synthetic import FORM, TARGETS, Reading, pipes

BASIS = "传感器12万元，布放3万元。"


def _roles(basis: str) -> tuple[str, list[tuple[str, str]]]:
    rows = Reading(TARGETS + FORM.replace(BASIS, basis)).rows("estimate_amounts")
    clarity = {row["clarity"] for row in rows}
    assert len(clarity) <= 1
    return clarity.pop() if clarity else "", [(row["value_as_printed"], row["role"]) for row in rows]


def test_amounts_that_end_their_clauses_are_components() -> None:
    assert _roles(BASIS) == ("listed", [("12", "component"), ("3", "component")])


def test_uses_with_an_amount_each_are_numbered() -> None:
    basis = "用途1：传感器12万元、线缆1万元。\n\n用途2：布放等费用\n\n2万元。"
    assert _roles(basis) == ("numbered", [("12", "component"), ("1", "component"), ("2", "component")])
    rows = Reading(TARGETS + FORM.replace(BASIS, basis)).rows("estimate_amounts")
    assert [row["item_number"] for row in rows] == [1, 1, 2]


def test_numbers_after_full_stops_number_uses_too() -> None:
    basis = "1.传感器12万元.2.布放经费3万元。"
    assert _roles(basis) == ("numbered", [("12", "component"), ("3", "component")])


def test_use_without_an_amount_makes_the_list_unclear() -> None:
    assert _roles("用途1：传感器12万元。用途2：布放费用。")[0] == "unclear"


@pytest.mark.parametrize(
    "price",
    ["每个传感器2万元", "传感器2万元/个", "按照每个2万元、1万元的标准", "单价2万元", "不超过2万元", "平均2万元"],
)
def test_prices_and_standards_are_no_components(price: str) -> None:
    assert ("2", "rate") in _roles(f"{price}，传感器12万元，布放3万元。")[1]
    assert _roles(f"{price}，传感器12万元，布放3万元。")[0] == "listed"


def test_amount_in_brackets_and_operands_of_a_calculation_are_no_components() -> None:
    assert _roles("传感器6个*2万元=12万元，布放3万元（含运输1万元）。") == (
        "listed",
        [("2", "operand"), ("12", "component"), ("3", "component"), ("1", "aside")],
    )


def test_total_replaces_the_parts_it_states_and_they_lead_to_it() -> None:
    basis = "传感器10万、线缆2万，合计12万元；布放3万元，以上合计15万元。"
    assert _roles(basis) == (
        "totalled",
        [("10", "part"), ("2", "part"), ("12", "part"), ("3", "part"), ("15", "component")],
    )
    rows = {
        row["value_as_printed"]: row for row in Reading(TARGETS + FORM.replace(BASIS, basis)).rows("estimate_amounts")
    }
    assert rows["10"]["total_id"] == rows["2"]["total_id"] == rows["12"]["estimate_amount_id"]
    assert rows["12"]["total_id"] == rows["3"]["total_id"] == rows["15"]["estimate_amount_id"]
    assert rows["10"]["ledger_id"] is None
    assert rows["12"]["ledger_id"] is not None


@pytest.mark.parametrize(("total", "role"), [("15", "part"), ("16", "part"), ("3", "component")])
def test_total_that_ends_a_numbered_list_is_of_all_uses_unless_it_is_of_the_last(total: str, role: str) -> None:
    basis = f"1、传感器12万元；2、布放3万元；合计{total}万元。"
    clarity, roles = _roles(basis)
    assert (clarity, roles[0]) == ("totalled" if role == "part" else "numbered", ("12", role))
    assert roles[-1] == (total, "component")


def test_heading_amount_is_the_total_of_its_use() -> None:
    basis = "用途1：机关12万元：传感器11万元，线缆1万元，合12万元。用途2：中心3万元：布放2万，运输1万元。"
    clarity, roles = _roles(basis)
    assert clarity == "numbered"
    assert [amount for amount, role in roles if role == "component"] == ["12", "3"]


def test_total_without_duplicates_is_no_sum_of_what_it_replaces() -> None:
    basis = "用途1：甲类8万元；乙类6万元。两类总计剔除重复后需要12万元。用途2：布放3万元。"
    rows = Reading(TARGETS + FORM.replace(BASIS, basis)).rows("estimate_amounts")
    assert [(row["value_as_printed"], row["role"], row["total_id"]) for row in rows] == [
        ("8", "part", None),
        ("6", "part", None),
        ("12", "component", None),
        ("3", "component", None),
    ]


@pytest.mark.parametrize(
    "basis",
    [
        "上年结转2万元，传感器12万元，布放3万元。",
        "2029年已支付5万元，传感器12万元。",
        "参照合同金额15万元，布放3万元。",
        "2029年传感器12万元，布放3万元。",
        "传感器15万元。",
    ],
)
def test_amounts_of_another_thing_or_year_make_the_list_unclear(basis: str) -> None:
    assert _roles(basis)[0] == "unclear"


def test_basis_in_a_cell_is_read_as_one_text() -> None:
    rows = [
        ("项目编码", "0307-2031-01", "项目名称", "潮位观测"),
        ("项目总金额（中期规划，元）", "600,000.00", "本年度项目金额（元）", "150,000.00"),
        ("项目测算标准", "<p>传感器12万元，布放3万元</p>", "", ""),
        ("年度目标", "投入99万元", "", ""),
    ]
    found = Reading(f"{TARGETS}项目支出绩效目标申报表\n\n{pipes(rows)}").rows("estimate_amounts")
    assert [(row["amount_cny"], row["row_number"], row["column_number"]) for row in found] == [
        (Decimal("120000.00"), 3, 2),
        (Decimal("30000.00"), 3, 2),
    ]
