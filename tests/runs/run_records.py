"""Runs as tests need them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dagster_project.runs.record import Outcome, Run, versions

PUBLISHED = Run(
    run_id="0",
    started_at="2026-01-01T18:00:00+00:00",
    ended_at="2026-01-01T18:01:00+00:00",
    outcome=Outcome.PUBLISHED,
    release_id="20260101T180000Z-0",
    error=None,
    documents=5,
    new=2,
    changed=1,
    removed=0,
    withheld=0,
    numbers=100,
    findings=3,
    seconds=60.0,
    cpu_seconds=50.0,
    peak_megabytes=300.0,
    steps=(),
    versions=versions("0"),
)


def run(run_id: str, **other: Any) -> Run:
    """Return a run that published, or what is told of it instead."""
    return replace(PUBLISHED, run_id=run_id, **other)
