"""The words of titles.yml: what tells the titles of tables."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class TitleWords(Words):
    """Patterns on lines over tables, and the columns by which a form without ruling is known."""

    table: str
    number: re.Pattern[str]
    prefix: re.Pattern[str]
    row: re.Pattern[str]
    indicator_columns: tuple[str, ...]
    project: re.Pattern[str]


@cache
def title_words() -> TitleWords:
    """Return the words, read from the package once per process."""
    return load("titles.yml", TitleWords)
