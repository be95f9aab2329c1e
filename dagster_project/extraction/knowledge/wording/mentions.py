"""The words of mentions.yml: what leads from an indicator's name to its figure, and which of its figures is meant."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class MentionWords(Words):
    """Words around the figures of indicators in the text."""

    counters: str
    same_measure: dict[str, str]
    person: str
    links: tuple[str, ...]
    link_letters: str
    planned: re.Pattern[str]
    done: re.Pattern[str]
    vague: re.Pattern[str]
    other_time: re.Pattern[str]


@cache
def mention_words() -> MentionWords:
    """Return the words, read from the package once per process."""
    return load("wording/mentions.yml", MentionWords)
