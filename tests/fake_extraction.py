"""An extractor for tests of everything around it: one documents row, and one ledger row per line of the content."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from dagster_project.extraction.identify.corrections import Correction
from dagster_project.extraction.record.extraction import EXTRACTOR_VERSION, Extraction
from dagster_project.extraction.schemas import TABLES


def table(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    """Return rows as a table of the declared schema; columns that are not given are NULL."""
    schema = TABLES[name].arrow()
    nothing = dict.fromkeys(schema.names)
    return pa.Table.from_pylist([nothing | row for row in rows], schema=schema)


def fake_extract(content: bytes, file: str, corrections: Sequence[Correction] = ()) -> Extraction:
    """Extract without understanding anything; the content `broken` raises as a defect of the code would."""
    if content == b"broken":
        raise KeyError("header")
    sha = hashlib.sha256(content).hexdigest()
    document = {
        "document_id": sha[:16],
        "document_file": file,
        "content_sha256": sha,
        "format": "text",
        "encoding": "utf-8",
        "organisation": content.decode().split("\n")[0],
        "fiscal_year": 2021,
        "extractor_version": EXTRACTOR_VERSION,
    }
    lines = [
        {
            "ledger_id": f"{sha[:16]}-{number}",
            "document_id": sha[:16],
            "line": number,
            "value_as_printed": text,
            "disposition": "label",
            "reason": "test",
            "reading_method": "text",
            "confidence": 1,
        }
        for number, text in reversed(list(enumerate(content.decode().split("\n"), start=1)))
    ]
    rows = {"documents": [document], "ledger": lines}
    return Extraction(sha[:16], {name: table(name, rows.get(name, [])) for name in TABLES})
