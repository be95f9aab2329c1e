"""The time that a column of money covers: the year, several years, or all that a project costs."""

from __future__ import annotations

from dagster_project.extraction.knowledge import StatementKind
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.vocabulary import Horizon, StatementFamily


def horizon_named(path: str, kind: StatementKind) -> Horizon:
    """Return the time that money of projects covers, by its folded label; that of all else is the year's."""
    if kind.family != StatementFamily.PROJECTS:
        return Horizon.YEAR
    named = (horizon for horizon, words in header_words().horizons.items() if words.search(path))
    return next(named, Horizon.YEAR)
