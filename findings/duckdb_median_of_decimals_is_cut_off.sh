#!/usr/bin/env bash
# DuckDB cuts the median of decimals off at the scale of their column, and not alike for a figure and its negative.
#
# Seen with duckdb 1.5.5 on 2026-11-29.
# median and quantile_cont are documented as interpolated. Of integers they are (a DOUBLE: the median of 1 and 2 is
# 1.5), of a DECIMAL the type of the column stays, and what lies between two figures is cut off, where a cast of
# DuckDB rounds: 1.10 and 1.13 give 1.11, where 1.115 or 1.12 was to be expected. The cut is made on the way from the
# lower figure, so that the negatives give -1.12: the median of decreases is not minus the median of increases. Of
# 0.00 and 0.01 it is 0.00, and of amounts without decimals, 1 and 2, it is 1. A cast to DOUBLE before it gives the
# middle.
#
# Output seen:
#   integers 1 and 2: 1.5
#   decimals 1 and 2: 1
#   1.10 and 1.13: 1.11
#   -1.10 and -1.13: -1.12
#   0.00 and 0.01: 0.00
#   as double: 1.115
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==1.5.5
"$folder/venv/bin/python" - <<'PY'
import duckdb

MEDIANS = {
    "integers 1 and 2": ("1::integer", "2::integer", "1.5"),
    "decimals 1 and 2": ("1::decimal(18, 0)", "2::decimal(18, 0)", "1"),
    "1.10 and 1.13": ("1.10::decimal(18, 2)", "1.13::decimal(18, 2)", "1.11"),
    "-1.10 and -1.13": ("-1.10::decimal(18, 2)", "-1.13::decimal(18, 2)", "-1.12"),
    "0.00 and 0.01": ("0.00::decimal(18, 2)", "0.01::decimal(18, 2)", "0.00"),
    "as double": ("1.10::double", "1.13::double", "1.115"),
}
for name, (one, other, expected) in MEDIANS.items():
    query = f"select median(amount), quantile_cont(amount, 0.5) from (values ({one}), ({other})) as figures (amount)"
    median, quantile = map(str, duckdb.sql(query).fetchone())
    print(f"{name}: {median}")
    assert median == quantile == expected, name
PY
