#!/usr/bin/env bash
# DuckDB 2 writes one table with another Parquet schema each day: a column is REQUIRED as long as no row holds NULL.
#
# Seen with duckdb 2.0.1 and pyarrow 26.0.1 on 2026-11-29.
# The column is declared without NOT NULL. COPY nevertheless marks it REQUIRED where the statistics of the table tell of
# no NULL, and OPTIONAL from the first NULL on; 1.5.5 writes OPTIONAL in both cases. So the files of two days of one
# table differ in schema, and what joins them strictly, such as concat_tables of pyarrow, refuses. No option of COPY
# states the nullability; without the optimizer `statistics_propagation` every column is OPTIONAL again.
#
# Output seen:
#   1.5.5, no NULL: OPTIONAL
#   2.0.1, no NULL: REQUIRED
#   2.0.1, a NULL: OPTIONAL
#   2.0.1, no NULL, no statistics: OPTIONAL
#   both days together: Schema at index 1 was different
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1 pyarrow==26.0.1
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --target "$folder/before" duckdb==1.5.5
cat >"$folder/written.py" <<'PY'
import sys

import duckdb

expected, file, values, disabled = sys.argv[1:]
connection = duckdb.connect()
connection.execute("create table amounts (amount integer)")
connection.execute(f"insert into amounts values {values}")
connection.execute("set disabled_optimizers = ?", [disabled])
connection.execute(f"copy amounts to '{file}' (format parquet)")
query = f"select repetition_type from parquet_schema('{file}') where name = 'amount'"
((repetition,),) = connection.execute(query).fetchall()
told = {"(1)": "no NULL", "(null)": "a NULL"}[values] + (", no statistics" if disabled else "")
print(f"{duckdb.__version__}, {told}: {repetition}")
assert repetition == expected
PY
python="$folder/venv/bin/python"
PYTHONPATH="$folder/before" "$python" "$folder/written.py" OPTIONAL "$folder/before.parquet" "(1)" ""
"$python" "$folder/written.py" REQUIRED "$folder/monday.parquet" "(1)" ""
"$python" "$folder/written.py" OPTIONAL "$folder/tuesday.parquet" "(null)" ""
"$python" "$folder/written.py" OPTIONAL "$folder/without.parquet" "(1)" statistics_propagation
"$python" - "$folder" <<'PY'
import sys

import pyarrow as pa
import pyarrow.parquet as pq

try:
    pa.concat_tables([pq.read_table(f"{sys.argv[1]}/{day}.parquet") for day in ("monday", "tuesday")])
except pa.ArrowInvalid as refusal:
    print("both days together:", str(refusal).partition(":")[0].strip())
else:
    raise AssertionError("pyarrow joins them")
PY
