"""Ruled lines: strokes, and rectangles filled so thin that they are lines.

White boxes that shade a page are no lines, nor are wide fills of any colour. A rectangle that is stroked gives its
four edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dagster_project.extraction.read.page.geometry import Edge, Upright, edge

THIN = 3.0
"""Points: what is thinner is a line, not an area."""
WHITE = 250
"""What is at least this bright, of 255 in each colour, cannot be seen on paper."""
STRAIGHT = 0.5
"""Points by which the ends of a stroke across or down the page may differ."""
LETTER = 40.0
"""Points, both ways: what is drawn by many edges and is no larger is a letter, or a sign."""
SIDE = 0.05
"""How near its sides the edges of a frame are, in parts of it: a letter has strokes within."""
Point = tuple[float, float]


class Ruling(NamedTuple):
    """A straight line across or down the page: where it stands, and from where to where it runs."""

    at: float
    start: float
    end: float


class Rulings(NamedTuple):
    """The lines of a page, upright."""

    across: list[Ruling]
    down: list[Ruling]


def rulings_of(edges: Iterable[Edge], upright: Upright) -> Rulings:
    """Return the lines among the thin boxes and edges of a page."""
    across: list[Ruling] = []
    down: list[Ruling] = []
    for line in edges:
        left, top, right, bottom = upright.box(*line)
        width, height = right - left, bottom - top
        if height <= THIN < width:
            across.append(Ruling((top + bottom) / 2, left, right))
        elif width <= THIN < height:
            down.append(Ruling((left + right) / 2, top, bottom))
    return Rulings(across, down)


def edges_of(part: Sequence[Point], stroked: bool) -> Iterator[Edge]:
    """Yield the edges of one part of a path: its lines where they are stroked, else the box that it fills."""
    if len(part) < 2:
        return
    if stroked:
        for one, other in pairwise(part):
            yield edge(one, other)
    else:
        across, up = zip(*part, strict=True)
        yield min(across), min(up), max(across), max(up)


def draws_letters(edges: Sequence[Edge], stroked: bool) -> bool:
    """Tell whether the edges of one path, of which there are many, draw letters or a picture, and rule nothing.

    Some programs print bold words by their outlines, over the text or in its stead: most of these edges are too short
    or too slanted to be lines, or all lie within the room of one letter and are no frame of a small cell.
    """
    if not edges:
        return False
    west, south, east, north = zip(*edges, strict=True)
    room = min(west), min(south), max(east), max(north)
    if room[2] - room[0] <= LETTER and room[3] - room[1] <= LETTER:
        return not _is_frame(edges, room)
    thin = STRAIGHT if stroked else THIN
    lines = sum((east - west <= thin) != (north - south <= thin) for west, south, east, north in edges)
    return 2 * lines < len(edges)


def _is_frame(edges: Sequence[Edge], room: Edge) -> bool:
    """Tell whether all edges run along the sides of the box that they fill."""
    left, bottom, right, top = room
    near = max(STRAIGHT, SIDE * min(right - left, top - bottom))
    return all(
        east - left <= near or right - west <= near or north - bottom <= near or top - south <= near
        for west, south, east, north in edges
    )
