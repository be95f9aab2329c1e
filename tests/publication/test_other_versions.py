"""What is published opens in DuckDB as people have it, whichever version built it, and its schema follows no rows."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from dagster_project.publication.parquet import copy_rows
from dagster_project.publication.readers_file import STORAGE

OLDEST = STORAGE.removeprefix("v")
READ = """
import duckdb, json, sys
warehouse, parquet = sys.argv[1:]
with duckdb.connect(warehouse, read_only=True) as connection:
    named = connection.execute("select view_name from duckdb_views() where not internal order by 1").fetchall()
    in_file = {name: connection.execute(f'select count(*) from "{name}"').fetchone()[0] for name, in named}
    in_parquet = {
        name: connection.execute(f"select count(*) from read_parquet('{parquet}/{name}.parquet')").fetchone()[0]
        for name, in named
    }
json.dump([duckdb.__version__, in_file, in_parquet], sys.stdout)
"""


@pytest.mark.xdist_group("warehouse")
@pytest.mark.parametrize("version", [OLDEST, "1.5.5"])
def test_a_release_opens_in_other_versions(version: str, warehouse: Path, tmp_path: Path) -> None:
    assert version != duckdb.__version__
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:"]
    installed = subprocess.run([*install, "--target", str(tmp_path), f"duckdb=={version}"], capture_output=True)
    if installed.returncode:
        pytest.skip(f"duckdb {version} could not be fetched")
    # quotes and brackets of a folder's name are not what is tested here
    parquet = tmp_path / "parquet"
    parquet.symlink_to(warehouse.parent / "parquet")
    read = subprocess.run(
        [sys.executable, "-c", READ, str(warehouse), str(parquet)],
        capture_output=True,
        check=True,
        env={"PYTHONPATH": str(tmp_path)},
    )
    by_version, in_file, in_parquet = json.loads(read.stdout)
    manifest = json.loads((warehouse.parent / "release.json").read_text("utf-8"))
    assert by_version == version
    assert in_file == in_parquet == manifest["row_counts"]


@pytest.mark.parametrize("value", ["1", "null"])
def test_every_column_of_parquet_may_hold_null(value: str, tmp_path: Path) -> None:
    file = tmp_path / "numbers.parquet"
    with duckdb.connect() as connection:
        connection.execute(f"create table numbers as select {value}::integer as number, 1 as row_number")
        assert copy_rows(connection, "select * from numbers order by all", file) == 1
        query = "select name, repetition_type from parquet_schema(?) where num_children is null order by 1"
        columns = connection.execute(query, [str(file)]).fetchall()
    assert columns == [("number", "OPTIONAL"), ("row_number", "OPTIONAL")]
