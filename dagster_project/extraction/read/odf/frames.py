"""What an OpenDocument file shows in frames: pictures, charts, objects; the shapes of a sheet also hold text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator

from lxml import etree

from dagster_project.extraction.read.carried import TALL, WIDE, may_show_table
from dagster_project.extraction.read.markup import attribute, child, name
from dagster_project.extraction.read.odf.styles import Styles
from dagster_project.extraction.read.odf.words import SHAPES, shown
from dagster_project.extraction.read.sheet.shapes import Shape, ShapeKind

INCHES = {"in": 1.0, "cm": 1 / 2.54, "mm": 1 / 25.4, "pt": 1 / 72, "pc": 1 / 6}
LENGTH = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)(in|cm|mm|pt|pc)")
CHART = b"office:chart"
"""The body of an object that is a chart."""
Data = Callable[[str], bytes]
"""Returns a part of the package by its name."""


def shapes_of(table: etree._Element, styles: Styles, data: Data) -> Iterator[Shape]:
    """Yield the shapes on a sheet, those anchored to its cells too."""
    for element in table.iter(*(f"{{*}}{each}" for each in sorted(SHAPES))):
        box = child(element, "text-box") if name(element) == "frame" else element
        if styles.hides(element):
            continue
        if box is not None:
            yield Shape(ShapeKind.TEXT, text=shown(box, styles) or "")
        else:
            yield from shown_in(element, data)


def shown_in(frame: etree._Element, data: Data) -> Iterator[Shape]:
    """Yield what a frame without text shows: of an object and its picture the object."""
    for kind in ("object", "object-ole", "image"):
        found = child(frame, kind)
        if found is not None:
            part = posixpath.normpath(attribute(found, "href") or "").removeprefix("#")
            if kind == "image":
                is_wanted = may_show_table(_inches(frame, "width") or WIDE, _inches(frame, "height") or TALL)
                yield from [Shape(ShapeKind.PICTURE, part)] if is_wanted else ()
            else:
                is_chart = CHART in data(f"{part}/content.xml")
                yield Shape(ShapeKind.CHART if is_chart else ShapeKind.OBJECT, part)
            return


def _inches(frame: etree._Element, side: str) -> float:
    length = LENGTH.fullmatch(attribute(frame, side) or "")
    return float(length[1]) * INCHES[length[2]] if length else 0.0
