"""One page as read: its tables and its lines of text, in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

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
from dagster_project.extraction.read.pdf.visible import NOTHING, seen, words_of
from dagster_project.extraction.read.persons import digits_of
from dagster_project.extraction.recount.pdf import plain_text
from dagster_project.extraction.vocabulary import Omission

Block = PageTable | Phrase | Scan | Picture


class Recount(NamedTuple):
    """What the second count is told of a page: its plain text, what was entered on it, and what nobody sees of it."""

    plain: str = ""
    entered: str = ""
    left_out: Mapping[Omission, str] = {}


NOTHING_TOLD = Recount()


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
    recount: Recount = NOTHING_TOLD


def read_page(page: Any, text_page: Any, number: int) -> Page:
    """Read a page that pdfium has loaded."""
    drawing = read_drawing(page)
    unseen = drawing.painted.unseen(native.handle(text_page))
    if unseen.is_layer:
        # it is kept as it is, for a page that is not recognised
        unseen = NOTHING._replace(is_layer=True)
    gone = " ".join(words_of(text.item, native.handle(text_page)) for text in unseen.texts)
    with seen(page, text_page, unseen) as text:
        upright, printed, oblique, clipped, outside = read_characters(page, text, unseen.clips)
        plain = f"{plain_text(text)} {gone}"
    oblique += unseen.watermarks
    filled = entered(page, upright)
    printed += filled
    width, height = upright.size
    whole = Box(0, 0, width, height)
    turn = (upright.angle + 90 * pdfium.FPDFPage_GetRotation(page)) % 360
    boxes = [upright.box(*edge) for edge in drawing.painted.pictures]
    blocks: list[Block] = []
    kept: list[Character] = []
    if is_scan(page, printed, width, height):
        blocks.append(Scan(whole))
    elif printed:
        rulings = rulings_of(drawing, upright)
        tables, rest = _ruled(rulings, printed)
        kept = list(_outside(tables, clipped))
        lines = text_lines([*rest, *kept])
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
    hidden = _without(gone + _text_of(clipped), unseen.watermarks + _text_of(kept))
    left_out = {Omission.OFF_PAGE: outside, Omission.HIDDEN: hidden}
    return Page(number, width, height, tuple(blocks), turn, Recount(plain, _text_of(filled), left_out))


def _text_of(characters: Iterable[Character]) -> str:
    return "".join(character.text for character in characters)


def _without(text: str, read: str) -> str:
    """Return the digits of a text without those that are read all the same."""
    return "".join((Counter(digits_of(text)) - Counter(digits_of(read))).elements())


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
