"""One page as read: its tables and its lines of text, in reading order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dagster_project.extraction.read.page.aligned import GAP
from dagster_project.extraction.read.page.cells import read_cells
from dagster_project.extraction.read.page.characters import Character, Characters, text_of
from dagster_project.extraction.read.page.geometry import Box
from dagster_project.extraction.read.page.lattice import find_lattices
from dagster_project.extraction.read.page.lines import text_lines
from dagster_project.extraction.read.page.open_top import crown
from dagster_project.extraction.read.page.phrases import Phrase, cut, phrases
from dagster_project.extraction.read.page.rulings import Ruling, Rulings
from dagster_project.extraction.read.page.scans import Drawn, Picture, Scan, is_scan, pictures
from dagster_project.extraction.read.page.sheets import Half, halves
from dagster_project.extraction.read.page.tables import PageTable
from dagster_project.extraction.read.page.tiers import with_walls
from dagster_project.extraction.read.page.unruled import find_aligned
from dagster_project.extraction.vocabulary import Omission

Block = PageTable | Phrase | Scan | Picture
DIGIT = re.compile(r"\d")


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
    is_said_otherwise: bool = False
    """The file says other digits in the stead of those that it prints."""
    is_cut_off: bool = False
    """Figures are drawn over its edge, where nobody sees them."""
    beside: Page | None = None
    """The page that is printed to the right of it, on the same sheet."""
    share: float = 1.0
    """Part of the width that the page takes: the rest is of another, on the same sheet."""

    def pages(self) -> Iterator[Page]:
        """Yield the pages of the sheet, left to right."""
        yield self
        if self.beside is not None:
            yield self.beside


def lay_out(
    number: int,
    characters: Characters,
    rulings: Callable[[], Rulings],
    drawn: Callable[[], Drawn],
    images: Sequence[Box] = (),
    rotation: int = 0,
    has_picture: bool = True,
) -> Page:
    """Put the characters of a page together; `rotation` is that with which the page is displayed.

    `images` are those among which tables are looked for. `has_picture` says that the page can be had as a picture,
    should its characters say nothing. Its rulings, and what else is drawn on it, are asked for only where they are
    needed.
    """
    upright, printed, oblique, clipped, outside, hidden, is_cut = characters
    width, height = upright.size
    whole, turn = Box(0, 0, width, height), (upright.angle + rotation) % 360
    parts: list[list[Block]] = [[]]
    if is_scan(printed, drawn, width, height, has_picture):
        parts[0].append(Scan(whole))
    elif printed:
        parts, waiting, clipped = [], clipped, []
        for half in halves(printed, rulings(), width, height):
            blocks, within = _laid_out(half, [each for each in waiting if half.start <= each.left < half.end])
            parts.append(blocks)
            clipped += within
        parts[0] += pictures(images, printed, whole, turn)
        for blocks in parts:
            blocks.sort(key=lambda block: (block.box.top, block.box.left))
    if oblique:
        parts[0].append(Phrase(whole, oblique, 0, False))
    left_out = {Omission.OFF_PAGE: outside, Omission.HIDDEN: hidden + text_of(clipped)}
    beside, share = None, 1 / len(parts)
    for blocks in parts[1:]:
        beside = Page(number, width, height, tuple(blocks), turn, share=share)
    page = Page(number, width, height, tuple(parts[0]), turn, Recount(left_out=left_out), beside=beside, share=share)
    return replace(page, is_cut_off=True) if is_cut or DIGIT.search(outside) else page


def _laid_out(half: Half, clipped: Sequence[Character]) -> tuple[list[Block], list[Character]]:
    """Return the tables and the words of a page, and those of the clipped characters that stand in a table."""
    blocks: list[Block] = []
    ruled, walls = with_walls(half.rulings, half.characters)
    tables, rest = _ruled(ruled, walls, half.characters)
    outside, within = _parted(tables, clipped)
    lines = text_lines([*rest, *outside])
    for table in tables:
        crowned, lines = crown(table, lines)
        blocks.append(crowned)
    aligned, parted = find_aligned([cut(line, GAP) for line in lines], () if tables else ruled.down)
    return [*blocks, *aligned, *phrases(parted)], within


def _parted(tables: Sequence[PageTable], characters: Iterable[Character]) -> tuple[list[Character], list[Character]]:
    """Return the characters that stand in no table, and those that stand in one."""
    beside: list[Character] = []
    within: list[Character] = []
    for character in characters:
        boxes = (table.box for table in tables)
        is_within = any(
            box.left < character.right and character.left < box.right and box.top < character.middle < box.bottom
            for box in boxes
        )
        (within if is_within else beside).append(character)
    return beside, within


def _ruled(
    rulings: Rulings, walls: Sequence[Ruling], characters: list[Character]
) -> tuple[list[PageTable], list[Character]]:
    """Return the ruled tables of a page, and the characters that stand in none; `walls` are those nobody drew.

    A table that stands in a cell of another, or in a frame, takes its characters first.
    """
    tables: list[PageTable] = []
    for lattice in sorted(find_lattices(rulings), key=lambda each: _area(each.box)):
        cells, characters = read_cells(lattice, characters)
        if cells:
            method = "aligned" if any(_stands_in(wall, lattice.box) for wall in walls) else "lattice"
            tables.append(PageTable(lattice.box, lattice.across, tuple(cells), method))
    return tables, characters


def _stands_in(wall: Ruling, box: Box) -> bool:
    return box.left <= wall.at <= box.right and wall.start < box.bottom and box.top < wall.end


def _area(box: Box) -> float:
    return box.width * box.height
