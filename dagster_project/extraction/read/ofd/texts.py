"""The characters of a text object: where each stands, by its advances and the glyphs that its codes become."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

from lxml import etree

from dagster_project.extraction.read.markup import children, name
from dagster_project.extraction.read.ofd.glyphs import Transforms, between, code_at, counts, glyph_places, offsets
from dagster_project.extraction.read.ofd.numbers import advances, number, numbers
from dagster_project.extraction.read.ofd.objects import Painted
from dagster_project.extraction.read.page.characters import BLANKS, NAMELESS
from dagster_project.extraction.read.page.geometry import Edge, Matrix, move

ASCENT, DESCENT = 0.86, 0.14
"""Parts of its size by which a character reaches above and below its baseline, as in the common Chinese fonts."""
HALF, LETTER, WIDEST_DIGIT = 0.5, 0.7, 0.65
"""Widths as parts of the size: of a digit in most fonts, of a capital, and of a digit in the widest."""
LAID_OUT = re.compile(r"\s*\n\s*")
"""The line breaks and indents of the file, which are no part of the text."""


class Glyph(NamedTuple):
    """A printed character in the coordinates of the page: its origin, the angle it runs in, and its box."""

    text: str
    origin: tuple[float, float]
    angle: float
    box: Edge


def glyphs(painted: Painted) -> Iterator[Glyph]:
    """Yield the characters of a text object that print something."""
    element = painted.element
    x = y = 0.0
    transforms: dict[int, tuple[int, int]] = {}
    font = _Font(element)
    for part in element:
        if name(part) == "CGTransform":
            transforms[int(number(part.get("CodePosition")))] = counts(part)
        elif name(part) == "TextCode":
            text = LAID_OUT.sub("", part.text or "")
            x, y = number(part.get("X"), x), number(part.get("Y"), y)
            for code, (left, top, width) in zip(text, font.places(part, text, x, y, transforms), strict=True):
                if code > " " and code not in BLANKS:
                    yield font.glyph(code, left, top, width, painted.to_page)
            transforms = {}


class _Font:
    """How a text object sets its characters: their size, and the ways they stand and run."""

    def __init__(self, element: etree._Element) -> None:
        self.size = number(element.get("Size")) or 1.0
        self.stretch = number(element.get("HScale")) or 1.0
        stands, runs = (math.radians(number(element.get(each))) for each in ("CharDirection", "ReadDirection"))
        self.along = math.cos(stands), math.sin(stands)
        self.runs = math.cos(runs), math.sin(runs)

    def places(
        self, code: etree._Element, text: str, x: float, y: float, transforms: Transforms
    ) -> Iterator[tuple[float, float, float]]:
        """Yield for each code of a text where it begins and how wide it is."""
        order = glyph_places(len(text), transforms)
        count = int(order[-1])
        across, down = (advances(code.get(name), count) for name in ("DeltaX", "DeltaY"))
        natural = [self.width(text[code_at(order, glyph)]) for glyph in range(count)]
        is_told = bool(across or down)
        if not is_told:
            across = [width * self.runs[0] for width in natural]
            down = [width * self.runs[1] for width in natural]
        elif not down:
            across += natural[len(across) :]
        lefts, tops = offsets(x, across, count), offsets(y, down, count)
        for (place, following), each in zip(pairwise(order), text, strict=True):
            left, step = between(lefts, place), between(lefts, following) - between(lefts, place)
            yield left, between(tops, place), self.room(each, step if is_told else 0.0)

    def width(self, text: str) -> float:
        """Return how wide a character is in most fonts."""
        if east_asian_width(text) in "WFA":
            return self.size * self.stretch
        return self.size * self.stretch * (LETTER if text.isupper() else HALF)

    def room(self, text: str, step: float) -> float:
        """Return how wide a character is, which steps on to the next: no wider than one can be."""
        width = self.width(text)
        widest = max(width, (1.0 if text.isalpha() else WIDEST_DIGIT) * self.size * self.stretch)
        return min(step, widest) if step > 0 else width

    def glyph(self, text: str, x: float, y: float, width: float, to_page: Matrix) -> Glyph:
        """Return a character as it comes to stand on the page."""
        across, down = self.along
        corners = [
            move(to_page, x + along * across - up * -down, y + along * down - up * across)
            for along in (0.0, width)
            for up in (ASCENT * self.size, -DESCENT * self.size)
        ]
        a, b, c, d = to_page[:4]
        angle = -math.degrees(math.atan2(b * across + d * down, a * across + c * down))
        left, right = min(each[0] for each in corners), max(each[0] for each in corners)
        bottom, top = min(each[1] for each in corners), max(each[1] for each in corners)
        return Glyph(text, move(to_page, x, y), angle, (left, bottom, right, top))


def unnamed(painted: Painted) -> int:
    """Return how many glyphs of a text object have no character, or one of private use: their font alone knows."""
    codes = "".join(code.text or "" for code in children(painted.element, "TextCode"))
    drawn = sum(len(numbers(each.text)) for part in children(painted.element, "CGTransform") for each in part)
    private = sum("\ue000" <= code < "\uf900" or code == NAMELESS for code in codes)
    return private or (drawn if not codes else 0)
