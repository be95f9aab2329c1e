"""Sources as the models find them, of one row each."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pyarrow as pa

from dagster_project.atomic import write_table


def sources_in(data: Path) -> dict[str, Path]:
    """Write an extracted table of two documents, of which one is withheld, and return the folders of the sources."""
    amounts = [Decimal("2.50"), Decimal("4.00")]
    documents = pa.table({"document_id": ["a", "b"], "amount": pa.array(amounts, pa.decimal128(20, 2))})
    write_table(documents, data / "extracted" / "documents" / "bucket=00" / "part.parquet")
    write_table(pa.table({"document_id": ["b"]}), data / "judged" / "withheld_documents.parquet")
    write_table(pa.table({"file": ["a.txt"]}), data / "stated" / "corrections.parquet")
    return {name: data / name for name in ("extracted", "stated", "judged")}
