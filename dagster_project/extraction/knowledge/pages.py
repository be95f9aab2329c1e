"""The words of pages.yml: what begins and ends the paragraphs, rows and notes of a page."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class PageWords(Words):
    """Patterns on lines and cells by which the parts of a page are told."""

    note: re.Pattern[str]
    note_row: re.Pattern[str]
    form_end: re.Pattern[str]
    where_in_site: re.Pattern[str]
    furniture: re.Pattern[str]
    page_number: re.Pattern[str]
    contents: re.Pattern[str]
    paragraph: re.Pattern[str]
    numbering: re.Pattern[str]
    of_which: str


@cache
def page_words() -> PageWords:
    """Return the words, read from the package once per process."""
    return load("pages.yml", PageWords)
