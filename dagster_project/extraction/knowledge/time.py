"""How a year is printed."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class Years(Words):
    """time.yml."""

    in_front: re.Pattern[str]
    printed: re.Pattern[str]
    spaced: re.Pattern[str]
    bare: re.Pattern[str]
    in_words: re.Pattern[str]
    figures: dict[str, str]
    cell: re.Pattern[str]
    line: re.Pattern[str]
    decoys: re.Pattern[str]
    month: re.Pattern[str]
    relative: re.Pattern[str]
    last: re.Pattern[str]

    def in_digits(self, text: str) -> str:
        """Return `text` with its years in the digits 0 to 9 (二〇二六年, ２０２６年)."""
        return self.in_words.sub(lambda match: "".join(map(self._digit, match.group())), text)

    def _digit(self, character: str) -> str:
        return self.figures.get(character) or str(unicodedata.digit(character))


@cache
def years() -> Years:
    """Return time.yml, read once per process."""
    return load("time.yml", Years)
