"""How a year is printed."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class Years(Words):
    """time.yml."""

    in_front: re.Pattern[str]
    printed: re.Pattern[str]
    spaced: re.Pattern[str]
    cell: re.Pattern[str]
    line: re.Pattern[str]
    decoys: re.Pattern[str]
    in_words: re.Pattern[str]
    characters: str
    digits: str

    def in_digits(self, text: str) -> str:
        """Return a text with its years in digits: 2031年 for 二〇三一年."""
        numerals = str.maketrans(self.characters, self.digits)
        return self.in_words.sub(lambda year: year.group().translate(numerals), text)


@cache
def years() -> Years:
    """Return time.yml, read once per process."""
    return load("time.yml", Years)
