"""The ruled lines of a page, as pdfium tells its paths: those inside of drawings too."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

from dagster_project.extraction.read.page.geometry import Upright
from dagster_project.extraction.read.page.matrices import IDENTITY, Matrix, move, times
from dagster_project.extraction.read.page.rulings import THIN, WHITE, Edge, Point, Rulings, edge, edges_of, rulings_of

DEPTH = 6
"""Drawings within drawings that are followed."""
OBJECTS = 60_000
SEGMENTS = 200_000
"""Of one page; a page that draws more is a picture."""


def read_rulings(page: Any, upright: Upright) -> Rulings:
    """Read the lines of a page, those inside of form drawings too."""
    return rulings_of(_Reader().edges_of(page), upright)


class _Reader:
    """Walks over the path objects of a page with one set of buffers, and counts what it has met."""

    def __init__(self) -> None:
        self.edges: list[Edge] = []
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
        for index in range(min(count, self.objects)):
            item = get(parent, index)
            kind = kind_of(item)
            if kind == path:
                self._path(item, matrix)
            elif kind == form and depth:
                inner, children = times(self._matrix(item), matrix), pdfium.FPDFFormObj_CountObjects(item)
                self._objects(item, children, pdfium.FPDFFormObj_GetObject, inner, depth - 1)
        self.objects -= count

    def _path(self, path: Any, matrix: Matrix) -> None:
        fill, stroke = self.fill, self.stroke
        pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
        stroked = bool(stroke.value)
        if not (stroked or fill.value):
            return
        segments = pdfium.FPDFPath_CountSegments(path)
        if segments <= 6:
            left, bottom, right, top = box = self._bounds(path, matrix)
            if right - left <= THIN or top - bottom <= THIN:
                if not self._is_white(path, stroked):
                    self.edges.append(box)
                return
            if not stroked:
                return
        self.segments -= segments
        if self.segments >= 0 and not self._is_white(path, stroked):
            self._walk(path, segments, times(self._matrix(path), matrix), stroked)

    def _bounds(self, path: Any, matrix: Matrix) -> Edge:
        left, bottom, right, top = self.floats
        pdfium.FPDFPageObj_GetBounds(path, left, bottom, right, top)
        box = (left.value, bottom.value, right.value, top.value)
        return box if matrix is IDENTITY else edge(move(matrix, box[0], box[1]), move(matrix, box[2], box[3]))

    def _walk(self, path: Any, segments: int, matrix: Matrix, stroked: bool) -> None:
        """Take the lines of a stroked path, or the boxes of the parts of a filled one."""
        part: list[Point] = []
        x, y = self.floats[:2]
        for index in range(segments):
            segment = pdfium.FPDFPath_GetPathSegment(path, index)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
                self.edges += edges_of(part, stroked)
                part = []
            part.append(move(matrix, x.value, y.value))
            if stroked and pdfium.FPDFPathSegment_GetClose(segment):
                part.append(part[0])
        self.edges += edges_of(part, stroked)

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
