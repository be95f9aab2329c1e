"""Lines that are the titles of statements, by their words: they stand over a table, and in none of its cells."""

from __future__ import annotations

import re
from functools import lru_cache

from dagster_project.extraction.knowledge.titles import title_words

WORDS = title_words()
ENDS = re.compile(rf".{{4,}}{WORDS.table}\s*(?:[（(][^（()）]*[）)])?")


@lru_cache(maxsize=4096)
def names_statement(text: str) -> bool:
    """Tell whether words hold that of a table, and what a statement is of."""
    return WORDS.table in text and any(subject.search(text) for subject in WORDS.subjects.values())


def is_title(text: str) -> bool:
    """Tell whether words name a statement, and end there."""
    return ENDS.fullmatch(text) is not None and names_statement(text)
