"""The words of directions.yml: those behind numbers that say which way they differ."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class DirectionWords(Words):
    """Words of more and less: with groups `more` and `less`, `grown` and `shrunk`."""

    against_budget: re.Pattern[str]
    reason: re.Pattern[str]
    marks: str
    more: str
    less: str
    grown: str
    shrunk: str


@cache
def direction_words() -> DirectionWords:
    """Return the words, read from the package once per process."""
    return load("wording/directions.yml", DirectionWords)
