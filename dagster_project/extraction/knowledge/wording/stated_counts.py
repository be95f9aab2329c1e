"""The words of stated_counts.yml: how the prose states the number of projects of each kind."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class StatedCountWords(Words):
    """Words of the numbers of projects; the patterns of a kind have a group `count`."""

    about: tuple[str, ...]
    hint: re.Pattern[str]
    kinds: dict[str, tuple[re.Pattern[str], ...]]
    selected: re.Pattern[str]
    all_projects: re.Pattern[str]
    involving: str
    of_one_source: re.Pattern[str]


@cache
def stated_count_words() -> StatedCountWords:
    """Return the words, read from the package once per process."""
    return load("wording/stated_counts.yml", StatedCountWords)
