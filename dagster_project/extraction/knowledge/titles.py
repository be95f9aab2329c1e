"""The words of titles.yml: what tells the titles of tables."""

from __future__ import annotations

import re
from functools import cache, cached_property

from dagster_project.extraction.knowledge.loading import Words, load
from dagster_project.extraction.vocabulary import By, Fund


class TitleWords(Words):
    """Patterns on lines over tables, and the columns by which a form without ruling is known."""

    table: str
    number: re.Pattern[str]
    prefix: re.Pattern[str]
    again: re.Pattern[str]
    annex: re.Pattern[str]
    behind: re.Pattern[str]
    no_owner: re.Pattern[str]
    whole: re.Pattern[str]
    pointer: re.Pattern[str]
    sentence: re.Pattern[str]
    row: re.Pattern[str]
    column: re.Pattern[str]
    indicator_columns: tuple[str, ...]
    project: re.Pattern[str]
    subjects: dict[str, re.Pattern[str]]
    of_all_money: frozenset[str]
    narrower: re.Pattern[str]
    kinds_of_body: re.Pattern[str]
    of_projects: frozenset[str]
    funds: dict[Fund, re.Pattern[str]]
    all_funds: re.Pattern[str]
    appropriation: re.Pattern[str]
    classifications: dict[By, re.Pattern[str]]
    final: re.Pattern[str]
    budget: re.Pattern[str]
    government: re.Pattern[str]
    region: str
    of_bodies: re.Pattern[str]
    part: re.Pattern[str]
    listed: re.Pattern[str]
    words: tuple[str, ...]

    @cached_property
    def title(self) -> str:
        """An expression for words of a title and nothing else."""
        return f"(?:{'|'.join(sorted(self.words, key=len, reverse=True))})++"


@cache
def title_words() -> TitleWords:
    """Return the words, read from the package once per process."""
    return load("titles.yml", TitleWords)
