"""`yusuan query`: SQL on the published warehouse, read-only."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

import duckdb
import typer
from rich.table import Table
from rich.text import Text

from dagster_project.commands.frame import DataFolder, console, open_warehouse
from dagster_project.commands.rows import Format, print_csv, print_json
from dagster_project.errors import UsageError

EXAMPLE = 'yusuan query "select document_file, numbers_seen from rpt_coverage"'
MOST = 200


def query(
    sql: Annotated[str, typer.Argument(help="One SQL statement; marts need no prefix.", show_default=False)],
    data: DataFolder = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to print the rows.")] = Format.TABLE,
) -> None:
    """Ask the published warehouse a question; it cannot be changed, and no other file is read."""
    with open_warehouse(data) as connection:
        try:
            result = connection.execute(sql)
            columns = [column[0] for column in result.description or []]
            rows = result.fetchall()
        except duckdb.Error as error:
            raise UsageError(str(error)) from error
    printers = {Format.TABLE: _print_table, Format.CSV: print_csv, Format.JSON: print_json}
    printers[form](columns, rows)


def _print_table(columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    table = Table()
    for number, column in enumerate(columns):
        is_number = any(isinstance(row[number], int | float | Decimal) for row in rows[:MOST])
        table.add_column(column, justify="right" if is_number else "left", overflow="fold")
    for row in rows[:MOST]:
        table.add_row(*(Text(_shown(value)) for value in row))
    console.print(table)
    shown = f"{MOST:,} of {len(rows):,} rows; --format csv prints them all"
    console.print(shown if len(rows) > MOST else f"{len(rows):,} row{'' if len(rows) == 1 else 's'}", style="dim")


def _shown(value: object) -> str:
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, Decimal) else str(value)
