"""A table as the account sees it: figures in lines across and down, each with its value and half of its last digit.

Down, columns that hold the same thing in blocks side by side are one lane: the rows of all blocks add up together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from dagster_project.extraction.amounts import half_unit
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.model.meaning import ColumnMeaning, Figure, RowMeaning, TableMeaning
from dagster_project.extraction.settle.account.grains import Grains
from dagster_project.extraction.vocabulary import Side

ONE = Decimal(1)
SHOWN_DIGITS = 10
"""Digits that a spreadsheet shows of a figure without a format: a longer one loses decimals."""


@dataclass(slots=True, eq=False)
class Entry:
    """A figure with its value in yuan (as printed, where its unit is not known), and the digits that speak for it."""

    figure: Figure
    value: Decimal
    half: Decimal
    digits: float = 0.0
    held: int = 0
    """Identities that hold with it, those that are worth nothing included."""


Line = dict[int, Entry]
"""Entries of a column by row, or of a row by lane."""
Frame = tuple[object, ...]
"""What columns share that may add up: side, year, phase and horizon."""


@dataclass(slots=True, eq=False)
class Matrix:
    """The figures of one table; `lanes` holds the lane of each column number, `rows` are in printed order."""

    table: TableMeaning
    columns: list[ColumnMeaning] = field(default_factory=list)
    rows: list[RowMeaning] = field(default_factory=list)
    lanes: dict[int, int] = field(default_factory=dict)
    by_column: dict[int, Line] = field(default_factory=dict)
    by_row: dict[int, Line] = field(default_factory=dict)
    sides: dict[int, Side | None] = field(default_factory=dict)
    """The side of each row: that of the first column of its block, which may print nothing in it."""

    def entries(self) -> Iterable[Entry]:
        """Return every entry."""
        return (entry for line in self.by_column.values() for entry in line.values())


def matrices(figures: Sequence[Figure]) -> list[Matrix]:
    """Return the tables that figures stand in."""
    by_table: dict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_table[id(figure.table)].append(figure)
    grains = Grains(figure for figure in figures if is_money(figure))
    return [_matrix(group, grains) for group in by_table.values()]


def _matrix(figures: list[Figure], grains: Grains) -> Matrix:
    matrix = Matrix(figures[0].table)
    columns: dict[int, list[Figure]] = defaultdict(list)
    rows: dict[int, RowMeaning] = {}
    blocks: dict[int, int] = {}
    last, first = None, 0
    for figure in figures:
        number, row = figure.column.number, figure.row
        if row is not last:
            rows[id(row)] = last = row
            matrix.sides[id(row)] = figure.column.side
            first = number
        if number not in blocks:
            blocks[number] = first
        columns[number].append(figure)
    matrix.rows = list(rows.values())
    matrix.columns = [columns[number][0].column for number in sorted(columns)]
    matrix.lanes = _lanes(matrix.columns, blocks)
    matrix.by_column = {number: _line(group, grains) for number, group in columns.items()}
    by_row: dict[int, Line] = {key: {} for key in rows}
    for number, line in matrix.by_column.items():
        lane = matrix.lanes[number]
        for key, entry in line.items():
            by_row[key][lane] = entry
    matrix.by_row = {key: line for key, line in by_row.items() if line}
    return matrix


def _lanes(columns: list[ColumnMeaning], blocks: Mapping[int, int]) -> dict[int, int]:
    """Number the columns by what they hold, apart within each block; `blocks` has the first column of that of each."""
    keys: dict[tuple[object, ...], int] = {}
    seen: Counter[tuple[object, ...]] = Counter()
    lanes = {}
    for column in columns:
        kind = (column.measure, column.fund, *frame(column))
        within = (blocks[column.number], *kind)
        lanes[column.number] = keys.setdefault((seen[within], *kind), len(keys))
        seen[within] += 1
    return lanes


def frame(column: ColumnMeaning) -> Frame:
    """Return what columns share that may add up."""
    return column.side, column.year, column.phase, column.horizon


def _line(figures: list[Figure], grains: Grains) -> Line:
    """Return the amounts of a column; its precision is its usual number of decimals; a cell may be finer or cut off.

    Where its figures show that they are rounded before those, it is the place that they are rounded to.
    """
    money = [figure for figure in figures if is_money(figure)]
    if not money:
        return {}
    decimals = Counter(figure.number.decimals for figure in money if figure.number)
    most = max(decimals.values())
    usual = max(number for number, count in decimals.items() if count == most)
    usual = grains.places(money[0], usual)
    units = knowledge().units
    halves: dict[tuple[str | None, int], Decimal] = {}
    line = {}
    for figure in money:
        assert figure.number is not None
        unit, own = figure.settled_unit.applied, figure.number.decimals
        places = own if own < usual and len(figure.number.value.as_tuple().digits) >= SHOWN_DIGITS else usual
        half = halves.get((unit, places))
        if half is None:
            half = halves[unit, places] = half_unit(places, units.get(unit or "", ONE))
        line[id(figure.row)] = Entry(figure, figure.number.value if figure.amount is None else figure.amount, half)
    return line


def is_money(figure: Figure) -> bool:
    """Tell whether a figure adds up with others: a number that is no rate, and no count of things."""
    number = figure.number
    if number is None or number.comparator or figure.measure == "rate":
        return False
    counted = figure.row.unit.applied if figure.row.unit else None
    return all(unit is None or unit in knowledge().units for unit in (number.unit, counted))
