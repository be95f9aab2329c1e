"""The dictionary of an export: a row per column, in English and Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dagster_project.exports.sources import Source


class Entry(NamedTuple):
    """One column of one table."""

    table: str
    column: str
    type: str
    unit: str | None
    description: str
    description_zh: str


def entries(exported: Iterable[Source]) -> Iterator[Entry]:
    """Yield an entry per column, tables and columns in their order."""
    for source in exported:
        for column in source.columns:
            yield Entry(source.name, column.name, column.kind, column.unit, column.english, column.chinese)
