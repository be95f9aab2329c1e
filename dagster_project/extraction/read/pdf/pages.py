"""One page as read: its tables and its lines of text, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from dagster_project.extraction.read.pdf import native
from dagster_project.extraction.read.pdf.aligned import GAP, find_aligned
from dagster_project.extraction.read.pdf.annotations import entered
from dagster_project.extraction.read.pdf.cells import read_cells
from dagster_project.extraction.read.pdf.characters import Character, read_characters
from dagster_project.extraction.read.pdf.geometry import Box
from dagster_project.extraction.read.pdf.lattice import find_lattices
from dagster_project.extraction.read.pdf.lines import text_lines
from dagster_project.extraction.read.pdf.open_top import crown
from dagster_project.extraction.read.pdf.phrases import Phrase, cut, phrases
from dagster_project.extraction.read.pdf.rulings import Rulings, read_drawing, rulings_of
from dagster_project.extraction.read.pdf.scans import Picture, Scan, is_covered, is_scan, pictures
from dagster_project.extraction.read.pdf.tables import PageTable
from dagster_project.extraction.read.pdf.visible import NOTHING, seen

Block = PageTable | Phrase | Scan | Picture


@dataclass(frozen=True)
class Page:
    """A page, upright: its number from 1, its size in points, and its blocks in reading order.

    `turn` is the angle, clockwise in degrees, in which its text runs on the page as it is displayed.
    """

    number: int
    width: float
    height: float
    blocks: tuple[Block, ...]
    turn: int


def read_page(page: Any, text_page: Any, number: int) -> Page:
    """Read a page that pdfium has loaded."""
    drawing = read_drawing(page)
    unseen = drawing.painted.unseen(native.handle(text_page))
    if unseen.is_layer:
        # it is kept as it is, for a page that is not recognised
        unseen = NOTHING._replace(is_layer=True)
    with seen(page, text_page, unseen) as text:
        upright, printed, oblique, clipped = read_characters(page, text, unseen.clips)
    oblique += unseen.watermarks
    printed += entered(page, upright)
    width, height = upright.size
    whole = Box(0, 0, width, height)
    turn = (upright.angle + 90 * pdfium.FPDFPage_GetRotation(page)) % 360
    boxes = [upright.box(*edge) for edge in drawing.painted.pictures]
    blocks: list[Block] = []
    if is_scan(page, printed, width, height):
        blocks.append(Scan(whole))
    elif printed:
        rulings = rulings_of(drawing, upright)
        tables, rest = _ruled(rulings, printed)
        lines = text_lines([*rest, *_outside(tables, clipped)])
        for table in tables:
            crowned, lines = crown(table, lines)
            blocks.append(crowned)
        aligned, parted = find_aligned([cut(line, GAP) for line in lines], () if tables else rulings.down)
        blocks += [*aligned, *phrases(parted), *pictures(boxes, printed, whole, turn)]
        blocks.sort(key=lambda block: (block.box.top, block.box.left))
    if oblique:
        blocks.append(Phrase(whole, oblique, 0, False))
    if unseen.is_layer and is_covered(boxes, whole):
        blocks = [Scan(whole, tuple(blocks))]
    return Page(number, width, height, tuple(blocks), turn)


def _outside(tables: Iterable[PageTable], characters: Iterable[Character]) -> Iterator[Character]:
    """Yield the characters that stand in no table."""
    for character in characters:
        boxes = (table.box for table in tables)
        if not any(
            box.left < character.right and character.left < box.right and box.top < character.middle < box.bottom
            for box in boxes
        ):
            yield character


def _ruled(rulings: Rulings, characters: list[Character]) -> tuple[list[PageTable], list[Character]]:
    """Return the ruled tables of a page, and the characters that stand in none.

    A table that stands in a cell of another, or in a frame, takes its characters first.
    """
    tables: list[PageTable] = []
    for lattice in sorted(find_lattices(rulings), key=lambda each: _area(each.box)):
        cells, characters = read_cells(lattice, characters)
        if cells:
            tables.append(PageTable(lattice.box, lattice.across, tuple(cells), "lattice"))
    return tables, characters


def _area(box: Box) -> float:
    return box.width * box.height
