"""The words of contents.yml: how a document's contents announce its tables."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class ContentsWords(Words):
    """Words of the contents and of the tables they announce."""

    heading: re.Pattern[str]
    table: str
    part: re.Pattern[str]
    numbered: re.Pattern[str]
    all_tables: re.Pattern[str]
    empty: re.Pattern[str]


@cache
def contents_words() -> ContentsWords:
    """Return the words, read from the package once per process."""
    return load("wording/contents.yml", ContentsWords)
