"""One page as read: its tables and its lines of text, in reading order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dagster_project.extraction.read.page.aligned import GAP, find_aligned
from dagster_project.extraction.read.page.cells import read_cells
from dagster_project.extraction.read.page.characters import Character, Characters
from dagster_project.extraction.read.page.geometry import Box
from dagster_project.extraction.read.page.lattice import find_lattices
from dagster_project.extraction.read.page.lines import text_lines
from dagster_project.extraction.read.page.open_top import crown
from dagster_project.extraction.read.page.phrases import Phrase, cut, phrases
from dagster_project.extraction.read.page.rulings import Rulings
from dagster_project.extraction.read.page.scans import Drawn, Scan, is_scan
from dagster_project.extraction.read.page.tables import PageTable

Block = PageTable | Phrase | Scan


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


def lay_out(
    number: int,
    characters: Characters,
    rulings: Callable[[], Rulings],
    drawn: Callable[[], Drawn],
    rotation: int = 0,
    has_picture: bool = True,
) -> Page:
    """Put the characters of a page together; `rotation` is that with which the page is displayed.

    `has_picture` says that the page can be had as a picture, should its characters say nothing. Its rulings, and what
    else is drawn on it, are asked for only where they are needed.
    """
    upright, printed, oblique = characters
    width, height = upright.size
    blocks: list[Block] = []
    if is_scan(printed, drawn, width, height, has_picture):
        blocks.append(Scan(Box(0, 0, width, height)))
    elif printed:
        tables, rest = _ruled(rulings(), printed)
        lines = text_lines(rest)
        for table in tables:
            crowned, lines = crown(table, lines)
            blocks.append(crowned)
        aligned, parted = find_aligned([cut(line, GAP) for line in lines])
        blocks += [*aligned, *phrases(parted)]
        blocks.sort(key=lambda block: (block.box.top, block.box.left))
    if oblique:
        blocks.append(Phrase(Box(0, 0, width, height), oblique, 0, False))
    return Page(number, width, height, tuple(blocks), (upright.angle + rotation) % 360)


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
