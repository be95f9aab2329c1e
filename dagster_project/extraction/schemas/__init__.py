"""The schema of every extracted table, declared once.

Each table is a list of `Column`s; the pyarrow schemas, the dbt source YAML and the checks on the way to disk
are all derived from `TABLES`. Money is `decimal128(20, 2)` yuan, never a float. Keys are strings.
"""

from __future__ import annotations

from dagster_project.extraction.schemas.account import READINGS, REPAIRS
from dagster_project.extraction.schemas.columns import Column, TableSchema
from dagster_project.extraction.schemas.documents import CELLS, DOCUMENTS, ORGANISATIONS, TABLE_LIST
from dagster_project.extraction.schemas.ledger import ISSUES, LEDGER_ROWS
from dagster_project.extraction.schemas.numbers import (
    CALCULATIONS,
    ESTIMATE_AMOUNTS,
    HEADCOUNTS,
    PROSE_AMOUNTS,
    STATED_COUNTS,
)
from dagster_project.extraction.schemas.performance import INDICATORS, MENTIONS, SCORES
from dagster_project.extraction.schemas.recounts import RECOUNTS
from dagster_project.extraction.schemas.statements import PROJECTS, STATEMENT_LINES
from dagster_project.extraction.schemas.words import (
    ANNOUNCED_TABLES,
    CITATIONS,
    CODE_MENTIONS,
    DISCLOSED_ITEMS,
    LABELS,
)

__all__ = ["TABLES", "Column", "TableSchema"]

TABLES: dict[str, TableSchema] = {
    table.name: table
    for table in (
        DOCUMENTS,
        TABLE_LIST,
        CELLS,
        ORGANISATIONS,
        STATEMENT_LINES,
        PROJECTS,
        INDICATORS,
        SCORES,
        HEADCOUNTS,
        MENTIONS,
        PROSE_AMOUNTS,
        CALCULATIONS,
        ESTIMATE_AMOUNTS,
        STATED_COUNTS,
        CITATIONS,
        CODE_MENTIONS,
        LABELS,
        ANNOUNCED_TABLES,
        DISCLOSED_ITEMS,
        LEDGER_ROWS,
        READINGS,
        REPAIRS,
        RECOUNTS,
        ISSUES,
    )
}
