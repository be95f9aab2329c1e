"""The sides of a balance: those its header names, else what most names of each column of words speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from dagster_project.extraction.amounts import is_dash, parse_number
from dagster_project.extraction.folding import fold, fold_name
from dagster_project.extraction.interpret.matrix.units import LEVELS, without_unit
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.vocabulary import Side

YEAR = years().line
WORDS = header_words()
FEWEST = 2
"""Names that speak of a side before a column is of it."""


def is_figure(cell: str) -> bool:
    """Tell whether a cell holds an amount or the dash of none; a year is none."""
    return is_dash(cell) or (parse_number(cell) is not None and YEAR.fullmatch(fold(cell)) is None)


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


def sides_headed(labels: Sequence[str], body: Sequence[Sequence[str]]) -> list[Side | None] | None:
    """Return the side that heads each column; None where not both are named.

    A side that heads a column of names alone (收入项目 金额 支出项目 金额) is of the amounts beside it, too.
    """
    sides = [side_headed(label.split(LEVELS)[0]) for label in labels]
    if not set(Side) <= set(sides):
        return None
    of_names: Side | None = None
    for column, label in enumerate(labels):
        if sides[column] is not None:
            is_alone = label != "" and LEVELS not in label and not any(is_figure(cell) for cell in _below(body, column))
            of_names = sides[column] if is_alone else None
        elif label:
            sides[column] = of_names
    return sides


def _below(body: Sequence[Sequence[str]], column: int) -> Iterator[str]:
    return (cells[column] for cells in body if column < len(cells) and cells[column])


@lru_cache(maxsize=1024)
def side_headed(heading: str) -> Side | None:
    """Return the side that a heading names, and nothing else."""
    name = without_unit(fold_name(heading))
    return next((side for side, words in WORDS.sides.items() if words.fullmatch(name)), None)
