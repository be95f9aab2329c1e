"""Invariants of the extracted tables: keys, references, and that no number was lost on the way to the ledger."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa

from dagster_project.extraction.schemas import TABLES, TableSchema
from dagster_project.intake.inventory import read_inventory
from dagster_project.invariants.independent_count import AMOUNT, PLAIN, Line, scan
from dagster_project.invariants.violations import Invariant, Verdict, judge
from dagster_project.store.buckets import read_extracted

IDENTIFIERS = {"documents": "document_id", "ledger": "ledger_id"}


def extracted_invariants() -> tuple[Invariant, ...]:
    """Return the invariants, those of every table and those between tables."""
    return (
        *(_key_is_unique(schema) for schema in TABLES.values()),
        *(_document_is_known(schema) for schema in TABLES.values() if schema.name != "documents"),
        *BETWEEN_TABLES,
    )


def judge_extracted(extracted: Path, archive: Path) -> list[Verdict]:
    """Return a verdict on each invariant of the extracted tables."""
    with duckdb.connect() as connection:
        for name in TABLES:
            connection.register(name, read_extracted(extracted, name))
        connection.register("inventory", read_inventory(extracted))
        connection.register("counted_again", _counted_again(connection, archive))
        connection.execute(REFERENCES)
        return [judge(connection, invariant) for invariant in extracted_invariants()]


def _key_is_unique(schema: TableSchema) -> Invariant:
    key = IDENTIFIERS.get(schema.name) or ", ".join(schema.order)
    return Invariant(
        f"{schema.name}_key_is_unique",
        schema.name,
        f"No two rows of {schema.name} have the same {key}.",
        f"select {key}, count(*) as rows from {schema.name} group by all having count(*) > 1",
    )


def _document_is_known(schema: TableSchema) -> Invariant:
    return Invariant(
        f"{schema.name}_belong_to_a_document",
        schema.name,
        f"Every row of {schema.name} belongs to a row of documents.",
        f"select distinct document_id from {schema.name} anti join documents using (document_id)",
    )


def _references() -> str:
    """Return the SQL that makes `references_to_ledger`: every ledger id that a fact bears, and where."""
    selects = [
        f"select '{schema.name}' as fact_table, {column.name} as ledger_id from {schema.name}"
        for schema in TABLES.values()
        for column in schema.columns
        if column.name.endswith("ledger_id") and schema.name != "ledger"
    ]
    union = " union all ".join(selects)
    return f"create view references_to_ledger as select * from ({union}) where ledger_id is not null"


REFERENCES = _references()
BETWEEN_TABLES = (
    Invariant(
        "documents_are_what_was_found",
        "documents",
        "Every file that was found, with the hash of its bytes, is a row of documents, and no other is.",
        """select document_file, content_sha256, found, told
           from (select *, true as found from inventory)
           full join (select document_file, content_sha256, true as told from documents)
               using (document_file, content_sha256)
           where found is null or told is null""",
    ),
    Invariant(
        "every_fact_stands_in_the_ledger",
        "ledger",
        "Every ledger id that a fact bears is a row of the ledger, with the disposition fact.",
        """select fact_table, ledger_id, disposition from references_to_ledger left join ledger using (ledger_id)
           where disposition is distinct from 'fact'""",
    ),
    Invariant(
        "every_fact_of_the_ledger_is_used",
        "ledger",
        "Every ledger row with the disposition fact is borne by a fact.",
        """select ledger_id, line, value_as_printed, reason from ledger
           anti join references_to_ledger using (ledger_id) where disposition = 'fact'""",
    ),
    Invariant(
        "amounts_equal_their_ledger_rows",
        "statement_lines",
        "The amount of a statement line is the amount of its ledger row.",
        """select ledger_id, statement_lines.amount_cny, ledger.amount_cny as amount_in_ledger
           from statement_lines join ledger using (ledger_id)
           where statement_lines.amount_cny is distinct from ledger.amount_cny""",
    ),
    Invariant(
        "ledger_counts_equal_the_independent_count",
        "ledger",
        "A second count of the numbers of each document, which shares no code with the first, gives the same.",
        f"""with comparable as (
               select ledger.document_id, ledger.line
               from ledger left join counted_again using (document_id, line)
               where ledger.span_start is not null
                   or regexp_matches(ledger.value_as_printed, '{AMOUNT}')
                   or (counted_again.is_table and (ledger.disposition = 'redacted'
                       or regexp_full_match(regexp_replace(ledger.value_as_printed, '\\s', '', 'g'), '{PLAIN}')))),
           in_ledger as (
               select document_id, line, count(*) as numbers from comparable
               where document_id in (select document_id from counted_again) group by all),
           by_line as (
               select document_id, line, counted_again.numbers as counted_again, in_ledger.numbers as in_ledger
               from counted_again full join in_ledger using (document_id, line)),
           wrong as (
               select document_id from by_line group by all
               having coalesce(sum(counted_again), 0) <> coalesce(sum(in_ledger), 0))
           select document_file, line, counted_again, in_ledger
           from by_line join wrong using (document_id) join documents using (document_id)
           where coalesce(counted_again, 0) <> coalesce(in_ledger, 0) order by document_file, line""",
    ),
)


def _counted_again(connection: duckdb.DuckDBPyConnection, archive: Path) -> pa.Table:
    """Return the independent count by line of each text read; one that was not read has an issue instead."""
    read = connection.execute(
        """select document_id, content_sha256, encoding from documents
           where duplicate_of is null and format = 'text' and document_id not in (
               select document_id from issues where severity = 'error')"""
    ).fetchall()
    # line 0 stands for a document in which the second count finds nothing
    counts = [
        {"document_id": document_id, **line._asdict()}
        for document_id, sha, encoding in read
        for line in (Line(0, False, 0), *scan((archive / sha).read_bytes().decode(encoding)))
    ]
    schema = pa.schema(
        [("document_id", pa.string()), ("line", pa.int32()), ("is_table", pa.bool_()), ("numbers", pa.int64())]
    )
    return pa.Table.from_pylist(counts, schema=schema)
