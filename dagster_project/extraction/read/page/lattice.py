"""From ruled lines to lattices: snap lines together, join their pieces, and take connected ones as one table each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from dagster_project.extraction.read.page.geometry import Box
from dagster_project.extraction.read.page.rulings import Ruling, Rulings

SNAP = 2.5
"""Points within which lines are one line, and ends meet."""
OPEN_SIDE = 8.0
"""Points by which lines must stand out over the last crossing line for a row or column that is open there."""
SHORT = 4.0
"""Points: what is shorter, after joining, is an ornament."""
LINES, CELLS = 2_000, 40_000
"""Of one page, after joining, and of one table; what has more of them is a drawing."""


@dataclass(frozen=True)
class Lattice:
    """The lines of one table: where its columns and rows begin and end, and which walls between cells are drawn."""

    across: tuple[float, ...]
    """x of the walls, left to right: one more than columns."""
    down: tuple[float, ...]
    """y of the walls, top to bottom: one more than rows."""
    uprights: tuple[bytearray, ...]
    """For each x, for each row: is the wall drawn?"""
    levels: tuple[bytearray, ...]
    """For each y, for each column: is the wall drawn?"""

    @property
    def box(self) -> Box:
        """Its extent on the page."""
        return Box(self.across[0], self.down[0], self.across[-1], self.down[-1])

    @property
    def cell_count(self) -> int:
        """Cells before merging."""
        return (len(self.across) - 1) * (len(self.down) - 1)


def find_lattices(rulings: Rulings) -> list[Lattice]:
    """Return the lattices of a page; a frame of one cell is none."""
    if not rulings.across or not rulings.down:
        return []
    across, down = join(rulings.across), join(rulings.down)
    if len(across) + len(down) > LINES:
        return []
    lattices = (_lattice(levels, uprights) for levels, uprights in _components(across, down))
    return [lattice for lattice in lattices if lattice is not None and lattice.cell_count > 1]


def join(lines: Iterable[Ruling]) -> list[Ruling]:
    """Snap lines that stand within SNAP of each other to one place, and join the pieces of each."""
    joined: list[Ruling] = []
    for group in _groups(lines):
        at = sum(line.at for line in group) / len(group)
        group.sort(key=attrgetter("start"))
        start, end = group[0].start, group[0].end
        for line in group:
            if line.start - end > SNAP:
                joined.append(Ruling(at, start, end))
                start, end = line.start, line.end
            elif line.end > end:
                end = line.end
        joined.append(Ruling(at, start, end))
    return [line for line in joined if line.end - line.start >= SHORT]


def _groups(lines: Iterable[Ruling]) -> list[list[Ruling]]:
    groups: list[list[Ruling]] = []
    first = float("-inf")
    for line in sorted(lines):
        if line.at - first > SNAP:
            first = line.at
            groups.append([])
        groups[-1].append(line)
    return groups


def _components(across: list[Ruling], down: list[Ruling]) -> Iterable[tuple[list[Ruling], list[Ruling]]]:
    """Yield the lines that cross or touch one another: (across, down) of each connected set."""
    waiting = list(down)
    rest = list(across)
    while rest:
        levels, uprights, fresh = [rest.pop()], [], True
        while fresh:
            reached = [line for line in waiting if any(_meet(level, line) for level in levels)]
            fresh = bool(reached)
            waiting = [line for line in waiting if line not in reached] if reached else waiting
            uprights += reached
            touched = [level for level in rest if any(_meet(level, line) for line in reached)]
            rest = [level for level in rest if level not in touched] if touched else rest
            levels += touched
            fresh = bool(touched)
        if uprights:
            yield levels, uprights


def _meet(level: Ruling, upright: Ruling) -> bool:
    return (
        level.start - SNAP <= upright.at <= level.end + SNAP and upright.start - SNAP <= level.at <= upright.end + SNAP
    )


def _lattice(levels: list[Ruling], uprights: list[Ruling]) -> Lattice | None:
    across = _walls(uprights, min(line.start for line in levels), max(line.end for line in levels))
    down = _walls(levels, min(line.start for line in uprights), max(line.end for line in uprights))
    if len(across) < 2 or len(down) < 2 or len(across) * len(down) > CELLS:
        return None
    return Lattice(across, down, _drawn(uprights, across, down), _drawn(levels, down, across))


def _walls(lines: list[Ruling], start: float, end: float) -> tuple[float, ...]:
    """Return the places of the walls; lines that cross may stand out over the outer ones and leave a side open."""
    places = sorted({line.at for line in lines})
    if start < places[0] - OPEN_SIDE:
        places.insert(0, start)
    if end > places[-1] + OPEN_SIDE:
        places.append(end)
    return tuple(places)


def _drawn(lines: list[Ruling], walls: tuple[float, ...], crossing: tuple[float, ...]) -> tuple[bytearray, ...]:
    middles = [(one + other) / 2 for one, other in pairwise(crossing)]
    index = {place: number for number, place in enumerate(walls)}
    drawn = tuple(bytearray(len(middles)) for _ in walls)
    for line in lines:
        first, last = bisect_left(middles, line.start), bisect_right(middles, line.end)
        if last > first:
            drawn[index[line.at]][first:last] = b"\1" * (last - first)
    return drawn
