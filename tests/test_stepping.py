"""What stands in for Dagster in other tests publishes what the main job does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from stepping import run_steps

from dagster_project.settings import Settings


@pytest.mark.xdist_group("warehouse")
def test_the_steps_publish_what_the_main_job_publishes(installation: Settings, tmp_path: Path) -> None:
    settings = Settings(installation.raw, tmp_path / "data")
    run_steps(settings)
    of_steps, of_job = (
        {file.name: file.read_bytes() for file in (each.current / "parquet").iterdir()}
        for each in (settings, installation)
    )
    assert of_steps.keys() == of_job.keys()
    # which holds the release's own name
    assert {name for name in of_job if of_steps[name] != of_job[name]} == {"rpt_release.parquet"}
    assert (
        json.loads((settings.current / "release.json").read_text()).keys()
        == json.loads((installation.current / "release.json").read_text()).keys()
    )
