"""Rows that stand over the first line of a ruled table, with no line above them: a header that was left unruled.

Their words stand over the columns, at least three of them and over half of the columns, close to the table and with
no colon, which a caption such as `编制单位：…` would have.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dagster_project.extraction.read.page.cells import Cell
from dagster_project.extraction.read.page.geometry import Box
from dagster_project.extraction.read.page.lines import Line, line_text
from dagster_project.extraction.read.page.phrases import box_of, cut
from dagster_project.extraction.read.page.tables import PageTable

GAP = 0.6
"""Heights of blank paper between two words of a header, at least."""
NEAR = 2.0
"""Heights from the baseline of such a row to the line below it, at most."""
COLUMNS = 3


def crown(table: PageTable, lines: Sequence[Line]) -> tuple[PageTable, list[Line]]:
    """Return the table with the rows that stand over its first line, and the lines that are none of them."""
    rest = list(lines)
    over = [line for line in lines if line[0].baseline <= table.box.top]
    while over and (cells := _row_over(table, over[-1])):
        box = table.box._replace(top=cells[0].box.top)
        table = replace(table, box=box, cells=(*cells, *table.cells))
        rest.remove(over.pop())
    return table, rest


def _row_over(table: PageTable, line: Line) -> tuple[Cell, ...]:
    """Return the cells of a line that stands directly over the table; none where it is something else."""
    parts, across = cut(line, GAP), table.across
    if len(parts) < COLUMNS or table.box.top - line[0].baseline > NEAR * line[0].size:
        return ()
    row, columns = table.cells[0].row - 1, len(across) - 1
    cells = []
    for part in parts:
        left, top, right, bottom = box_of(part)
        column, text = bisect_right(across, (left + right) / 2) - 1, line_text(part)
        if not 0 <= column < columns or ":" in text or "：" in text:
            return ()
        room = across[column + 1] - across[column] - (right - left)
        cells.append(
            Cell(row, column, Box(across[column], top, across[column + 1], bottom), text, room, room, bottom - top)
        )
    distinct = len({cell.column for cell in cells}) == len(cells)
    return tuple(cells) if distinct and 2 * len(cells) > columns else ()
