"""Calculations that a text states with their result: 3000元/人×6人=1.8万元. The result is read, and calculated anew.

A text is believed to mean what can be right: numbers without a unit may be in any, 元/月 may be meant for twelve
months. What remains apart is a wrong sum; apart by exactly 万 with all units printed, a wrong unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dagster_project.extraction.folding import narrow, squeeze
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.knowledge.wording.calculations import calculation_words
from dagster_project.extraction.locate.tables import Located, Text
from dagster_project.extraction.wording.arithmetic.expressions import (
    FACTORS,
    Expression,
    Term,
    read_expression,
    term_at,
)

WORDS = calculation_words()
HINTS = re.compile("="), re.compile("＝"), WORDS.summed
EQUATION = re.compile(r"\d[^=＝]{0,12}[=＝]")
MARKS = punctuation()
ENDS = MARKS.stops + MARKS.exclamations
BOUNDARY = re.compile(rf"[{ENDS}{MARKS.listing}{MARKS.colons}\n|<>=]|,(?!\d{{3}}(?!\d))|(?<!\d),")
SENTENCE = re.compile(rf"[{ENDS}\n]")
START = re.compile(r"\d[\d,.]*|\(")
LATEX = re.compile(r"\\(?:times|div|left|right|%)|\$")
SYMBOLS = {"\\times": "×", "\\div": "÷", "\\%": "%"}
ANY_UNIT = (Decimal(1), FACTORS["万"], FACTORS["亿"])
MONTHS = Decimal(12)
HUNDRED = Decimal(100)


class Calculation(NamedTuple):
    """An expression with its printed result: its place in the text, both values in one unit, and their precision."""

    start: int
    end: int
    expression: str
    result_as_printed: str
    value: Decimal
    rounding: Decimal
    result: Decimal
    half_unit: Decimal
    unit: str | None
    unit_factor: Decimal | None
    """By how much the printed unit of the result is wrong, where that is all that is wrong."""


def calculations(located: Located) -> list[tuple[Text, Calculation]]:
    """Return the calculations that the lines and cells of a document state, each with its text."""
    return [(text, found) for text in located.holding(*HINTS) for found in calculations_in(text[1])]


def calculations_in(text: str) -> list[Calculation]:
    """Return the calculations a text states, left to right; what is no plain arithmetic is left out."""
    return list(_calculations_in(text)) if may_calculate(text) else []


@lru_cache(maxsize=256)
def _calculations_in(text: str) -> tuple[Calculation, ...]:
    """A text is asked twice: for its own calculations, and for the estimate that it may be."""
    return tuple(_calculations(plain(text)))


def may_calculate(text: str) -> bool:
    """Tell cheaply whether a text can hold a calculation: most texts have no word or sign for its result."""
    if ("=" in text or "＝" in text) and EQUATION.search(text):
        return True
    return WORDS.summed.search(text) is not None


def plain(text: str) -> str:
    """Return `text` with ASCII signs and without LaTeX, every character in its place."""
    text = narrow(text)
    return LATEX.sub(lambda match: SYMBOLS.get(match.group(), "").rjust(len(match.group())), text)


def _calculations(text: str) -> Iterator[Calculation]:
    for equals in WORDS.equals.finditer(text):
        before = text[: equals.start()]
        start = max((match.end() for match in BOUNDARY.finditer(before)), default=0)
        found = _expression(before, start)
        result = _result(text, equals.end())
        if found is None or result is None:
            continue
        if equals["words"] and re.search(r"\d", WORDS.no_operand.sub("", _sentence(before[: found[0]]))):
            continue
        calculation = _compared(text, found[0], equals, found[1], result)
        if calculation is not None:
            yield calculation


def _sentence(text: str) -> str:
    return SENTENCE.split(text)[-1]


def _expression(text: str, boundary: int) -> tuple[int, Expression] | None:
    """The expression that ends the text, and where it starts; nothing before it in its clause may be part of it."""
    for match in START.finditer(text, boundary):
        expression = read_expression(text[match.start() :])
        if expression is not None:
            above = WORDS.no_operand.sub("", text[boundary : match.start()])
            return None if re.search(r"[\d×✕*÷/+−-]", above) else (match.start(), expression)
    return None


def _result(text: str, start: int) -> tuple[Term, str, int] | None:
    """The printed result, how it is printed, and where it ends; of a chain of equations, its last."""
    following = WORDS.equals.search(text, start)
    if following and following.group() == "=" and not BOUNDARY.search(text[start : following.start()]):
        return _result(text, following.end())
    found = term_at(text, start) if re.match(r"\s*\d", text[start:]) else None
    if found is None or re.match(r"\s*[×✕*÷/+−\d(-]", text[found[1] :]) or WORDS.approximate.match(found[0].words):
        return None
    return found[0], squeeze(text[start : found[1]]), found[1]


def _compared(
    text: str, start: int, equals: re.Match[str], expression: Expression, result: tuple[Term, str, int]
) -> Calculation | None:
    term, printed, end = result
    words = squeeze(text[start : equals.start()])
    in_money = any(operand.is_money for operand in expression.terms)
    base = expression.value(term.factor)
    is_counted = not term.is_money and bool(term.words or "%" in printed)
    if base is None or base.money != int(in_money) or (in_money and is_counted):
        return None
    scale = HUNDRED if "%" in printed else Decimal(1)
    unit = "元" if in_money or term.is_money else "%" if scale == HUNDRED else None
    rounding = expression.rounding(term.factor)
    readings = list(_readings(expression, term, in_money, words))
    value = next((each for each in readings if _near(each, term, rounding)), readings[0])
    factor = None
    if in_money and term.is_money and not _near(value, term, rounding):
        factors = (*ANY_UNIT[1:], *(1 / each for each in ANY_UNIT[1:]))
        factor = next((each for each in factors if _near(value * each, term, rounding * each)), None)
    half = _half_unit(value, term, rounding)
    rounding += half if expression.divides else 0  # what a quotient leaves is cut off
    return Calculation(
        start, end, words, printed, value * scale, rounding * scale, term.value * scale, half * scale, unit, factor
    )


def _half_unit(value: Decimal, result: Term, rounding: Decimal) -> Decimal:
    """What the result's digits leave open: nothing where they can print the calculated value in full."""
    is_exact = not rounding and not value % (2 * result.half_unit)
    return Decimal(0) if is_exact else result.half_unit


def _near(value: Decimal, result: Term, rounding: Decimal) -> bool:
    """Within one printed unit, as offices truncate too, or what the rounding of the operands adds."""
    return abs(value - result.value) <= 2 * max(_half_unit(value, result, rounding), rounding)


def _readings(expression: Expression, result: Term, in_money: bool, words: str) -> Iterator[Decimal]:
    """What an expression may mean, the plainest first, in the unit of its result."""
    for unit in (result.factor, *ANY_UNIT):
        value = expression.value(unit)
        if value is None:
            continue
        number = value.number
        if result.is_money and not in_money:
            number *= unit
        elif in_money and not result.is_money:
            number /= unit
        yield number
        if WORDS.monthly.search(words):
            yield number * MONTHS
        if not in_money and not result.is_money:
            yield number * HUNDRED
            yield number / HUNDRED
