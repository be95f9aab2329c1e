"""`yusuan query` answers one question in the form asked for, changes nothing, and says what is wrong with it."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal

import duckdb
import pytest
from calling import yusuan
from rich.cells import cell_len

from dagster_project.settings import Settings

pytestmark = pytest.mark.xdist_group("warehouse")


def test_query_prints_tables_csv_and_json(installation: Settings) -> None:
    sql = "select function_code, total_cny from rpt_expenditure where fiscal_year = 2021 order by all limit 3"
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        rows = connection.execute(sql).fetchall()
    expected = [[code, str(total)] for code, total in rows]
    assert len(expected) == 3
    printed = yusuan("query", sql, "--format", "csv", installation=installation).output
    assert list(csv.reader(io.StringIO(printed))) == [["function_code", "total_cny"], *expected]
    parsed = json.loads(yusuan("query", sql, "-f", "json", installation=installation).output)
    assert [list(row.values()) for row in parsed] == expected
    table = yusuan("query", sql, installation=installation).output
    assert all(f"{Decimal(total):,}" in table for _, total in expected)
    assert "3 rows" in table


@pytest.mark.parametrize(
    "sql",
    [
        "delete from fct_ledger",
        "create table marts.mine as select 1",
        "copy fct_ledger to 'ledger.csv'",
        "select * from read_csv('/etc/passwd')",
        "attach 'other.duckdb'",
        "set enable_external_access = true",
        "selekt 1",
    ],
)
def test_query_can_change_nothing_and_reads_nothing_else(installation: Settings, sql: str) -> None:
    result = yusuan("query", sql, installation=installation)
    assert result.exit_code == 2
    assert "Error" in result.output


@pytest.mark.parametrize(
    ("sql", "told"), [("", "0 were given"), ("/* why? */", "0 were given"), ("select 1; select 2", "2 were")]
)
def test_query_asks_one_question(installation: Settings, sql: str, told: str) -> None:
    result = yusuan("query", sql, installation=installation)
    assert (result.exit_code, told in result.output) == (2, True)


def test_query_stops_at_its_limit(installation: Settings) -> None:
    endless = "select count(*) from range(1000000000000) first, range(1000) second"
    result = yusuan("query", endless, "--timeout", "0.2", installation=installation)
    assert result.exit_code == 2
    assert "more than 0.2 s" in result.output


def test_query_prints_rows_as_they_come(installation: Settings) -> None:
    many = "select x from range(2500) t(x)"
    printed = yusuan("query", many, "-f", "json", installation=installation).output
    assert [row["x"] for row in json.loads(printed)] == list(range(2500))
    assert "200 of 2,500 rows" in yusuan("query", many, installation=installation).output
    assert json.loads(yusuan("query", f"{many} limit 0", "-f", "json", installation=installation).output) == []


@pytest.mark.parametrize("width", [80, 300])
def test_query_fits_the_terminal(installation: Settings, width: int) -> None:
    for columns in ("*", "organisation_name, function_name, total_cny"):
        sql = f"select {columns} from rpt_expenditure where total_cny > 1e8 limit 5"
        printed = yusuan("query", sql, installation=installation, width=width).output
        assert max(cell_len(line) for line in printed.splitlines()) <= width
        assert ("row 1 ─" in printed) == (columns == "*")
        # a number is never broken
        numbers = yusuan("query", sql, "-f", "json", installation=installation).output
        assert all(f"{Decimal(row['total_cny']):,}" in printed for row in json.loads(numbers))
    vertical = yusuan("query", "select 1 as one", "-f", "vertical", installation=installation, width=width).output
    assert "row 1 ─" in vertical


def test_a_statement_may_begin_with_a_comment(installation: Settings) -> None:
    result = yusuan("query", "-- How much?\nselect 1 as one", "--format", "csv", installation=installation)
    assert (result.exit_code, result.output) == (0, "one\n1\n")
    assert yusuan("query", "--fromat", "csv", "select 1", installation=installation).exit_code == 2


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("from rpt_expenditur", 'No table rpt_expenditur. Alike: rpt_expenditure, .*`yusuan query "show tables"`'),
        ("select totl_cny from rpt_totals", 'No column totl_cny there. .*`yusuan query "describe rpt_totals"`'),
        ("select total_cny from rpt_totals", r"Alike: printed_total_cny.* It stands in .*rpt_expenditure"),
        ("select sum(phase) from rpt_totals", "No function matches"),
    ],
)
def test_a_query_that_names_what_there_is_not_is_told_what_there_is(
    installation: Settings, sql: str, told: str
) -> None:
    result = yusuan("query", sql, installation=installation)
    assert result.exit_code == 2
    assert re.search(told, result.output, re.DOTALL)
