#!/usr/bin/env bash
# deltalake counts the versions of a history from the table as it was opened: after a commit the first one is -1.
#
# Seen with deltalake 1.6.6 (and pyarrow 26.0.1) on 2026-11-30.
# `DeltaTable.history()` reads the commits that are there now, newest first, and numbers them downwards from the version
# that the object had when it was opened (python/deltalake/table.py). Where another process, or a transaction of the
# same object, has committed since, every number is too low by the commits between: who looks up the version of a
# commit there, to read the table as of it, reads another one, and -1 is none at all.
#
# Output seen:
#   opened at 0, one commit later: [(0, 'WRITE'), (-1, 'CREATE TABLE')]
#   opened anew: [(1, 'WRITE'), (0, 'CREATE TABLE')]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check deltalake==1.6.6 pyarrow==26.0.1
"$folder/venv/bin/python" - "$folder/table" <<'PY'
import sys

import pyarrow as pa
from deltalake import DeltaTable, write_deltalake

DeltaTable.create(sys.argv[1], pa.schema([("code", pa.string())]))
opened = DeltaTable(sys.argv[1])
write_deltalake(sys.argv[1], pa.table({"code": ["205"]}), mode="append")
seen = [
    [(commit["version"], commit["operation"]) for commit in table.history()] for table in (opened, DeltaTable(sys.argv[1]))
]
print(f"opened at 0, one commit later: {seen[0]}")
print(f"opened anew: {seen[1]}")
assert seen[0] == [(0, "WRITE"), (-1, "CREATE TABLE")], "a history is numbered by its commits now"
assert seen[1] == [(1, "WRITE"), (0, "CREATE TABLE")]
PY
