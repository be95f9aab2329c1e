"""The words of estimates.yml: what an amount is in the calculation basis of a project."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class EstimateWords(Words):
    """Words around the amounts of a calculation basis; what is told by `of_all` ends like `total`."""

    heading_letter: str
    item: re.Pattern[str]
    rate: re.Pattern[str]
    rate_after: re.Pattern[str]
    by_standard: re.Pattern[str]
    another: re.Pattern[str]
    total: re.Pattern[str]
    of_all: re.Pattern[str]
    restated: re.Pattern[str]
    after: re.Pattern[str]
    and_so_on: str


@cache
def estimate_words() -> EstimateWords:
    """Return the words, read from the package once per process."""
    return load("wording/estimates.yml", EstimateWords)
