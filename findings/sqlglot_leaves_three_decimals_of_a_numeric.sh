#!/usr/bin/env bash
# sqlglot translates NUMERIC into a type of DuckDB with three decimals: 0.0004 becomes 0, and ten thousand of them too.
#
# Seen with sqlglot 30.30.0 and duckdb 1.5.5 on 2026-11-30.
# NUMERIC and DECIMAL without a scale hold any number of decimals in PostgreSQL and SQLite, none in MySQL and Spark, and
# three in DuckDB, whose default is DECIMAL(18, 3). sqlglot knows that default: out of DuckDB it writes DECIMAL(18, 3).
# Into DuckDB it writes DECIMAL, from whichever dialect, and the figures are rounded without a word. A cast to INTEGER,
# too, goes over as it is, where SQLite cuts off and DuckDB rounds: 12.7 is 12 and 13. Types inferred by
# sqlglot.optimizer, which mend the division of integers, change neither. Both sides are run here, SQLite as it comes
# with Python.
#
# Output seen:
#   postgres, sqlite, mysql, spark: CAST(rate AS DECIMAL)
#   from duckdb to postgres: CAST(rate AS DECIMAL(18, 3))
#   sum of 10,000 rates of 0.0004: sqlite 4.00, duckdb 0.00
#   cast of 12.7 to integer: sqlite 12, duckdb 13
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check sqlglot==30.30.0 duckdb==1.5.5
"$folder/venv/bin/python" - 2>"$folder/log" <<'PY' || { tail "$folder/log"; exit 1; }
import sqlite3

import duckdb
import sqlglot
from sqlglot.optimizer.annotate_types import annotate_types

DIALECTS = ("postgres", "sqlite", "mysql", "spark")


def translated(query, read, write):
    return annotate_types(sqlglot.parse_one(query, read=read), dialect=read).sql(write)


casts = {translated("select cast(rate as numeric)", name, "duckdb").replace("TRY_", "") for name in DIALECTS}
back = translated("select cast(rate as numeric)", "duckdb", "postgres")
databases = {"sqlite": sqlite3.connect(":memory:"), "duckdb": duckdb.connect()}
for database in databases.values():
    database.execute("create table rates (rate text)")
    database.executemany("insert into rates values (?)", [("0.0004",)] * 10_000)


def both(query):
    queries = {"sqlite": query, "duckdb": translated(query, "sqlite", "duckdb")}
    return {name: database.execute(queries[name]).fetchone()[0] for name, database in databases.items()}


sums = {name: f"{value:.2f}" for name, value in both("select sum(cast(rate as numeric)) from rates").items()}
whole = both("select cast(12.7 as integer)")
print(f"{', '.join(DIALECTS)}: {', '.join(cast.removeprefix('SELECT ') for cast in casts)}")
print(f"from duckdb to postgres: {back.removeprefix('SELECT ')}")
print(f"sum of 10,000 rates of 0.0004: {', '.join(f'{name} {value}' for name, value in sums.items())}")
print(f"cast of 12.7 to integer: {', '.join(f'{name} {value}' for name, value in whole.items())}")
assert back == "SELECT CAST(rate AS DECIMAL(18, 3))"
assert casts == {"SELECT CAST(rate AS DECIMAL)"}, "NUMERIC is translated with its decimals now"
assert sums == {"sqlite": "4.00", "duckdb": "0.00"}
assert whole == {"sqlite": 12, "duckdb": 13}, "a cast to INTEGER is translated now"
PY
