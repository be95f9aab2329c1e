"""The main job, step by step, without Dagster, whose bookkeeping takes longer than the steps on a small raw folder."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from dagster_project.intake.inventory import take_inventory
from dagster_project.intake.known import KnownFiles
from dagster_project.invariants.extracted import judge_extracted
from dagster_project.invariants.judged import judge_documents
from dagster_project.invariants.released import judge_release
from dagster_project.invariants.rounds import build_in_rounds
from dagster_project.publication.fewer import refuse_fewer
from dagster_project.publication.lock import run_lock
from dagster_project.publication.publish import point_to, seal
from dagster_project.publication.releases import Release, begin_release, current_release
from dagster_project.settings import Settings, accepted_loss
from dagster_project.stated.problems import state_problems
from dagster_project.stated.verdicts import state_review
from dagster_project.store.refresh import refresh
from dagster_project.warehouse.build import build_of
from dagster_project.warehouse.memory import Memory


def run_steps(settings: Settings, *, isolated: bool = False, **reading: Any) -> Release:
    """Do what the main job does, and return the release; what would keep it back is an error.

    `reading` is handed to `refresh`. Documents are read in this process, unless readers are to be isolated.
    """
    with run_lock(settings.lock):
        documents = take_inventory(settings.raw, settings.archive, KnownFiles(settings.known))
        state_review(settings.review, settings.stated)
        state_problems(settings.corrections, settings.review, settings.stated, documents)
        refresh(settings, documents=documents, isolated=isolated, **reading)
        assert [verdict for verdict in judge_extracted(settings) if not verdict.holds] == []
        judge_documents(settings)
        release = begin_release(settings, str(uuid.uuid4()))
        _publish(release, settings)
    return release


def _publish(release: Release, settings: Settings) -> None:
    build = build_of(settings, release.release_id)
    results = build_in_rounds(settings, build, lambda node: None, lambda withheld: None)
    assert [result for result in results if result.is_red] == []
    seal(release, build.database, Memory.of(settings))
    assert [verdict for verdict in judge_release(release.warehouse, settings) if not verdict.holds] == []
    refuse_fewer(release, current_release(settings), accepted_loss())
    point_to(release, settings)


def installed(folder: Path, files: Mapping[str, str | bytes]) -> Settings:
    """Return an installation in whose raw folder these files lie."""
    settings = Settings(folder / "raw", folder / "data")
    for name, content in files.items():
        file = settings.raw / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return settings


@contextmanager
def marts_of(settings: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    """Do what the main job does, and let read what it published within the block."""
    run_steps(settings)
    with duckdb.connect(str(settings.warehouse), read_only=True) as connection:
        yield connection
