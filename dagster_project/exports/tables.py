"""A file per table, with `datapackage.json` beside: CSV or Parquet for programs, CSV for spreadsheets."""

from __future__ import annotations

import shutil
import tempfile
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path

import duckdb

from dagster_project.atomic import replaced, write_text
from dagster_project.exports import datapackage, fiscal
from dagster_project.exports.sources import Source
from dagster_project.publication import parquet
from dagster_project.publication.descriptions import described
from dagster_project.publication.releases import Release

NUMBER = r"[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?%?"
FORMULA = r"^([\t\r\n]|\s*[=+\-@＝＋－＠])"
MISTAKEN = r"[-+]?(0\d.*|[\d,.]*\d[eE][-+]?\d+)"
"""Of a code a spreadsheet would take away the zero in front, or take it for a power of ten."""
LONGEST = 11
"""Digits that a spreadsheet shows in full."""


def write_csv(release: Release, exported: list[Source], folder: Path) -> None:
    """Write `<table>.csv`, exact, and the data package."""
    for rows in _fiscal(exported):
        with replaced(folder / f"{fiscal.NAME}.csv") as beside:
            _write_csv(rows, beside)
    for source in exported:
        with replaced(folder / f"{source.name}.csv") as beside:
            _write_csv(f"from {source.rows_in_sql}", beside)
    write_text(datapackage.package(release, exported, "csv"), folder / datapackage.FILE)


def write_parquet(release: Release, exported: list[Source], folder: Path) -> None:
    """Write `<table>.parquet`, which says what its columns mean, and the data package."""
    wanted = {source.name: source.file.name for source in exported}
    with duckdb.connect(str(release.warehouse), read_only=True) as connection:
        for rows in _fiscal(exported):
            with replaced(folder / f"{fiscal.NAME}.parquet") as beside:
                parquet.copy_rows(connection, rows, beside)
        for table in described(connection):
            if table.name in wanted:
                with replaced(folder / wanted[table.name]) as beside:
                    parquet.write_parquet(connection, table, beside)
    write_text(datapackage.package(release, exported, "parquet"), folder / datapackage.FILE)


def write_csv_for_spreadsheets(exported: list[Source], folder: Path) -> None:
    """Write `<table>.csv` with a mark of UTF-8, nothing in it that Excel or WPS would run or shorten."""
    for source in exported:
        with tempfile.TemporaryDirectory() as aside, replaced(folder / f"{source.name}.csv") as beside:
            rows = Path(aside) / "rows.csv"
            columns = ", ".join(_harmless(column.name, column.kind) for column in source.columns)
            _write_csv(f"select {columns} from {source.rows_in_sql}", rows)
            with beside.open("wb") as marked, rows.open("rb") as plain:
                marked.write(BOM_UTF8)
                shutil.copyfileobj(plain, marked)


def _write_csv(rows: str, file: Path) -> None:
    with duckdb.connect() as connection:
        connection.sql(rows).write_csv(str(file))


def _fiscal(exported: list[Source]) -> Iterator[str]:
    """Return the query for the rows of expenditure that count, where expenditure is exported."""
    yield from (fiscal.rows_in_sql(source.rows_in_sql) for source in exported if source.name == fiscal.TABLE)


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
