"""Marks that end a sentence, a clause, or a part of one."""

from __future__ import annotations

from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class Punctuation(Words):
    """punctuation.yml: sets of marks, each as one string."""

    stops: str
    exclamations: str
    commas: str
    colons: str
    listing: str

    @property
    def clauses(self) -> str:
        """What ends a clause."""
        return self.stops + self.commas


@cache
def punctuation() -> Punctuation:
    """Return punctuation.yml, read once per process."""
    return load("punctuation.yml", Punctuation)
