"""Columns of money whose words are not known: the whole of a block that has no other money, else a part of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence, Set

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.identities import identities
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.model.meaning import CHANGES, ColumnMeaning
from dagster_project.extraction.vocabulary import ColumnRole, Horizon

SPENT = ("basic", "project", "staff", "public")
LABELS = (ColumnRole.CODE, ColumnRole.NAME)


def measure_unknown(columns: Sequence[ColumnMeaning], unknown: Set[int], whole: str) -> None:
    """Give the columns whose 0-based index is in `unknown` a measure: `whole` or, beside other money, part.

    No sum counts a part: what it is of stays open, and its figures are kept. A column that names nothing but its year
    (2022年 beside 2023年) is the whole of that year.
    """
    for block in _blocks(columns) if unknown else ():
        of_year = (column for column in block if column.role is None and column.horizon == Horizon.YEAR)
        has_known = any(column.measure not in (None, *CHANGES) for column in of_year)
        of_years: set[int | None] = set()
        for column in block:
            if column.number - 1 in unknown:
                is_first = not of_years or (_names_year(column) and column.year not in of_years)
                column.measure = whole if is_first and not has_known else "part"
                of_years.add(column.year)


def tell_unknown_below(
    columns: Sequence[ColumnMeaning],
    paths: Sequence[Sequence[str]],
    is_unknown: Callable[[str], bool],
    measure_of: Callable[[Sequence[str]], str | None],
) -> None:
    """Below the name of money one of a name that nobody knows is a part of it, beside others that name their own.

    `paths` holds the levels of each label, `measure_of` says what some levels measure.
    """
    beside: dict[tuple[str, ...], list[str | None]] = defaultdict(list)
    totals: set[tuple[str, ...]] = set()
    for column, (*above, last) in zip(columns, paths, strict=True):
        beside[tuple(above)].append(column.measure)
        if identities().group_total.search(last):
            totals.add(tuple(above))
    for column, (*above, last) in zip(columns, paths, strict=True):
        if column.role is not None or column.measure in (None, "part", *CHANGES) or not (above and is_unknown(last)):
            continue
        others = beside[tuple(above)]
        # several are all of what is spent; of a fund or a source, whose parts have names of their own, none is
        are_all = len(set(others)) == 1 and column.measure in SPENT and tuple(above) not in totals
        is_alone = len(others) == 1 or are_all
        if not (is_alone and (len(above) == 1 or not is_unknown(above[-1]))) and measure_of(above) == column.measure:
            column.measure = "part"


def _names_year(column: ColumnMeaning) -> bool:
    return years().cell.fullmatch(fold(column.label).rpartition("/")[2]) is not None


def _blocks(columns: Sequence[ColumnMeaning]) -> list[list[ColumnMeaning]]:
    """Return the columns between one code or name and the next that follows money."""
    blocks: list[list[ColumnMeaning]] = [[]]
    for column in columns:
        if column.role in LABELS and any(each.role is None for each in blocks[-1]):
            blocks.append([])
        blocks[-1].append(column)
    return blocks
