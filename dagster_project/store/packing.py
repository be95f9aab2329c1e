"""Tables packed into bytes: those of one document are small and many, and a file for each costs more than its rows.

Messages of Arrow one after another, compressed as a whole: the names of the tables, then the rows of each. Schemas are
not among them: most bytes would be theirs, and who unpacks has what was packed with. A digest stands before them: of
damaged bytes Arrow makes tables that end the process which looks at them.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

import pyarrow as pa

from dagster_project.extraction.schemas import TABLES

NAMES = pa.schema([("table", pa.string())])
CODEC = "zstd"
DIGEST = 16
"""Bytes of the digest."""


def pack(tables: Mapping[str, pa.Table]) -> bytes:
    """Return tables, each in its declared schema, as bytes; one without rows is left out."""
    filled = {name: table for name, table in tables.items() if table.num_rows}
    sink = pa.BufferOutputStream()
    sink.write(pa.record_batch([list(filled)], NAMES).serialize())
    for table in filled.values():
        (rows,) = table.combine_chunks().to_batches()
        sink.write(rows.serialize())
    packed = bytes(pa.compress(sink.getvalue(), CODEC, asbytes=True))
    return _digest(packed) + packed


def unpack(packed: bytes) -> dict[str, pa.Table]:
    """Return the tables by their names; raises ValueError for bytes that are not what was packed."""
    digest, content = packed[:DIGEST], packed[DIGEST:]
    if digest != _digest(content):
        raise ValueError("The bytes are not those that were packed.")
    raw = pa.BufferReader(pa.CompressedInputStream(pa.BufferReader(content), CODEC).read())
    (names,) = pa.ipc.read_record_batch(pa.ipc.read_message(raw), NAMES)
    if unknown := set(names.to_pylist()) - TABLES.keys():
        raise ValueError(f"Nobody knows the tables {sorted(unknown)}.")
    return {name: _rows(raw, TABLES[name].arrow()) for name in names.to_pylist()}


def _rows(raw: pa.BufferReader, schema: pa.Schema) -> pa.Table:
    return pa.Table.from_batches([pa.ipc.read_record_batch(pa.ipc.read_message(raw), schema)])


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=DIGEST).digest()
