"""Which rows of a statement are its header, and the one label per column that its levels make."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from dagster_project.extraction.folding import fold, numbering_level, squeeze
from dagster_project.extraction.interpret.matrix.columns import read_columns
from dagster_project.extraction.interpret.matrix.glued import parted
from dagster_project.extraction.interpret.matrix.numbering import is_index_row, named_beside_numbers
from dagster_project.extraction.interpret.matrix.sides import is_figure, sides_below, sides_headed
from dagster_project.extraction.interpret.matrix.units import LEVELS, unit_in
from dagster_project.extraction.knowledge import StatementKind
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.knowledge.pages import page_words
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.locate.captions import are_captions
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import ColumnMeaning
from dagster_project.extraction.vocabulary import Side, StatementFamily

WORDS = header_words()
HEADER_ROWS = 10
"""First rows of a statement among which its header is sought: title, organisation and unit may stand over it."""
Cells = tuple[str, ...]


class Header(NamedTuple):
    """The columns of a statement, the rows of its header, those that number its columns, and those that do more.

    `rests` holds what remains of a row that is of the header and of the body: 类 款 项 合计 2,946.25.
    """

    columns: list[ColumnMeaning]
    row_indices: frozenset[int]
    index_rows: frozenset[int]
    rests: dict[int, Cells]


class Leading(NamedTuple):
    """The first rows of a statement by index: what each says of the columns; those that number them; what rests."""

    levels: dict[int, Cells]
    index_rows: set[int]
    rests: dict[int, Cells]


def read_header(rows: list[Row], kind: StatementKind, year: int | None = None, side: Side | None = None) -> Header:
    """Read the header of `rows`: all leading rows without a figure, and every later row that repeats one of them.

    `side` is that of all columns, where it is known.
    """
    leading = _leading(rows[:HEADER_ROWS])
    filled = [tuple(filter(None, row.cells)) for row in rows]
    texts = {filled[index] for index in leading.levels if index not in leading.rests}
    words = {squeeze(cell) for cells in leading.levels.values() for cell in cells if cell}
    repeated = {index for index, cells in enumerate(filled) if cells in texts or _says_no_more(cells, words)}
    repeated -= leading.rests.keys()
    index_rows = leading.index_rows | {
        index
        for index, row in enumerate(rows)
        if index not in repeated and is_index_row(row.cells, is_below_header=index - 1 in repeated)
    }
    own = repeated | leading.levels.keys() - leading.rests.keys()
    labels = parted(flatten([cells for cells in leading.levels.values() if not _is_caption(cells)]))
    others = own | index_rows | leading.rests.keys()
    body = [row.cells for index, row in enumerate(rows) if index not in others and not is_note(row.cells)]
    sides = None if side else sides_headed(labels, body)
    if sides is None and side is None and kind.family == StatementFamily.BALANCE:
        sides = sides_below(body, len(labels))
    columns = read_columns(labels, sides or [side] * len(labels), body, kind, year)
    for column in columns:
        column.unit = column.unit or unit_in(column.label)
    return Header(columns, frozenset(own), frozenset(index_rows), leading.rests)


def _leading(rows: Sequence[Row]) -> Leading:
    found = Leading({}, set(), {})
    for index, row in enumerate(rows):
        cells, filled = row.cells, tuple(filter(None, row.cells))
        if is_index_row(cells, bool(found.levels)):
            found.index_rows.add(index)
        elif named := named_beside_numbers(cells):
            found.levels[index] = named
        elif any(is_figure(cell) for cell in filled):
            if named := _named_beside_total(cells):
                found.levels[index] = named
                found.rests[index] = tuple("" if one else cell for one, cell in zip(named, cells, strict=True))
            break
        elif (
            found.levels
            and filled
            and not (_names_columns(filled) or _is_caption(cells) or _names_below_span(cells, found.levels))
        ):
            break
        elif found.levels and filled and _says_nothing_below(cells, found.levels):
            found.levels[index] = ()
        else:
            found.levels[index] = cells
    return found


def _named_beside_total(cells: Cells) -> Cells:
    """Return the header's cells of a row that names columns of codes and bears the figures of the total."""
    named = tuple(cell if WORDS.code.fullmatch(fold(cell)) else "" for cell in cells)
    others = [cell for one, cell in zip(named, cells, strict=True) if cell and not one and not is_figure(cell)]
    return named if any(named) and all(fold(cell) in WORDS.totals for cell in others) else ()


def _names_below_span(cells: Cells, levels: dict[int, Cells]) -> bool:
    """Tell whether words without a label in front stand below a label that is merged over several columns."""
    filled = [index for index, cell in enumerate(cells) if cell]
    bare = [index for index in filled if not any(level[index : index + 1] != ("",) for level in levels.values())]
    return len(filled) > 1 and filled[0] > 0 and bool(bare) and filled[0] < bare[0]


def _says_nothing_below(cells: Cells, levels: dict[int, Cells]) -> bool:
    """Tell whether a row below a header holds the label of a row, such as 合计, and no words of columns."""
    filled = [index for index, cell in enumerate(cells) if cell]
    is_first = any(sum(map(bool, level)) > 1 and not _is_caption(level) for level in levels.values())
    label = fold(cells[filled[0]])
    is_label = filled[0] == 0 or (filled[0] <= 1 and label in WORDS.totals)
    return is_first and len(filled) == 1 and is_label and WORDS.code.fullmatch(label) is None


def _says_no_more(filled: Cells, words: set[str]) -> bool:
    """Tell whether a row repeats the words of the header, be it that a page breaks or leaves out some of its cells."""
    return len(filled) > 1 and all(squeeze(cell) in words for cell in filled)


def _is_caption(cells: Cells) -> bool:
    """Tell whether all that a row says stands over tables: title, organisation, unit."""
    filled = [cell for cell in cells if cell]
    if len(filled) != 1 and any(years().line.fullmatch(fold(cell)) for cell in filled):
        return False
    rest = [cell for cell in filled if not WORDS.title.fullmatch(fold(cell))]
    return bool(filled) and are_captions(rest)


def _names_columns(filled: Sequence[str]) -> bool:
    """Tell whether cells without figures are a header's: its words, and no numbered item such as 一、财政拨款收入.

    Behind two words of a header without a number, a numbered one (科目编码 合计 一、基本支出) is of the header too.
    """
    plain = list(takewhile(lambda cell: not numbering_level(cell), filled))
    named = [cell for cell in plain if WORDS.header.search(fold(cell))]
    return len(named) > 1 if len(plain) < len(filled) else bool(named)


def is_note(cells: Cells) -> bool:
    """Tell whether a row holds a note on the table (注：…) and nothing else."""
    filled = [cell for cell in cells if cell]
    return len(filled) == 1 and page_words().note_row.fullmatch(fold(filled[0])) is not None


def flatten(rows: list[Cells]) -> list[str]:
    """Join header levels top-down; a blank cell takes the label to its left where a lower level names the column."""
    width = max((len(row) for row in rows), default=0)
    grid = [[squeeze(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    # a column without a word at any level parts no span: ruling sometimes cuts a cell in two
    named = [column for column in range(width) if any(cells[column] for cells in grid)]
    for level, cells in enumerate(grid[:-1]):
        for left, column in pairwise(named):
            below = any(grid[lower][column] for lower in range(level + 1, len(grid)))
            if not cells[column] and below and cells[left] and _spans(grid, level, left, column):
                cells[column] = cells[left]
    return [LEVELS.join(dict.fromkeys(cells[column] for cells in grid if cells[column])) for column in range(width)]


def _spans(grid: list[list[str]], level: int, left: int, column: int) -> bool:
    """A cell spans to the right only under the span of the level above it."""
    return level == 0 or grid[level - 1][column] == grid[level - 1][left]
