"""The words of regions.yml: the region in the name of a body, where the lists of regions do not tell it."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class Centre(Words):
    """What stands for the whole country among the regions."""

    code: str
    name: str


class RegionWords(Words):
    """regions.yml."""

    before_region: re.Pattern[str]
    longest_before_region: int
    centre: Centre
    of_the_centre: re.Pattern[str]
    of_the_name: re.Pattern[str]
    no_region: re.Pattern[str]
    since: dict[str, int]


@cache
def region_words() -> RegionWords:
    """Return the words, read from the package once per process."""
    return load("regions.yml", RegionWords)
