"""`yusuan export`: the tables of the published release as files."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dagster_project.commands.frame import DataFolder, console, first_run
from dagster_project.errors import UsageError
from dagster_project.exports import tables
from dagster_project.exports.sources import Source, sources
from dagster_project.exports.sqlite import write_sqlite
from dagster_project.exports.workbook import write_workbook
from dagster_project.publication.releases import Release, current_release
from dagster_project.settings import Settings

EXAMPLE = "yusuan export ~/yusuan-tables --format xlsx --table rpt_expenditure --table rpt_totals"


class Format(StrEnum):
    """Kind of file to write."""

    PARQUET = "parquet"
    CSV = "csv"
    XLSX = "xlsx"
    SQLITE = "sqlite"


def export(
    folder: Annotated[Path, typer.Argument(help="Folder to write to; made where it is not there.", show_default=False)],
    data: DataFolder = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="Kind of file.")] = Format.PARQUET,
    table: Annotated[
        list[str] | None, typer.Option("--table", "-t", help="Only this table; may be repeated.", show_default=False)
    ] = None,
    for_spreadsheets: Annotated[
        bool,
        typer.Option(
            "--for-spreadsheets",
            help="Write CSV that Excel and WPS open as it is meant: with a mark of UTF-8, and a ' before long codes "
            "and before texts that would be taken for formulas.",
        ),
    ] = False,
) -> None:
    """Write the tables of the published release into a folder: for Excel, for programs, for Datasette.

    parquet, csv: a file per table, and datapackage.json with every meaning, unit and key.

    xlsx: one workbook, a sheet per table, with contents and a dictionary in English and Chinese.

    sqlite: one file, and datasette.json beside it:  datasette yusuan.sqlite --metadata datasette.json
    """
    if for_spreadsheets and form in {Format.XLSX, Format.SQLITE}:
        raise UsageError(f"--for-spreadsheets is a way to write CSV: leave it out, or leave out --format {form}.")
    settings = Settings.of_folders(data=data)
    release = current_release(settings)
    if release is None:
        raise UsageError(f"There is no release in {settings.data} yet. {first_run(data)}")
    exported = sources(release, settings.dbt_project, table or ())
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder} cannot be a folder to write to ({error.strerror}). Name another.") from error
    for note in _write(release, exported, folder, form, for_spreadsheets):
        console.print(note, soft_wrap=True)
    tables = "1 table" if len(exported) == 1 else f"{len(exported)} tables"
    console.print(f"{tables} of {release.release_id} in {folder}", soft_wrap=True)


def _write(release: Release, exported: list[Source], folder: Path, form: Format, for_spreadsheets: bool) -> list[str]:
    """Write the files and return what has to be told of them."""
    if for_spreadsheets:
        tables.write_csv_for_spreadsheets(exported, folder)
    elif form is Format.XLSX:
        return write_workbook(release, exported, folder)
    elif form is Format.SQLITE:
        write_sqlite(release, exported, folder)
    elif form is Format.CSV:
        tables.write_csv(release, exported, folder)
    else:
        tables.write_parquet(release, exported, folder)
    return []
