"""From a lattice to cells: merge what no wall divides, and put each character into the cell its middle stands in."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from dagster_project.extraction.read.page.bands import Held, divide
from dagster_project.extraction.read.page.characters import Character
from dagster_project.extraction.read.page.geometry import Box
from dagster_project.extraction.read.page.lattice import Lattice
from dagster_project.extraction.read.page.lines import cell_text
from dagster_project.extraction.read.page.overflow import Crossing, Place, crosses, settle
from dagster_project.extraction.read.page.spilling import ABOVE, goes_below, take_back

CERTAIN = Decimal(1)
SLACK = 1.0
"""Points by which the middle of a character may stand outside of the outer wall."""


@dataclass(frozen=True)
class Cell:
    """A cell, merged or not: its first row and column, its extent on the page, and its text.

    `room` is what its last line leaves free, `least_room` what its widest line does, `size` the height of its
    characters: they tell whether words go on.
    """

    row: int
    column: int
    box: Box
    text: str
    room: float
    least_room: float
    size: float
    confidence: Decimal = CERTAIN
    page: int | None = None
    """The page it stands on, where that is another than its table's."""


def read_cells(lattice: Lattice, characters: Iterable[Character]) -> tuple[list[Cell], list[Character]]:
    """Return the cells of a table that hold text, and the characters that stand outside of it."""
    regions = merge(lattice)
    held, outside = _assign(lattice, regions, characters)
    boxes = {place: _box(lattice, place, regions[place]) for place in held}
    cells: list[Cell] = []
    added = 0
    for row, places in groupby(sorted(held), key=itemgetter(0)):
        parts = divide([Held(place, boxes[place].width, held[place]) for place in places])
        for number, part in enumerate(parts, row + added):
            cells += [Cell(number, place[1], boxes[place], *cell_text(found, width)) for place, width, found in part]
        added += len(parts) - 1
    return cells, outside


def _owners(lattice: Lattice, regions: Mapping[Place, Place]) -> list[list[Place]]:
    """Return, for each row and column, the first row and column of the cell it is merged into."""
    columns, rows = len(lattice.across) - 1, len(lattice.down) - 1
    owners = [[(row, column) for column in range(columns)] for row in range(rows)]
    for first, (last_row, last_column) in regions.items():
        for row in range(first[0], last_row + 1):
            owners[row][first[1] : last_column + 1] = [first] * (last_column + 1 - first[1])
    return owners


def _assign(
    lattice: Lattice, regions: Mapping[Place, Place], characters: Iterable[Character]
) -> tuple[dict[Place, list[Character]], list[Character]]:
    held: dict[Place, list[Character]] = {}
    outside: list[Character] = []
    crossings: list[Crossing] = []
    spills: list[Crossing] = []
    owners = _owners(lattice, regions)
    across, down = lattice.across, lattice.down
    left, top, right, bottom = lattice.box
    last_column, last_row = len(across) - 2, len(down) - 2
    begin = end = line = math.nan
    cell: list[Character] = []
    place = ABOVE
    for character in characters:
        x, y = (character.left + character.right) / 2, character.middle
        if y == line and begin <= x < end:
            cell.append(character)
            continue
        if not (top - SLACK <= y <= bottom + SLACK and left - SLACK <= x <= right + SLACK):
            outside.append(character)
            cell, place, line = outside, ABOVE, math.nan
            continue
        row = min(max(bisect_right(down, y) - 1, 0), last_row)
        column = min(max(bisect_right(across, x) - 1, 0), last_column)
        last, place = place, owners[row][column]
        if cell and place != last:
            if crosses(cell[-1], character):
                crossings.append(Crossing(last, place, cell[-1], character))
            elif goes_below(cell[-1], character):
                spills.append(Crossing(last, place, cell[-1], character))
        begin, end, line = across[column], across[column + 1], y
        cell = held.setdefault(place, [])
        cell.append(character)
    settle(held, crossings, across)
    if spills:
        over = Box(left, -math.inf, right, top)
        held[ABOVE] = outside
        take_back(held, spills, lambda place: over if place == ABOVE else _box(lattice, place, regions[place]))
        outside = held.pop(ABOVE, [])
    return held, outside


def _box(lattice: Lattice, first: Place, last: Place) -> Box:
    across, down = lattice.across, lattice.down
    return Box(across[first[1]], down[first[0]], across[last[1] + 1], down[last[0] + 1])


def merge(lattice: Lattice) -> dict[Place, Place]:
    """Return the regions that no wall divides: first (row, column) → last. Always rectangles."""
    regions: dict[Place, Place] = {}
    above: dict[tuple[int, int], int] = {}
    columns = len(lattice.across) - 1
    for row in range(len(lattice.down) - 1):
        level, here = lattice.levels[row], {}
        start = 0
        for column in range(1, columns + 1):
            if column < columns and not lattice.uprights[column][row]:
                continue
            span = (start, column - 1)
            first = above.get(span)
            if first is None or any(level[start:column]):
                first = row
            here[span] = first
            regions[first, start] = (row, column - 1)
            start = column
        above = here
    return regions
