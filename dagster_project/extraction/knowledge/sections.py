"""The words of sections.yml: what tells the sections of a form."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class SectionWords(Words):
    """Labels as they stand in a form; `second_header` are ends of labels."""

    task_name: str
    task_header: re.Pattern[str]
    second_header: tuple[str, ...]
    task_amount: re.Pattern[str]
    task_measures: dict[str, re.Pattern[str]]
    task_totals: frozenset[str]
    basic_expenditure: re.Pattern[str]
    broken_heading: str
    is_so: str
    names_bodies: re.Pattern[str]


@cache
def section_words() -> SectionWords:
    """Return the words, read from the package once per process."""
    return load("sections.yml", SectionWords)
