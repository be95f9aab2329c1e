"""The edges of a page that may be ruled lines, met with all else that is painted on it."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from dagster_project.extraction.read.page.geometry import IDENTITY, Edge, Matrix, move, times
from dagster_project.extraction.read.page.rulings import THIN, WHITE, Point, draws_letters, edges_of
from dagster_project.extraction.read.pdf import native
from dagster_project.extraction.read.pdf.painted import Painted

DEPTH = 6
"""Drawings within drawings that are followed."""
OBJECTS = 60_000
SEGMENTS = 200_000
"""Of one page; a page that draws more is a picture."""
SIMPLE = 6
"""Segments of a path that is a line or a rectangle."""


class Drawing(NamedTuple):
    """What is drawn on a page: the thin boxes and edges that may be ruled lines, and all that is painted."""

    edges: list[Edge]
    painted: Painted


def read_drawing(page: Any) -> Drawing:
    """Meet the objects of a page once, those inside of form drawings too."""
    reader = _Reader()
    return Drawing(reader.edges_of(native.handle(page)), reader.painted)


class _Reader:
    """Walks over the objects of a page with one set of buffers, and counts what it has met."""

    def __init__(self) -> None:
        self.edges: list[Edge] = []
        self.painted = Painted()
        self.objects, self.segments = OBJECTS, SEGMENTS
        self.modes, modes = native.room("i", 2)
        self.point, point = native.room("f", 2)
        self.matrix = pdfium.FS_MATRIX()
        self.mode_places, self.point_places = (modes, modes + 4), (point, point + 4)

    def edges_of(self, page: int) -> list[Edge]:
        """Return the thin boxes and the edges of a page."""
        self._objects(page, native.count_objects(page), native.get_object, IDENTITY, DEPTH)
        return self.edges

    def _objects(self, parent: int, count: int, get: Callable[[int, int], int], matrix: Matrix, depth: int) -> None:
        add_text, owner = self.painted.text, parent if depth < DEPTH else None
        for index in range(min(count, self.objects)):
            item = get(parent, index)
            kind = native.kind_of(item)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                add_text(item, owner, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix)
            elif kind != pdfium.FPDF_PAGEOBJ_FORM:
                self.painted.picture(item, matrix, kind)
            elif depth:
                inner = times(self._matrix(item), matrix)
                self._objects(item, native.count_inner(item), native.get_inner, inner, depth - 1)
        self.objects -= count

    def _path(self, path: int, matrix: Matrix) -> None:
        native.draw_mode(path, *self.mode_places)
        filled, stroked = self.modes
        if not (stroked or filled):
            return
        segments = native.count_segments(path)
        if segments <= SIMPLE:
            left, bottom, right, top = box = self.painted.bounds(path, matrix)
            if right - left <= THIN or top - bottom <= THIN:
                if not self._is_white(path, stroked):
                    self.edges.append(box)
                return
            if filled:
                self.painted.area(path, box)
            if not stroked:
                return
        self.segments -= segments
        if self.segments >= 0 and not self._is_white(path, stroked):
            self._walk(path, segments, times(self._matrix(path), matrix), stroked)

    def _walk(self, path: int, segments: int, matrix: Matrix, stroked: int) -> None:
        """Take the lines of a stroked path, or the boxes of the parts of a filled one; none of what draws letters."""
        edges: list[Edge] = []
        part: list[Point] = []
        bends = 0
        for index in range(segments):
            segment = native.path_segment(path, index)
            kind = native.segment_kind(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                edges += edges_of(part, bool(stroked))
                part = []
            elif kind == pdfium.FPDF_SEGMENT_BEZIERTO:
                # of its three points only the last lies on the curve
                bends += 1
                if bends % 3:
                    continue
            native.point_of(segment, *self.point_places)
            part.append(move(matrix, *self.point))
            if stroked and native.closes(segment):
                part.append(part[0])
        edges += edges_of(part, bool(stroked))
        if segments <= SIMPLE or not draws_letters(edges, bool(stroked)):
            self.edges += edges

    def _matrix(self, item: int) -> Matrix:
        matrix = self.matrix
        native.matrix_of(item, ctypes.addressof(matrix))
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f

    def _is_white(self, path: int, stroked: int) -> bool:
        """Tell whether a path cannot be seen: white, or transparent."""
        read = native.stroke_of if stroked else native.fill_of
        if not read(path, *self.painted.colour_places):
            return False
        red, green, blue, alpha = self.painted.colours
        return min(red, green, blue) >= WHITE or alpha == 0
