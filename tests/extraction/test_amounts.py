"""What counts as a number, and what it is worth."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dagster_project.extraction.amounts import amounts_in, half_unit, is_dash, parse_money, parse_number, yuan
from dagster_project.extraction.knowledge import KnowledgeError


@pytest.mark.parametrize(
    ("text", "value", "decimals", "comparator", "unit"),
    [
        ("0", "0", 0, None, None),
        ("0.00", "0", 2, None, None),
        ("12,345.60", "12345.60", 2, None, None),
        ("1 234", "1234", 0, None, None),
        ("１２．５", "12.5", 1, None, None),
        ("-21", "-21", 0, None, None),
        ("－3", "-3", 0, None, None),
        ("≥90%", "90", 0, "≥", "%"),
        ("不低于 5 家", "5", 0, "≥", "家"),
        ("不超过12.5万元", "12.5", 1, "≤", "万元"),
        ("＜3天", "3", 0, "<", "天"),
        ("=100％", "100", 0, "=", "%"),
        ("2 次/每季度", "2", 0, None, "次/每季度"),
        ("(=0次)", "0", 0, "=", "次"),
        ("2031年", "2031", 0, None, "年"),
    ],
)
def test_number_keeps_value_decimals_comparator_and_unit(
    text: str, value: str, decimals: int, comparator: str | None, unit: str | None
) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.value, number.decimals, number.comparator, number.unit) == (
        Decimal(value),
        decimals,
        comparator,
        unit,
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "——",
        "无",
        "C99",
        "2-3 场",
        "2031年预算数",
        "(2031年度)",
        "2031年9月",
        "2031-01-01",
        "100%合格",
        "三次",
        "1.2.3",
        "及时",
        "20003 其它",
    ],
)
def test_text_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize("text", ["-", "--", "—", "——", "－", "–", "/"])
def test_dash_says_nothing_was_disclosed(text: str) -> None:
    assert is_dash(text)


@pytest.mark.parametrize("text", ["", "0", "-1", "无", "- 见注"])
def test_other_text_is_no_dash(text: str) -> None:
    assert not is_dash(text)


def test_amounts_in_text_come_with_their_spans_and_yuan() -> None:
    text = "预算1,200.5 万元，其中0.3亿元，另80元，增长12%，共3万人"
    found = [(text[amount.start : amount.end], amount.yuan) for amount in amounts_in(text)]
    assert found == [
        ("1,200.5 万元", Decimal("12005000.00")),
        ("0.3亿元", Decimal("30000000.00")),
        ("80元", Decimal("80.00")),
    ]


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("0.1", "万元", "1000.00"),
        ("1.005", "元", "1.01"),
        ("-2.345", "元", "-2.35"),
        ("3", "千元", "3000.00"),
        ("98765432101.23", "万元", "987654321012300.00"),
    ],
)
def test_yuan_is_exact_to_the_fen(value: str, unit: str, expected: str) -> None:
    assert str(yuan(Decimal(value), unit)) == expected


@pytest.mark.parametrize(
    ("decimals", "factor", "half"), [(0, "1", "0.5"), (2, "1", "0.005"), (2, "10000", "50"), (0, "10000", "5000")]
)
def test_half_unit_is_half_of_the_last_printed_digit(decimals: int, factor: str, half: str) -> None:
    assert half_unit(decimals, Decimal(factor)) == Decimal(half)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5千元", "5000"),
        ("3 百万元", "3000000"),
        ("2百元", "200"),
        ("1.5万元", "15000"),
        ("0.2亿元", "20000000"),
        ("100万美元", None),
    ],
)
def test_every_unit_of_amount_is_read_in_text_and_no_foreign_money(text: str, expected: str | None) -> None:
    assert [amount.yuan for amount in amounts_in(f"培训费{text}。")] == ([Decimal(expected)] if expected else [])


def test_yuan_of_an_unknown_unit_is_an_error() -> None:
    with pytest.raises(KnowledgeError, match="石 is no unit of amount"):
        yuan(Decimal(1), "石")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(1,500.50)", "-1500.50"),
        ("（1,500.50）", "-1500.50"),
        ("(1,500.50", None),
        ("1,500.50）", None),
        ("1,500.50(注1)", "1500.50"),
    ],
)
def test_half_a_bracket_leaves_the_sign_of_money_open(text: str, value: str | None) -> None:
    number = parse_money(text)
    assert (number.value if number else None) == (Decimal(value) if value else None)


@pytest.mark.parametrize(
    ("text", "value"), [("1851,801", 1851801), ("1,500.50", "1500.50"), ("1,5005.50", None), ("12,34", None)]
)
def test_thousands_of_which_a_digit_is_lost_are_no_money(text: str, value: str | int | None) -> None:
    found = parse_money(text)
    assert (found and found.value) == (None if value is None else Decimal(value))
