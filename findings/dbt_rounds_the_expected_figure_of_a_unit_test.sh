#!/usr/bin/env bash
# A dbt unit test that expects 12.35 passes for a model that has lost the decimals and returns 12.
#
# Seen with dbt-core 1.11.16, dbt-duckdb 1.11.1 and duckdb 1.5.5 on 2026-11-30.
# dbt compares in the database, and to do so casts what a test expects to the types that the tested model has: the fault
# that the test is there to find, a column of whole numbers, rounds the expectation as well. The same with a scale that
# is too small, where 0.495 is expected and 0.50 comes. What is given is rounded to the types of the model that it stands
# for, so that a case just below a limit is one above it. Nothing is said of any of the casts. A test of data over the same
# model finds the figures different, and a text column or a type wide enough lets the unit test fail.
#
# Output seen:
#   model: [(12, Decimal('0.50'))]
#   unit tests: whole expects 12.35 pass, share expects 0.495 pass, given 99.999 over_100 true pass, wide fail
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check \
    dbt-core==1.11.16 dbt-duckdb==1.11.1 duckdb==1.5.5
mkdir "$folder/models"
cd "$folder"
export DBT_SEND_ANONYMOUS_USAGE_STATS=false DBT_PROFILES_DIR=$folder
cat > dbt_project.yml <<'YAML'
name: rounding
version: "1.0"
profile: rounding
YAML
cat > profiles.yml <<'YAML'
rounding: {target: dev, outputs: {dev: {type: duckdb, path: rounding.duckdb}}}
YAML
echo "select 12.35::decimal(18, 2) as amount" > models/given.sql
echo "select amount::integer as whole, amount >= 100 as over_100 from {{ ref('given') }}" > models/rounded.sql
echo "select (amount / 2)::decimal(18, 2) as share, amount::decimal(18, 2) as wide from {{ ref('given') }}" > models/shared.sql
cat > models/tests.yml <<'YAML'
unit_tests:
  - name: whole
    model: rounded
    given: [{input: ref('given'), rows: [{amount: 12.35}]}]
    expect: {rows: [{whole: 12.35}]}
  - name: share
    model: shared
    given: [{input: ref('given'), rows: [{amount: 0.99}]}]
    expect: {rows: [{share: 0.495}]}
  - name: over_100
    model: rounded
    given: [{input: ref('given'), rows: [{amount: 99.999}]}]
    expect: {rows: [{over_100: true}]}
  - name: wide
    model: shared
    given: [{input: ref('given'), rows: [{amount: 12.00}]}]
    expect: {rows: [{wide: 12.35}]}
YAML
venv/bin/dbt --quiet build --exclude-resource-type unit_test
venv/bin/dbt --quiet test >/dev/null || true
venv/bin/python - <<'PY'
import json
import pathlib

import duckdb

MODEL = "select whole, (0.99 / 2)::decimal(18, 2) from rounded"
with duckdb.connect("rounding.duckdb", read_only=True) as connection:
    model = connection.execute(MODEL).fetchall()
results = json.loads(pathlib.Path("target/run_results.json").read_text())["results"]
status = {result["unique_id"].split(".")[-1]: result["status"] for result in results}
print(f"model: {model}")
print(f"unit tests: whole expects 12.35 {status['whole']}, share expects 0.495 {status['share']}, ", end="")
print(f"given 99.999 over_100 true {status['over_100']}, wide {status['wide']}")
assert [str(value) for value in model[0]] == ["12", "0.50"]
assert status["whole"] == status["share"] == status["over_100"] == "pass", "the expected figure is compared as it is now"
assert status["wide"] == "fail"
PY
