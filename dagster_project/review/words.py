"""The words around findings, in the language of the reader: words.yml."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from dagster_project.extraction.knowledge.loading import Words, content, validated


class ReviewWords(Words):
    """What a page says around its findings, in one language; `{0}` is filled in."""

    title: str
    of: str
    severity: dict[str, str]
    confidence: dict[str, str]
    side: dict[str, str]
    page: str
    line: str
    row: str
    repair: str
    in_repairs: dict[re.Pattern[str], str]
    explains: str
    share: str
    verdict: dict[str, str]
    withheld: str
    unmarked: str
    more: str
    note: str

    @property
    def places(self) -> dict[str, str]:
        """The words for the number of a line and of a row."""
        return {"line": self.line, "row": self.row}

    def repaired(self, repair: str) -> str:
        """Return a repair as people read it: its place, its subject, and the value that would make all agree."""
        for pattern, words in self.in_repairs.items():
            repair = pattern.sub(words, repair)
        return f"{self.repair} {repair}"


class Languages(Words):
    """The words by language."""

    zh: ReviewWords
    en: ReviewWords


@cache
def words_in(language: str) -> ReviewWords:
    """Return the words of a language, zh or en."""
    languages = validated(content(Path(__file__).with_name("words.yml")), Languages, "review/words.yml")
    return languages.zh if language == "zh" else languages.en
