"""Of a build database its tables and views stay once its release is published, and its rows where they are wished."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from dagster_project.main_run import run_main_job
from dagster_project.settings import Settings
from dagster_project.settings.variables import KEEP_BUILD
from dagster_project.warehouse.build import build_of
from dagster_project.warehouse.memory import Memory
from dagster_project.warehouse.outline import leave_outline

pytestmark = pytest.mark.xdist_group("warehouse")
COLUMNS = """
    select schema_name, table_name, column_index, column_name, data_type from duckdb_columns() where not internal
    order by all
"""
KINDS = "select table_schema, table_name, table_type from information_schema.tables order by all"


def asked(database: Path, *queries: str) -> list[list[tuple[object, ...]]]:
    """Return what a database answers."""
    with duckdb.connect(str(database), read_only=True) as connection:
        return [connection.execute(query).fetchall() for query in queries]


def test_tables_and_views_stay_with_their_columns_and_no_rows(
    installation: Settings, build_database: Path, tmp_path: Path
) -> None:
    place = Path(shutil.copy(build_database, tmp_path))
    leave_outline(Memory.of(installation), place)
    assert asked(place, COLUMNS, KINDS) == asked(build_database, COLUMNS, KINDS)
    tables = asked(place, "select schema_name, table_name from duckdb_tables()")[0]
    assert len(tables) > 100
    for schema, name in tables:
        assert asked(place, f'select 1 from "{schema}"."{name}" limit 1') == [[]]
    assert [file.name for file in tmp_path.iterdir()] == [place.name]


@pytest.mark.parametrize(("wish", "rows"), [("0", False), ("1", True)])
def test_a_published_release_leaves_the_rows_of_its_build_where_they_are_wished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wish: str, rows: bool
) -> None:
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    settings.raw.mkdir()
    (settings.raw / "note.txt").write_text("二〇三一年某市某局部门预算\n", encoding="utf-8")
    monkeypatch.setenv(KEEP_BUILD, wish)
    release = run_main_job(settings)
    assert asked(release.warehouse, "select count(*) from dim_documents") == [[(1,)]]
    build = build_of(settings, release.release_id).database
    assert asked(build, "select count(*) > 0 from marts.dim_documents") == [[(rows,)]]
