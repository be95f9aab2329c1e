"""The store keeps what fits the schemas, in order, the same bytes for the same rows."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fake_extraction import fake_extract, table

from dagster_project.atomic import write_table
from dagster_project.extraction.schemas import TABLES
from dagster_project.extraction.schemas.conform import SchemaMismatch, conform
from dagster_project.store.buckets import bucket_file, drop_buckets, first_rows, read_extracted, write_bucket
from dagster_project.store.packing import pack, unpack
from dagster_project.store.parts import Parts

LEDGER = TABLES["ledger"]


def ledger(*lines: int) -> pa.Table:
    """Return ledger rows with the given line numbers, in that order."""
    known = {"disposition": "label", "reason": "r", "reading_method": "text", "confidence": 1}
    return table("ledger", [known | {"ledger_id": f"d-{n}", "document_id": "d", "line": n} for n in lines])


def test_conform_orders_rows_as_declared() -> None:
    assert conform(ledger(3, 1, 2), LEDGER).column("line").to_pylist() == [1, 2, 3]


def test_conform_puts_columns_in_the_declared_order_and_keeps_descriptions() -> None:
    shuffled = ledger(1).select(list(reversed(LEDGER.arrow().names)))
    conformed = conform(shuffled, LEDGER)
    assert conformed.schema.equals(LEDGER.arrow(), check_metadata=True)


def test_conform_refuses_a_null_in_a_required_column() -> None:
    rows = ledger(1).set_column(0, pa.field("ledger_id", pa.string()), pa.array([None], pa.string()))
    with pytest.raises(SchemaMismatch, match="'ledger_id' with null values"):
        conform(rows, LEDGER)


def test_conform_refuses_columns_that_are_missing_or_undeclared() -> None:
    with pytest.raises(SchemaMismatch, match="reason"):
        conform(ledger(1).drop_columns(["reason"]), LEDGER)
    with pytest.raises(SchemaMismatch, match="extra"):
        conform(ledger(1).append_column("extra", pa.array([1])), LEDGER)


def test_conform_refuses_money_finer_than_a_fen() -> None:
    place = LEDGER.arrow().get_field_index("amount_cny")
    rows = ledger(1).set_column(place, "amount_cny", pa.array(["0.005"]).cast(pa.decimal128(20, 3)))
    with pytest.raises(SchemaMismatch, match="ledger"):
        conform(rows, LEDGER)


@pytest.mark.parametrize(("rows", "lines"), [(2, [1, 2]), (4, [1, 2, 3, 4]), (9, [1, 2, 3, 4, 5])])
def test_the_first_rows_are_those_of_the_first_buckets(rows: int, lines: list[int], tmp_path: Path) -> None:
    for bucket, of_bucket in {"0a": ledger(1, 2, 3), "ff": ledger(4, 5)}.items():
        write_table(conform(of_bucket, LEDGER), bucket_file(tmp_path, "ledger", bucket))
    first = first_rows(tmp_path, "ledger", ["0a", "ff"], rows)
    assert first.column("line").to_pylist() == lines
    assert first.schema.equals(LEDGER.arrow())


def test_same_rows_in_another_order_give_the_same_bytes(tmp_path: Path) -> None:
    for name, rows in {"a": ledger(1, 2, 3), "b": ledger(3, 2, 1)}.items():
        write_table(conform(rows, LEDGER), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "part.parquet"
    write_table(ledger(1), file)
    before = file.read_bytes()

    def half(table: pa.Table, where: Path, **options: object) -> None:
        Path(where).write_bytes(b"PAR1")
        raise OSError("disk full")

    monkeypatch.setattr(pq, "write_table", half)
    with pytest.raises(OSError, match="disk full"):
        write_table(ledger(1, 2), file)
    assert file.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["part.parquet"]


def test_parts_come_back_as_they_were_written(tmp_path: Path) -> None:
    parts = Parts(tmp_path)
    assert not parts.has("key")
    parts.write("key", fake_extract(b"one\ntwo", "a.txt"))
    assert parts.has("key")
    tables = parts.read("key")
    assert sorted(tables["ledger"].column("line").to_pylist()) == [1, 2]
    assert {name: tables[name].schema for name in tables} == {name: schema.arrow() for name, schema in TABLES.items()}
    assert tables["cells"].schema.equals(TABLES["cells"].arrow(), check_metadata=True)
    assert [file.name for file in parts.place("key").iterdir()] == ["tables"]


def test_a_part_that_is_cut_short_anywhere_is_not_taken_for_whole(tmp_path: Path) -> None:
    parts = Parts(tmp_path)
    parts.write("key", fake_extract(b"one\ntwo", "a.txt"))
    file = parts.place("key") / "tables"
    whole = file.read_bytes()
    assert parts.can_be_read_back("key")
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert not parts.can_be_read_back("key"), f"{length} of {len(whole)} bytes"


def test_a_part_with_one_wrong_byte_is_not_taken_for_whole(tmp_path: Path) -> None:
    parts = Parts(tmp_path)
    parts.write("key", fake_extract(b"one\ntwo", "a.txt"))
    file = parts.place("key") / "tables"
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert not parts.can_be_read_back("key"), f"byte {at} of {len(whole)}"


def test_a_table_that_nobody_knows_is_not_left_out_of_those_that_are_read_back() -> None:
    packed = pack({"ledgers": ledger(1), "cells": TABLES["cells"].empty, "ledger": ledger(2)})
    with pytest.raises(ValueError, match="ledgers"):
        unpack(packed)


def test_parts_keep_nothing_of_an_extraction_that_does_not_fit(tmp_path: Path) -> None:
    good = fake_extract(b"one", "a.txt")
    bad = type(good)(good.document_id, {**good.tables, "issues": pa.table({"code": ["x"]})})
    with pytest.raises(SchemaMismatch, match="issues"):
        Parts(tmp_path).write("key", bad)
    assert list(tmp_path.iterdir()) == []


def test_dropped_buckets_are_gone_and_the_others_stay(tmp_path: Path) -> None:
    for bucket in ("0a", "ff"):
        write_bucket(tmp_path, bucket, fake_extract(bucket.encode(), "a.txt").tables, "made of this")
    drop_buckets(tmp_path, keep=["ff"])
    assert not bucket_file(tmp_path, "ledger", "0a").exists()
    assert read_extracted(tmp_path, "documents").column("organisation").to_pylist() == ["ff"]


def test_an_extracted_table_without_files_is_empty_and_has_its_schema(tmp_path: Path) -> None:
    empty = read_extracted(tmp_path, "scores")
    assert empty.num_rows == 0
    assert empty.schema.equals(TABLES["scores"].arrow(), check_metadata=True)
