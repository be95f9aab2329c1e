"""Words that run over the wall of their cell into a blank one: they go back to the cell they were written in.

A letter through which the wall passes tells them from two words that stand close on both sides of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dagster_project.extraction.read.page.characters import Character

Place = tuple[int, int]
DIGIT, FIGURE = re.compile(r"\d"), re.compile(r"[-+(（]?[\d.,]+%?[)）]?")
AMOUNT = re.compile(r"-?(\d{1,3}(,\d{3})+|\d+)\.\d+")
TOUCH = 0.1
"""Parts of the height by which the letters of a word are apart, at most."""
CUT = 0.2
"""Part of a letter that must stand on either side of the wall."""


class Crossing(NamedTuple):
    """Where one character stands left of a wall, and the next one, close to it, right of it."""

    one: Place
    other: Place
    before: Character
    after: Character


def crosses(before: Character, after: Character) -> bool:
    """Tell whether two characters are neighbours in a word."""
    return before.baseline == after.baseline and abs(after.left - before.right) < TOUCH * after.size


def settle(held: dict[Place, list[Character]], crossings: Sequence[Crossing], across: Sequence[float]) -> None:
    """Put the words that cross a wall into one of its two cells, where the other holds nothing else."""
    for one, other, before, after in crossings:
        wall = across[other[1]]
        left, right = held.get(one, []), held.get(other, [])
        is_cut, are_digits = _is_cut(before, wall) or _is_cut(after, wall), FIGURE.fullmatch(before.text + after.text)
        if not (is_cut or are_digits) or before not in left or after not in right:
            continue
        head, tail = _run(left[::-1], before)[::-1], _run(right, after)
        if _is_one_figure(head, tail):
            # digits that are wider than their cell run out of it at its left
            rest = [character for character in left if character not in head]
            held[other] = head + right
            if rest:
                held[one] = rest
            else:
                del held[one]
            continue
        if not is_cut:
            continue
        alone, beside = len(head) == len(left), len(tail) == len(right)
        figure = [character for character in right if character not in tail]
        if not beside and _is_figure(figure) and not _is_figure([*head, *tail]):
            # a name that is cut off at the wall does not push the figure beside it out of its cell
            held[one], held[other] = left + tail, figure
            continue
        if not (alone or beside):
            continue
        starts_here = head[0].left - across[one[1]] <= across[other[1] + 1] - tail[-1].right
        if beside and (starts_here or not alone):
            held[one] = left + tail
            del held[other]
        else:
            held[other] = head + right
            del held[one]


def _is_one_figure(head: Sequence[Character], tail: Sequence[Character]) -> bool:
    """Tell whether a wall parts the whole numbers of one figure: no two figures with decimals, and no name."""
    first, last = ("".join(character.text for character in part) for part in (head, tail))
    return "." in last and AMOUNT.fullmatch(first + last) is not None


def _is_figure(characters: Sequence[Character]) -> bool:
    text = "".join(character.text for character in characters)
    return DIGIT.search(text) is not None and FIGURE.fullmatch(text) is not None


def _is_cut(character: Character, wall: float) -> bool:
    margin = CUT * (character.right - character.left)
    return character.left + margin < wall < character.right - margin


def _run(characters: Sequence[Character], first: Character) -> list[Character]:
    """Return the neighbours in sequence, from `first` on."""
    run: list[Character] = []
    for character in characters[characters.index(first) :]:
        if run and not (crosses(run[-1], character) or crosses(character, run[-1])):
            break
        run.append(character)
    return run
