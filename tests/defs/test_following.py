"""A run is written down however Dagster was asked for it, and leaves no release that nobody is pointed to."""

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from small_job import execute

from dagster_project.defs.resources import Workspace
from dagster_project.errors import RunFailed
from dagster_project.publication.publish import point_to
from dagster_project.publication.releases import current_release, release_of_run
from dagster_project.runs.history import read_runs
from dagster_project.runs.record import Outcome
from dagster_project.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return an installation with two documents."""
    (tmp_path / "raw").mkdir()
    for name in ("a", "b"):
        (tmp_path / "raw" / f"{name}.txt").write_text(name)
    return Settings(tmp_path / "raw", tmp_path / "data")


def publish(settings: Settings, run_id: str, workspace: Workspace) -> None:
    """Publish a release of the documents there are."""
    release = release_of_run(settings, run_id)
    release.parquet.mkdir()
    rows = [
        {"document_file": each.file, "content_sha256": each.content_sha256, "withheld_because": None}
        for each in workspace.documents
    ]
    schema = pa.schema([(name, pa.string()) for name in rows[0]])
    pq.write_table(pa.Table.from_pylist(rows, schema), release.parquet / "dim_documents.parquet")
    counts = {"dim_documents": len(rows), "fct_ledger": 7, "fct_findings": 1}
    release.manifest.write_text(json.dumps({"row_counts": counts, "inputs": None}))
    point_to(release, settings)


def fail(settings: Settings, run_id: str, workspace: Workspace) -> None:
    """Fail as a step does."""
    raise RunFailed("the disk is full")


def test_a_run_that_publishes_is_written_down_with_its_steps(settings: Settings) -> None:
    assert execute(settings, publish)
    (settings.raw / "a.txt").write_text("other")
    (settings.raw / "b.txt").unlink()
    (settings.raw / "c.txt").write_text("c")
    assert execute(settings, publish)
    first, second = read_runs(settings)
    assert (first.outcome, first.documents, first.new, first.changed, first.removed) == (Outcome.PUBLISHED, 2, 2, 0, 0)
    assert (second.documents, second.new, second.changed, second.removed) == (2, 1, 1, 1)
    assert (second.withheld, second.numbers, second.findings) == (0, 7, 1)
    assert [step.step for step in second.steps] == ["begins", "works"]
    assert all(step.seconds > 0 and step.peak_megabytes > 1 for step in second.steps)
    release = current_release(settings)
    assert release is not None
    assert second.release_id == release.release_id
    assert second.versions["duckdb"]


def test_a_run_that_fails_says_why_and_leaves_no_release(settings: Settings) -> None:
    assert execute(settings, publish)
    good = current_release(settings)
    assert good is not None
    assert not execute(settings, fail)
    failed = read_runs(settings)[-1]
    assert (failed.outcome, failed.error, failed.release_id) == (Outcome.FAILED, "the disk is full", good.release_id)
    assert [step.step for step in failed.steps] == ["begins", "works"]
    assert failed.findings is None
    assert [folder.name for folder in settings.releases.iterdir()] == [good.release_id]


def test_a_run_that_fails_behind_its_release_is_incomplete_and_tells_what_readers_see(settings: Settings) -> None:
    def publish_and_fail(settings: Settings, run_id: str, workspace: Workspace) -> None:
        publish(settings, run_id, workspace)
        raise RunFailed("the lake lacks a table")

    assert not execute(settings, publish_and_fail)
    (run,) = read_runs(settings)
    release = current_release(settings)
    assert release is not None
    assert (run.outcome, run.release_id, run.findings) == (Outcome.INCOMPLETE, release.release_id, 1)
    assert run.error == "the lake lacks a table"


def test_a_run_that_ends_without_a_release_has_failed(settings: Settings) -> None:
    assert execute(settings, lambda settings, run_id, workspace: None)
    (run,) = read_runs(settings)
    assert run.outcome is Outcome.FAILED
    assert list(settings.releases.iterdir()) == []


def test_a_part_is_no_run_of_the_job(settings: Settings) -> None:
    execute(settings, fail, job="a_part")
    assert read_runs(settings) == []
