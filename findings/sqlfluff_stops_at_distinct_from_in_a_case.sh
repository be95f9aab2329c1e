#!/usr/bin/env bash
# A SQL linter cannot parse IS [NOT] DISTINCT FROM in a condition of CASE, in the dialects of DuckDB and PostgreSQL.
#
# Seen with sqlfluff 4.5.0 and duckdb 1.5.5 on 2026-11-29.
# The operator is parsed in WHERE, in brackets also in CASE, and in CASE in the dialects of Snowflake, BigQuery, Spark
# and ANSI. In the two dialects it is unparsable between WHEN and THEN, so that the whole statement goes unlinted.
# DuckDB runs all of them. Written in brackets, every statement is read.
#
# Output seen:
#   duckdb    case: unparsable, negated: unparsable, bracketed: parsed, where: parsed
#   postgres  case: unparsable, negated: unparsable, bracketed: parsed, where: parsed
#   ansi      case: parsed, negated: parsed, bracketed: parsed, where: parsed
#   snowflake case: parsed, negated: parsed, bracketed: parsed, where: parsed
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check sqlfluff==4.5.0 duckdb==1.5.5
"$folder/venv/bin/python" - <<'PY'
import duckdb
import sqlfluff
from sqlfluff.api.simple import APIParsingError

STATEMENTS = {
    "case": "select case when a is distinct from b then 1 end as c from t\n",
    "negated": "select case when a is not distinct from b then 1 end as c from t\n",
    "bracketed": "select case when (a is distinct from b) then 1 end as c from t\n",
    "where": "select a from t where a is distinct from b\n",
}


def read(statement, dialect):
    try:
        sqlfluff.parse(statement, dialect=dialect)
    except APIParsingError:
        return "unparsable"
    return "parsed"


connection = duckdb.connect()
connection.execute("create table t as select 1 as a, 2 as b")
found = {}
for dialect in ("duckdb", "postgres", "ansi", "snowflake"):
    found[dialect] = {name: read(statement, dialect) for name, statement in STATEMENTS.items()}
    print(f"{dialect:9}", ", ".join(f"{name}: {result}" for name, result in found[dialect].items()))
rows = [connection.execute(statement).fetchall() for statement in STATEMENTS.values()]
assert rows == [[(1,)], [(None,)], [(1,)], [(1,)]]
for dialect in ("duckdb", "postgres"):
    assert found[dialect] == {
        "case": "unparsable", "negated": "unparsable", "bracketed": "parsed", "where": "parsed"
    }, f"the dialect {dialect} reads it now"
for dialect in ("ansi", "snowflake"):
    assert set(found[dialect].values()) == {"parsed"}
PY
