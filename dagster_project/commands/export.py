"""`yusuan export`: the tables of the published release as files."""

from __future__ import annotations

import shutil
import tempfile
from codecs import BOM_UTF8
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from dagster_project.commands.frame import DataFolder, console
from dagster_project.errors import UsageError
from dagster_project.publication.releases import current_release
from dagster_project.settings import Settings
from dagster_project.warehouse.literals import file_pattern, literal

EXAMPLE = "yusuan export ~/yusuan-tables --format csv"
NUMBER = r"[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?%?"
FORMULA = r"^([\t\r\n]|\s*[=+\-@＝＋－＠])"
MISTAKEN = r"[-+]?(0\d.*|[\d,.]*\d[eE][-+]?\d+)"
"""Of a code a spreadsheet would take away the zero in front, or take it for a power of ten."""
LONGEST = 11
"""Digits that a spreadsheet shows in full."""


class Format(StrEnum):
    """Kind of file to write."""

    PARQUET = "parquet"
    CSV = "csv"


def export(
    folder: Annotated[Path, typer.Argument(help="Folder to write to; made where it is not there.", show_default=False)],
    data: DataFolder = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="Kind of file.")] = Format.PARQUET,
    for_spreadsheets: Annotated[
        bool,
        typer.Option(
            "--for-spreadsheets",
            help="Write CSV that Excel and WPS open as it is meant: with a mark of UTF-8, and a ' before long codes "
            "and before texts that would be taken for formulas.",
        ),
    ] = False,
) -> None:
    """Write each table of the published release into a folder, as Parquet or as CSV."""
    release = current_release(Settings.load(data=data))
    if release is None:
        raise UsageError("There is no release yet. Run `make run` (or `yusuan run`) first.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder} cannot be a folder to write to ({error.strerror}). Name another.") from error
    files = sorted(release.parquet.glob("*.parquet"))
    for file in files:
        if for_spreadsheets:
            _write_for_spreadsheets(file, folder / f"{file.stem}.csv")
        elif form is Format.CSV:
            duckdb.read_parquet(file_pattern(file)).write_csv(str(folder / f"{file.stem}.csv"))
        else:
            shutil.copyfile(file, folder / file.name)
    console.print(f"{len(files)} tables of {release.release_id} in {folder}", soft_wrap=True)


def _write_for_spreadsheets(file: Path, target: Path) -> None:
    source = f"read_parquet({literal(file_pattern(file))})"
    with tempfile.TemporaryDirectory() as beside, duckdb.connect() as connection:
        written = Path(beside) / "rows.csv"
        table = connection.sql(f"from {source}")
        columns = ", ".join(_harmless(name, str(kind)) for name, kind in zip(table.columns, table.types, strict=True))
        connection.execute(f"copy (select {columns} from {source}) to {literal(str(written))} (header)")
        with target.open("wb") as marked, written.open("rb") as rows:
            marked.write(BOM_UTF8)
            shutil.copyfileobj(rows, marked)


def _harmless(name: str, kind: str) -> str:
    """Return a column in SQL; a text that a spreadsheet would change or run has a ' before it, numbers have none."""
    if kind != "VARCHAR":
        return f'"{name}"'
    is_number = f"""regexp_full_match("{name}", '{NUMBER}')"""
    is_long = f"""length(regexp_replace("{name}", '\\D', '', 'g')) > {LONGEST}"""
    is_mistaken = f"""regexp_full_match("{name}", '{MISTAKEN}')"""
    is_formula = f"""regexp_matches("{name}", '{FORMULA}')"""
    changed = f"case when {is_number} then {is_long} or {is_mistaken} else {is_mistaken} or {is_formula} end"
    return f"""case when {changed} then '''' || "{name}" else "{name}" end as "{name}\""""
