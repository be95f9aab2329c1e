"""The words of persons.yml: what shows that a line may name a person."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class PersonWords(Words):
    """Letters of which a line about a person has one, a pattern that it holds, and what stands beside telephones."""

    letters: tuple[str, ...]
    hint: re.Pattern[str]
    telephone: re.Pattern[str]
    extension: str
    counted: str


@cache
def person_words() -> PersonWords:
    """Return the words, read from the package once per process."""
    return load("persons.yml", PersonWords)
