#!/usr/bin/env bash
# deltalake commits files whose schema is not that of the table: their figures are read rounded, their columns as NULL.
#
# Seen with deltalake 1.6.6 (and pyarrow 26.0.1) on 2026-11-30.
# `DeltaTable.create_write_transaction` takes the "schema of the files being added". In mode "append" it compares it with
# that of the table, makes the error "Cannot change schema except in overwrite", and does not raise it
# (python/src/lib.rs): the commit succeeds. What readers see then is the files cast to the table, without a word: a
# decimal of four places is rounded to two, a column that the table lacks is gone, one that the files lack is NULL.
# `write_deltalake` refuses the same rows with SchemaMismatchError.
#
# Output seen:
#   decimal of four places: committed, 1.2575 is read as 1.26; write_deltalake: SchemaMismatchError
#   one more column: committed, ['code', 'amount'] are read; write_deltalake: SchemaMismatchError
#   another name: committed, code is read as None; write_deltalake: SchemaMismatchError
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check deltalake==1.6.6 pyarrow==26.0.1
"$folder/venv/bin/python" - "$folder" <<'PY'
import json
import sys
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable, QueryBuilder, Schema, write_deltalake
from deltalake.exceptions import SchemaMismatchError
from deltalake.transaction import AddAction

TABLE = pa.table({"code": ["205"], "amount": pa.array([Decimal("9.00")], pa.decimal128(20, 2))})


def committed(place: Path, rows: pa.Table) -> dict[str, object]:
    write_deltalake(place, TABLE)
    pq.write_table(rows, place / "new.parquet")
    told = json.dumps({"numRecords": rows.num_rows})
    add = AddAction("new.parquet", (place / "new.parquet").stat().st_size, {}, 0, True, told)
    DeltaTable(place).create_write_transaction([add], "append", Schema.from_arrow(rows.schema))
    query = QueryBuilder().register("t", DeltaTable(place)).execute("select * from t where amount <> 9")
    return pa.table(query.read_all()).to_pylist()[0]


def refused(place: Path, rows: pa.Table) -> str:
    try:
        write_deltalake(place, rows, mode="append")
    except SchemaMismatchError:
        return "SchemaMismatchError"
    return "written"


folder = Path(sys.argv[1])
amount = pa.array([Decimal("1.25")], pa.decimal128(20, 2))
fine = pa.table({"code": ["206"], "amount": pa.array([Decimal("1.2575")], pa.decimal128(20, 4))})
wide = pa.table({"code": ["206"], "amount": amount, "is_additive": [True]})
other = pa.table({"kode": ["206"], "amount": amount})
read = {name: committed(folder / name, rows) for name, rows in (("fine", fine), ("wide", wide), ("other", other))}
answers = [refused(folder / name, rows) for name, rows in (("fine", fine), ("wide", wide), ("other", other))]
print(f"decimal of four places: committed, 1.2575 is read as {read['fine']['amount']}; write_deltalake: {answers[0]}")
print(f"one more column: committed, {list(read['wide'])} are read; write_deltalake: {answers[1]}")
print(f"another name: committed, code is read as {read['other']['code']}; write_deltalake: {answers[2]}")
assert read["fine"]["amount"] == Decimal("1.26"), "a finer decimal is refused, or read whole, now"
assert list(read["wide"]) == ["code", "amount"], "a column more is refused, or read, now"
assert read["other"]["code"] is None, "a column of another name is refused now"
assert answers == ["SchemaMismatchError"] * 3
PY
