"""The sides of a balance whose header names none: what most names of each column of words speak of."""

from __future__ import annotations

from collections.abc import Sequence

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.vocabulary import Side

WORDS = header_words()
FEWEST = 2
"""Names that speak of a side before a column is of it."""


def sides_below(body: Sequence[Sequence[str]], width: int) -> list[Side | None] | None:
    """Return the side of each column by the names below it, None where they tell not of income beside expenditure.

    Income stands to the left; a column without such names is of the side of the names before it.
    """
    named = [side_spoken_of([fold(cells[index]) for cells in body if index < len(cells)]) for index in range(width)]
    told = [side for side in named if side]
    if told[:1] != [Side.INCOME] or set(told[1:]) != {Side.EXPENDITURE}:
        return None
    sides: list[Side | None] = []
    for side in named:
        sides.append(side or (sides[-1] if sides else None))
    return sides


def side_spoken_of(names: Sequence[str]) -> Side | None:
    """Return the side that most of some folded names speak of; None where too few do, or as many of the other."""
    counts = {side: sum(words.search(name) is not None for name in names) for side, words in WORDS.names.items()}
    most = max(counts, key=lambda side: counts[side])
    return most if counts[most] >= FEWEST and list(counts.values()).count(counts[most]) == 1 else None
