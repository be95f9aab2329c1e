"""The unit tests of the dbt models pass; the main job does not run them, since they say nothing of its documents."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from dbt.artifacts.schemas.run import RunExecutionResult

from dagster_project.settings import Settings
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.dbt import loaded_manifest, run_dbt

pytestmark = pytest.mark.xdist_group("warehouse")


def test_every_unit_test_of_the_models_passes(installation: Settings, build_database: Path, tmp_path: Path) -> None:
    copy = Build(tmp_path / build_database.parent.name)
    copy.folder.mkdir()
    # dbt reads the columns of a model's inputs from the database
    shutil.copyfile(build_database, copy.database)
    manifest = loaded_manifest(installation)
    finished = run_dbt(["test", "--select", "test_type:unit"], installation, copy, tmp_path / "target", manifest)
    assert isinstance(finished.result, RunExecutionResult), finished.exception
    assert len(finished.result.results) == len(manifest.unit_tests) > 0
    failed = {result.node.name: result.message for result in finished.result.results if result.status != "pass"}
    assert not failed, "\n".join(f"{name}: {message}" for name, message in failed.items())
