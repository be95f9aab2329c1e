"""What is exported: the tables of one release with their meanings, their keys, and the Parquet files of their rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from dagster_project.errors import UsageError
from dagster_project.publication.descriptions import Column, Table, described_in
from dagster_project.publication.releases import Release
from dagster_project.warehouse.keys import Keys, stated_keys
from dagster_project.warehouse.literals import read_parquet

AT_ONCE = 1_000
# what people read stands before what it is made of
ORDER = ("rpt_", "dim_", "fct_")

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Source:
    """One table to export."""

    table: Table
    keys: Keys
    """Those of its columns that it has, and of these the ones that name a table which is exported, too."""
    file: Path

    @property
    def name(self) -> str:
        """Name of the table."""
        return self.table.name

    @property
    def columns(self) -> tuple[Column, ...]:
        """Columns in their order."""
        return self.table.columns

    @property
    def rows_in_sql(self) -> str:
        """The rows in order as SQL reads them, behind `from`."""
        return f"(from {read_parquet(self.file)} order by all)"

    def count(self) -> int:
        """Return the number of rows."""
        with duckdb.connect() as connection:
            found = connection.execute(f"select count(*) from {self.rows_in_sql}").fetchone()
        return int(found[0]) if found else 0

    def rows(self) -> Iterator[Row]:
        """Yield the rows in order, few of them in memory at a time."""
        with duckdb.connect() as connection:
            connection.execute(f"from {self.rows_in_sql}")
            while rows := connection.fetchmany(AT_ONCE):
                yield from rows


def sources(release: Release, dbt_project: Path, names: Iterable[str] = ()) -> list[Source]:
    """Return the tables of a release that are named, or all; raises UsageError for a name that there is not."""
    tables = {table.name: table for table in described_in(release.warehouse)}
    if unknown := [name for name in names if name not in tables]:
        raise UsageError(f"There is no table {unknown[0]}. There are {', '.join(tables)}.")
    wanted = sorted(set(names) or tables, key=lambda name: (_rank(name), name))
    stated = stated_keys(dbt_project)
    keys = {name: stated.get(name, Keys()) for name in wanted}
    return [Source(tables[name], _within(keys, tables[name]), release.parquet / f"{name}.parquet") for name in wanted]


def _rank(name: str) -> int:
    return next((rank for rank, prefix in enumerate(ORDER) if name.startswith(prefix)), len(ORDER))


def _within(keys: dict[str, Keys], table: Table) -> Keys:
    """Return the keys of a table, without references to what is not exported or is not told apart by that column."""
    stated = keys[table.name]
    names = {column.name for column in table.columns}
    foreign = {
        column: (other, key)
        for column, (other, key) in stated.foreign.items()
        if column in names and other in keys and keys[other].primary == (key,)
    }
    unique = stated.unique if names.issuperset(stated.unique) else ()
    return Keys(unique, stated.nullable, foreign)
