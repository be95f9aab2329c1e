"""Tell whether a grid heads its columns as the table before it does, where the two may be one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dagster_project.extraction.amounts import parse_number
from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.titles import title_words
from dagster_project.extraction.locate.columns import by_codes, header_of
from dagster_project.extraction.model.document import Grid, Row, Table
from dagster_project.extraction.vocabulary import OF_MONEY, Layout

HEADER_ROWS = 8
"""First rows of a table among which a header is sought that the next page repeats."""
ALIKE = 0.6
"""Part of the words of a header that the header before it has too, where the two are one."""
FEWEST_NAMED = 3
"""Cells of a row that names columns; one with fewer may be of the body."""
LETTER = re.compile(r"[\u4e00-\u9fff]")


def repeats_header(last: Table, grid: Grid) -> bool:
    """Tell whether a grid begins with a row that stands among the first of the table before."""
    return grid.rows[0].cells in [row.cells for row in last.rows[:HEADER_ROWS]]


def is_rest_of_header(last: Table, grid: Grid) -> bool:
    """Tell whether a page begins with the rest of the header that stands alone at the end of the page before."""
    is_header = len(header_of(last.rows)) == len(last.rows) and is_only_header(last)
    return is_header and max(len(row.cells) for row in grid.rows) == last.width


def is_only_header(last: Table) -> bool:
    """Tell whether no row of a table has a figure."""
    return not any(parse_number(cell) for row in last.rows for cell in row.cells)


def has_another_header(last: Table, grid: Grid) -> bool:
    """Tell whether a grid begins with the words of a header that the table before does not have, or lists otherwise."""
    header = header_of(grid.rows)
    classifications = {by_codes(rows) for rows in (grid.rows, last.rows)} - {None}
    if header and len(classifications) > 1:
        return True
    if header and not repeats_header(last, grid) and max(len(row.cells) for row in grid.rows) != last.width:
        return True
    known = _known_words(last)
    return any(len(words & known) < ALIKE * len(words) for words in (_words(header), _own_words(header)))


def has_strange_header(last: Table, grid: Grid) -> bool:
    """Tell whether a grid heads its columns otherwise than the statement before it: by other words, or none of its."""
    if not is_matrix(last):
        return False
    header = header_of(grid.rows)
    words = _words(header)
    if not any(map(title_words().column.fullmatch, words)):
        return _is_headed_by_other_words(last, grid)
    known = _known_words(last)
    is_wide = any(sum(map(bool, row.cells)) >= FEWEST_NAMED for row in header)
    return (_own_words(header) or words).isdisjoint(known) or (is_wide and has_another_header(last, grid))


def _is_headed_by_other_words(last: Table, grid: Grid) -> bool:
    """Tell whether nothing but words that the header of a statement of money lacks stands over most of its columns."""
    kind = knowledge().kinds[last.kind]
    first = [cell for cell in grid.rows[0].cells if cell]
    is_wide = len(first) >= FEWEST_NAMED and 2 * len(first) > last.width
    is_of_words = all(LETTER.search(cell) for cell in first) and not any(map(parse_number, first))
    return kind.family in OF_MONEY and is_wide and is_of_words and _known_words(last).isdisjoint(map(fold, first))


def is_matrix(table: Table) -> bool:
    """Tell whether a table is of a kind that has a header over its rows."""
    kind = knowledge().kinds.get(table.kind)
    return kind is not None and kind.layout == Layout.MATRIX


def _known_words(last: Table) -> set[str]:
    return {fold(cell) for row in last.rows[:HEADER_ROWS] for cell in row.cells if cell}


def _words(header: Sequence[Row]) -> set[str]:
    return {fold(cell) for row in header for cell in row.cells if cell}


def _own_words(header: Sequence[Row]) -> set[str]:
    """Return the words of a header that few others have: 编码, 名称 and 合计 stand in most."""
    rows = [row for row in header if sum(map(bool, row.cells)) >= FEWEST_NAMED]
    return {word for word in _words(rows) if not title_words().column.fullmatch(word)}
