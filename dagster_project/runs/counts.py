"""What a run found in the raw folder beside the release before it, and what the release holds that it left."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow.compute as pc
import pyarrow.parquet as pq

from dagster_project.intake.inventory import RawDocument
from dagster_project.publication.releases import Release

DOCUMENTS = "dim_documents"
Counts = dict[str, int | None]


def contents(release: Release | None) -> dict[str, str]:
    """Return the hash of each document of a release by its file; none where there is no release."""
    file = release.parquet / f"{DOCUMENTS}.parquet" if release else None
    if file is None or not file.exists():
        return {}
    rows = pq.read_table(file, columns=["document_file", "content_sha256"]).to_pylist()
    return {row["document_file"]: row["content_sha256"] for row in rows}


def seen(documents: Iterable[RawDocument] | None, before: dict[str, str]) -> Counts:
    """Count what lies in the raw folder against the release before; nothing is known where nobody looked."""
    if documents is None:
        return dict.fromkeys(("documents", "new", "changed", "removed"))
    now = {document.file: document.content_sha256 for document in documents}
    return {
        "documents": len(now),
        "new": len(now.keys() - before.keys()),
        "changed": sum(before.get(file, content) != content for file, content in now.items()),
        "removed": len(before.keys() - now.keys()),
    }


def held(release: Release | None) -> Counts:
    """Count what a release holds; nothing is known without one."""
    if release is None:
        return dict.fromkeys(("withheld", "numbers", "findings"))
    counts = release.row_counts()
    withheld = pq.read_table(release.parquet / f"{DOCUMENTS}.parquet", columns=["withheld_because"])
    return {
        "withheld": pc.sum(pc.is_valid(withheld[0])).as_py() or 0,
        "numbers": counts["fct_ledger"],
        "findings": counts["fct_findings"],
    }
