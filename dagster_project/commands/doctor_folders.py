"""Whether the folders are well, and what lies in them: documents, what persons state, the release, the last run."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow.compute as pc
import pyarrow.parquet as pq
import yaml

from dagster_project.commands.diagnosis import Diagnosis, first_line
from dagster_project.errors import UsageError
from dagster_project.intake.folder import Found, Unreadable, opened, printable
from dagster_project.intake.inventory import find_documents
from dagster_project.publication.lake import is_in_lake
from dagster_project.publication.releases import complete_releases, current_release
from dagster_project.runs.history import read_runs
from dagster_project.settings import Settings
from dagster_project.stated.corrections import load_corrections
from dagster_project.stated.entries import read_entries
from dagster_project.stated.verdicts import load_review

VERDICTS = "fct_finding_verdicts"


def folders(settings: Settings) -> Iterator[Diagnosis]:
    """Look at the raw and the data folder as a run does."""
    if settings.raw.is_dir():
        yield _raw_folder(settings.raw)
    else:
        yield Diagnosis("raw folder", False, f"{settings.raw} is missing", "create it, or set YUSUAN_RAW")
    above = next(folder for folder in (settings.data, *settings.data.parents) if folder.exists())
    try:
        _write_as_a_run_does(above)
    except (OSError, duckdb.Error) as error:
        yield Diagnosis("data folder", False, first_line(error), "make it writable, or set YUSUAN_DATA")
    else:
        yield Diagnosis("data folder", True, str(settings.data), "")


def _raw_folder(raw: Path) -> Diagnosis:
    """Open every document, as a run does, without reading it."""
    try:
        found = list(find_documents(raw))
        problems = [f"{printable(each.path, raw)[0]}: {problem}" for each in found if (problem := _problem(each, raw))]
    except UsageError as error:
        return Diagnosis("raw folder", False, str(error), "give the run the right to read it")
    seen = f"{raw}: {len(found)} files" + "".join(f"; {problem}" for problem in problems[:1])
    return Diagnosis("raw folder", not problems, seen, f"{len(problems)} cannot be read; a run tells each as an issue")


def _problem(found: Found, raw: Path) -> str | None:
    if found.problem is None:
        try:
            opened(found.path, raw).close()
        except Unreadable as error:
            return str(error)
    return found.problem


def _write_as_a_run_does(folder: Path) -> None:
    """Make a database and a link to it, and read it back; raises OSError or duckdb.Error where that fails."""
    with tempfile.TemporaryDirectory(dir=folder, prefix=".doctor-") as beside:
        database = Path(beside) / "warehouse.duckdb"
        with duckdb.connect(str(database)) as connection:
            connection.execute("create table numbers as select 1 as number")
        link = Path(beside) / "current.duckdb"
        link.symlink_to(database.name)
        with duckdb.connect(str(link.resolve()), read_only=True) as connection:
            connection.execute("from numbers")


def stated(settings: Settings) -> Iterator[Diagnosis]:
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


def published(settings: Settings) -> Iterator[Diagnosis]:
    """Look at the published release, and read from it."""
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
        yield Diagnosis("warehouse", False, first_line(error), "`make run` publishes a new one")


def lake(settings: Settings) -> Iterator[Diagnosis]:
    """Tell whether the lake holds the release that readers see, as far as is noted here."""
    stated, release = settings.cluster.lake, current_release(settings)
    if stated is not None and release is not None:
        is_there = is_in_lake(settings, release)
        seen = f"{stated.place}, {stated.format}: " + (release.release_id if is_there else "not this release")
        yield Diagnosis("lake", is_there, seen, "`yusuan run` writes what is missing; runs tell why it is")


def last_run(settings: Settings) -> Iterator[Diagnosis]:
    """Tell what became of the last run; whether it is long ago is for who knows how often it should be."""
    for run in read_runs(settings)[-1:]:
        seen = f"{run.outcome}, ended {run.ended_at}"
        yield Diagnosis("last run", run.outcome.is_good, seen, f"`yusuan run`; it said: {run.error}")
