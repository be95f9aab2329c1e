"""Which rows of the last release a night keeps: those of the documents, files and bodies that nothing touched.

A table that is made of all documents is made anew as a whole; so are its rows that are of no document.
"""

from __future__ import annotations

import re

from dagster_project.settings import PROJECT
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.part import TOUCHED
from dagster_project.warehouse.remembered import BODIES, read

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
ORDER = re.compile(r"^order by\s+(.*)\Z", re.MULTILINE | re.DOTALL)


def kept_rows(table: str, columns: set[str], build: Build, kept: str) -> str | None:
    """Return as SQL the rows that a night keeps of a table, which is called `kept` there; None where it keeps none."""
    if table in OF_ALL:
        return None
    whose = TELLING["organisation_id"] if table in OF_A_BODY else _whose(table, columns)
    return f"select * from {kept} where {whose} not in ({_touched(build)})"


def _whose(table: str, columns: set[str]) -> str:
    for column, telling in TELLING.items():
        if column in columns:
            return telling
    raise LookupError(f"Nothing tells whose the rows of {table} are.")


def _touched(build: Build) -> str:
    """Return as SQL the documents that are touched, their files and the bodies that they speak of, as they were."""
    touched, documents, bodies = (build.kept / name for name in (TOUCHED, "dim_documents.parquet", BODIES))
    of_them = f"where document_id in (select document_id from {read(touched)})"
    return f"""
        select document_id from {read(touched)}
        union select document_file from {read(documents)} {of_them}
        union select organisation_id from {read(bodies)} {of_them} and organisation_id is not null
        union select department_id from {read(bodies)} {of_them} and department_id is not null
    """


def order_of(table: str) -> str:
    """Return by which columns the model of a table orders its rows, as SQL; all, where it does not say."""
    (model,) = (PROJECT / "dbt" / "models" / "marts").rglob(f"{table}.sql")
    stated = ORDER.search(model.read_text(encoding="utf-8"))
    return re.sub(r"\b\w+\.", "", stated[1]) if stated else "all"
