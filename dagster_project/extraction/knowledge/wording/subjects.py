"""The words of subjects.yml: what tells year, phase and body of a number in the text, and what says nothing."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class SubjectWords(Words):
    """Words before a number that tell what it is about; what ends in `_as` takes the place of what is so named."""

    last_year: re.Pattern[str]
    this_year: str
    heading: re.Pattern[str]
    whole_year: re.Pattern[str]
    own: re.Pattern[str]
    generic: dict[str, str]
    place: re.Pattern[str]
    place_money: re.Pattern[str]
    all_money: re.Pattern[str]
    speaks: re.Pattern[str]
    speaker: re.Pattern[str]
    speaker_name: str
    paired: re.Pattern[str]
    paired_as: str
    fund: re.Pattern[str]
    fund_whole: re.Pattern[str]
    fund_spending: dict[re.Pattern[str], dict[str, str | None]]
    undertaking: re.Pattern[str]
    of_fund: re.Pattern[str]
    budget: str
    opening: re.Pattern[str]
    opening_as: str
    closing: re.Pattern[str]
    closing_as: str
    quarters: str
    bare: tuple[str, ...]
    spent: re.Pattern[str]
    spending: str
    income: str
    spent_of: dict[str, str]
    procurement: str
    sides: dict[str, tuple[str, str]]


@cache
def subject_words() -> SubjectWords:
    """Return the words, read from the package once per process."""
    return load("wording/subjects.yml", SubjectWords)
