"""Columns of money whose words are not known: the whole of a block that has no other money, else a part of it."""

from __future__ import annotations

from collections.abc import Sequence, Set

from dagster_project.extraction.model.meaning import CHANGES, ColumnMeaning
from dagster_project.extraction.vocabulary import ColumnRole

LABELS = (ColumnRole.CODE, ColumnRole.NAME)


def measure_unknown(columns: Sequence[ColumnMeaning], unknown: Set[int], whole: str) -> None:
    """Give the columns whose 0-based index is in `unknown` a measure: `whole` or, beside other money, part.

    No sum counts a part: what it is of stays open, and its figures are kept.
    """
    for block in _blocks(columns) if unknown else ():
        has_whole = any(column.role is None and column.measure not in (None, *CHANGES) for column in block)
        for column in block:
            if column.number - 1 in unknown:
                column.measure = "part" if has_whole else whole
                has_whole = True


def _blocks(columns: Sequence[ColumnMeaning]) -> list[list[ColumnMeaning]]:
    """Return the columns between one code or name and the next that follows money."""
    blocks: list[list[ColumnMeaning]] = [[]]
    for column in columns:
        if column.role in LABELS and any(each.role is None for each in blocks[-1]):
            blocks.append([])
        blocks[-1].append(column)
    return blocks
