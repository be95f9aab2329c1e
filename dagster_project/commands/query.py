"""`yusuan query`: SQL on the published warehouse, read-only."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from typing import Annotated, Any

import duckdb
import typer
from typer.core import TyperCommand

from dagster_project.commands.frame import DataFolder, open_warehouse
from dagster_project.commands.meant import meant
from dagster_project.commands.people import print_rows
from dagster_project.commands.rows import print_csv, print_json
from dagster_project.errors import UsageError

EXAMPLE = 'yusuan query "select document_file, numbers_seen from rpt_coverage"'
AT_ONCE = 1_000
COMMENT = re.compile(r"--\s")

Row = tuple[Any, ...]


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    VERTICAL = "vertical"
    CSV = "csv"
    JSON = "json"


PRINTERS: dict[Format, Callable[[list[str], Iterator[Row]], None]] = {
    Format.TABLE: print_rows,
    Format.VERTICAL: partial(print_rows, vertical=True),
    Format.CSV: print_csv,
    Format.JSON: print_json,
}


class Command(TyperCommand):
    """The command of a statement that may begin with a comment: `-- How much?` is no option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, [f" {given}" if COMMENT.match(given) else given for given in args])


def query(
    sql: Annotated[str, typer.Argument(help="One SQL statement; marts need no prefix.", show_default=False)],
    data: DataFolder = None,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="How to print the rows; a table too wide is vertical.")
    ] = Format.TABLE,
    timeout: Annotated[float, typer.Option("--timeout", min=0.001, help="Seconds the query may take.")] = 60,
) -> None:
    """Ask the published warehouse a question; it cannot be changed, and no other file is read."""
    with open_warehouse(data) as connection:
        limit = _Limit(connection, timeout)
        try:
            statement = _only_statement(connection, sql)
            with limit.running():
                connection.execute(statement)
            columns = [column[0] for column in connection.description or []]
            PRINTERS[form](columns, _streamed(connection, limit))
        except duckdb.InterruptException as error:
            raise UsageError(
                f"The query took more than {timeout:g} s and was stopped. Give it more: --timeout."
            ) from error
        except duckdb.Error as error:
            raise UsageError(f"{error}{meant(connection, sql, error)}") from error


class _Limit:
    """The seconds that are left to a query; printing what it found does not count."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, seconds: float) -> None:
        self.connection = connection
        self.left = seconds

    @contextmanager
    def running(self) -> Iterator[None]:
        timer = threading.Timer(max(self.left, 0), self.connection.interrupt)
        timer.daemon = True
        started = time.monotonic()
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            self.left -= time.monotonic() - started


def _only_statement(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    statements = connection.extract_statements(sql)
    if len(statements) != 1:
        raise UsageError(f"One SQL statement is asked for, {len(statements)} were given.")
    return statements[0]


def _streamed(connection: duckdb.DuckDBPyConnection, limit: _Limit) -> Iterator[Row]:
    while True:
        with limit.running():
            rows = connection.fetchmany(AT_ONCE) if connection.description else []
        if not rows:
            return
        yield from rows
