"""The words of labels.yml: how headings name a document's year and organisation, and how its cells do."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load
from dagster_project.extraction.vocabulary import DocumentKind


class LabelWords(Words):
    """Words around the labels of a document; `of_kind` by the kind of the document."""

    endings: tuple[str, ...]
    goes_on: re.Pattern[str]
    part: re.Pattern[str]
    other_years: re.Pattern[str]
    of_kind: dict[DocumentKind, re.Pattern[str]]
    behind_name: re.Pattern[str]
    levels: re.Pattern[str]
    city: str
    district: str
    organ: re.Pattern[str]
    plan: re.Pattern[str]
    index_number: re.Pattern[str]
    listed_number: re.Pattern[str]
    bracketed_number: re.Pattern[str]
    numerals: str
    line_number: str
    may_be_missing: str
    speaker: re.Pattern[str]
    of_year: str
    denials: dict[str, re.Pattern[str]]


@cache
def label_words() -> LabelWords:
    """Return the words, read from the package once per process."""
    return load("wording/labels.yml", LabelWords)
