"""Invariants of a sealed release: it holds what was extracted, and its ledger adds up."""

from __future__ import annotations

from pathlib import Path

import duckdb

from dagster_project.invariants.violations import Invariant, Verdict, judge
from dagster_project.store.buckets import read_extracted

RELEASED = (
    Invariant(
        "ledger_adds_up",
        "rpt_coverage",
        "Numbers seen = facts + labels + unmapped + redacted, for every document.",
        """select document_file, numbers_seen, facts, labels, unmapped, redacted from rpt_coverage
           where numbers_seen <> facts + labels + unmapped + redacted""",
    ),
    Invariant(
        "every_number_is_published",
        "rpt_ledger",
        "The published ledger holds exactly the numbers of the extracted one.",
        """select 'fct_ledger' as missing_in, ledger_id from extracted_ledger anti join fct_ledger using (ledger_id)
           union all
           select 'extracted', ledger_id from fct_ledger anti join extracted_ledger using (ledger_id)
           union all
           select 'rpt_ledger', ledger_id from fct_ledger anti join rpt_ledger using (ledger_id)""",
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
        "Every document that was read is published.",
        "select document_file from extracted_documents anti join dim_documents using (document_id)",
    ),
)
COMPARED = ("documents", "ledger", "statement_lines")


def judge_release(warehouse: Path, extracted: Path) -> list[Verdict]:
    """Return a verdict on each invariant of a sealed warehouse."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        for name in COMPARED:
            connection.register(f"extracted_{name}", read_extracted(extracted, name))
        return [judge(connection, invariant) for invariant in RELEASED]
