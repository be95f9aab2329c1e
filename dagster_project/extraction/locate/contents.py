"""Titles that a list of contents gives by number, for tables over which nothing but their number is printed."""

from __future__ import annotations

from dagster_project.extraction.folding import fold
from dagster_project.extraction.locate.titles import WORDS, is_long, kind_of, number_of

LEADERS = ".…·0123456789 "
"""What stands between an entry and its page, and the page."""


class Contents:
    """The titles listed so far, each by the number in front of it."""

    def __init__(self) -> None:
        self.titles: dict[str, str] = {}

    def read(self, line: str) -> None:
        """Keep the title that a line gives a number; none of a number to which different statements are listed."""
        entry = line.strip().rstrip(LEADERS)
        if WORDS.table not in entry or is_long(entry):
            return
        number = number_of(entry)
        if number and kind_of(entry):
            title = fold(entry)[len(number) :].lstrip(":")
            if kind_of(self.titles.setdefault(number, title)) != kind_of(title):
                self.titles[number] = ""
