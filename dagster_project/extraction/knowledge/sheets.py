"""The words of sheets.yml: formats of cells as a Chinese Excel writes them."""

from __future__ import annotations

from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class SheetWords(Words):
    """Formats by number, and Chinese words within formats."""

    dates: dict[int, str]
    halves: str
    forenoon: str
    afternoon: str
    general: str


@cache
def sheet_words() -> SheetWords:
    """Return the words, read from the package once per process."""
    return load("sheets.yml", SheetWords)
