"""The words of templates.yml: what a template leaves to be chosen or filled in."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class TemplateWords(Words):
    """What is left of a template, and what should stand there: {words} as printed, or both with one between."""

    choice: re.Pattern[str]
    signed: re.Pattern[str]
    number: re.Pattern[str]
    reason: re.Pattern[str]
    blank: re.Pattern[str]
    either: str
    open: str
    filled: str


@cache
def template_words() -> TemplateWords:
    """Return the words, read from the package once per process."""
    return load("wording/templates.yml", TemplateWords)
