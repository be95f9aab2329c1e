"""Flatten the header rows of a statement into one label per column, and give each column its role or measure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dagster_project.extraction.amounts import is_dash, parse_number
from dagster_project.extraction.folding import fold, numbering_level, squeeze
from dagster_project.extraction.knowledge import StatementKind, knowledge
from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.locate.captions import is_caption
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import ColumnMeaning, Unit
from dagster_project.extraction.vocabulary import ColumnRole, Fund, Phase, Side, StatementFamily, UnitBasis

UNIT = re.compile(rf"[(:,，](?:单位:?)?({amounts().any_unit})\)?$|\(({amounts().any_unit})\)")
YEAR = years().printed
ITEMISED = (StatementFamily.BALANCE, StatementFamily.INCOME)
"""Families in which 项目 heads the items, not projects."""
WORDS = header_words()


class Header(NamedTuple):
    """The columns of a statement, the rows that belong to its header, and the rows that only number its columns."""

    columns: list[ColumnMeaning]
    row_indices: frozenset[int]
    index_rows: frozenset[int]


def read_header(rows: list[Row], kind: StatementKind) -> Header:
    """Read the header of `rows`: all leading rows without a figure, and every later row that repeats one of them."""
    filled = [tuple(filter(None, row.cells)) for row in rows]
    leading, index_rows = _leading(filled[:8])
    texts = {filled[index] for index in leading}
    repeated = {index for index, cells in enumerate(filled) if cells in texts}
    index_rows |= {index for index, cells in enumerate(filled) if index not in repeated and is_index_row(cells)}
    levels = [rows[index].cells for index in leading if index not in index_rows]
    labels = flatten([cells for cells in levels if not _is_caption(cells)])
    sides = _sides(labels)
    columns = [
        _column(number, label, side, kind) for number, (label, side) in enumerate(zip(labels, sides, strict=True), 1)
    ]
    _tell_totals_apart(columns)
    return Header(columns, frozenset(repeated | set(leading)), frozenset(index_rows))


def _tell_totals_apart(columns: list[ColumnMeaning]) -> None:
    """Beside a 小计 of “三公”经费, a 合计 holds more than that: Jiangsu adds 会议费 and 培训费."""
    totals = [column for column in columns if column.measure == "total"]
    own = [column for column in totals if WORDS.three_public_subtotal.search(column.label)]
    if own:
        for column in totals:
            if column not in own:
                column.measure = "grand_total"


def is_index_row(filled: Sequence[str]) -> bool:
    """Tell whether the filled cells of a row only number the columns: 栏次, or 1 2 3 … in order."""
    if not filled:
        return False
    if filled[0] != "1":
        return WORDS.index.fullmatch(fold(filled[0])) is not None
    return len(filled) > 2 and all(cell == str(number) for number, cell in enumerate(filled, 1))


def _leading(rows: Sequence[Sequence[str]]) -> tuple[list[int], set[int]]:
    """Return which of the first rows, given by their filled cells, are a header's, and which number its columns."""
    leading: list[int] = []
    index_rows: set[int] = set()
    for index, filled in enumerate(rows):
        if is_index_row(filled):
            index_rows.add(index)
        elif any(is_dash(cell) or parse_number(cell) for cell in filled) or (
            leading and filled and not _names_columns(filled)
        ):
            break
        leading.append(index)
    return leading, index_rows


def _is_caption(cells: tuple[str, ...]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(filled) == 1 and is_caption(filled[0])


def _names_columns(filled: Sequence[str]) -> bool:
    """Tell whether cells without figures are a header's: its words, and no numbered item such as 一、财政拨款收入."""
    numbered = any(numbering_level(cell) for cell in filled)
    return not numbered and any(WORDS.header.search(fold(cell)) for cell in filled)


def flatten(rows: list[tuple[str, ...]]) -> list[str]:
    """Join header levels top-down; a blank cell takes the label to its left where a lower level names the column."""
    width = max((len(row) for row in rows), default=0)
    grid = [[squeeze(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    for level, cells in enumerate(grid[:-1]):
        for column in range(1, width):
            below = any(grid[lower][column] for lower in range(level + 1, len(grid)))
            if not cells[column] and below and cells[column - 1] and _spans(grid, level, column):
                cells[column] = cells[column - 1]
    return [" / ".join(dict.fromkeys(cells[column] for cells in grid if cells[column])) for column in range(width)]


def _spans(grid: list[list[str]], level: int, column: int) -> bool:
    """A cell spans to the right only under the span of the level above it."""
    return level == 0 or grid[level - 1][column] == grid[level - 1][column - 1]


def _sides(labels: list[str]) -> list[Side | None]:
    sides = [_side(label.split(" / ")[0]) for label in labels]
    return sides if set(Side) <= set(sides) else [None] * len(labels)


@lru_cache(maxsize=1024)
def _side(heading: str) -> Side | None:
    return next((side for side, words in WORDS.sides.items() if words.fullmatch(fold(heading))), None)


def _column(number: int, label: str, side: Side | None, kind: StatementKind) -> ColumnMeaning:
    path = fold(label)
    column = ColumnMeaning(number, label, side=side, unit=unit_in(label))
    year = YEAR.search(path)
    column.year = int(year.group(1)) if year else None
    column.role, column.measure, column.fund, column.phase = _classify(path, kind.key)
    return column


@lru_cache(maxsize=1024)
def _classify(path: str, kind_key: str) -> tuple[ColumnRole | None, str | None, Fund | None, Phase | None]:
    """Return role, measure, fund and phase of a column by its label path."""
    words, kind = knowledge().columns, knowledge().kinds[kind_key]
    bare = re.sub(r"[(（][^()（）]*[)）]$", "", path)
    phase = next((phase for phase, pattern in words.phases.items() if pattern.search(path)), None)
    for role, pattern in words.roles.items():
        if pattern.search(path) or pattern.search(bare):
            is_item = role == ColumnRole.PROJECT_NAME and kind.family in ITEMISED
            return ColumnRole.NAME if is_item else role, None, None, None
    fund = next((fund for fund, pattern in words.funds.items() if pattern.search(path)), None)
    # what is measured stands beside its phase (因公出国（境）费 / 预算数), or the phase is all there is (预算数)
    measure = _measure(WORDS.phase_level.sub("", path), kind) or _measure(path, kind)
    if kind.family == StatementFamily.BALANCE and (measure in ("total", "amount") or (measure is None and fund)):
        measure = "amount"
    if kind.family in (StatementFamily.ECONOMIC, StatementFamily.PROCUREMENT) and measure == "total":
        measure = "amount"
    if measure is None and fund and kind.family in (StatementFamily.INCOME, StatementFamily.PROJECTS):
        measure = "fiscal_appropriation"
    return None, measure, fund, phase


def _measure(path: str, kind: StatementKind) -> str | None:
    own = next((measure for pattern, measure in kind.measures.items() if pattern.search(path)), None)
    return own or next(
        (measure for measure, pattern in knowledge().columns.measures.items() if pattern.search(path)), None
    )


def unit_in(label: str) -> Unit | None:
    """Return the unit of amount printed in a label, such as 预算金额（万元）, or None."""
    if "元" not in label:
        return None
    match = UNIT.search(fold(label))
    if match is None:
        return None
    printed = match.group(1) or match.group(2)
    return Unit(printed, printed, UnitBasis.COLUMN)
