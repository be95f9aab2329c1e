"""Which releases hold a document, and how they are dropped before their time."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import duckdb

from dagster_project.publication.releases import Release, complete_releases, current_release
from dagster_project.settings import Settings
from dagster_project.warehouse.build import build_of
from dagster_project.warehouse.literals import read_parquet

DOCUMENTS = "dim_documents.parquet"
FOUND = """
    select distinct content_sha256 from {documents}
    where document_file = $1 or content_sha256 = $1 or document_id = $1
"""


class Held(NamedTuple):
    """A release, and the hashes of the contents in it that a name stands for."""

    release: Release
    contents: frozenset[str]


def releases_holding(settings: Settings, named: str) -> Iterator[Held]:
    """Yield each release that holds a document named by its path, its id or the hash of its content, oldest first."""
    for release in complete_releases(settings):
        file = release.parquet / DOCUMENTS
        if file.exists():
            with duckdb.connect() as connection:
                rows = connection.execute(FOUND.format(documents=read_parquet(file)), [named]).fetchall()
            if rows:
                yield Held(release, frozenset(row[0] for row in rows))


def drop_releases(settings: Settings, releases: Iterable[Release]) -> None:
    """Remove releases with their builds; where the current one is among them, readers have none until the next run.

    The caller holds the run lock.
    """
    for release in releases:
        if release == current_release(settings):
            settings.warehouse.unlink(missing_ok=True)
            settings.current.unlink()
        shutil.rmtree(build_of(settings, release.release_id).folder, ignore_errors=True)
        shutil.rmtree(release.folder)
