"""Growth over several years that a text states with its levels: from 1160 to 1900 in 2016-2020, 11.4 % a year.

Four years lie between 2016 and 2020, or five where the first level is that of the year before: the text may mean
either. What is said to be about 1900 may be 1850 or 1950.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Context, Decimal

from dagster_project.extraction.amounts import half_unit, value_of
from dagster_project.extraction.folding import narrow
from dagster_project.extraction.knowledge.wording.calculations import calculation_words
from dagster_project.extraction.locate.tables import Located, Text
from dagster_project.extraction.wording.arithmetic.calculations import HUNDRED, SENTENCE, Calculation

WORDS = calculation_words()
CONTEXT = Context(prec=20)
Level = tuple[Decimal, Decimal, Decimal]


def yearly_growths(located: Located) -> Iterator[tuple[Text, Calculation]]:
    """Yield the yearly growths that lines and cells state, each with its text."""
    for text in located.holding(WORDS.yearly):
        for found in yearly_growths_in(text[1]):
            yield text, found


def yearly_growths_in(text: str) -> Iterator[Calculation]:
    """Yield the yearly growths of a text whose years and levels stand before them in their sentence."""
    text = narrow(text)
    for rate in WORDS.yearly.finditer(text):
        before = SENTENCE.split(text[: rate.start()])[-1]
        years, levels = list(WORDS.years.finditer(before)), WORDS.grown.search(before)
        if len(years) != 1 or levels is None or levels["unit"] != levels["same"]:
            continue
        between = int(years[0]["last"]) - int(years[0]["first"])
        if between > 1 and value_of(levels["from"])[0] > 0:
            yield _compared(rate, levels, between)


def _compared(rate: re.Match[str], levels: re.Match[str], between: int) -> Calculation:
    result, decimals = value_of(rate["rate"])
    first, last = _bounds(levels["from"], False), _bounds(levels["to"], levels["about"] is not None)
    half = half_unit(decimals)
    years, value, rounding = between, *_growth(first, last, between)
    longer = _growth(first, last, between + 1)
    if abs(longer[0] - result) <= half + longer[1]:
        years, value, rounding = between + 1, *longer
    expression = f"({levels['to']}{levels['same']}/{levels['from']}{levels['unit']})^(1/{years})-1"
    start, end = rate.start("rate"), rate.end()
    return Calculation(
        start - 1, end, expression, rate[0][start - rate.start() :], value, rounding, result, half, "%", None
    )


def _bounds(printed: str, is_about: bool) -> Level:
    """Return the least, the printed and the most that a level may be; about 1900 has its zeros rounded."""
    value, decimals = value_of(printed)
    zeros = len(printed) - len(printed.rstrip("0")) if is_about and not decimals else 0
    half = half_unit(decimals - zeros)
    return value - half, value, value + half


def _growth(first: Level, last: Level, years: int) -> tuple[Decimal, Decimal]:
    """Return the growth of a year, in percent, that leads from one level to another, and how far rounding moves it."""
    growths = [_yearly(start, end, years) for start, end in zip(first, reversed(last), strict=True)]
    exact = _yearly(first[1], last[1], years)
    return exact, max(abs(growth - exact) for growth in growths)


def _yearly(first: Decimal, last: Decimal, years: int) -> Decimal:
    each = CONTEXT.power(CONTEXT.divide(last, first), CONTEXT.divide(Decimal(1), Decimal(years)))
    return CONTEXT.multiply(each - 1, HUNDRED)
