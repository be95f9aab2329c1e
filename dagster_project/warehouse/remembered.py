"""What a build leaves to the next night, so that this one builds only what is touched; in the folder `remembered`.

The code it was made with, the state of each document, the bodies that documents speak of, and the tables that meet
nothing else in their document with the figures they are set against.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dagster_project.atomic import write_text
from dagster_project.settings import Settings
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.literals import literal, read_parquet

STATES = "states.json"
BODIES = "bodies.parquet"
APART = "apart.parquet"
FIGURES = "audit_figures.parquet"
KEYED = """(
    from intermediate.int_organisations_keyed
    union all by name
    -- a second copy of a document has no other row
    select document_id, organisation from marts.dim_documents where organisation is not null
)"""
TABLES = {
    BODIES: (KEYED, "document_id, organisation, known_as, department, organisation_id, department_id"),
    APART: ("audit.audit_tables_apart", "document_id"),
    FIGURES: (
        "audit.audit_figures",
        "document_id, table_number, ledger_id, organisation_id, fiscal_year, phase, family, fund, side, measure, code, "
        "item, project_name, amount_cny, is_comparative",
    ),
}


@dataclass(frozen=True)
class Last:
    """The release that readers see, as what a night starts from: its Parquet, its file, its build."""

    parquet: Path
    warehouse: Path
    build: Build


def remember(
    settings: Settings,
    build: Build,
    code: str,
    states: Mapping[str, str],
    last: Last | None = None,
) -> None:
    """Leave to the next night what it needs; where only a part was built, together with what the last one left."""
    build.remembered.mkdir(exist_ok=True)
    with duckdb.connect(str(build.database), read_only=True) as connection:
        for name, (table, columns) in TABLES.items():
            rows = f"select {columns} from {table}"
            if last is not None:
                rows += f" union all select {columns} from {untouched(build, last.build.remembered / name)}"
            file = literal(str(build.remembered / name))
            connection.execute(f"copy ({rows}) to {file} (format parquet, compression zstd)")
    write_text(json.dumps([code, dict(states)]), build.remembered / STATES)


def states_of(last: Last, code: str) -> dict[str, str] | None:
    """Return the state of each document as the last night left it; None where nothing is left, or by other code."""
    file = last.build.remembered / STATES
    if not file.is_file():
        return None
    made_by, states = json.loads(file.read_text(encoding="utf-8"))
    return dict(states) if made_by == code else None


def untouched(build: Build, file: Path) -> str:
    """Return as SQL the rows of a Parquet file that are of no document touched by a build."""
    touched = f"select document_id from {read_parquet(build.kept / 'touched.parquet')}"
    return f"(select * from {read_parquet(file)} where document_id not in ({touched}))"
