#!/usr/bin/env bash
# dbt makes a number of the code 2050_201 in a seed, and of the code 0101 in a unit test, which then passes for the code 65.
#
# Seen with dbt-core 1.11.16, dbt-duckdb 1.11.1 and duckdb 1.5.5 on 2026-11-29.
# The types of a seed are guessed in Python, where an underscore may stand between digits: 2050_201 is an INTEGER
# 2050201. That is known since 2022 (issue 4740, closed); what is not to be guessed is that dbt-duckdb then has DuckDB
# read the file with that type, whose own guess for the same file is VARCHAR, and whose casts drop the underscore as
# well, so that no step complains. Rows of a unit test are YAML 1.1: 0101 without quotes is octal, 65, but 0801 is the
# text "0801". Where the given and the expected row both have it, the test is green and has tested another code.
#
# Output seen:
#   seed: [('code', 'INTEGER')] [(2050201,)]
#   duckdb: [('code', 'VARCHAR')] [('2050_201',)]
#   unit tests: 0101 is '65' pass, 0801 is '0801' pass
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check \
    dbt-core==1.11.16 dbt-duckdb==1.11.1 duckdb==1.5.5
mkdir "$folder/models" "$folder/seeds"
cd "$folder"
export DBT_SEND_ANONYMOUS_USAGE_STATS=false DBT_PROFILES_DIR=$folder
cat > dbt_project.yml <<'YAML'
name: codes
version: "1.0"
profile: codes
YAML
cat > profiles.yml <<'YAML'
codes: {target: dev, outputs: {dev: {type: duckdb, path: codes.duckdb}}}
YAML
printf 'code\n2050_201\n' > seeds/project_codes.csv
echo "select '0101' as code" > models/given.sql
echo "select code from {{ ref('given') }}" > models/copied.sql
cat > models/tests.yml <<'YAML'
unit_tests:
  - name: octal_is_65
    model: copied
    given: [{input: ref('given'), rows: [{code: 0101}]}]
    expect: {rows: [{code: '65'}]}
  - name: eight_is_text
    model: copied
    given: [{input: ref('given'), rows: [{code: 0801}]}]
    expect: {rows: [{code: '0801'}]}
YAML
venv/bin/dbt --quiet build
venv/bin/python - <<'PY'
import json
import pathlib

import duckdb


def described(relation):
    return [(name, str(kind)) for name, kind in zip(relation.columns, relation.types, strict=True)]


with duckdb.connect("codes.duckdb", read_only=True) as connection:
    seed = connection.table("project_codes")
    file = connection.read_csv("seeds/project_codes.csv", header=True)
    found = [(described(each), each.fetchall()) for each in (seed, file)]
results = json.loads(pathlib.Path("target/run_results.json").read_text())["results"]
status = {result["unique_id"].split(".")[-1]: result["status"] for result in results}
print(f"seed: {found[0][0]} {found[0][1]}\nduckdb: {found[1][0]} {found[1][1]}")
octal, text = status["octal_is_65"], status["eight_is_text"]
print(f"unit tests: 0101 is '65' {octal}, 0801 is '0801' {text}")
assert found[0] == ([("code", "INTEGER")], [(2050201,)]), "the seed keeps the code now"
assert found[1] == ([("code", "VARCHAR")], [("2050_201",)])
assert octal == text == "pass", "a code of a unit test is what is written now"
PY
