"""The words of calculations.yml: how a text words a calculation and its result."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class CalculationWords(Words):
    """Words in and around expressions and their results."""

    summed: re.Pattern[str]
    equals: re.Pattern[str]
    results: re.Pattern[str]
    no_operand: re.Pattern[str]
    approximate: re.Pattern[str]
    ambiguous: re.Pattern[str]
    monthly: re.Pattern[str]
    yearly: re.Pattern[str]
    years: re.Pattern[str]
    grown: re.Pattern[str]


@cache
def calculation_words() -> CalculationWords:
    """Return the words, read from the package once per process."""
    return load("wording/calculations.yml", CalculationWords)
