"""What an agreement is worth, from first principles: the chance that unrelated figures would agree."""

from __future__ import annotations

import random
from decimal import Decimal
from math import log10

import pytest

from dagster_project.extraction.settle.account.evidence import DECADES, net, worth

HALF = Decimal("0.005")


@pytest.mark.parametrize(("value", "tolerance"), [("123", "1"), ("40", "1"), ("5.5", "0.1")])
def test_digits_are_those_of_the_chance_that_a_figure_spread_over_eight_decades_lies_so_near(
    value: str, tolerance: str
) -> None:
    spread = random.Random(1)
    target, reach, tries = float(value), float(tolerance), 2_000_000
    lowest = log10(target) - DECADES / 2
    hits = sum(abs(10 ** (lowest + DECADES * spread.random()) - target) <= reach for _ in range(tries))
    assert worth(Decimal(value), Decimal(tolerance)) == pytest.approx(-log10(hits / tries), abs=0.1)


def test_a_sum_of_forty_rows_is_worth_some_nine_digits_and_two_figures_of_three_digits_three() -> None:
    assert worth(Decimal("31214205.80"), 41 * HALF) == pytest.approx(9, abs=0.5)
    assert worth(Decimal(123), Decimal(1)) == pytest.approx(3, abs=0.5)


def test_each_digit_more_is_worth_one() -> None:
    more = worth(Decimal(12340), Decimal(1)) - worth(Decimal(1234), Decimal(1))
    assert more == pytest.approx(1)


def test_what_was_searched_for_is_worth_less_by_the_digits_of_the_number_of_comparisons() -> None:
    once, often = worth(Decimal(12345), Decimal(1)), worth(Decimal(12345), Decimal(1), searched=1000)
    assert once - often == pytest.approx(3)


def test_a_printed_zero_is_worth_nothing() -> None:
    assert worth(Decimal(0), HALF) == 0


def test_coarse_figures_are_worth_nothing_rather_than_less() -> None:
    assert worth(Decimal(1), Decimal(50)) == 0


def test_figures_always_have_a_rounding() -> None:
    with pytest.raises(ValueError, match="half a unit"):
        worth(Decimal(1), Decimal(0))


def test_a_failing_identity_costs_what_it_takes_to_tell_a_misprint() -> None:
    assert net(20, 0) == 20
    assert net(20, 2) < net(20, 1) < 20
