"""The words of quantities.yml: what tells an amount or a rate in the text, and a bound from a figure."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class QuantityWords(Words):
    """Words around the numbers of the text; the patterns of numbers have a group `digits`."""

    signs: tuple[str, ...]
    rate: re.Pattern[str]
    compared: str
    bare_hint: re.Pattern[str]
    bare: re.Pattern[str]
    aside: re.Pattern[str]
    way: re.Pattern[str]
    bound: tuple[str, ...]
    bound_after: tuple[str, ...]
    each: re.Pattern[str]
    broken: re.Pattern[str]
    adverbs: str


@cache
def quantity_words() -> QuantityWords:
    """Return the words, read from the package once per process."""
    return load("wording/quantities.yml", QuantityWords)
