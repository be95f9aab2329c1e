"""Rows that only number the columns of a statement: 栏次 1 2 3, ** ** 1 2 3, ① ② ③, 1=2+3; none of them is a figure."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.headers import header_words

WORDS = header_words()
ENOUGH = 3
"""Numbers in order that tell such a row where no word and no sign does; below a header also behind an unknown word."""
LONGEST = 3
"""Letters of such a word; a name of what has one, two and three of something has mostly more."""
FEWEST_LETTERS = 2
"""Columns of words numbered 甲, 乙, 丙 that tell such a row; right below a header one does."""


def is_index_row(cells: Sequence[str], is_below_header: bool = False) -> bool:
    """Tell whether a row only numbers the columns; right below a header, beside blank cells, less numbers suffice.

    Two are enough there, and a 1 that stands alone in its row.
    """
    filled = [fold(cell) for cell in cells if cell]
    if (lettered := _lettered(filled)) >= (1 if is_below_header else FEWEST_LETTERS):
        return is_index_row(["", *filled[lettered:]], is_below_header=True)
    if filled and WORDS.line_numbers.fullmatch(filled[0]):
        return all(WORDS.index.fullmatch(cell) or _position(cell) for cell in filled)
    first = next((cell for cell in filled if not WORDS.index.fullmatch(cell)), None)
    if first is not None and _position(first) != 1:
        is_unknown = first == filled[0] and len(first) <= LONGEST and first not in WORDS.totals
        # the word stands on each side of a balance
        return is_below_header and is_unknown and _counted([cell for cell in filled if cell != first])
    signs = [cell for cell in filled if WORDS.index.fullmatch(cell)]
    numbers = [_position(cell) for cell in filled if not WORDS.index.fullmatch(cell)]
    if not numbers or numbers[0] != 1:
        return False
    is_beside_blank = is_below_header and not cells[0]
    least = 1 if signs or (is_beside_blank and len(filled) == 1) else ENOUGH - 1 if is_beside_blank else ENOUGH
    return len(numbers) >= least and all(_follows(number, before) for before, number in itertools.pairwise(numbers))


def named_beside_numbers(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the cells of a row that names its first columns and numbers the others (类 款 项 栏次 1 2), '' elsewhere.

    The tuple is empty where a row does not do both.
    """
    place = next((index for index, cell in enumerate(cells) if WORDS.index.fullmatch(fold(cell))), 0)
    named = cells[:place]
    if not any(named) or not all(WORDS.code.fullmatch(fold(cell)) for cell in named if cell):
        return ()
    return (*named, *[""] * (len(cells) - place)) if is_index_row(cells[place:]) else ()


def _lettered(filled: Sequence[str]) -> int:
    """Return how many cells in front are 甲, 乙, 丙 … in order."""
    return sum(
        1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(filled, WORDS.letters, strict=False))
    )


def _counted(cells: Sequence[str]) -> bool:
    numbers = [_position(cell) for cell in cells]
    return len(numbers) >= ENOUGH and numbers == list(range(1, len(numbers) + 1))


def _follows(number: int | None, before: int | None) -> bool:
    return number is not None and before is not None and number == before + 1


def _position(cell: str) -> int | None:
    """Return the number of a column as it is printed: 3, (3), 3栏, ③, 三, 3=1+2."""
    for ordinals in WORDS.ordinals:
        if len(cell) == 1 and cell in ordinals:
            return ordinals.index(cell) + 1
    match = WORDS.position.fullmatch(cell)
    return int(match[1]) if match else None
