"""A release that holds fewer documents than the current one is not published unseen: a folder may be gone."""

from __future__ import annotations

import duckdb

from dagster_project.errors import RunFailed
from dagster_project.publication.releases import Release
from dagster_project.warehouse.literals import read_parquet

DOCUMENTS = "dim_documents.parquet"
SHOWN = 5
READ = """
    select content_sha256, min(document_file) as document_file from {documents}
    where duplicate_of is null and format not in ('unreadable', 'unknown') group by content_sha256
"""
MISSING = "select document_file from ({}) anti join ({}) using (content_sha256) order by document_file"


def refuse_fewer(release: Release, current: Release | None, accepted: float) -> None:
    """Raise RunFailed where a release lacks more than the accepted share of the documents read, and more than one."""
    if current is None or not (current.parquet / DOCUMENTS).exists():
        return
    before, after = (READ.format(documents=read_parquet(each.parquet / DOCUMENTS)) for each in (current, release))
    with duckdb.connect() as connection:
        had, has = (_count(connection, read) for read in (before, after))
        if had - has <= max(1, accepted * had):
            return
        missing = [row[0] for row in connection.execute(MISSING.format(before, after)).fetchall()]
    names = ", ".join(missing[:SHOWN]) + (f" and {len(missing) - SHOWN:,} more" if len(missing) > SHOWN else "")
    raise RunFailed(
        f"{has:,} documents could be read, the current release holds {had:,}. Missing: {names}. Bring them back (is "
        "the folder there, may it be read?), or say that they are to go: `yusuan run --accept-fewer`, in Dagster "
        "YUSUAN_ACCEPT_FEWER=1."
    )


def _count(connection: duckdb.DuckDBPyConnection, read: str) -> int:
    found = connection.execute(f"select count(*) from ({read})").fetchone()
    return int(found[0]) if found else 0
