"""The words of plain.yml: what may stand around a number of the text and changes nothing of what is stated."""

from __future__ import annotations

import re
from functools import cache, cached_property

from dagster_project.extraction.knowledge.loading import Words, load


class PlainWords(Words):
    """Words that say nothing of what an amount is, and clauses that tell of no amount."""

    words: list[str]
    enumeration: re.Pattern[str]
    date: re.Pattern[str]
    remarks: re.Pattern[str]
    place: re.Pattern[str]
    behind: re.Pattern[str]

    @cached_property
    def any_of(self) -> str:
        """An expression for one of the words, the longest first."""
        return "|".join(map(re.escape, sorted(self.words, key=len, reverse=True)))


@cache
def plain_words() -> PlainWords:
    """Return plain.yml, read once per process."""
    return load("wording/plain.yml", PlainWords)
