"""A release that no job makes: its build database is filled by a test, then sealed and published as every other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import duckdb

from dagster_project.publication.publish import point_to, seal
from dagster_project.publication.releases import Release, begin_release
from dagster_project.settings import Settings
from dagster_project.warehouse.build import build_of
from dagster_project.warehouse.memory import Memory

Fill = Callable[[duckdb.DuckDBPyConnection], object]


def built(settings: Settings, fill: Fill, number: int = 1) -> Release:
    """Begin a release, which is named by its number, and let `fill` make its build database, closed as dbt leaves it."""
    release = begin_release(settings, f"run{number:05}", datetime(2026, 1, 1, 0, 0, number, tzinfo=UTC))
    build = build_of(settings, release.release_id)
    build.folder.mkdir(parents=True)
    with duckdb.connect(str(build.database)) as connection:
        fill(connection)
    return release


def sealed(settings: Settings, release: Release, inputs: str | None = None) -> dict[str, int]:
    """Seal a release from its build database; return rows per table."""
    return seal(release, build_of(settings, release.release_id).database, Memory.of(settings), inputs)


def published(settings: Settings, fill: Fill, number: int = 1, inputs: str | None = None) -> Release:
    """Build, seal and publish a release."""
    release = built(settings, fill, number)
    sealed(settings, release, inputs)
    point_to(release, settings)
    return release
