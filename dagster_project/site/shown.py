"""What is to be seen of a document: its pages as pictures, over them what was read and what was found.

A page is drawn only where its words were read, with what is personal in black: see `inspection.redaction`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

import pypdfium2

from dagster_project.extraction.model.document import Area
from dagster_project.inspection import Reading, content, pages_to_draw
from dagster_project.inspection.page import Part
from dagster_project.inspection.pictures import draw, png
from dagster_project.inspection.redaction import redaction
from dagster_project.review import Pieces, lines_around
from dagster_project.review.places import Places
from dagster_project.settings import Settings
from dagster_project.site import addresses
from dagster_project.site.catalogue import Document
from dagster_project.site.reading import pages_read
from dagster_project.tracing.operands import Operand

LARGEST = 16_384
"""Bytes of the words of one cell that a page keeps; a whole text in a cell is cut."""
Pictures = dict[int, tuple[bytes, tuple[int, int]]]


class Frame(NamedTuple):
    """A figure of a finding on a page: which finding, which of its sides, and where."""

    finding_id: str
    side: str
    area: Area


class Shown:
    """What is to be seen of a document: sections with pictures, cells and frames of findings."""

    def __init__(
        self,
        settings: Settings,
        reading: Reading | None,
        document: Document,
        operands: Mapping[str, list[Operand]],
        unread: set[int | None],
    ) -> None:
        self.settings = settings
        self.reading, self.document, self.operands, self.unread = reading, document, operands, unread

    def name(self, page: int) -> str:
        """Return the name of the picture of a page."""
        return f"page-{page}.png"

    @cached_property
    def pictures(self) -> Pictures:
        """The pages that are drawn, as PNG, with width and height."""
        reading = self.reading
        if reading is None or reading.document.format != "pdf":
            return {}
        drawn: Pictures = {}
        seen = pages_read(reading.document) - self.unread
        with pypdfium2.PdfDocument(reading.content) as pdf:
            hidden = redaction(reading.document, pdf)
            for page in pages_to_draw(reading):
                pixels = draw(pdf, page, hidden) if page in seen else None
                if pixels is not None:
                    drawn[page] = png(pixels), (pixels.shape[1], pixels.shape[0])
        return drawn

    def size(self, page: int | None) -> tuple[int, int] | None:
        """Return width and height of the picture of a page."""
        return self.pictures[page][1] if page in self.pictures else None

    def content(self, address: Any, language: str) -> Mapping[str, Any]:
        """Return the sections, with pictures at the addresses that are given for their names."""
        if self.reading is None:
            return {"sections": [], "tables": [], "page_count": 0, "drawn": 0}
        return content(self.reading, {page: address(self.name(page)) for page in self.pictures}, language)

    @cached_property
    def frames(self) -> Mapping[int, list[Frame]]:
        """By page, the figures of findings."""
        framed: dict[int, list[Frame]] = defaultdict(list)
        if self.reading is None or not self.pictures:
            return framed
        with pypdfium2.PdfDocument(self.reading.content) as pdf:
            places = Places(self.reading.document, pdf)
            for finding_id, operand in self._own():
                for area in places.of(operand):
                    framed[operand.page or 0].append(Frame(finding_id, operand.side, area))
        return framed

    @cached_property
    def sides(self) -> Mapping[str, tuple[str, str]]:
        """By the anchor of a cell, the finding that it is a figure of, and its side."""
        found: dict[str, tuple[str, str]] = {}
        for finding_id, operand in self._own():
            if operand.table_number and operand.row_number and operand.column_number:
                anchor = addresses.cell(operand.table_number, operand.row_number, operand.column_number)
                found.setdefault(anchor, (finding_id, operand.side))
        return found

    def places_of(self, finding_id: str) -> list[Operand]:
        """Return the figures of a finding, of this document and of others; one that enters twice is one."""
        figures = {(each.side, each.ledger_id or each.operand_id): each for each in self.operands.get(finding_id, ())}
        return list(figures.values())

    def lines(self, finding_id: str) -> list[Pieces]:
        """Return the lines around the figures of a finding, where no page can show them."""
        own = [each for each in self.places_of(finding_id) if each.document_id == self.document.document_id]
        return [] if self.pictures or self.reading is None else list(lines_around(self.settings, own))

    def is_shown(self, operand: Operand) -> bool:
        """Tell whether the page of its document holds the place of a figure."""
        return bool(operand.table_number or operand.ledger_id or operand.page)

    def rows(self, part: Part) -> dict[int, Area]:
        """Return the boxes around the rows of a table on a page, by row."""
        boxes: dict[int, list[Area]] = defaultdict(list)
        for mark in part.over:
            if mark.box:
                boxes[mark.row].append(mark.box)
        return {row: _around(found) for row, found in boxes.items()}

    def as_data(self, part: Part) -> dict[int, dict[int, str]]:
        """Return the texts of a table that lies over a picture, by row and column."""
        cells: dict[int, dict[int, str]] = defaultdict(dict)
        for mark in part.over:
            cells[mark.row][mark.column] = mark.text[:LARGEST]
        return cells

    def _own(self) -> Iterator[tuple[str, Operand]]:
        for finding_id, operands in self.operands.items():
            for operand in operands:
                if operand.document_id == self.document.document_id:
                    yield finding_id, operand


def _around(boxes: list[Area]) -> Area:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)
