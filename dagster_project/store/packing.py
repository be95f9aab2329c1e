"""Tables packed into bytes: those of one document are small and many, and a file for each costs more than its rows.

Arrow's streams one after another, each with the name of its table, compressed as a whole: most of their bytes are
schemas that repeat each other.
"""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

NAME = b"yusuan.table"
CODEC = "zstd"


def pack(tables: Mapping[str, pa.Table]) -> bytes:
    """Return tables as bytes, by their names; one without rows is left out."""
    sink = pa.BufferOutputStream()
    for name, table in tables.items():
        if table.num_rows:
            named = table.schema.with_metadata({NAME: name})
            with pa.ipc.new_stream(sink, named) as stream:
                stream.write_table(table.cast(named))
    return bytes(pa.compress(sink.getvalue(), CODEC, asbytes=True))


def unpack(packed: bytes) -> dict[str, pa.Table]:
    """Return the tables by their names; raises ValueError or OSError for bytes that are not whole."""
    raw = pa.BufferReader(pa.CompressedInputStream(pa.BufferReader(packed), CODEC).read())
    tables = {}
    while raw.tell() < raw.size():
        table = pa.ipc.open_stream(raw).read_all()
        tables[table.schema.metadata[NAME].decode()] = table.replace_schema_metadata()
    return tables
