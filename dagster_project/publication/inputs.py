"""What a release follows from, as one digest: where it is the current release's, there is nothing to build.

The documents with all that is told of them, what persons state beside them, the code that reads and models them with
the packages it runs on, and what this machine can read. Does not belong here: bounds of time and memory; a document
that failed within them is tried again where that is asked for.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from dagster_project.errors import UsageError
from dagster_project.intake.folder import Unreadable, read_small
from dagster_project.intake.inventory import RawDocument, take_inventory
from dagster_project.intake.known import KnownFiles, NotKnown
from dagster_project.publication.releases import Release, current_release, withdrawn_releases
from dagster_project.settings import PROJECT, Settings
from dagster_project.store.ingredients import extractor_version

PACKAGES = ("duckdb", "dbt-core", "dbt-duckdb", "pandas", "pyarrow", "pypdfium2")
LARGEST = 2**24
MADE = {"target", "logs", "__pycache__"}
SOURCES = {".py", ".sql", ".yml", ".yaml", ".csv", ".md", ".html", ".css", ".js", ".ttf"}


def inputs_of(settings: Settings, documents: Iterable[RawDocument]) -> str:
    """Return a digest of everything that a release of these documents follows from."""
    told = [(each.file, each.content_sha256, each.source, each.problem, each.remark) for each in documents]
    stated = [_content(file, settings.raw) for file in (settings.corrections, settings.review)]
    parts = (told, stated, code_of(settings))
    return hashlib.sha256(repr(parts).encode(errors="backslashreplace")).hexdigest()


def code_of(settings: Settings) -> str:
    """Return a digest of the code that reads and models documents, with the packages that it runs on."""
    parts = (extractor_version(), code_version(settings.dbt_project), _platform())
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def release_of(settings: Settings, inputs: str) -> Release | None:
    """Return the current release where it was made of just these inputs and is whole; None where one is to be built.

    Whole is also the site, where each run is to make it: of this release, and all of it. A release that was rolled
    back to is never taken for what is wanted now: the newer one may have been made of the same.
    """
    current = current_release(settings)
    if current is None or not current.is_complete or current.inputs() != inputs or withdrawn_releases(settings):
        return None
    site = settings.stated_site
    has_site = site is None or current.is_shown_in(site)
    return current if current.warehouse.is_file() and has_site else None


def release_of_unchanged(settings: Settings) -> Release | None:
    """Return the current release where it is told without reading a document that nothing has changed since."""
    try:
        documents = take_inventory(settings.raw, settings.archive, KnownFiles(settings.known, all_known=True))
    except (NotKnown, UsageError):
        return None
    return release_of(settings, inputs_of(settings, documents))


@cache
def code_version(dbt_project: Path) -> str:
    """Return a digest of the package and the dbt project as they stand."""
    digest = hashlib.sha256()
    for file in _sources(PROJECT / "dagster_project", dbt_project):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _sources(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        for place, below, names in os.walk(folder):
            below[:] = sorted(set(below) - MADE)
            yield from (Path(place, name) for name in sorted(names) if Path(name).suffix in SOURCES)


def _platform() -> list[str]:
    return [sys.version, *(f"{name} {_version(name)}" for name in PACKAGES)]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def _content(file: Path, raw: Path) -> bytes | str | None:
    """Return what a person states in a file, or why it cannot be read; None where there is none."""
    if not file.exists():
        return None
    try:
        return read_small(file, raw, LARGEST)
    except Unreadable as error:
        return str(error)
