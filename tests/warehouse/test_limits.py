"""What the build database may take: its memory is bounded, and what a killed build has spilled is cleared away."""

from __future__ import annotations

from pathlib import Path

import pytest

from dagster_project.settings import Bounds, Settings
from dagster_project.warehouse.build import build_of
from dagster_project.warehouse.dbt import clear, loaded_manifest, run_dbt

pytestmark = pytest.mark.xdist_group("warehouse")
LIMITS = "select current_setting('memory_limit') as memory, current_setting('temp_directory') as spill"


def test_the_database_of_a_build_keeps_to_its_limits(tmp_path: Path) -> None:
    bounds = Bounds(database_megabytes=300)
    settings = Settings(tmp_path / "raw", tmp_path / "data", bounds=bounds, stated_spill=tmp_path / "wide")
    build = build_of(settings, "20310101T000000Z-limits")
    build.folder.mkdir(parents=True)
    shown = run_dbt(["show", "--inline", LIMITS], settings, build, tmp_path / "target", loaded_manifest(settings))
    (result,) = shown.result.results  # type: ignore[union-attr]
    assert [tuple(row) for row in result.agate_table.rows] == [("286.1 MiB", str(tmp_path / "wide"))]


def test_what_a_killed_build_has_spilled_is_cleared_away_and_nothing_else(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "raw", tmp_path / "data", stated_spill=tmp_path / "wide")
    settings.spill.mkdir()
    (settings.spill / "duckdb_temp_storage_DEFAULT-0.tmp").write_bytes(b"left")
    (settings.spill / "of the user").write_bytes(b"kept")
    clear(settings.spill)
    assert [file.name for file in settings.spill.iterdir()] == ["of the user"]
