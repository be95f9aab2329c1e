"""A sheet: the image of a page made straight, with its tables and every box of text that is to be recognised."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from dagster_project.extraction.read.ocr import engine
from dagster_project.extraction.read.ocr.images import Image
from dagster_project.extraction.read.ocr.ink import (
    Piece,
    character_height,
    dark,
    pieces,
    slant,
    straightened,
    without_specks,
)
from dagster_project.extraction.read.ocr.lattice import Cell, Lattice, Mask, lattices, ruled_lines
from dagster_project.extraction.read.ocr.seals import without_seals

FAR = 8
"""Blank between two stretches of a page in which text is sought apart, in heights of a character."""
STRAIGHT = 0.08
"""Degrees of slant that are left as they are."""
RUNNING = 0.55
"""Width of running text at least, as a part of the page."""
SPARSE = 0.0005
"""Part of a page that is dark, at most, when it is blank."""


class Place(NamedTuple):
    """A box of text and the cell it stands in; `table` is None outside tables."""

    box: Piece
    table: int | None
    cell: int


class Sheet(NamedTuple):
    """A straight page: `height` is that of its characters."""

    image: Image
    height: int
    tables: tuple[Lattice, ...]
    places: tuple[Place, ...]
    inked: bool
    """Whether anything is on it."""

    def crop(self, box: Piece) -> Image:
        """Return the image of one box, with a little room around it."""
        room = max(2, self.height // 5)
        flat = max(0, self.height - (box.bottom - box.top)) // 2
        tall, wide = self.image.shape[:2]
        rows = slice(max(box.top - room - flat, 0), min(box.bottom + room + flat, tall))
        return self.image[rows, max(box.left - room, 0) : min(box.right + room, wide)]

    def margins(self) -> tuple[int, int]:
        """Return left and right of all that stands on the page, (0, 0) where that is too narrow for running text."""
        left = min((box.left for box, _, _ in self.places), default=0)
        right = max((box.right for box, _, _ in self.places), default=0)
        left = min([left, *(table.left for table in self.tables)])
        right = max([right, *(table.right for table in self.tables)])
        return (left, right) if right - left >= RUNNING * self.image.shape[1] else (0, 0)


def sheet_of(image: Image) -> Sheet:
    """Return the sheet on the image of a page that stands upright, or nearly."""
    image = without_seals(image)
    ink = _ink(image)
    height = character_height(ink)
    if height:
        degrees = slant(ink, height)
        if abs(degrees) > STRAIGHT:
            image = straightened(image, degrees)
            image = without_seals(image)
    ink = _ink(image)
    height = height or max(image.shape[:2]) // 100
    tables, drawn = lattices(*ruled_lines(ink, height), height)
    lines = cv2.dilate(drawn, np.ones((3, 3), np.uint8)) > 0
    paper = _paper(image)
    image, ink = image.copy(), without_specks(ink, height)
    image[lines] = paper[lines]
    ink[lines] = 0
    places = _outside(image, paper, ink, tables, height)
    for number, table in enumerate(tables):
        for index, cell in enumerate(table.cells):
            places += [Place(box, number, index) for box in _within(ink, cell, height)]
    inked = cv2.countNonZero(ink) > SPARSE * ink.size
    return Sheet(image, height, tuple(tables), tuple(places), inked)


def _paper(image: Image) -> Image:
    """Return the page without anything on it: its paper, with shades and shadows."""
    tall, wide = image.shape[:2]
    small = cv2.resize(image, (max(wide // 4, 1), max(tall // 4, 1)), interpolation=cv2.INTER_AREA)
    brightest = cv2.blur(cv2.dilate(small, np.ones((13, 13), np.uint8)), (13, 13))
    paper: Image = cv2.resize(brightest, (wide, tall))
    return paper


def _ink(image: Image) -> Mask:
    return dark(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY))


def _within(ink: Mask, cell: Cell, height: int) -> list[Piece]:
    found = pieces(ink[cell.top + 1 : cell.bottom, cell.left + 1 : cell.right], height)
    x, y = cell.left + 1, cell.top + 1
    return [Piece(box.line, box.left + x, box.top + y, box.right + x, box.bottom + y) for box in found]


def _outside(image: Image, paper: Image, ink: Mask, tables: list[Lattice], height: int) -> list[Place]:
    """Find text where no table is, with the detector, in each stretch of the page between tables."""
    visible, rest = image.copy(), ink.copy()
    for table in tables:
        window = table.window(3)
        visible[window] = paper[window]
        rest[window] = 0
    rows = np.flatnonzero(rest.any(axis=1))
    found = []
    for group in np.split(rows, np.flatnonzero(np.diff(rows) > FAR * height) + 1) if len(rows) else []:
        top, bottom = max(int(group[0]) - height, 0), int(group[-1]) + height
        columns = np.flatnonzero(rest[top:bottom].any(axis=0))
        left, right = max(int(columns[0]) - height, 0), int(columns[-1]) + height
        if cv2.countNonZero(rest[top:bottom, left:right]) >= height:
            boxes = engine.text_boxes(visible[top:bottom, left:right], height)
            found += [Piece(0, a + left, b + top, c + left, d + top) for a, b, c, d in boxes]
    return [Place(box, None, 0) for box in found]
