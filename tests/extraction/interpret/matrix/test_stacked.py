"""A balance is the same whether its sides stand beside each other or one under the other."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, Reading, caption, tabs

INCOME = (
    ("一、一般公共预算拨款收入", "90.00"),
    ("二、事业收入", "10.00"),
    ("本年收入合计", "100.00"),
    ("收入总计", "100.00"),
)
EXPENDITURE = (
    ("一、教育支出", "70.00"),
    ("二、卫生健康支出", "30.00"),
    ("本年支出合计", "100.00"),
    ("支出总计", "100.00"),
)
HEADER = ("项目", "预算数")
TITLE = caption("收支总表")


def _facts(text: str) -> list[object]:
    wanted = ("side", "item", "name_as_printed", "row_role", "amount_cny", "reading_status")
    return Reading(BUDGET + text).lines(*wanted, disclosure="figure")


BESIDE = _facts(
    TITLE
    + tabs(
        [
            ("收入", "", "支出", ""),
            HEADER * 2,
            *((*one, *other) for one, other in zip(INCOME, EXPENDITURE, strict=True)),
        ]
    )
)


def test_sides_beside_each_other_are_what_is_expected() -> None:
    assert [fact[:2] for fact in BESIDE if fact[1]] == [  # type: ignore[index]
        ("income", "revenue_general_public_budget"),
        ("income", "revenue_business"),
        ("income", "income_total"),
        ("income", "income_grand_total"),
        ("expenditure", "expenditure_total"),
        ("expenditure", "expenditure_grand_total"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [("收入", ""), HEADER, *INCOME, ("支出", ""), HEADER, *EXPENDITURE],
        [HEADER, ("收入", ""), *INCOME, ("支出", ""), *EXPENDITURE],
        [HEADER, *INCOME, *EXPENDITURE],
    ],
    ids=["each with its header", "each with its heading", "one header"],
)
def test_sides_one_under_the_other_are_read_the_same(rows: list[tuple[str, str]]) -> None:
    assert _facts(TITLE + tabs(rows)) == BESIDE


def test_side_below_has_columns_of_its_own() -> None:
    below = (
        ("支出", "", "", ""),
        ("项目", "合计", "一般公共预算", "政府性基金预算"),
        ("一、教育支出", "100", "90", "10"),
    )
    text = caption("财政拨款收支总表") + tabs([("收入", "", "", ""), (*HEADER, "", ""), (*INCOME[0], "", ""), *below])
    assert Reading(BUDGET + text).lines("side", "fund", "column_number", disclosure="figure") == [
        ("income", "fiscal_appropriation", 2),
        ("expenditure", "fiscal_appropriation", 2),
        ("expenditure", "general_public_budget", 3),
        ("expenditure", "government_fund_budget", 4),
    ]


def test_income_without_expenditure_below_it_has_no_second_side() -> None:
    text = TITLE + tabs([HEADER, *INCOME, ("其中：上年结转", "5.00")])
    assert {side for (side,) in Reading(BUDGET + text).lines("side")} == {None}
