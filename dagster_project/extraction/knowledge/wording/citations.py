"""The words of citations.yml: how regulations and their numbers are cited."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class CitationWords(Words):
    """Words in and around the titles and numbers of regulations."""

    sign: str
    number: re.Pattern[str]
    folded: str
    before_agency: re.Pattern[str]
    after_title: re.Pattern[str]
    before_title: re.Pattern[str]
    regulation: re.Pattern[str]
    notice_of: re.Pattern[str]


@cache
def citation_words() -> CitationWords:
    """Return the words, read from the package once per process."""
    return load("wording/citations.yml", CitationWords)
