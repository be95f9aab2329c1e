"""`yusuan doctor`: is everything there that a run needs, and what to do where it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import typer
from rich.table import Table
from rich.text import Text

from dagster_project.commands.diagnosis import Diagnosis
from dagster_project.commands.doctor_folders import folders, lake, last_run, published, stated
from dagster_project.commands.doctor_programs import (
    dbt_project,
    delta,
    office,
    packages,
    python,
    rar,
    recognition,
    spark,
)
from dagster_project.commands.frame import DEFECT, DataFolder, RawFolder, console, told
from dagster_project.errors import UsageError
from dagster_project.settings import Settings

EXAMPLE = "yusuan doctor"
LOOKS: tuple[Callable[[Settings], Iterator[Diagnosis]], ...] = (
    python,
    packages,
    office,
    rar,
    spark,
    delta,
    folders,
    stated,
    dbt_project,
    recognition,
    published,
    lake,
    last_run,
)


def doctor(raw: RawFolder = None, data: DataFolder = None) -> None:
    """Check Python, packages, folders, the dbt project and the published warehouse, with a remedy for each."""
    settings, diagnoses = _settings(raw, data)
    diagnoses += [diagnosis for look in LOOKS for diagnosis in look(settings)]
    table = Table("", *(told(name) for name in ("what", "seen", "remedy")))
    for diagnosis in diagnoses:
        mark = Text("ok", "green") if diagnosis.is_well else Text("no", "red")
        table.add_row(mark, *map(told, (diagnosis.what, diagnosis.seen, "" if diagnosis.is_well else diagnosis.remedy)))
    console.print(table)
    if not all(diagnosis.is_well for diagnosis in diagnoses):
        raise typer.Exit(DEFECT)


def _settings(raw: Path | None, data: Path | None) -> tuple[Settings, list[Diagnosis]]:
    """Return what is stated; where it cannot be, where things are, and what is wrong with it."""
    try:
        return Settings.load(raw, data), []
    except UsageError as error:
        wrong = Diagnosis("settings", False, str(error), "set it so, or leave it out; a run is refused until then")
        return Settings.of_folders(raw, data), [wrong]
