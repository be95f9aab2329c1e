"""What the build database may take: its memory is bounded, and what a killed build has spilled is cleared away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dagster_project.settings import Bounds, Settings
from dagster_project.warehouse import dbt
from dagster_project.warehouse.build import Build, build_of
from dagster_project.warehouse.dbt import NodeResult, build_models, clear, loaded_manifest, run_dbt

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


@pytest.mark.parametrize(
    ("needed", "tried"), [(256, [256]), (600, [256, 512, 1024]), (10**6, [256, 512, 1024, 2048, 4096])]
)
def test_what_does_not_fit_is_built_anew_in_twice_the_memory(
    needed: int, tried: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def built(settings: Settings, build: Build, progress: Callable[[str], None]) -> list[NodeResult]:
        build.folder.mkdir(parents=True)
        seen.append(settings.bounds.database_megabytes)
        fits = seen[-1] >= needed
        message = None if fits else "Runtime Error in model rpt_ledger\n  Out of Memory Error: failed to pin block"
        return [NodeResult("model.yusuan.rpt_ledger", "success" if fits else "error", 0.0, message, None)]

    monkeypatch.setattr(dbt, "built_once", built)
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    (result,) = build_models(settings, build_of(settings, "20310101T000000Z-limits"), lambda node: None)
    assert seen == tried
    assert result.is_red is (needed > tried[-1])
