"""Two pages printed side by side on one sheet: nothing is printed or ruled where it is folded, and each half is a page.

A half is a page where a table is framed or sentences stand on it, or where no amount does (a cover, a blank page): the
columns of one table, with nothing between them in the middle, are no two pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.read.page.characters import Character
from dagster_project.extraction.read.page.gutters import is_amount
from dagster_project.extraction.read.page.parting import words_apart
from dagster_project.extraction.read.page.rulings import Rulings

WIDE = 1.2
"""A sheet of two pages is at least so many times as wide as it is high."""
FOLD = 8.0
"""Points on both sides of the fold that are blank: no line ends there, as each dash of a broken one does."""
LINES, MARKS = 3, 3
"""Lines across and down that make a frame, and marks of sentences that make a text."""
STOPS = frozenset(punctuation().stops)


class Half(NamedTuple):
    """What is printed and ruled on one of the two pages."""

    characters: list[Character]
    rulings: Rulings
    start: float = float("-inf")
    end: float = float("inf")


def halves(characters: Sequence[Character], rulings: Rulings, width: float, height: float) -> tuple[Half, ...]:
    """Return the two pages of a sheet, left to right; the sheet as it is where it is one page."""
    fold, whole = width / 2, (Half(list(characters), rulings),)
    if width < WIDE * height or any(fold - FOLD < each.right and each.left < fold + FOLD for each in characters):
        return whole
    if any(line.start < fold + FOLD and fold - FOLD < line.end for line in rulings.across):
        return whole
    left = Half(
        [each for each in characters if each.right < fold],
        Rulings(
            [line for line in rulings.across if line.end <= fold], [line for line in rulings.down if line.at < fold]
        ),
        end=fold,
    )
    right = Half(
        [each for each in characters if each.left > fold],
        Rulings(
            [line for line in rulings.across if line.start >= fold], [line for line in rulings.down if line.at >= fold]
        ),
        start=fold,
    )
    if not (left.characters and right.characters and (_is_told(left) or _is_told(right))):
        return whole
    are_pages = all(_is_told(half) or not _has_amounts(half.characters) for half in (left, right))
    return (left, right) if are_pages else whole


def _is_told(half: Half) -> bool:
    """Tell whether a frame or sentences stand on a half."""
    is_framed = min(len(half.rulings.across), len(half.rulings.down)) >= LINES
    return is_framed or sum(each.text in STOPS for each in half.characters) >= MARKS


def _has_amounts(characters: Iterable[Character]) -> bool:
    return any(map(is_amount, words_apart(characters)))
