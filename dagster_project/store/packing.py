"""Tables packed into bytes: those of one document are small and many, and a file for each costs more than its rows.

Messages of Arrow one after another, compressed as a whole: the names of the tables, then the rows of each. Schemas are
not among them: most bytes would be theirs, and who unpacks has what was packed with.
"""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from dagster_project.extraction.schemas import TABLES

NAMES = pa.schema([("table", pa.string())])
CODEC = "zstd"


def pack(tables: Mapping[str, pa.Table]) -> bytes:
    """Return tables, each in its declared schema, as bytes; one without rows is left out."""
    filled = {name: table for name, table in tables.items() if table.num_rows}
    sink = pa.BufferOutputStream()
    sink.write(pa.record_batch([list(filled)], NAMES).serialize())
    for table in filled.values():
        (rows,) = table.combine_chunks().to_batches()
        sink.write(rows.serialize())
    return bytes(pa.compress(sink.getvalue(), CODEC, asbytes=True))


def unpack(packed: bytes) -> dict[str, pa.Table]:
    """Return the tables by their names; raises ValueError or OSError for bytes that are not whole."""
    raw = pa.BufferReader(pa.CompressedInputStream(pa.BufferReader(packed), CODEC).read())
    try:
        (names,) = pa.ipc.read_record_batch(pa.ipc.read_message(raw), NAMES)
        schemas = {name: TABLES[name].arrow() for name in names.to_pylist() if name in TABLES}
        rows = {name: pa.ipc.read_record_batch(pa.ipc.read_message(raw), each) for name, each in schemas.items()}
    except EOFError as error:
        raise ValueError("The bytes end before the last table.") from error
    return {name: pa.Table.from_batches([each]) for name, each in rows.items()}
