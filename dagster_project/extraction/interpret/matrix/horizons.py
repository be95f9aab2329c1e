"""The time that a column of money covers: the year, several years, or all that a project costs."""

from __future__ import annotations

from collections.abc import Sequence

from dagster_project.extraction.knowledge import StatementKind
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.model.meaning import ColumnMeaning
from dagster_project.extraction.vocabulary import Horizon, StatementFamily

OF_THE_YEAR = ("amount", "approved", "total", "current", "revised", "executed")
"""Measures of the money of a year; sources and parts may be those of all years."""


def horizon_named(path: str, kind: StatementKind) -> Horizon:
    """Return the time that money of projects covers, by its folded label; that of all else is the year's."""
    if kind.family != StatementFamily.PROJECTS:
        return Horizon.YEAR
    named = (horizon for horizon, words in header_words().horizons.items() if words.search(path))
    return next(named, Horizon.YEAR)


def settle_horizons(columns: Sequence[ColumnMeaning]) -> None:
    """Where no column holds the money of a year, that of all a project costs (项目总额) is all there is of the year."""
    if not any(column.measure in OF_THE_YEAR and column.horizon == Horizon.YEAR for column in columns):
        for column in columns:
            column.horizon = Horizon.YEAR
