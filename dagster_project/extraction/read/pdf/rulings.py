"""The ruled lines of a page: strokes, and rectangles filled so thin that they are lines.

White boxes that shade a page are no lines, nor are wide fills of any colour. A rectangle that is stroked gives its
four edges.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from dagster_project.extraction.read.pdf.geometry import IDENTITY, Edge, Matrix, Upright, edge, move, moved, times
from dagster_project.extraction.read.pdf.painted import Painted

THIN = 3.0
"""Points: what is thinner is a line, not an area."""
DEPTH = 6
"""Drawings within drawings that are followed."""
OBJECTS = 60_000
SEGMENTS = 200_000
"""Of one page; a page that draws more is a picture."""
WHITE = 250


class Ruling(NamedTuple):
    """A straight line across or down the page: where it stands, and from where to where it runs."""

    at: float
    start: float
    end: float


class Rulings(NamedTuple):
    """The lines of a page, upright."""

    across: list[Ruling]
    down: list[Ruling]


class Drawing(NamedTuple):
    """What is drawn on a page: the thin boxes and edges that may be ruled lines, and all that is painted."""

    edges: list[Edge]
    painted: Painted


def read_drawing(page: Any) -> Drawing:
    """Meet the objects of a page once, those inside of form drawings too."""
    reader = _Reader()
    return Drawing(reader.edges_of(page), reader.painted)


def rulings_of(drawing: Drawing, upright: Upright) -> Rulings:
    """Return the lines of a page."""
    across: list[Ruling] = []
    down: list[Ruling] = []
    for line in drawing.edges:
        left, top, right, bottom = upright.box(*line)
        width, height = right - left, bottom - top
        if height <= THIN < width:
            across.append(Ruling((top + bottom) / 2, left, right))
        elif width <= THIN < height:
            down.append(Ruling((left + right) / 2, top, bottom))
    return Rulings(across, down)


class _Reader:
    """Walks over the path objects of a page with one set of buffers, and counts what it has met."""

    def __init__(self) -> None:
        self.edges: list[Edge] = []
        self.painted = Painted()
        self.objects, self.segments = OBJECTS, SEGMENTS
        self.floats = [ctypes.c_float() for _ in range(4)]
        self.fill, self.stroke = ctypes.c_int(), ctypes.c_int()
        self.colours = [ctypes.c_uint() for _ in range(4)]
        self.matrix = pdfium.FS_MATRIX()

    def edges_of(self, page: Any) -> list[Edge]:
        """Return the thin boxes and the edges of a page."""
        self._objects(page, pdfium.FPDFPage_CountObjects(page), pdfium.FPDFPage_GetObject, IDENTITY, DEPTH)
        return self.edges

    def _objects(self, parent: Any, count: int, get: Callable[[Any, int], Any], matrix: Matrix, depth: int) -> None:
        kind_of, path, form = pdfium.FPDFPageObj_GetType, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM
        text, add_text, owner = pdfium.FPDF_PAGEOBJ_TEXT, self.painted.text, parent if depth < DEPTH else None
        for index in range(min(count, self.objects)):
            item = get(parent, index)
            kind = kind_of(item)
            if kind == text:
                add_text(item, owner, matrix)
            elif kind == path:
                self._path(item, matrix)
            elif kind == form and depth:
                inner, children = times(self._matrix(item), matrix), pdfium.FPDFFormObj_CountObjects(item)
                self._objects(item, children, pdfium.FPDFFormObj_GetObject, inner, depth - 1)
            elif kind != form:
                self.painted.picture(item, matrix)
        self.objects -= count

    def _path(self, path: Any, matrix: Matrix) -> None:
        fill, stroke = self.fill, self.stroke
        pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
        stroked = bool(stroke.value)
        if not (stroked or fill.value):
            return
        segments = pdfium.FPDFPath_CountSegments(path)
        if segments <= 6:
            left, bottom, right, top = box = self.painted.bounds(path, matrix)
            if right - left <= THIN or top - bottom <= THIN:
                if not self._is_white(path, stroked):
                    self.edges.append(box)
                return
            if fill.value:
                self.painted.area(path, box)
            if not stroked:
                return
        self.segments -= segments
        if self.segments >= 0 and not self._is_white(path, stroked):
            self._walk(path, segments, times(self._matrix(path), matrix), stroked)

    def _walk(self, path: Any, segments: int, matrix: Matrix, stroked: bool) -> None:
        """Take the lines of a stroked path, or the boxes of the parts of a filled one."""
        part: list[tuple[float, float]] = []
        x, y = self.floats[:2]
        for index in range(segments):
            segment = pdfium.FPDFPath_GetPathSegment(path, index)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
                self.edges += _edges(part, stroked)
                part = []
            part.append(move(matrix, x.value, y.value))
            if stroked and pdfium.FPDFPathSegment_GetClose(segment):
                part.append(part[0])
        self.edges += _edges(part, stroked)

    def _matrix(self, item: Any) -> Matrix:
        matrix = self.matrix
        pdfium.FPDFPageObj_GetMatrix(item, matrix)
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f

    def _is_white(self, path: Any, stroked: bool) -> bool:
        """Tell whether a path cannot be seen: white, or transparent."""
        read = pdfium.FPDFPageObj_GetStrokeColor if stroked else pdfium.FPDFPageObj_GetFillColor
        red, green, blue, alpha = self.colours
        if not read(path, red, green, blue, alpha):
            return False
        return min(red.value, green.value, blue.value) >= WHITE or alpha.value == 0


def _edges(part: list[tuple[float, float]], stroked: bool) -> Iterator[Edge]:
    if len(part) < 2:
        return
    if stroked:
        for one, other in pairwise(part):
            yield edge(one, other)
    else:
        across, up = zip(*part, strict=True)
        yield min(across), min(up), max(across), max(up)
