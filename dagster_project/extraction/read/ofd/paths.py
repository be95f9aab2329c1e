"""The lines and boxes of a path object: what AbbreviatedData draws."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from dagster_project.extraction.read.markup import text_in
from dagster_project.extraction.read.ofd.numbers import number
from dagster_project.extraction.read.ofd.objects import Painted, is_white
from dagster_project.extraction.read.page.geometry import Edge, move
from dagster_project.extraction.read.page.rulings import Point, edges_of

TOKEN = re.compile(r"[A-Za-z]|[-+]?[\d.]+(?:[eE][-+]?\d+)?")
NUMBERS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7}
"""How many numbers follow each operator; the last two are where it leads."""
POINTS = 200_000
"""Of one path."""


class Drawing(NamedTuple):
    """What a path leaves on the page: edges that may be ruled lines, and boxes that it fills with colour."""

    edges: list[Edge]
    filled: list[Edge]


def drawing(painted: Painted) -> Drawing:
    """Return what can be seen of a path, in the coordinates of the page."""
    stroked, filled = painted.is_on("Stroke", "true"), painted.is_on("Fill", "false")
    stroked = stroked and not is_white(painted.colour("StrokeColor"))
    is_paper = is_white(painted.colour("FillColor"))
    if not (stroked or filled):
        return Drawing([], [])
    parts = [[move(painted.to_page, *point) for point in part] for part in _parts(_data(painted))]
    boxes = list(chain.from_iterable(edges_of(part, False) for part in parts)) if filled and not is_paper else []
    lines = chain.from_iterable(edges_of(part, True) for part in parts) if stroked else ()
    return Drawing([*boxes, *lines], boxes)


def _data(painted: Painted) -> str:
    return text_in(painted.element, "AbbreviatedData") or ""


def _parts(data: str) -> Iterator[list[Point]]:
    """Yield the parts of a path as the points of their straight lines; a curve ends one and begins another."""
    part: list[Point] = []
    start: Point = (0.0, 0.0)
    for operator, values in _operations(data):
        if operator == "C":
            part.append(start)
            continue
        if len(values) < NUMBERS[operator]:
            continue
        point = (values[-2], values[-1])
        if operator == "L":
            part.append(point)
        else:
            yield part
            part = [point]
            start = point if operator in "MS" else start
    yield part


def _operations(data: str) -> Iterator[tuple[str, list[float]]]:
    operator, values = "", list[float]()
    for count, token in enumerate(TOKEN.findall(data)):
        if count > POINTS:
            break
        if token.isalpha():
            if operator:
                yield operator, values
            operator, values = token.upper() if token.upper() in {*NUMBERS, "C"} else "", []
        else:
            values.append(number(token))
    if operator:
        yield operator, values
