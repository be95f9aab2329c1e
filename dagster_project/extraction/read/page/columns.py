"""One set of columns for the pages of one table: a page on which fewer walls are drawn is spread over all of them.

A header cell that lost its walls at a page break, and a last page with fewer columns, then stand where the rows of
the other pages expect them. A row that a page break cut in two is put together again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from dagster_project.extraction.read.page.cells import Cell
from dagster_project.extraction.read.page.lines import PADDING, is_cut
from dagster_project.extraction.read.page.paragraphs import START, Placed
from dagster_project.extraction.read.page.tables import PageTable
from dagster_project.extraction.read.page.wrapping import fits, glue

WIDER, WIDE_DIGITS = 1.05, 1.2
"""Widths of a letter, and of two digits, as its height was measured: letters keep some paper free above them."""
NEAR = 4.0
"""Points by which a wall may stand elsewhere on the next page."""
FIGURE = re.compile(r"[-+−－]?[\d,.]+[%％]?")
CODE, GROUPED = re.compile(r"\d{3}(?:\d\d){0,2}"), re.compile(r"[-+−－]?\d{1,3}(?:,\d{3})*(?:\.\d\d)?")
FEWEST_POSITIONS = 3
"""Numbers from 1 upwards, from which a row counts the columns."""
POINTS = ".,"
"""What a whole code is, and a whole amount in groups of three digits or to the cent."""


def align_columns(flow: Sequence[Placed]) -> list[Placed]:
    """Return the blocks with the columns of continued tables made one."""
    aligned: list[Placed | None] = list(flow)
    for run in _runs(flow):
        tables = [block for index in run if isinstance(block := flow[index].block, PageTable)]
        widest = max(tables, key=lambda table: len(table.across)).across
        for index, table in zip(run, tables, strict=True):
            if table.across != widest:
                aligned[index] = Placed(flow[index].page, _spread(table, widest))
        _mend(aligned, run)
    return [placed for placed in aligned if placed is not None]


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


def _mend(flow: list[Placed | None], run: list[int]) -> None:
    """Join the first row of a page to the last row of the page before where it holds nothing but the rest of words.

    It is the first below the header, where the page prints that again. A page that holds no other row is gone.
    """
    one = run[0]
    for other in run[1:]:
        before, after = _table(flow, one), _table(flow, other)
        last = {cell.column: cell for cell in before.cells if cell.row == before.cells[-1].row}
        header = _repeated(_table(flow, run[0]), after)
        rest = _row(after.cells[header:])
        others = after.cells[:header] + after.cells[header + len(rest) :]
        margin = min(cell.least_room for cell in (*before.cells, *after.cells))
        if not _is_rest_of(last, rest, margin, _columns_of_codes([*before.cells[: -len(last)], *others])):
            one = other
            continue
        joined = {cell.column: glue(last[cell.column].text, cell.text) for cell in rest}
        cells = tuple(
            replace(cell, text=joined[cell.column]) if cell is last.get(cell.column) and cell.column in joined else cell
            for cell in before.cells
        )
        is_all = header + len(rest) == len(after.cells)
        if is_all:
            # the words are full to their end, and may go on on the page that follows
            ends = {cell.column: cell for cell in rest}
            cells = tuple(
                replace(cell, room=ends[cell.column].room)
                if cell.row == cells[-1].row and cell.column in ends
                else cell
                for cell in cells
            )
        flow[one] = _placed(flow, one, replace(before, cells=cells))
        if is_all:
            flow[other] = None
        else:
            flow[other] = _placed(flow, other, replace(after, cells=others))
            one = other


def _row(cells: Sequence[Cell]) -> list[Cell]:
    """Return the cells of the first row."""
    return [cell for cell in cells if cell.row == cells[0].row]


def _repeated(first: PageTable, table: PageTable) -> int:
    """Return how many cells of whole rows a table begins with that the first of its pages begins with, too."""
    alike = list(takewhile(lambda pair: _says(pair[0]) == _says(pair[1]), zip(first.cells, table.cells, strict=False)))
    length = len(alike)
    while 0 < length < len(table.cells) and table.cells[length].row == table.cells[length - 1].row:
        length -= 1
    return length if length < len(table.cells) else 0


def _says(cell: Cell) -> tuple[int, str]:
    return cell.column, cell.text


def _table(flow: Sequence[Placed | None], place: int) -> PageTable:
    placed = flow[place]
    assert placed is not None
    assert isinstance(placed.block, PageTable)
    return placed.block


def _placed(flow: Sequence[Placed | None], place: int, table: PageTable) -> Placed:
    placed = flow[place]
    assert placed is not None
    return Placed(placed.page, table)


def _columns_of_codes(cells: Sequence[Cell]) -> set[int]:
    """Return the columns in which all whole numbers have the digits of a code, as no counts and amounts have.

    A row that numbers the columns says nothing of what they hold.
    """
    rows = [[cell for cell in row if cell.text.isdecimal()] for _, row in groupby(cells, lambda cell: cell.row)]
    numbers = [cell for row in rows if not _are_positions([int(cell.text) for cell in row]) for cell in row]
    return {cell.column for cell in numbers} - {cell.column for cell in numbers if not CODE.fullmatch(cell.text)}


def _are_positions(numbers: Sequence[int]) -> bool:
    return len(numbers) >= FEWEST_POSITIONS and list(numbers) == list(range(1, len(numbers) + 1))


def _is_rest_of(last: Mapping[int, Cell], rest: Sequence[Cell], margin: float, of_codes: Collection[int]) -> bool:
    """Tell whether a row is what did not fit into the last one: of one of its cells it is plain, no other denies it.

    `margin` is what the fullest line of the table leaves free beside it, `of_codes` are its columns of codes.
    """
    if not all(_was_full(last.get(cell.column), cell, margin, cell.column in of_codes) for cell in rest):
        return False
    return any(_go_on(last[cell.column].text, cell.text) or is_cut(last[cell.column].text, cell.text) for cell in rest)


def _was_full(cell: Cell | None, rest: Cell, margin: float, is_of_codes: bool) -> bool:
    """Tell whether the last line of `cell` had no room for the words of `rest`, which are no figure of their own."""
    if cell is None:
        return False
    is_figure = FIGURE.fullmatch(cell.text) or FIGURE.fullmatch(rest.text)
    if is_figure and not _is_one_figure(cell.text, rest.text, (CODE, GROUPED) if is_of_codes else (GROUPED,)):
        return False
    return not fits(
        cell.room - min(max(margin, 0), PADDING), rest.text, (WIDE_DIGITS if is_figure else WIDER) * cell.size
    )


def _is_one_figure(text: str, rest: str, wholes: Sequence[re.Pattern[str]]) -> bool:
    """Tell whether only both together are a code, or an amount: 201380 and 1, 10,185,600.0 and 0, 9,100 and .00.

    21011 is a code, but 01 below it is none.
    """
    whole = text + rest
    is_no_figure = rest[0] in POINTS
    return is_cut(text, rest) or any(
        each.fullmatch(whole) and (is_no_figure or not (each.fullmatch(text) and each.fullmatch(rest)))
        for each in wholes
    )


def _go_on(text: str, rest: str) -> bool:
    """Tell whether words begin nothing new, and neither end nor begin with a digit."""
    return not (START.match(rest) or text[-1].isdigit() or rest[0].isdigit())
