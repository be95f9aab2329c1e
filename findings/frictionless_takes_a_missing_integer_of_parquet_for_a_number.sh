#!/usr/bin/env bash
# The validator of data packages refuses an integer that is missing in Parquet, and accepts it in CSV.
#
# Seen with frictionless 5.21.0 (extras "pandas", "parquet"), pandas 2.3.3, pyarrow 22.0.0 and duckdb 1.5.5 on 2026-11-29.
# A nullable column of integers, which Parquet states as INT32, comes out of frictionless as floats, the missing value
# as NaN: the schema's "integer" fails on that row. The same rows in CSV are valid under the same schema. A package
# of Parquet with an integer that may be missing cannot be validated row by row.
#
# Output seen:
#   parquet: valid False, errors ['type-error']
#   csv:     valid True, errors []
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check \
    "frictionless[pandas,parquet]==5.21.0" duckdb==1.5.5 pandas==2.3.3 pyarrow==22.0.0
cd "$folder"
venv/bin/python - <<'PY'
import duckdb
from frictionless import Resource, Schema, fields

ROWS = "(select * from (values (1, 7::integer), (2, null)) as t (a, b))"
duckdb.sql(f"copy {ROWS} to 'rows.parquet' (format parquet)")
duckdb.sql(f"copy {ROWS} to 'rows.csv'")
assert duckdb.sql("select b from 'rows.parquet' order by a").fetchall() == [(7,), (None,)]
found = {}
for form in ("parquet", "csv"):
    schema = Schema(fields=[fields.IntegerField(name="a"), fields.IntegerField(name="b")])
    report = Resource(path=f"rows.{form}", schema=schema).validate()
    errors = [error.type for task in report.tasks for error in task.errors]
    found[form] = report.valid, errors
    print(f"{form + ':':8} valid {report.valid}, errors {errors}")
assert found["csv"] == (True, [])
assert found["parquet"] == (False, ["type-error"]), "a missing integer of Parquet is read as missing now"
PY
