"""The words of secrecy.yml: what says that a document leaves out what is secret."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class SecrecyWords(Words):
    """secrecy.yml."""

    withheld: re.Pattern[str]
    undisclosed: re.Pattern[str]
    secret_in_part: re.Pattern[str]
    duties: re.Pattern[str]
    money: re.Pattern[str]


@cache
def secrecy_words() -> SecrecyWords:
    """Return the words, read from the package once per process."""
    return load("wording/secrecy.yml", SecrecyWords)
