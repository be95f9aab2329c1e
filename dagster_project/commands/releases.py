"""`yusuan releases`: what readers have been given, and what is kept of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from dagster_project.commands.frame import DataFolder, InLanguage, told
from dagster_project.commands.people import print_rows
from dagster_project.commands.rows import Format, print_csv, print_json
from dagster_project.commands.words import words_in
from dagster_project.languages import Language
from dagster_project.publication.rollback import kept_releases
from dagster_project.settings import Settings

EXAMPLE = "yusuan releases"
MEGABYTE = 2**20
COLUMNS = ["release_id", "built_at", "documents", "findings", "megabytes", "kept_because"]
PRINTERS: dict[Format, Callable[[list[str], list[tuple[Any, ...]]], None]] = {
    Format.CSV: print_csv,
    Format.JSON: print_json,
}


def releases(
    data: DataFolder = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to print the rows.")] = Format.TABLE,
    language: InLanguage = None,
) -> None:
    """List the releases that are kept, newest first: which one readers see, and why the others are there.

    Point readers back to an older one:  yusuan rollback
    """
    is_for_people = form is Format.TABLE
    rows = [
        (
            kept.release.release_id,
            kept.release.built_at.isoformat(timespec="seconds"),
            kept.documents,
            kept.findings,
            round(kept.size / MEGABYTE, 1),
            told(kept.because, language) if is_for_people else kept.because,
        )
        for kept in kept_releases(Settings.of_folders(data=data))
    ]
    if is_for_people:
        words = words_in(language or Language.EN)
        print_rows([words("release", name) for name in COLUMNS], rows, language=language)
    else:
        PRINTERS[form](COLUMNS, rows)
