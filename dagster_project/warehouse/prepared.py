"""What is made of the dbt project once per state of its files, for all data folders: they differ in their place alone.

dbt/target/prepared-<digest>/         beside the project; in the data folder where none may write there
    partial_parse.msgpack             the project as dbt parses it
    manifest.json                     the same for Dagster
    statements.json                   what dbt sent to the database when it first built all of it
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterable
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.atomic import alone, made_whole
from dagster_project.errors import RunFailed, UsageError
from dagster_project.settings import Settings
from dagster_project.warehouse.build import build_of
from dagster_project.warehouse.dbt import in_a_source, run_dbt

# dbt is a second and a half of import that a night without it need not wait for
if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest

DECIDING = ("dbt-core", "dbt-duckdb", "duckdb")
SOURCES = {".sql", ".yml", ".yaml", ".csv", ".md"}
UNFIT = re.compile(r"[#?{}]")
"""dbt-duckdb takes the path of a database for an address, and that of a source for a format."""
ANY_DATA = Path("/any-data-folder")
"""Stands in what is parsed for the data folder that a command is about."""
PARSING = "19700101T000000Z-parsing"
# dbt's own name for the manifest it can load again
MANIFEST = "partial_parse.msgpack"
STATEMENTS = "statements.json"


def prepared(settings: Settings) -> Path:
    """Return the folder of what is made of the dbt project as it stands, parsed where it is not yet.

    Raises UsageError for a data folder that dbt cannot name, RunFailed where dbt cannot parse.
    """
    if unfit := UNFIT.findall(str(settings.data)):
        raise UsageError(
            f"{settings.data} has {' '.join(unfit)} in its name, which dbt misreads. Name another, --data."
        )
    name = f"prepared-{_digest(settings.dbt_project)}"
    folders = [home / name for home in homes(settings)]
    folder = next(filter(_is_of_use, folders), None) or _first_writable(folders)
    if not folder.is_dir():
        _prepare(settings, folder)
    return folder


def _prepare(settings: Settings, folder: Path) -> None:
    """Parse the project, unless another process has by then, and drop what was made of it as it stood before."""
    with alone(folder.with_name(".preparing")):
        if folder.is_dir():
            return
        for old in folder.parent.glob("prepared-*"):
            shutil.rmtree(old, ignore_errors=True)
        with made_whole(folder) as beside:
            _parse(settings, beside)


def _is_of_use(folder: Path) -> bool:
    """Tell whether all of it is there, or may be put there."""
    return folder.is_dir() and ((folder / STATEMENTS).is_file() or os.access(folder, os.W_OK))


def homes(settings: Settings) -> tuple[Path, ...]:
    """Return where it may lie, the first first."""
    return settings.dbt_project / "target", settings.dbt_target


def prepared_manifest(settings: Settings) -> Path:
    """Return `manifest.json` of the dbt project as it stands; raises what `prepared` does."""
    return prepared(settings) / "manifest.json"


def loaded_manifest(settings: Settings) -> Manifest:
    """Return the parsed project for one command of dbt, which adds to it what it compiles; its sources are in place."""
    from dbt.contracts.graph.manifest import Manifest

    manifest = Manifest.from_msgpack((prepared(settings) / MANIFEST).read_bytes())
    for source in manifest.sources.values():
        for meta in (source.meta, source.source_meta, source.config.meta):
            if location := meta.get("external_location"):
                meta["external_location"] = location.replace(in_a_source(ANY_DATA), in_a_source(settings.data))
    # dbt does so where it parses; our tests look up the columns of their model
    manifest.build_flat_graph()  # type: ignore[no-untyped-call]
    return manifest


def _parse(settings: Settings, target: Path) -> None:
    anywhere = replace(settings, data=ANY_DATA)
    parsed = run_dbt(["parse"], anywhere, build_of(anywhere, PARSING), target)
    if not parsed.success:
        raise RunFailed(f"dbt cannot parse {settings.dbt_project}: {parsed.exception}")


def _first_writable(folders: Iterable[Path]) -> Path:
    """Return the first folder that may be made; the last where none may, of which the system then says why."""
    for folder in folders:
        there = next(each for each in folder.parents if each.exists())
        if os.access(there, os.W_OK):
            return folder
    return folder


def _digest(project: Path) -> str:
    """Return a digest of all that decides: the project's files and place, the versions of dbt and of the database."""
    digest = hashlib.sha256(repr([str(project), *map(version, DECIDING)]).encode())
    for file in sorted(project.rglob("*")):
        if file.suffix in SOURCES and not {"target", "logs"} & set(file.relative_to(project).parts):
            digest.update(file.relative_to(project).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
