"""Rows of a table that no line divides: several figures stand under one another in the same ruled row, in two columns.

Every line of such a row becomes a row of its own. A figure that was broken because its cell is narrow is none of them:
its pieces have not as many decimals as one another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dagster_project.extraction.read.page.characters import Character
from dagster_project.extraction.read.page.lines import PADDING, SAME_LINE, Line, line_text, line_width, text_lines
from dagster_project.extraction.read.page.wrapping import fits

FIGURE = re.compile(r"[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?%?")
COLUMNS = 2


class Held(NamedTuple):
    """The characters of a cell: its first row and column, its width, and what stands in it."""

    place: tuple[int, int]
    width: float
    characters: list[Character]


def divide(row: Sequence[Held]) -> list[list[Held]]:
    """Return the rows that stand in one ruled row: most often the row itself."""
    tall = [held for held in row if held.characters[0].baseline != held.characters[-1].baseline]
    columns = [lines for held in tall if (lines := _figures(held))]
    if len(columns) < COLUMNS or not all(_level(columns[0], lines) for lines in columns[1:]):
        return [list(row)]
    baselines = [line[0].baseline for line in columns[0]]
    rows: list[list[Held]] = [[] for _ in baselines]
    for held in row:
        parts: dict[int, list[Character]] = {}
        for character in held.characters:
            parts.setdefault(_nearest(baselines, character.baseline), []).append(character)
        for number, characters in sorted(parts.items()):
            rows[number].append(held._replace(characters=characters))
    return rows


def _figures(held: Held) -> list[Line]:
    """Return the lines of a cell that holds a figure on each of several, and room for another digit."""
    lines = text_lines(held.characters)
    rooms = (held.width - PADDING - line_width(line) for line in lines)
    figures = [FIGURE.fullmatch(line_text(line)) for line in lines]
    have_room = all(fits(room, "0", line[0].size) for line, room in zip(lines, rooms, strict=True))
    decimals = {len(figure[3] or "") for figure in figures if figure}
    return lines if all(figures) and have_room and len(decimals) == 1 and len(lines) > 1 else []


def _level(one: Sequence[Line], other: Sequence[Line]) -> bool:
    return len(one) == len(other) and all(
        abs(line[0].baseline - beside[0].baseline) < SAME_LINE * line[0].size
        for line, beside in zip(one, other, strict=True)
    )


def _nearest(baselines: Sequence[float], baseline: float) -> int:
    return min(range(len(baselines)), key=lambda number: abs(baselines[number] - baseline))
