"""`yusuan export`: the tables of the published release as files."""

from __future__ import annotations

import shutil
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from dagster_project.commands.frame import DataFolder, console
from dagster_project.errors import UsageError
from dagster_project.publication.releases import current_release
from dagster_project.settings import Settings

EXAMPLE = "yusuan export ~/yusuan-tables --format csv"


class Format(StrEnum):
    """Kind of file to write."""

    PARQUET = "parquet"
    CSV = "csv"


def export(
    folder: Annotated[Path, typer.Argument(help="Folder to write to; made where it is not there.", show_default=False)],
    data: DataFolder = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="Kind of file.")] = Format.PARQUET,
) -> None:
    """Write each table of the published release into a folder, as Parquet or as CSV."""
    release = current_release(Settings.load(data=data))
    if release is None:
        raise UsageError("There is no release yet. Run `make run` (or `yusuan run`) first.")
    folder.mkdir(parents=True, exist_ok=True)
    files = sorted(release.parquet.glob("*.parquet"))
    for file in files:
        if form is Format.PARQUET:
            shutil.copyfile(file, folder / file.name)
        else:
            duckdb.read_parquet(str(file)).write_csv(str(folder / f"{file.stem}.csv"))
    console.print(f"{len(files)} tables of {release.release_id} in {folder}", soft_wrap=True)
