"""The words of scores.yml: what tells the columns and rows of a scoring table."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class ScoreWords(Words):
    """Whole labels of rows, and patterns on whole labels of columns."""

    totals: frozenset[str]
    name: str
    level: re.Pattern[str]
    weight: re.Pattern[str]
    explanation: re.Pattern[str]
    rule: re.Pattern[str]
    score: re.Pattern[str]
    unit: str


@cache
def score_words() -> ScoreWords:
    """Return the words, read from the package once per process."""
    return load("scores.yml", ScoreWords)
