"""The words of paragraphs.yml: how paragraphs of prose begin, and how they go on."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class ParagraphWords(Words):
    """Words that order the statements of a paragraph."""

    enumeration: re.Pattern[str]
    part: re.Pattern[str]
    highest: str
    head: re.Pattern[str]
    label: re.Pattern[str]
    compares: re.Pattern[str]
    goes_on: re.Pattern[str]
    reason: re.Pattern[str]
    within: re.Pattern[str]
    parts_of: re.Pattern[str]
    parts: str
    in_which: re.Pattern[str]
    opens: re.Pattern[str]
    beside: re.Pattern[str]
    covers: str
    unread: re.Pattern[str]
    respective: re.Pattern[str]
    together: re.Pattern[str]
    ratio: re.Pattern[str]
    of_each: re.Pattern[str]
    holds_carried: re.Pattern[str]
    left_over: re.Pattern[str]
    opening: re.Pattern[str]


@cache
def paragraph_words() -> ParagraphWords:
    """Return the words, read from the package once per process."""
    return load("wording/paragraphs.yml", ParagraphWords)
