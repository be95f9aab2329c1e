"""One set of columns for the pages of one table: a page on which fewer walls are drawn is spread over all of them.

A header cell that lost its walls at a page break, and a last page with fewer columns, then stand where the rows of
the other pages expect them. A row that a page break cut in two is put together again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dagster_project.extraction.read.page.cells import Cell
from dagster_project.extraction.read.page.lines import PADDING
from dagster_project.extraction.read.page.paragraphs import START, Placed
from dagster_project.extraction.read.page.tables import PageTable
from dagster_project.extraction.read.page.wrapping import fits, glue

NEAR = 4.0
"""Points by which a wall may stand elsewhere on the next page."""


def align_columns(flow: Sequence[Placed]) -> list[Placed]:
    """Return the blocks with the columns of continued tables made one."""
    aligned = list(flow)
    for run in _runs(flow):
        tables = [block for index in run if isinstance(block := flow[index].block, PageTable)]
        widest = max(tables, key=lambda table: len(table.across)).across
        for index, table in zip(run, tables, strict=True):
            if table.across != widest:
                aligned[index] = Placed(flow[index].page, _spread(table, widest))
        _mend(aligned, run)
    return aligned


def _runs(flow: Sequence[Placed]) -> Iterator[list[int]]:
    """Yield the places of tables that follow one another over pages, with nothing but page numbers between."""
    run: list[int] = []
    for index, placed in enumerate(flow):
        if placed.is_page_number:
            continue
        if run and not _follows(flow[run[-1]], placed):
            if len(run) > 1:
                yield run
            run = []
        if isinstance(placed.block, PageTable):
            run.append(index)
    if len(run) > 1:
        yield run


def _follows(before: Placed, placed: Placed) -> bool:
    one, other = before.block, placed.block
    if not isinstance(one, PageTable) or not isinstance(other, PageTable) or placed.page is before.page:
        return False
    few, many = sorted((one.across, other.across), key=len)
    return all(min(abs(x - wall) for wall in many) < NEAR for x in few) and _ends_meet(few, many)


def _ends_meet(few: tuple[float, ...], many: tuple[float, ...]) -> bool:
    return abs(few[0] - many[0]) < NEAR and abs(few[-1] - many[-1]) < NEAR


def _spread(table: PageTable, across: tuple[float, ...]) -> PageTable:
    places = [_nearest(across, x) for x in table.across]
    cells = tuple(replace(cell, column=places[cell.column]) for cell in table.cells)
    return replace(table, across=across, cells=cells)


def _nearest(across: tuple[float, ...], x: float) -> int:
    return min(range(len(across)), key=lambda wall: abs(across[wall] - x))


def _mend(flow: list[Placed], run: list[int]) -> None:
    """Join the first row of a page to the last row of the page before where it holds nothing but the rest of words."""
    for one, other in pairwise(run):
        before, after = flow[one].block, flow[other].block
        assert isinstance(before, PageTable)
        assert isinstance(after, PageTable)
        margin = min(cell.least_room for cell in (*before.cells, *after.cells))
        last = {cell.column: cell for cell in before.cells if cell.row == before.cells[-1].row}
        rest = [cell for cell in after.cells if cell.row == after.cells[0].row]
        if len(rest) == len(after.cells) or not all(_is_rest(last.get(cell.column), cell, margin) for cell in rest):
            continue
        joined = {cell.column: glue(last[cell.column].text, cell.text) for cell in rest}
        cells = tuple(
            replace(cell, text=joined[cell.column]) if cell is last.get(cell.column) and cell.column in joined else cell
            for cell in before.cells
        )
        flow[one] = Placed(flow[one].page, replace(before, cells=cells))
        flow[other] = Placed(flow[other].page, replace(after, cells=after.cells[len(rest) :]))


def _is_rest(cell: Cell | None, rest: Cell, margin: float) -> bool:
    """Tell whether `rest` is what did not fit into `cell`: its last line was full, and the words go on.

    `margin` is what the fullest line of the table leaves free beside it.
    """
    if cell is None or START.match(rest.text) or cell.text[-1].isdigit() or rest.text[0].isdigit():
        return False
    return not fits(cell.room - min(max(margin, 0), PADDING), rest.text, cell.size)
