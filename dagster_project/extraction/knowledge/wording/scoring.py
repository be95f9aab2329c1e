"""The words of scoring.yml: how total scores are stated, and how the rules of scoring tables are worded."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class ScoringWords(Words):
    """Words of scores and of the rules that give them."""

    unit: str
    stated: re.Pattern[str]
    whole: tuple[str, ...]
    not_total: re.Pattern[str]
    evaluated: re.Pattern[str]
    of_body: str
    self_given: str
    by_others: re.Pattern[str]
    tier: re.Pattern[str]
    points: re.Pattern[str]
    any_rate: str
    rate_ending: str
    numbering: re.Pattern[str]
    product: re.Pattern[str]
    rate_behind: re.Pattern[str]


@cache
def scoring_words() -> ScoringWords:
    """Return the words, read from the package once per process."""
    return load("wording/scoring.yml", ScoringWords)
