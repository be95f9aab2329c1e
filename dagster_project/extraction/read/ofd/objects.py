"""What a page paints, object by object, in order: each with its way to the page, and whether it can be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from dagster_project.extraction.read.markup import child, name
from dagster_project.extraction.read.ofd.document import Resources
from dagster_project.extraction.read.ofd.numbers import matrix, number, numbers
from dagster_project.extraction.read.page.geometry import Matrix, times
from dagster_project.extraction.read.page.rulings import WHITE

DEPTH = 8
"""Drawings within drawings, and parameters that build on parameters, that are followed."""
OBJECTS = 100_000
"""On one page, at most; a page of text and tables has some thousands."""
KINDS = ("TextObject", "PathObject", "ImageObject")


class TooMuch(Exception):
    """A page draws more than a page of a document does."""


class Painted(NamedTuple):
    """An object, the map from its coordinates to those of the page, and the parameters that it is drawn with."""

    element: etree._Element
    to_page: Matrix
    parameters: tuple[etree._Element, ...]
    is_hidden: bool

    @property
    def kind(self) -> str:
        """What it is: a text, a path or an image."""
        return name(self.element)

    def colour(self, wanted: str) -> etree._Element | None:
        """Return the colour it is filled or stroked with, its own or that of its parameters; None for the default."""
        found = (child(each, wanted) for each in (self.element, *self.parameters))
        return next((colour for colour in found if colour is not None), None)

    def is_on(self, wanted: str, default: str) -> bool:
        """Tell whether it is filled, or stroked, in a colour that is not wholly transparent."""
        colour = self.colour(wanted + "Color")
        is_clear = colour is not None and number(colour.get("Alpha"), 255.0) <= 0
        return str(self.element.get(wanted, default)).lower() in ("true", "1") and not is_clear


def is_white(colour: etree._Element | None) -> bool:
    """Tell whether a colour is that of paper: grey, RGB or CMYK; none is black."""
    values = numbers(colour.get("Value")) if colour is not None else []
    if len(values) == 4:
        return max(values) <= 255 - WHITE
    return bool(values) and min(values) >= WHITE


def objects(layers: Iterable[etree._Element], resources: Resources, to_page: Matrix) -> Iterator[Painted]:
    """Yield the objects of layers in the order they are painted. Raises TooMuch."""
    walk = _Walk(resources)
    for layer in layers:
        yield from walk.below(layer, to_page, walk.parameters(layer), False, DEPTH)


class _Walk:
    """Goes through blocks and drawings, and counts what it meets."""

    def __init__(self, resources: Resources) -> None:
        self.resources = resources
        self.count = 0

    def below(
        self, parent: etree._Element, to_page: Matrix, above: tuple[etree._Element, ...], is_hidden: bool, depth: int
    ) -> Iterator[Painted]:
        for element in parent:
            self.count += 1
            if self.count > OBJECTS:
                raise TooMuch
            kind, hides = name(element), is_hidden or _hides(element)
            if kind in ("PageBlock", "Layer"):
                if depth:
                    yield from self.below(element, to_page, self.parameters(element) or above, hides, depth - 1)
            elif kind == "CompositeObject":
                drawing = self.resources.drawings.get(str(element.get("ResourceID")))
                if drawing is not None and depth:
                    inner = times(matrix(element), to_page)
                    for content in drawing:
                        yield from self.below(content, inner, above, hides, depth - 1)
            elif kind in KINDS:
                yield Painted(element, times(matrix(element), to_page), self.parameters(element) or above, hides)

    def parameters(self, element: etree._Element) -> tuple[etree._Element, ...]:
        """Return the parameters that an element names, and those on which they build."""
        found: list[etree._Element] = []
        key = element.get("DrawParam")
        while key is not None and len(found) < DEPTH and key in self.resources.parameters:
            found.append(self.resources.parameters[key])
            key = found[-1].get("Relative")
        return tuple(found)


def _hides(element: etree._Element) -> bool:
    return str(element.get("Visible")).lower() in ("false", "0") or number(element.get("Alpha"), 255.0) <= 0
