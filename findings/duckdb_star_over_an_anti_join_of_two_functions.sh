#!/usr/bin/env bash
# DuckDB finds no FROM clause in `select * from f(…) anti join f(…) using (…)`, though one stands there.
#
# Seen with duckdb 1.5.5 on 2026-11-28. Two calls of one table function (here range; read_parquet and any other behave
# the same) have the same implicit alias. An inner join of them says so: "duplicate alias … explicitly alias one of the
# tables". A semi or an anti join has the same fault and says that there is no FROM clause, for the star and for a column by
# its name: who reads the message looks in the wrong place. With an alias on either side, all work.
#
# Output seen:
#   inner: BinderException: Ambiguous reference to table "range" (duplicate alias "range", explicitly alias one …
#   anti: BinderException: * expression without FROM clause!
#   semi: BinderException: * expression without FROM clause!
#   by name: BinderException: Referenced column "range" was not found because the FROM clause is missing
#   one alias: [(1,), (2,)]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==1.5.5
"$folder/venv/bin/python" - <<'PY'
import duckdb

QUERIES = {
    "inner": "select * from range(3) join range(1) using (range)",
    "anti": "select * from range(3) anti join range(1) using (range)",
    "semi": "select * from range(3) semi join range(1) using (range)",
    "by name": "select range from range(3) anti join range(1) using (range) order by 1",
    "one alias": "select * from range(3) as numbers anti join range(1) using (range) order by 1",
}
found = {}
for name, query in QUERIES.items():
    try:
        found[name] = str(duckdb.sql(query).fetchall())
    except duckdb.Error as error:
        found[name] = f"{type(error).__name__}: {str(error).split(': ', 1)[-1]}"
    print(f"{name}: {found[name][:100]}")
assert "duplicate alias" in found["inner"]
assert found["anti"] == found["semi"] == "BinderException: * expression without FROM clause!"
assert "because the FROM clause is missing" in found["by name"]
assert found["one alias"] == "[(1,), (2,)]"
PY
