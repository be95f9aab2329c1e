"""Collects the texts, filled areas and pictures of a page as its objects are met, each with its place in the order."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from dagster_project.extraction.read.pdf.geometry import IDENTITY, Edge, Matrix, moved
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


class Painted:
    """What was painted on a page so far; asks of each text object no more than whether it may be unseen."""

    def __init__(self) -> None:
        self.order = 0
        self.plain: list[tuple[Any, Any, int, Matrix]] = []
        self.suspect: list[Text] = []
        self.areas: list[Area] = []
        self.pictures: list[Edge] = []
        self.corners = [ctypes.c_float() for _ in range(4)]
        self.colours = [ctypes.c_uint() for _ in range(4)]
        self.size = ctypes.c_float()

    def text(self, item: Any, parent: Any, matrix: Matrix) -> None:
        """Add a text object that stands in a form, or on the page itself (no parent)."""
        self.order += 1
        mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
        darkest, alpha = self.colour(item)
        path = pdfium.FPDFPageObj_GetClipPath(item)
        clip = self._clip(path, matrix) if path and pdfium.FPDFClipPath_CountPaths(path) > 0 else None
        if mode in NOT_DRAWN or darkest >= PALE or alpha == 0 or clip is not None:
            text = self._text(item, parent, self.order, matrix)._replace(
                mode=mode, darkest=darkest, alpha=alpha, clip=clip
            )
            if clip is None or darkest >= PALE or mode in NOT_DRAWN or not holds(clip, text.bounds):
                if darkest >= PALE:
                    text = text._replace(size=self._size(item, matrix))
                self.suspect.append(text)
                return
        self.plain.append((item, parent, self.order, matrix))

    def area(self, path: Any, bounds: Edge) -> None:
        """Add a filled area."""
        self.order += 1
        darkest, alpha = self.colour(path)
        if alpha:
            hides = alpha == 255 and bool(self.plain or self.suspect) and not pdfium.FPDFPageObj_HasTransparency(path)
            self.areas.append(Area(self.order, bounds, darkest >= WHITE, hides))

    def picture(self, item: Any, matrix: Matrix) -> None:
        """Add an image, or a shading."""
        self.order += 1
        bounds = self.bounds(item, matrix)
        self.areas.append(Area(self.order, bounds, False, False))
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE:
            self.pictures.append(bounds)

    def unseen(self, text_page: Any) -> Unseen:
        """Return what nobody sees of the texts."""
        begin = self.plain[0][2] if self.plain else self.order
        if any(area.hides and area.order > begin for area in self.areas):
            texts = sorted([*self.suspect, *(self._text(*each) for each in self.plain)], key=lambda text: text.order)
        elif self.suspect:
            texts = self.suspect
        else:
            return NOTHING
        return unseen(texts, self.areas, text_page, len(self.suspect) + len(self.plain))

    def colour(self, item: Any) -> tuple[int, int]:
        """Return the darkest channel of an object's filling, and how opaque it is, both of 255."""
        red, green, blue, alpha = self.colours
        if not pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
            return 0, 255
        return min(red.value, green.value, blue.value), alpha.value

    def bounds(self, item: Any, matrix: Matrix) -> Edge:
        """Return the extent of an object, in the coordinates of the page."""
        left, bottom, right, top = self.corners
        pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        edge = (left.value, bottom.value, right.value, top.value)
        return edge if matrix is IDENTITY else moved(matrix, edge)

    def _text(self, item: Any, parent: Any, order: int, matrix: Matrix) -> Text:
        return Text(item, parent, order, 0, 0, 255, self.bounds(item, matrix), None, 0.0)

    def _size(self, item: Any, matrix: Matrix) -> float:
        own = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(item, own)
        pdfium.FPDFTextObj_GetFontSize(item, self.size)
        return self.size.value * (own.a**2 + own.b**2) ** 0.5 * (matrix[0] ** 2 + matrix[1] ** 2) ** 0.5

    def _clip(self, path: Any, matrix: Matrix) -> Edge | None:
        """Return the rectangle that clips a text; None where it is another shape."""
        clip: Edge | None = None
        x, y = self.corners[:2]
        for number in range(pdfium.FPDFClipPath_CountPaths(path)):
            if pdfium.FPDFClipPath_CountPathSegments(path, number) not in RECTANGLE:
                continue
            corners = []
            for corner in (0, 2):
                pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(path, number, corner), x, y)
                corners += [x.value, y.value]
            edge = moved(matrix, (corners[0], corners[1], corners[2], corners[3]))
            clip = edge if clip is None else _common(clip, edge)
        return clip


def _common(one: Edge, other: Edge) -> Edge:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])
