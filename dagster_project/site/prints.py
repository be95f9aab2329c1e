"""What a document's pages are made of, as one number: another where anything of it in the release is another."""

from __future__ import annotations

import duckdb

TABLES = (
    "dim_documents",
    "fct_issues",
    "fct_ledger",
    "fct_statement_lines",
    "fct_projects",
    "fct_indicators",
    "fct_scores",
    "fct_prose_amounts",
    "fct_findings",
    "fct_finding_operands",
)
PRINTS = "select document_id, bit_xor(hash({columns})), count(*) from {table} group by document_id"
COLUMNS = """
    select column_name from duckdb_columns()
    where schema_name = 'marts' and table_name = ? and data_type not like 'TIMESTAMP%' order by column_index
"""
VERDICTS = """
    select operands.document_id, bit_xor(hash(found.finding_id, found.verdict, found.verdict_reason, found.repair)),
        count(*)
    from rpt_findings as found
    inner join fct_finding_operands as operands on found.finding_id = operands.finding_id
    group by operands.document_id
"""


def prints_of_documents(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return by document a number for its rows in each table, whatever their order."""
    found: dict[str, list[tuple[int, int]]] = {}
    for at, query in enumerate([*(_query(connection, table) for table in TABLES), VERDICTS]):
        for document_id, number, count in connection.execute(query).fetchall():
            prints = found.setdefault(document_id, [(0, 0)] * (len(TABLES) + 1))
            prints[at] = number, count
    return {document_id: tuple(prints) for document_id, prints in found.items()}


def _query(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    columns = [f'"{name}"' for (name,) in connection.execute(COLUMNS, [table]).fetchall()]
    return PRINTS.format(columns=", ".join(columns), table=table)
