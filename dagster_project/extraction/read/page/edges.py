"""Figures that run over the edge of the paper: what is left of one on it is another figure, and is not read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from dagster_project.extraction.read.page.characters import Character

FIGURE = re.compile(r"[\d.,，+\-－−%()（）]")
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


def _figures(line: list[Character]) -> list[list[Character]]:
    """Part the characters of a line into those that touch."""
    figures: list[list[Character]] = []
    for character in sorted(line, key=lambda each: each.left):
        if figures and character.left - figures[-1][-1].right < TOUCH * character.size:
            figures[-1].append(character)
        else:
            figures.append([character])
    return figures
