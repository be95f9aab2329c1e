"""In which order the rows of a document lie decides nothing: another engine, or another version, reads them in another."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from replaying import Builds

from dagster_project.settings import Settings
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.literals import quotes_doubled

TABLES = "select schema_name, table_name from duckdb_tables() where database_name = 'straight' order by all"


@pytest.mark.xdist_group("warehouse")
def test_rows_that_lie_the_other_way_round_build_the_same(
    installation: Settings, build_database: Path, builds: Builds, tmp_path: Path
) -> None:
    turned = Settings(installation.raw, tmp_path / "data")
    for name in ("extracted", "stated", "judged"):
        shutil.copytree(installation.data / name, turned.data / name)
    for file in turned.extracted.rglob("*.parquet"):
        rows = pq.ParquetFile(file).read()
        pq.write_table(rows.take(pa.array(range(rows.num_rows - 1, -1, -1), pa.int64())), file)
    build = Build(tmp_path / build_database.parent.name)
    builds.replay(turned, build)
    with duckdb.connect(str(build.database), read_only=True) as connection:
        connection.execute(f"attach '{quotes_doubled(str(build_database))}' as straight (read_only)")
        tables = connection.execute(TABLES).fetchall()
        assert tables
        differing = {
            table: connection.execute(f"({one} except all {other}) union all ({other} except all {one})").fetchall()
            for schema, table in tables
            for one, other in [(f"from warehouse.{schema}.{table}", f"from straight.{schema}.{table}")]
        }
    assert {table: rows for table, rows in differing.items() if rows} == {}
