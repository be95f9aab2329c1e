"""What floats on a sheet: text boxes, pictures, charts and objects, which stand in no cell."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from dagster_project.extraction.read.areas import prose_lines
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.carried import Carried


class ShapeKind(StrEnum):
    """What a shape is."""

    TEXT = "text"
    PICTURE = "picture"
    CHART = "chart"
    OBJECT = "object"


class Shape(NamedTuple):
    """A shape: the part of the package that it shows, or the text in it."""

    kind: ShapeKind
    part: str = ""
    text: str = ""


def add_shapes(shapes: Iterable[Shape], carried: Carried, builder: Builder, page: int) -> None:
    """Add what shapes of a sheet show, below its cells."""
    for shape in shapes:
        if shape.kind is ShapeKind.TEXT:
            with builder.beside_the_text(page):
                for line in prose_lines(shape.text):
                    builder.prose(line, page)
        else:
            add_part(shape, carried, page)


def add_part(shape: Shape, carried: Carried, page: int | None = None) -> None:
    """Add what a shape shows that holds no text of its own."""
    add = {ShapeKind.PICTURE: carried.picture, ShapeKind.CHART: carried.chart, ShapeKind.OBJECT: carried.object}
    add[shape.kind](shape.part, page)
