"""Collects the texts, filled areas and pictures of a page as its objects are met, each with its place in the order."""

from __future__ import annotations

import ctypes
import math
from array import array

import pypdfium2.raw as pdfium

from dagster_project.extraction.read.page.geometry import IDENTITY, Edge, Matrix, moved
from dagster_project.extraction.read.pdf import native
from dagster_project.extraction.read.pdf.visible import (
    NOT_DRAWN,
    NOTHING,
    PALE,
    WHITE,
    Area,
    Text,
    Unseen,
    holds,
    unseen,
)

RECTANGLE = (4, 5)
"""Segments of a path that is a rectangle, left open or closed."""
Plain = tuple[int, int | None, int, Matrix]
"""A text object, the form it stands in, its place in the order of painting, and the matrix of that form."""


class Painted:
    """What was painted on a page so far; asks of each text object no more than whether it may be unseen."""

    def __init__(self) -> None:
        self.order = 0
        self.plain: list[Plain] = []
        self.suspect: list[Text] = []
        self.areas: list[Area] = []
        self.pictures: list[Edge] = []
        self.corners: array[float]
        self.colours: array[int]
        self.corners, corners = native.room("f", 4)
        self.colours, colours = native.room("I", 4)
        self.corner_places, self.colour_places = _places(corners), _places(colours)
        self.clips: dict[tuple[int, int], Edge | None] = {}

    @property
    def items(self) -> list[int]:
        """The text objects."""
        return [*(each[0] for each in self.plain), *(text.item for text in self.suspect)]

    def text(self, item: int, parent: int | None, matrix: Matrix) -> None:
        """Add a text object that stands in a form, or on the page itself (no parent)."""
        self.order += 1
        mode, (darkest, alpha) = native.mode_of(item), self.colour(item)
        clip = self._clip(native.clip_of(item), matrix)
        is_plain = darkest < PALE and alpha and mode not in NOT_DRAWN
        bounds = None if is_plain and clip is None else self.bounds(item, matrix)
        if bounds is None or (is_plain and clip is not None and holds(clip, bounds)):
            self.plain.append((item, parent, self.order, matrix))
            return
        size = self._size(item, matrix) if darkest >= PALE else 0.0
        self.suspect.append(Text(item, parent, self.order, mode, darkest, alpha, bounds, clip, size))

    def area(self, path: int, bounds: Edge) -> None:
        """Add a filled area."""
        self.order += 1
        darkest, alpha = self.colour(path)
        if alpha:
            hides = alpha == 255 and bool(self.plain or self.suspect) and not native.is_transparent(path)
            self.areas.append(Area(self.order, bounds, darkest >= WHITE, hides))

    def picture(self, item: int, matrix: Matrix, kind: int) -> None:
        """Add an image, or a shading."""
        self.order += 1
        bounds = self.bounds(item, matrix)
        self.areas.append(Area(self.order, bounds, False, False))
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self.pictures.append(bounds)

    def unseen(self, text_page: int) -> Unseen:
        """Return what nobody sees of the texts."""
        texts = self.suspect
        begin = min((each[2] for each in self.plain[:1]), default=self.order)
        if any(area.hides and area.order > begin for area in self.areas):
            plain = (Text(*each[:3], 0, 0, 255, self.bounds(each[0], each[3]), None, 0.0) for each in self.plain)
            texts = sorted([*self.suspect, *plain], key=lambda text: text.order)
        return unseen(texts, self.areas, text_page, self.order - len(self.areas)) if texts else NOTHING

    def colour(self, item: int) -> tuple[int, int]:
        """Return the darkest channel of an object's filling, and how opaque it is, both of 255."""
        if not native.fill_of(item, *self.colour_places):
            return 0, 255
        channels = self.colours
        return min(channels[0], channels[1], channels[2]), channels[3]

    def bounds(self, item: int, matrix: Matrix) -> Edge:
        """Return the extent of an object, in the coordinates of the page."""
        native.bounds_of(item, *self.corner_places)
        sides = self.corners
        edge = sides[0], sides[1], sides[2], sides[3]
        return edge if matrix is IDENTITY else moved(matrix, edge)

    def _size(self, item: int, matrix: Matrix) -> float:
        own, size = pdfium.FS_MATRIX(), ctypes.c_float()
        native.matrix_of(item, ctypes.addressof(own))
        native.font_size_of(item, ctypes.addressof(size))
        return float(size.value * math.hypot(own.a, own.b) * math.hypot(matrix[0], matrix[1]))

    def _clip(self, path: int | None, matrix: Matrix) -> Edge | None:
        """Return the rectangle that clips a text; None where nothing does, or another shape.

        Texts that are clipped alike share the last of the paths that clip them.
        """
        count = native.count_clips(path) if path else 0
        if count <= 0:
            return None
        key = count, native.clip_segment(path, count - 1, 0)
        if key not in self.clips:
            self.clips[key] = self._rectangle(path, count, matrix)
        return self.clips[key]

    def _rectangle(self, path: int | None, count: int, matrix: Matrix) -> Edge | None:
        clip: Edge | None = None
        x, y = self.corner_places[:2]
        for number in range(count):
            if native.count_clip_segments(path, number) in RECTANGLE:
                native.point_of(native.clip_segment(path, number, 0), x, y)
                left, bottom = self.corners[:2]
                native.point_of(native.clip_segment(path, number, 2), x, y)
                edge = moved(matrix, (left, bottom, self.corners[0], self.corners[1]))
                clip = edge if clip is None else _common(clip, edge)
        return clip


def _places(start: int) -> tuple[int, int, int, int]:
    return start, start + 4, start + 8, start + 12


def _common(one: Edge, other: Edge) -> Edge:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])
