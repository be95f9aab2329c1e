"""`yusuan doctor`: is everything there that a run needs, and what to do where it is not."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow.compute as pc
import pyarrow.parquet as pq
import typer
import yaml
from rich.table import Table
from rich.text import Text

from dagster_project.commands.frame import DEFECT, DataFolder, RawFolder, console
from dagster_project.engine.spark import refuse_without_spark
from dagster_project.errors import UsageError
from dagster_project.intake.folder import Found, Unreadable, opened, printable
from dagster_project.intake.inventory import find_documents
from dagster_project.intake.office import office
from dagster_project.intake.rar import library
from dagster_project.publication.releases import complete_releases, current_release
from dagster_project.runs.history import read_runs
from dagster_project.runs.record import Outcome
from dagster_project.settings import Settings
from dagster_project.stated.corrections import load_corrections
from dagster_project.stated.entries import read_entries
from dagster_project.stated.verdicts import load_review

EXAMPLE = "yusuan doctor"
NEEDED = {"dagster": "1.13", "dbt-core": "1.11", "dbt-duckdb": "1.11", "duckdb": "2.0", "pyarrow": ""}
MODULES = {"dbt-core": "dbt.cli.main", "dbt-duckdb": "dbt.adapters.duckdb"}
"""What is imported of a package that is not named as its module."""
PICTURED = "2031"
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
        mark = Text("ok", "green") if diagnosis.is_well else Text("no", "red")
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
            importlib.import_module(MODULES.get(package, package))
            is_well = version.startswith(wanted)
        except ImportError as error:
            version, is_well = f"missing or broken: {_first_line(error)}", False
        yield Diagnosis(package, is_well, version, "`make clean setup` installs what requirements.lock says")


def _office(settings: Settings) -> Iterator[Diagnosis]:
    seen = office() or "not installed: binary Word documents (.doc, .wps) are not read"
    yield Diagnosis("LibreOffice", True, seen, "")


def _rar(settings: Settings) -> Iterator[Diagnosis]:
    missing = "not installed: RAR archives are not read; `pip install libarchive-c`, and the system's libarchive"
    yield Diagnosis("libarchive", True, library() or missing, "")


def _spark(settings: Settings) -> Iterator[Diagnosis]:
    """Look for what work on a cluster needs here, where it is asked for."""
    if not settings.cluster.is_asked_for:
        return
    try:
        refuse_without_spark()
        seen, remedy = importlib.metadata.version("pyspark"), ""
    except UsageError as error:
        seen, remedy = "missing", str(error)
    yield Diagnosis("Spark", not remedy, seen, remedy)


def _folders(settings: Settings) -> Iterator[Diagnosis]:
    if settings.raw.is_dir():
        yield _raw_folder(settings.raw)
    else:
        yield Diagnosis("raw folder", False, f"{settings.raw} is missing", "create it, or set YUSUAN_RAW")
    above = next(folder for folder in (settings.data, *settings.data.parents) if folder.exists())
    try:
        _write_as_a_run_does(above)
    except (OSError, duckdb.Error) as error:
        yield Diagnosis("data folder", False, _first_line(error), "make it writable, or set YUSUAN_DATA")
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
    try:
        for name in ("dbt_project.yml", "profiles.yml"):
            yaml.safe_load((settings.dbt_project / name).read_text(encoding="utf-8"))
        seen = str(settings.dbt_project)
        is_well = any((settings.dbt_project / "models").rglob("*.sql"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        seen, is_well = _first_line(error), False
    yield Diagnosis("dbt project", is_well, seen, "run from a clone installed by `make setup`")


def _recognition(settings: Settings) -> Iterator[Diagnosis]:
    """Recognise a number on a picture, where recognition is installed: it may be left out."""
    if importlib.util.find_spec("rapidocr") is None:
        yield Diagnosis("recognition", True, "not installed: a scan is an issue; `make ocr` installs it", "")
        return
    try:
        import cv2
        import numpy as np

        from dagster_project.extraction.read.ocr.engine import words

        picture = np.full((64, 220, 3), 255, np.uint8)
        cv2.putText(picture, PICTURED, (12, 48), cv2.FONT_HERSHEY_SIMPLEX, 1.6, (0, 0, 0), 3)
        (seen,) = (found.text for found in words([picture]))
    except Exception as error:  # a model that is missing or does not fit its engine breaks it anywhere
        seen = _first_line(error)
    yield Diagnosis("recognition", seen == PICTURED, f"a picture of {PICTURED} says {seen}", "`make ocr` installs it")


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
        yield Diagnosis("warehouse", False, _first_line(error), "`make run` publishes a new one")


def _last_run(settings: Settings) -> Iterator[Diagnosis]:
    """Tell what became of the last run; whether it is long ago is for who knows how often it should be."""
    for run in read_runs(settings)[-1:]:
        seen = f"{run.outcome}, ended {run.ended_at}"
        yield Diagnosis("last run", run.outcome is not Outcome.FAILED, seen, f"`yusuan run`; it said: {run.error}")


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


LOOKS: tuple[Callable[[Settings], Iterator[Diagnosis]], ...] = (
    _python,
    _packages,
    _office,
    _rar,
    _spark,
    _folders,
    _stated,
    _dbt_project,
    _recognition,
    _release,
    _last_run,
)
