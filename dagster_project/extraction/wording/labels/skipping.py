"""A number left out of a long list in brackets within a text: （二十）, （二十一）, and then （二十四）.

Headings are left alone: a part that says nothing is left out with its number.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.knowledge.wording.labels import label_words
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.wording.labels.headings import PROSE, Label

WORDS = label_words()
KIND, LONGEST = "skipped_number", 30
SHORTEST_ROW, LONGEST_GAP = 5, 3
"""Numbers from 1 on that are a list for sure, and how many may be left out of it: more begin another list."""


class _Number(NamedTuple):
    line: int
    start: int
    words: str
    number: int


def skipped_numbers(located: Located) -> Iterator[Label]:
    """Yield the first number behind those that a list leaves out, and that stand nowhere else in the document."""
    count = 0
    before = 0
    for each in _numbers(located):
        gap = each.number - before - 1
        if 1 <= gap <= LONGEST_GAP and count >= SHORTEST_ROW and each.start > 0:
            printed, meant = _bracketed(each.number), _bracketed(before + 1)
            if not _stands(meant, located):
                yield Label(each.line, each.start, PROSE, KIND, each.words, printed, meant)
        count = 1 if each.number == 1 else count + 1 if gap == 0 and count else 0
        before = each.number


def _numbers(located: Located) -> Iterator[_Number]:
    for block in located.prose.holding(WORDS.bracketed_number):
        for match in WORDS.bracketed_number.finditer(block.text):
            number = _value(match["number"])
            if number:
                words = squeeze(block.text[match.start() :])[:LONGEST]
                yield _Number(block.line, match.start(), words, number)


def _value(letters: str) -> int:
    """Return the number that letters up to 99 spell; 0 for what is none."""
    tens, ten, ones = letters.rpartition(WORDS.numerals[-1])
    parts = [WORDS.numerals.find(part) + 1 for part in (tens, ones) if part]
    if not ten:
        return parts[0] if len(letters) == 1 else 0
    if 0 in parts or len(tens) > 1 or len(ones) > 1:
        return 0
    return 10 * (parts[0] if tens else 1) + (parts[-1] if ones else 0)


def _bracketed(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = (WORDS.numerals[tens - 1] if tens > 1 else "") + WORDS.numerals[-1] if tens else ""
    return f"（{ten}{WORDS.numerals[ones - 1] if ones else ''}）"


def _stands(bracketed: str, located: Located) -> bool:
    captions = chain.from_iterable((*table.caption, *table.notes) for table in located.tables)
    texts = chain(
        (block.text for block in chain(located.prose, captions)),
        (cell for table in located.tables for row in table.rows for cell in row.cells),
    )
    letters = bracketed.strip("（）")
    return any(letters in text and f"{letters}）" in squeeze(text).replace(")", "）") for text in texts)
