"""The unit tests of the dbt models pass; the main job does not run them, since they say nothing of its documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from budgets import budget
from dbt.artifacts.schemas.run import RunExecutionResult
from stepping import run_steps

from dagster_project.settings import Settings
from dagster_project.warehouse.build import build_of
from dagster_project.warehouse.dbt import run_dbt
from dagster_project.warehouse.prepared import loaded_manifest

pytestmark = pytest.mark.xdist_group("unit_tests")


def test_every_unit_test_of_the_models_passes(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    settings.raw.mkdir()
    (settings.raw / "budget.txt").write_text(budget(1), encoding="utf-8")
    # dbt reads the columns of a model's inputs from the database
    build = build_of(settings, run_steps(settings).release_id)
    manifest = loaded_manifest(settings)
    command = ["test", "--no-write-json", "--select", "test_type:unit"]
    finished = run_dbt(command, settings, build, tmp_path / "target", manifest)
    assert isinstance(finished.result, RunExecutionResult), finished.exception
    assert len(finished.result.results) == len(manifest.unit_tests) > 0
    failed = {result.node.name: result.message for result in finished.result.results if result.status != "pass"}
    assert not failed, "\n".join(f"{name}: {message}" for name, message in failed.items())
