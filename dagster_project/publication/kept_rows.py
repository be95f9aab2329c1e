"""Whose a published row is: a night keeps those of the documents, files and bodies that nothing touched.

A table that is made of all documents is made anew as a whole; so are its rows that are of no document.
"""

from __future__ import annotations

from collections.abc import Collection

from dagster_project.warehouse.build import Build
from dagster_project.warehouse.literals import read_parquet
from dagster_project.warehouse.part import TOUCHED
from dagster_project.warehouse.remembered import BODIES

OF_ALL = frozenset(
    {
        *("dim_cofog", "dim_disclosure_items", "dim_economic_items", "dim_function_cofog", "dim_function_continuity"),
        *("dim_function_editions", "dim_function_names", "dim_functions", "dim_rules", "dim_statements", "dim_words"),
        *("fct_finding_verdicts", "rpt_release", "rpt_rules"),
    }
)
TELLING = {
    "document_id": "document_id",
    "document_file": "document_file",
    "ledger_id": "split_part(ledger_id, ':', 1)",
    # a project of no known body is one of its document
    "project_id": "coalesce(organisation_id, split_part(project_id, '/', 1))",
    "organisation_id": "organisation_id",
}
"""Column → what tells whose a row is; the first of these that a table has."""
OF_A_BODY = frozenset({"rpt_execution", "rpt_per_head", "rpt_year_over_year"})
"""Tables whose rows are of a body, and may name a file beside."""


def whose(table: str, columns: Collection[str]) -> str | None:
    """Return as SQL what tells whose a row of a table is; None for a table that is made of all documents."""
    if table in OF_ALL:
        return None
    if table in OF_A_BODY:
        return TELLING["organisation_id"]
    for column, telling in TELLING.items():
        if column in columns:
            return telling
    raise LookupError(f"Nothing tells whose the rows of {table} are.")


def bucket_of(whose: str) -> str:
    """Return as SQL two hex digits that all rows of one document, file or body share."""
    return f"substr(md5(coalesce({whose}, '')), 1, 2)"


def touched(build: Build) -> str:
    """Return as SQL the documents that are touched, their files and the bodies that they speak of, as they were."""
    ids, documents, bodies = (read_parquet(build.kept / name) for name in (TOUCHED, "dim_documents.parquet", BODIES))
    of_them = f"where document_id in (select document_id from {ids})"
    return f"""
        select document_id as whose from {ids}
        union select document_file from {documents} {of_them}
        union select organisation_id from {bodies} {of_them} and organisation_id is not null
        union select department_id from {bodies} {of_them} and department_id is not null
    """
