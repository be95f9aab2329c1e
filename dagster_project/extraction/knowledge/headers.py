"""The words of headers.yml: what tells the columns and rows of a statement."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load
from dagster_project.extraction.vocabulary import Horizon, Side


class HeaderWords(Words):
    """Patterns on folded labels; `totals` are whole names."""

    sides: dict[Side, re.Pattern[str]]
    names: dict[Side, re.Pattern[str]]
    phase_level: re.Pattern[str]
    year_level: re.Pattern[str]
    index: re.Pattern[str]
    line_numbers: re.Pattern[str]
    item: re.Pattern[str]
    letters: str
    position: re.Pattern[str]
    ordinals: tuple[str, ...]
    title: re.Pattern[str]
    header: re.Pattern[str]
    lower: re.Pattern[str]
    lower_fund: re.Pattern[str]
    code: re.Pattern[str]
    level: re.Pattern[str]
    level_of_names: re.Pattern[str]
    totals: frozenset[str]
    wholes: frozenset[str]
    of_the_year: re.Pattern[str]
    phase_row: re.Pattern[str]
    difference: re.Pattern[str]
    change: re.Pattern[str]
    rate: re.Pattern[str]
    last_year: re.Pattern[str]
    horizons: dict[Horizon, re.Pattern[str]]
    carried: re.Pattern[str]
    appropriation: re.Pattern[str]
    no_amount: re.Pattern[str]
    sum: re.Pattern[str]
    economic: re.Pattern[str]
    of_which: re.Pattern[str]
    counted: re.Pattern[str]
    less: re.Pattern[str]
    three_public_subtotal: re.Pattern[str]
    three_public_total: re.Pattern[str]


@cache
def header_words() -> HeaderWords:
    """Return the words, read from the package once per process."""
    return load("headers.yml", HeaderWords)
