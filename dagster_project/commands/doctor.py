"""`yusuan doctor`: is everything there that a run needs, and what to do where it is not."""

from __future__ import annotations

import importlib.metadata
import os
import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

import duckdb
import pyarrow.compute as pc
import pyarrow.parquet as pq
import typer
import yaml
from rich.table import Table

from dagster_project.commands.frame import DEFECT, DataFolder, RawFolder, console
from dagster_project.intake.inventory import find_documents
from dagster_project.publication.releases import complete_releases, current_release
from dagster_project.settings import Settings
from dagster_project.stated.corrections import load_corrections
from dagster_project.stated.entries import read_entries
from dagster_project.stated.verdicts import load_review

EXAMPLE = "yusuan doctor"
NEEDED = {"dagster": "1.13", "dbt-core": "1.11", "dbt-duckdb": "1.11", "duckdb": "1.5", "pyarrow": ""}
VERDICTS = "fct_finding_verdicts"


class Diagnosis(NamedTuple):
    """One thing looked at: whether it is well, what was seen, and the remedy where it is not."""

    what: str
    is_well: bool
    seen: str
    remedy: str


def doctor(raw: RawFolder = None, data: DataFolder = None) -> None:
    """Check Python, packages, folders, the dbt project and the published warehouse, with a remedy for each."""
    settings = Settings.load(raw, data)
    diagnoses = [diagnosis for look in LOOKS for diagnosis in look(settings)]
    table = Table("", "what", "seen", "remedy")
    for diagnosis in diagnoses:
        mark = "[green]ok[/green]" if diagnosis.is_well else "[red]no[/red]"
        table.add_row(mark, diagnosis.what, diagnosis.seen, "" if diagnosis.is_well else diagnosis.remedy)
    console.print(table)
    if not all(diagnosis.is_well for diagnosis in diagnoses):
        raise typer.Exit(DEFECT)


def _python(settings: Settings) -> Iterator[Diagnosis]:
    version = ".".join(str(part) for part in sys.version_info[:3])
    is_well = (3, 11) <= sys.version_info < (3, 14)
    yield Diagnosis("Python", is_well, version, "install Python 3.11, 3.12 or 3.13, then `make clean setup`")


def _packages(settings: Settings) -> Iterator[Diagnosis]:
    for package, wanted in NEEDED.items():
        try:
            version = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            version = "missing"
        is_well = version != "missing" and version.startswith(wanted)
        yield Diagnosis(package, is_well, version, "`make clean setup` installs what requirements.lock says")


def _folders(settings: Settings) -> Iterator[Diagnosis]:
    if settings.raw.is_dir():
        files = sum(1 for _ in find_documents(settings.raw))
        yield Diagnosis("raw folder", True, f"{settings.raw}: {files} files", "")
    else:
        yield Diagnosis("raw folder", False, f"{settings.raw} is missing", "create it, or set YUSUAN_RAW")
    above = next(folder for folder in (settings.data, *settings.data.parents) if folder.exists())
    is_writable = os.access(above, os.W_OK)
    yield Diagnosis("data folder", is_writable, str(settings.data), "make it writable, or set YUSUAN_DATA")


def _stated(settings: Settings) -> Iterator[Diagnosis]:
    """Try each entry of corrections.yml and findings_review.yml."""
    remedy = "mend it, then run again; raw/README.md shows an entry"
    if os.path.lexists(settings.corrections):
        corrections = load_corrections(settings.corrections)
        seen = next((problem for _, problem in corrections.problems), f"{len(corrections.entries)} entries")
        yield Diagnosis(settings.corrections.name, not corrections.problems, seen, remedy)
    if os.path.lexists(settings.review):
        broken = read_entries(settings.review, yaml.BaseLoader).problem
        entries = load_review(settings.review).to_pylist()
        unusable = [f"entry {entry['entry']}, {entry['problem']}" for entry in entries if entry["problem"]]
        problems = [broken, *unusable] if broken else unusable
        yield Diagnosis(settings.review.name, not problems, next(iter(problems), f"{len(entries)} entries"), remedy)
        yield from _verdicts(settings)


def _verdicts(settings: Settings) -> Iterator[Diagnosis]:
    release = current_release(settings)
    if release is not None and (release.parquet / f"{VERDICTS}.parquet").exists():
        lapsed = pq.read_table(release.parquet / f"{VERDICTS}.parquet").filter(~pc.field("is_applied"))
        remedy = "`select message from fct_issues where code = 'review_failed'` says which, and what to do"
        yield Diagnosis("verdicts", not len(lapsed), f"{len(lapsed)} are not applied", remedy)


def _dbt_project(settings: Settings) -> Iterator[Diagnosis]:
    there = (settings.dbt_project / "dbt_project.yml").exists() and (settings.dbt_project / "profiles.yml").exists()
    yield Diagnosis("dbt project", there, str(settings.dbt_project), "run from a clone installed by `make setup`")


def _release(settings: Settings) -> Iterator[Diagnosis]:
    release = current_release(settings)
    seen = release.release_id if release else "none"
    kept = len(complete_releases(settings))
    yield Diagnosis("release", release is not None, f"{seen} ({kept} kept)", "`make run` builds the first one")
    if release is None:
        return
    log = release.warehouse.with_name(release.warehouse.name + ".wal")
    seen = str(log) if log.exists() else "none"
    yield Diagnosis("write-ahead log", not log.exists(), seen, "delete it: a reader opened the file for writing")
    try:
        with duckdb.connect(str(release.warehouse), read_only=True) as connection:
            counted = connection.execute("select count(*) from marts.fct_ledger").fetchone()
        yield Diagnosis("warehouse", True, f"{settings.warehouse}: {counted[0] if counted else 0:,} numbers", "")
    except duckdb.Error as error:
        yield Diagnosis("warehouse", False, str(error).splitlines()[0], "`make run` publishes a new one")


LOOKS: tuple[Callable[[Settings], Iterator[Diagnosis]], ...] = (
    _python,
    _packages,
    _folders,
    _stated,
    _dbt_project,
    _release,
)
