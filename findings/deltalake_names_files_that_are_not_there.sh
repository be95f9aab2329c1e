#!/usr/bin/env bash
# deltalake names the files of a table by paths that do not exist where its folder has a blank, a percent sign or Chinese.
#
# Seen with deltalake 1.6.6 (and pyarrow 26.0.1) on 2026-11-30.
# `DeltaTable.file_uris()` of a local table answers with paths, not addresses: there is no "file://" before them. The
# folder in them is escaped as in an address all the same, "预算 2031" is "%E9%A2%84%E7%AE%97%202031", and a path with
# a percent sign stands for itself: whoever opens such files, as DuckDB's `read_parquet` or pyarrow do, finds none.
# In a folder named by letters alone the answers are paths that are there.
#
# Output seen:
#   budget: named budget, is there: True
#   budget 2031: named budget%202031, is there: False
#   预算: named %E9%A2%84%E7%AE%97, is there: False
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check deltalake==1.6.6 pyarrow==26.0.1
"$folder/venv/bin/python" - "$folder" <<'PY'
import sys
from pathlib import Path

import pyarrow as pa
from deltalake import DeltaTable, write_deltalake

seen = {}
for name in ("budget", "budget 2031", "预算"):
    place = Path(sys.argv[1]) / name
    write_deltalake(place, pa.table({"code": ["205"]}))
    (file,) = map(Path, DeltaTable(place).file_uris())
    seen[name] = (file.parent.name, file.exists())
    print(f"{name}: named {file.parent.name}, is there: {file.exists()}")
assert seen == {
    "budget": ("budget", True),
    "budget 2031": ("budget%202031", False),
    "预算": ("%E9%A2%84%E7%AE%97", False),
}, "the files are named as they are now"
PY
