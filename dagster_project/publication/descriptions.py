"""What a warehouse says of its own tables and columns, once for every file made of them: meaning, type and unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import duckdb

SCHEMA = "marts"
TABLES = """
    select table_name, coalesce(comment, '') from duckdb_tables()
    where database_name = current_database() and schema_name = ? order by table_name
"""
COLUMNS = """
    select table_name, column_name, data_type, coalesce(comment, '') from duckdb_columns()
    where database_name = current_database() and schema_name = ? order by table_name, column_index
"""
IN_CHINESE = re.compile(r"\s*\(([^()]*[\u4e00-\u9fff][^()]*)\)")
UNITS = (("in yuan", "CNY"), ("1 = 100 %", "1 = 100 %"), ("in percent", "%"))


class Described:
    """A meaning in English, the Chinese word behind it in brackets."""

    description: str

    @property
    def english(self) -> str:
        """The first paragraph without the Chinese word."""
        return " ".join(IN_CHINESE.sub("", self.description.split("\n\n")[0], count=1).split())

    @property
    def chinese(self) -> str:
        """The Chinese word; empty where there is none."""
        found = IN_CHINESE.search(self.description)
        return found[1] if found else ""


@dataclass(frozen=True)
class Column(Described):
    """One column: its name, its type in DuckDB, and what it means."""

    name: str
    kind: str
    description: str

    @property
    def unit(self) -> str | None:
        """Unit of its numbers where all have the same: CNY is yuan."""
        if self.kind in {"VARCHAR", "BOOLEAN"}:
            return None
        stated = (unit for words, unit in UNITS if words in self.description)
        return "CNY" if self.name.endswith("_cny") else next(stated, None)


@dataclass(frozen=True)
class Table(Described):
    """One published table; the first words of its description say what one row is."""

    name: str
    description: str
    columns: tuple[Column, ...]


def described(connection: duckdb.DuckDBPyConnection) -> list[Table]:
    """Return the published tables of a warehouse in the order of their names."""
    columns: dict[str, list[Column]] = {}
    for table, *column in connection.execute(COLUMNS, [SCHEMA]).fetchall():
        columns.setdefault(table, []).append(Column(*column))
    tables = connection.execute(TABLES, [SCHEMA]).fetchall()
    return [Table(name, description, tuple(columns[name])) for name, description in tables]


def described_in(warehouse: Path) -> list[Table]:
    """Return the published tables of a warehouse file."""
    with duckdb.connect(str(warehouse.resolve()), read_only=True) as connection:
        return described(connection)
