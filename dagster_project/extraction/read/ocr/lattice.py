"""The lattice of ruled tables on the image of a page: long straight lines, where they cross, the cells between.

edges → components → boundaries → cells. A boundary that is broken or faint in places still parts two cells where
half of it is there; cells without one between them are merged, and their text stands in the first.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.uint8]
"""One channel: 255 where something is, 0 elsewhere."""
Lines = NDArray[np.bool_]
SHORTEST = 2.2
"""Length of the shortest line, in heights of a character: longer than any stroke of one."""
THICKEST = 0.6
"""Thickness of the thickest line, in heights of a character; what is thicker is a bar or a picture."""
LONG = 8
"""Length of the longest line across a table at least, in heights of a character: the strokes of a title are shorter."""
NARROWEST_ROW, NARROWEST_COLUMN = 0.9, 0.7
"""Distance of two lines between which text may stand, in heights of a character; nearer ones are one line."""
MOST = 20_000
"""Cells of a table, at most."""
PRESENT = 0.5
"""Part of the way between two cells that must be ruled for them to be two."""


class Cell(NamedTuple):
    """A cell: its place in the grid, how far it reaches, and its inner box in pixels."""

    row: int
    column: int
    rows: int
    columns: int
    left: int
    top: int
    right: int
    bottom: int


class Lattice(NamedTuple):
    """A ruled table: its box in pixels, its size and its cells."""

    left: int
    top: int
    right: int
    bottom: int
    rows: int
    columns: int
    cells: tuple[Cell, ...]

    def window(self, room: int) -> tuple[slice, slice]:
        """Return the part of the page that it covers, and `room` pixels around."""
        rows = slice(max(self.top - room, 0), self.bottom + room + 1)
        return rows, slice(max(self.left - room, 0), self.right + room + 1)


def ruled_lines(ink: Mask, height: int) -> tuple[Mask, Mask]:
    """Return the horizontal and the vertical lines in `ink`, on a page whose characters are `height` pixels high."""
    length, thick = max(int(SHORTEST * height), 12), max(int(THICKEST * height), 7)
    block = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((thick, thick), np.uint8))
    thin: Mask = cv2.subtract(ink, cv2.dilate(block, np.ones((3, 3), np.uint8)))
    return (
        cv2.morphologyEx(thin, cv2.MORPH_OPEN, np.ones((1, length), np.uint8)),
        cv2.morphologyEx(thin, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8)),
    )


def lattices(horizontal: Mask, vertical: Mask, height: int) -> tuple[list[Lattice], Mask]:
    """Return the tables that lines make, from top to bottom, then left to right, and the pixels of their lines."""
    drawn = np.zeros_like(horizontal)
    lines = cv2.bitwise_or(horizontal, vertical)
    joined = cv2.dilate(lines, np.ones((5, 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    found = []
    for label in range(1, count):
        left, top, width, tall, _ = (int(value) for value in stats[label])
        if width < 4 * height or tall < 1.2 * height:
            continue
        window = (slice(top, top + tall), slice(left, left + width))
        own = labels[window] == label
        table = _lattice(own & (horizontal[window] > 0), own & (vertical[window] > 0), left, top, height)
        if table is not None:
            found.append(table)
            drawn[window][own & (lines[window] > 0)] = 255
    return sorted(found, key=lambda table: (table.top, table.left)), drawn


def _lattice(across: Lines, down: Lines, x: int, y: int, height: int) -> Lattice | None:
    """Return the lattice of one component whose lines are given, or None: two cells make a table."""
    if not across.any() or not down.any():
        return None
    ys = _boundaries(across, 1, height, NARROWEST_ROW)
    xs = _boundaries(down, 0, height, NARROWEST_COLUMN)
    longest = max(np.count_nonzero(_touched(across[_near(at, 2)], 0)) for at in ys)
    if not 2 <= (len(ys) - 1) * (len(xs) - 1) <= MOST or longest < LONG * height:
        return None
    reach = max(3, height // 4)
    right = [[_ruled(_touched(down[top:bottom, _near(at, reach)], 1)) for at in xs] for top, bottom in pairwise(ys)]
    below = [[_ruled(_touched(across[_near(at, reach), left:end], 0)) for left, end in pairwise(xs)] for at in ys]
    cells = _cells(right, below, xs, ys, x, y)
    if len(cells) < 2:
        return None
    box = (x + xs[0], y + ys[0], x + xs[-1], y + ys[-1])
    return Lattice(*box, len(ys) - 1, len(xs) - 1, tuple(cells))


def _boundaries(lines: Lines, axis: int, height: int, narrowest: float) -> list[int]:
    """Return where lines run, in pixels; the ends of the component close a table whose outer lines are not drawn."""
    length = np.count_nonzero(lines, axis=axis)
    places = np.flatnonzero(length >= 0.8 * SHORTEST * height)
    apart = max(4, round(narrowest * height))
    groups = np.split(places, np.flatnonzero(np.diff(places) > 2) + 1) if len(places) else []
    found: list[tuple[float, int]] = []
    for group in groups:
        at, long = float(np.average(group, weights=length[group])), int(length[group].max())
        if not found or at - found[-1][0] >= apart:
            found.append((at, long))
        elif long > found[-1][1]:
            found[-1] = (at, long)
    ends = [round(at) for at, _ in found]
    before = [0] if not ends or ends[0] > apart else []
    after = [len(length) - 1] if not ends or ends[-1] < len(length) - 1 - apart else []
    return [*before, *ends, *after]


def _cells(
    right: list[list[bool]], below: list[list[bool]], xs: list[int], ys: list[int], x: int, y: int
) -> list[Cell]:
    """Grow each cell to the right, then down, as long as nothing parts it from its neighbour."""
    rows, columns = len(ys) - 1, len(xs) - 1
    taken: set[tuple[int, int]] = set()
    cells = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            end, last = column + 1, row + 1
            while end < columns and not right[row][end] and (row, end) not in taken:
                end += 1
            while (
                last < rows
                and not any(below[last][at] for at in range(column, end))
                and not any(right[last][at] for at in range(column + 1, end))
            ):
                last += 1
            taken.update((r, c) for r in range(row, last) for c in range(column, end))
            box = (x + xs[column], y + ys[row], x + xs[end], y + ys[last])
            cells.append(Cell(row, column, last - row, end - column, *box))
    return cells


def _near(at: int, reach: int) -> slice:
    return slice(max(at - reach, 0), at + reach + 1)


def _touched(lines: Lines, axis: int) -> Lines:
    return np.asarray(lines.any(axis=axis), dtype=np.bool_)


def _ruled(way: Lines) -> bool:
    return bool(way.size) and float(way.mean()) >= PRESENT
