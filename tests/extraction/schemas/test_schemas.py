"""Every extracted table has its schema, every column a description, every required column a value."""

from __future__ import annotations

import re

import pyarrow as pa
import pytest
from synthetic import BUDGET, Reading, coded

from dagster_project.extraction.schemas import TABLES
from dagster_project.extraction.schemas.columns import MONEY


@pytest.mark.parametrize("content", [b"", b"\x00", "无关".encode(), (BUDGET + coded()).encode()])
def test_every_table_conforms_whatever_was_read(content: bytes) -> None:
    tables = Reading(content).extraction.tables
    assert set(tables) == set(TABLES)
    for name, table in tables.items():
        assert table.schema.equals(TABLES[name].arrow(), check_metadata=True)
        table.validate(full=True)


@pytest.mark.parametrize("content", [b"", (BUDGET + coded()).encode()])
def test_required_columns_hold_values(content: bytes) -> None:
    for name, table in Reading(content).extraction.tables.items():
        for column in TABLES[name].columns:
            if column.required:
                assert table.column(column.name).null_count == 0, (name, column.name)


def test_every_column_is_described() -> None:
    for table in TABLES.values():
        schema = table.arrow()
        for column in table.columns:
            assert len(column.description.strip()) >= 4, (table.name, column.name)
            assert schema.field(column.name).metadata[b"description"].decode() == column.description


def test_names_are_unique_words_in_lower_case() -> None:
    for table in TABLES.values():
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names))
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in (table.name, *names))


def test_money_is_a_decimal_and_nothing_is_a_float() -> None:
    for table in TABLES.values():
        for column in table.columns:
            assert not pa.types.is_floating(column.type), (table.name, column.name)
            if column.name.endswith("_cny"):
                assert column.type == MONEY, (table.name, column.name)


def test_rows_are_ordered_by_columns_of_the_table() -> None:
    for table in TABLES.values():
        assert set(table.order) <= {column.name for column in table.columns}
        assert table.grain.startswith("One row per ")
