"""Invariants of a release: it holds what was extracted and not withheld, and its ledger adds up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from dagster_project.invariants.judged import WITHHELD, read_judged
from dagster_project.invariants.violations import Invariant, Verdict, Violation, judge, violations
from dagster_project.settings import Settings
from dagster_project.warehouse.memory import Memory
from dagster_project.warehouse.sources import rows_of

RELEASED = (
    Invariant(
        "ledger_adds_up",
        "rpt_coverage",
        "Numbers seen = facts + labels + unmapped + redacted, for every document.",
        """select document_id, numbers_seen, facts, labels, unmapped, redacted from rpt_coverage
           where numbers_seen <> facts + labels + unmapped + redacted""",
    ),
    Invariant(
        "every_number_is_published",
        "rpt_ledger",
        "The published ledger holds exactly the numbers of the extracted one.",
        """select document_id, ledger_id, 'fct_ledger' as missing_in
           from extracted_ledger anti join fct_ledger using (ledger_id)
           union all
           select document_id, ledger_id, 'extracted' from fct_ledger anti join extracted_ledger using (ledger_id)
           union all
           select document_id, ledger_id, 'rpt_ledger' from fct_ledger anti join rpt_ledger using (ledger_id)""",
    ),
    Invariant(
        "statement_lines_reconcile",
        "fct_statement_lines",
        "Per document, the published statement lines are as many and amount to as much as the extracted ones.",
        """with published as (
               select document_id, count(*) as figures, sum(amount_cny) as amount
               from fct_statement_lines group by all),
           extracted as (
               select document_id, count(*) as figures, sum(amount_cny) as amount
               from extracted_statement_lines group by all)
           select document_id, extracted.figures as extracted, published.figures as published,
               extracted.amount as extracted_cny, published.amount as published_cny
           from extracted full join published using (document_id)
           where (extracted.figures, extracted.amount) is distinct from (published.figures, published.amount)""",
    ),
    Invariant(
        "every_document_is_published",
        "dim_documents",
        "Every document that was found is published, one that is withheld with the reason and no row of its own.",
        """select found_documents.document_file, withheld.withheld_because as because, dim_documents.withheld_because
           from found_documents
           left join dim_documents using (document_id)
           left join withheld on found_documents.document_id = withheld.document_id
           where dim_documents.document_id is null
               or withheld.withheld_because is distinct from dim_documents.withheld_because""",
    ),
)
COMPARED = ("ledger", "statement_lines")


def judge_release(warehouse: Path, settings: Settings) -> list[Verdict]:
    """Return a verdict on each invariant of a warehouse."""

    def judged(memory: Memory) -> list[Verdict]:
        with _compared(warehouse, settings.extracted, settings.judged, memory) as connection:
            return [judge(connection, invariant) for invariant in RELEASED]

    return Memory.of(settings).enough(judged)


def violating_release(warehouse: Path, extracted: Path, judged: Path, memory: Memory) -> list[Violation]:
    """Return the documents for which an invariant of a warehouse does not hold, by what it was built of."""

    def violating(memory: Memory) -> list[Violation]:
        with _compared(warehouse, extracted, judged, memory) as connection:
            found = [violations(connection, each.name, each.sentence, each.violations) for each in RELEASED]
        return [violation for of_invariant in found for violation in of_invariant]

    return memory.enough(violating)


@contextmanager
def _compared(warehouse: Path, extracted: Path, judged: Path, memory: Memory) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a connection that sees the marts of a warehouse, and beside them what was extracted and not withheld."""
    with memory.connect(warehouse, read_only=True) as connection:
        connection.execute("use marts")
        connection.execute(f"create temp view found_documents as from {rows_of(extracted, 'documents')}")
        connection.register("withheld", read_judged(judged, WITHHELD.name))
        for name in COMPARED:
            kept = f"from {rows_of(extracted, name)} as found anti join withheld using (document_id)"
            connection.execute(f"create temp view extracted_{name} as select found.* {kept}")
        yield connection
