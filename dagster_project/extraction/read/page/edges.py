"""Figures that run over the edge of the paper or of what shows: what is left of one is another figure, and not read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from dagster_project.extraction.read.page.characters import Character

FIGURE = re.compile(r"[\d.,，+\-－−%()（）]")
POINTS = frozenset(".,，")
"""What parts the digits of an amount."""
TOUCH = 0.3
"""Parts of the height by which characters of a figure are apart, at most."""


def cut_off(printed: list[Character], beyond: Sequence[Character]) -> tuple[list[Character], list[Character]]:
    """Return the characters on the paper without those of figures that go on beyond it, and those that nobody reads."""
    lines: dict[float, list[Character]] = defaultdict(list)
    for character in (*printed, *beyond):
        if FIGURE.fullmatch(character.text):
            lines[character.baseline].append(character)
    outside = set(map(id, beyond))
    gone: dict[int, Character] = {}
    for line in lines.values():
        for figure in _figures(line):
            if not outside.isdisjoint(map(id, figure)):
                gone.update((id(character), character) for character in figure)
    beside = [character for character in beyond if id(character) not in gone]
    return [character for character in printed if id(character) not in gone], [*beside, *gone.values()]


def cut_by_clips(drawn: Sequence[Character], hidden: Sequence[Character]) -> tuple[list[Character], list[Character]]:
    """Return what shows of what is `drawn` without what is left of amounts partly `hidden`, and all that does not.

    Characters of one figure follow one another: beside the hidden end of a name stands the figure of the next cell.
    What is left of a code or a date is a label that ends early.
    """
    gone = set(map(id, hidden))
    figures: list[list[Character]] = []
    last: Character | None = None
    for character in drawn:
        if FIGURE.fullmatch(character.text) is None:
            last = None
            continue
        if last is None or last.baseline != character.baseline or not _touch(last, character):
            figures.append([])
        figures[-1].append(character)
        last = character
    for figure in figures:
        if not (gone.isdisjoint(map(id, figure)) or POINTS.isdisjoint(each.text for each in figure)):
            gone.update(map(id, figure))
    return [each for each in drawn if id(each) not in gone], [each for each in drawn if id(each) in gone]


def _touch(one: Character, other: Character) -> bool:
    return abs(other.left - one.right) < TOUCH * other.size


def _figures(line: list[Character]) -> list[list[Character]]:
    """Part the characters of a line into those that touch."""
    figures: list[list[Character]] = []
    for character in sorted(line, key=lambda each: each.left):
        if figures and character.left - figures[-1][-1].right < TOUCH * character.size:
            figures[-1].append(character)
        else:
            figures.append([character])
    return figures
