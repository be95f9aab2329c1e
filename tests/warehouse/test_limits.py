"""What the build database may take: its memory is bounded, and what a killed build has spilled is cleared away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from dagster_project.settings import Bounds, Settings
from dagster_project.warehouse import models
from dagster_project.warehouse.build import Build, build_of
from dagster_project.warehouse.dbt import run_dbt
from dagster_project.warehouse.memory import Memory, clear
from dagster_project.warehouse.models import built_by_dbt
from dagster_project.warehouse.nodes import NodeResult
from dagster_project.warehouse.prepared import loaded_manifest

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


def test_what_is_asked_of_a_database_keeps_to_its_limits_or_is_asked_again_in_twice_as_much(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "raw", tmp_path / "data", bounds=Bounds(database_megabytes=8))
    seen: list[str] = []

    def longest(memory: Memory) -> int:
        with memory.connect() as connection:
            limits = "select current_setting('memory_limit'), current_setting('temp_directory')"
            limit, spill = connection.execute(limits).fetchone() or ("", "")
            assert spill == str(settings.spill)
            seen.append(limit)
            # one value cannot be spilled
            found = connection.execute("select length(string_agg(range)) from range(3_000_000)").fetchone()
        return int(found[0]) if found else 0

    assert Memory.of(settings).enough(longest) == sum(len(str(number)) for number in range(3_000_000)) + 2_999_999
    assert len(seen) > 1
    assert seen[:2] == ["7.6 MiB", "15.2 MiB"]


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
def test_what_does_not_fit_is_built_in_twice_the_memory_with_what_waits_for_it(
    needed: int, tried: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, tuple[str, ...]]] = []

    def built(
        settings: Settings, build: Build, progress: Callable[[str], None], only: Sequence[str] = ()
    ) -> list[NodeResult]:
        megabytes = settings.bounds.database_megabytes
        seen.append((megabytes, tuple(only)))
        too_large = None if megabytes >= needed else "Runtime Error\n  Out of Memory Error: failed to pin block"
        became = {
            "fct_ledger": ("success", None),
            "rpt_ledger": ("error" if too_large else "success", too_large),
            "rpt_texts": ("skipped" if too_large else "success", None),
        }
        return [
            NodeResult(f"model.yusuan.{name}", status, 0.0, message, None)
            for name, (status, message) in became.items()
            if name in only or not only
        ]

    monkeypatch.setattr(models, "built_once", built)
    settings = Settings(tmp_path / "raw", tmp_path / "data", bounds=Bounds(database_megabytes=256))
    results = built_by_dbt(settings, build_of(settings, "20310101T000000Z-limits"), lambda node: None)
    left = ("rpt_ledger", "rpt_texts")
    assert seen == [(megabytes, left if number else ()) for number, megabytes in enumerate(tried)]
    assert [result.name for result in results] == ["fct_ledger", *left]
    assert any(result.is_red for result in results) is (needed > tried[-1])
