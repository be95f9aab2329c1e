"""The words of headcounts.yml: what stands around a kind of heads, posts or vehicles and its figure."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class HeadcountWords(Words):
    """Words around the figures of heads, posts and vehicles."""

    hint: re.Pattern[str]
    measures: dict[str, str]
    counting: re.Pattern[str]
    verb: re.Pattern[str]
    bought: re.Pattern[str]
    threshold: re.Pattern[str]
    date: re.Pattern[str]
    behind_body: re.Pattern[str]
    own: tuple[str, ...]


@cache
def headcount_words() -> HeadcountWords:
    """Return the words, read from the package once per process."""
    return load("wording/headcounts.yml", HeadcountWords)
