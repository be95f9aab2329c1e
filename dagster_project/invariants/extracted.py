"""Invariants of the extracted tables: keys, references, and amounts that stand in the ledger as they stand elsewhere.

What breaks one is withheld where a document is at fault; only a row that is no document's keeps a release back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from dagster_project.extraction.schemas import TABLES, TableSchema
from dagster_project.intake.inventory import read_inventory
from dagster_project.invariants.violations import Invariant, Verdict, Violation, judge, violations
from dagster_project.settings import Settings
from dagster_project.store.signatures import Signatures
from dagster_project.warehouse.memory import Memory
from dagster_project.warehouse.sources import rows_of

IDENTIFIERS = {"documents": "document_id", "ledger": "ledger_id"}


def release_invariants() -> tuple[Invariant, ...]:
    """Return the invariants that are about no single document: one that does not hold stops the release."""
    return (
        Invariant(
            "documents_key_is_unique",
            "documents",
            "No two rows of documents have the same document_id.",
            "select document_id, count(*) as rows from documents group by all having count(*) > 1",
        ),
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
        *(_document_is_known(schema) for schema in TABLES.values() if schema.name != "documents"),
    )


def document_invariants() -> tuple[Invariant, ...]:
    """Return the invariants that a document keeps or violates; each row of their queries names it.

    An issue that is told twice is published once, and no reason to withhold anything.
    """
    keyed = (schema for schema in TABLES.values() if schema.name not in {"documents", "issues"})
    return (*(_key_is_unique(schema) for schema in keyed), *BETWEEN_TABLES)


def judge_extracted(settings: Settings) -> list[Verdict]:
    """Return a verdict on each invariant that is about the release.

    Whose rows are is asked of the buckets that were written since it was last found to be well.
    """
    invariants = release_invariants()
    asked = hashlib.sha256(repr(invariants).encode()).hexdigest()
    signatures = Signatures.read(settings)
    buckets = signatures.unjudged(asked) or sorted(signatures.known)[:1] or ["*"]

    def judged(memory: Memory) -> list[Verdict]:
        with memory.connect() as connection:
            found = rows_of(settings.extracted, "documents")
            # each of the others is set against it
            connection.execute(
                f"create table documents as select document_id, document_file, content_sha256 from {found}"
            )
            for name in TABLES.keys() - {"documents"}:
                connection.execute(f"create view {name} as from {rows_of(settings.extracted, name, buckets)}")
            connection.register("inventory", read_inventory(settings.extracted))
            return [judge(connection, invariant) for invariant in invariants]

    verdicts = Memory.of(settings).enough(judged)
    if all(verdict.holds for verdict in verdicts):
        signatures.judged(asked)
    return verdicts


def violating_documents(connection: duckdb.DuckDBPyConnection) -> list[Violation]:
    """Return every document that violates an invariant, in the order of the invariants."""
    found = (violations(connection, each.name, each.sentence, each.violations) for each in document_invariants())
    return [violation for of_invariant in found for violation in of_invariant]


@contextmanager
def extracted_tables(extracted: Path, memory: Memory) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a connection that knows the extracted tables by their names."""
    with memory.connect() as connection:
        for name in TABLES:
            connection.execute(f"create view {name} as from {rows_of(extracted, name)}")
        connection.execute(REFERENCES)
        yield connection


def _key_is_unique(schema: TableSchema) -> Invariant:
    key = IDENTIFIERS.get(schema.name) or ", ".join(schema.order)
    shown = ", ".join(column for column in ["document_id", *key.split(", ")] if column != "document_id")
    return Invariant(
        f"{schema.name}_key_is_unique",
        schema.name,
        f"No two rows of {schema.name} have the same {key}.",
        # whole rows are only taken of what may be twice: of all tables, they would not fit into memory
        f"""select document_id, {shown}, list(rows) over (partition by {key}) as sides from {schema.name} as rows
            where hash({key}) in (select hash({key}) from {schema.name} group by all having count(*) > 1)
            qualify count(*) over (partition by {key}) > 1""",
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
        f"select document_id, '{schema.name}' as fact_table, {column.name} as ledger_id from {schema.name}"
        for schema in TABLES.values()
        for column in schema.columns
        if column.name.endswith("ledger_id") and schema.name != "ledger"
    ]
    union = " union all ".join(selects)
    return f"create view references_to_ledger as select * from ({union}) where ledger_id is not null"


REFERENCES = _references()
BETWEEN_TABLES = (
    Invariant(
        "every_fact_stands_in_the_ledger",
        "ledger",
        "Every ledger id that a fact bears is a row of the ledger, with the disposition fact.",
        """select distinct document_id, fact_table, ledger_id, disposition
           from references_to_ledger left join ledger using (document_id, ledger_id)
           where disposition is distinct from 'fact'""",
    ),
    Invariant(
        "every_fact_of_the_ledger_is_used",
        "ledger",
        "Every ledger row with the disposition fact is borne by a fact.",
        """select document_id, ledger_id, line, value_as_printed, reason from ledger
           anti join references_to_ledger using (document_id, ledger_id) where disposition = 'fact'""",
    ),
    Invariant(
        "amounts_equal_their_ledger_rows",
        "statement_lines",
        "The amount of a statement line is the amount of its ledger row.",
        """select document_id, ledger_id, statement_lines.value_as_printed, statement_lines.amount_cny,
               ledger.value_as_printed as value_in_ledger, ledger.amount_cny as amount_in_ledger
           from statement_lines join ledger using (document_id, ledger_id)
           where statement_lines.amount_cny is distinct from ledger.amount_cny""",
    ),
)
