"""Columns that did not fit on the page of their table are put beside it again: rows stand at the same height.

Names of rows and lines over the table that are printed again are left out; another line, such as a title in the middle
of the sheet, stands over the whole table. Every cell and every line keeps its page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dagster_project.extraction.read.page.cells import Cell
from dagster_project.extraction.read.page.page import Block, Page
from dagster_project.extraction.read.page.phrases import Phrase
from dagster_project.extraction.read.page.spread import NEAR
from dagster_project.extraction.read.page.tables import PageTable
from dagster_project.extraction.vocabulary import Omission


def put_beside(pages: Sequence[Page], spread: Mapping[int, int]) -> list[Page]:
    """Return the pages with the tables of `spread` in one, but for those whose rows cannot be told apart."""
    if not spread:
        return list(pages)
    found = {page.number: page for page in pages}
    for number, first in sorted(spread.items()):
        rest, table = _table(found[number]), _table(found[first])
        if rest is None or table is None or (rows := _rows([table, rest])) is None:
            continue
        again = _named_again(table, rest, rows)
        joined = _joined(table, rest, rows, again, number)
        above, others = _over(found[first], table), _over(found[number], rest)
        twice = [line for line in others if any(line.text in own.text for own in above)]
        moved = [line._replace(turns=((0, number),)) for line in others if line not in twice]
        found[first] = replace(found[first], blocks=_with(found[first], table, joined, [*above, *moved]))
        blocks = tuple(block for block in found[number].blocks if block is not rest and block not in others)
        found[number] = replace(found[number], blocks=blocks)
        printed_again = " ".join([*(line.text for line in twice), *(cell.text for cell in again)])
        left = {**found[number].recount.left_out, Omission.REPEATED: printed_again}
        found[number] = replace(found[number], recount=found[number].recount._replace(left_out=left))
    changed = {*spread, *spread.values()}
    return [found[page.number] if page.number in changed else page for page in pages]


def _table(page: Page) -> PageTable | None:
    return next((block for block in page.blocks if isinstance(block, PageTable)), None)


def _over(page: Page, table: PageTable) -> list[Phrase]:
    return [block for block in page.blocks if isinstance(block, Phrase) and block.box.bottom < table.box.top]


def _with(page: Page, table: PageTable, joined: PageTable, lines: Sequence[Phrase]) -> tuple[Block, ...]:
    """Return the blocks of a page with another table, and with these lines over it, top to bottom."""
    over = sorted(lines, key=lambda line: round(line.box.top))
    others = (joined if block is table else block for block in page.blocks if block not in lines)
    return (*over, *others)


def _rows(tables: Iterable[PageTable]) -> list[float] | None:
    """Return where the rows of all tables begin; None where two rows of a table begin at one height."""
    tops: list[float] = []
    for table in tables:
        begin = {cell.row: cell.box.top for cell in table.cells}
        if len({_place(sorted(begin.values()), top) for top in begin.values()}) < len(begin):
            return None
        tops += [top for top in begin.values() if not any(abs(top - other) <= NEAR for other in tops)]
    return sorted(tops)


def _place(tops: Sequence[float], top: float) -> int:
    """Return which of some heights one is."""
    return min(range(len(tops)), key=lambda at: (abs(tops[at] - top) > NEAR, at))


def _named_again(table: PageTable, rest: PageTable, rows: Sequence[float]) -> list[Cell]:
    """Return the cells of the first columns of the rest that another column holds, too."""
    again: list[Cell] = []
    held = [_column(table, column, rows) for column in range(len(table.across) - 1)]
    for column in range(len(rest.across) - 1):
        texts = _column(rest, column, rows)
        if not texts or texts not in held:
            break
        again += [cell for cell in rest.cells if cell.column == column]
    return again


def _column(table: PageTable, column: int, rows: Sequence[float]) -> dict[int, str]:
    return {_place(rows, cell.box.top): cell.text for cell in table.cells if cell.column == column}


def _joined(table: PageTable, rest: PageTable, rows: Sequence[float], again: Sequence[Cell], number: int) -> PageTable:
    first = 1 + max((cell.column for cell in again), default=-1)
    columns, moved = len(table.across) - 1, table.across[-1] - rest.across[first]
    beside = [
        replace(cell, row=_place(rows, cell.box.top), column=columns + cell.column - first, page=number)
        for cell in rest.cells
        if cell.column >= first
    ]
    own = [replace(cell, row=_place(rows, cell.box.top)) for cell in table.cells]
    cells = sorted([*own, *beside], key=lambda cell: (cell.row, cell.column))
    across = (*table.across, *(place + moved for place in rest.across[first + 1 :]))
    return PageTable(table.box, across, tuple(cells), table.method)
