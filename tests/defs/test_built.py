"""What Dagster tells of a table people read is what the readers' file holds, however much of it a night has built."""

from __future__ import annotations

from pathlib import Path

import dagster as dg
import duckdb

from dagster_project.defs.built import rows_built, told_of_tables


def test_rows_of_readers_are_told_with_the_first_of_them(tmp_path: Path) -> None:
    file = tmp_path / "w.duckdb"
    assert rows_built(file) == {}
    with duckdb.connect(str(file)) as connection:
        connection.execute("create schema marts; create table marts.fct_numbers as from range(7) as n(number)")
        connection.execute("create table helper as select 1 as one")
    assert rows_built(file) == {"fct_numbers": 7, "helper": 1}
    (told,) = told_of_tables(file, {"fct_numbers": 7})
    assert told.asset_key == dg.AssetKey("fct_numbers")
    assert told.metadata["dagster/row_count"].value == 7
    assert str(told.metadata["preview"].value).splitlines() == [
        "| number |",
        "| --- |",
        *(f"| {n} |" for n in range(5)),
    ]
