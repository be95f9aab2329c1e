"""The words of codes.yml: how prose prints the names of 类, 款 and 项, and what in them says little."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class CodeWords(Words):
    """Words in and around the names of function codes."""

    levels: tuple[str, str, str]
    mark: re.Pattern[str]
    dash: re.Pattern[str]
    after: re.Pattern[str]
    inside: re.Pattern[str]
    stop: re.Pattern[str]
    lead: re.Pattern[str]
    quoted: re.Pattern[str]
    ending: str
    other: str
    generic: frozenset[str]
    links: re.Pattern[str]


@cache
def code_words() -> CodeWords:
    """Return the words, read from the package once per process."""
    return load("wording/codes.yml", CodeWords)
