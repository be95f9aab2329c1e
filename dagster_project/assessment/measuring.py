"""What is counted of each document and of each table: over the extracted tables, and over the warehouse where one is.

Every query returns rows keyed by `document_id`, those of tables also by `table_number`; its other columns are fields of
the model.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from dagster_project.extraction.model.issues import IssueCode
from dagster_project.extraction.vocabulary import Disposition, KindBasis, ReadingStatus
from dagster_project.invariants.extracted import extracted_tables
from dagster_project.invariants.judged import WITHHELD, read_judged
from dagster_project.settings import Settings
from dagster_project.warehouse.literals import literal
from dagster_project.warehouse.memory import Memory

Row = dict[str, Any]
UNKNOWN = "unknown"
BY_COLUMNS = KindBasis.COLUMNS
DOUBTFUL = ReadingStatus.DOUBTFUL
CONFIRMED = (ReadingStatus.CERTAIN.value, ReadingStatus.CHOSEN.value)
COUNTED_APART, UNREAD = IssueCode.COUNT_DIFFERS, IssueCode.OCR_NEEDED
COUNTED = {"facts": Disposition.FACT, "labels": Disposition.LABEL, "unmapped": Disposition.UNMAPPED}
FATES = ", ".join(f"count(*) filter (disposition = '{fate}') as {name}" for name, fate in COUNTED.items())
IDENTITIES = """
    create view identities as
    select document_id, table_number, reading_status, cast(value->>'$.holds' as integer) as holds,
        cast(value->>'$.copies' as integer) as copies, cast(value->>'$.fails' as integer) as fails
    from readings left join lateral (select value from json_each(evidence)) on true
"""
"""One row per decision about a table and identity that spoke of it; without identities one, so that none is missed."""
OUTCOMES = """cast(coalesce(sum(holds + copies), 0) as integer) as identities_satisfied,
    cast(coalesce(sum(fails), 0) as integer) as identities_failed"""
DOCUMENTS = f"""
    with errors as (
        select document_id, min_by(code, row) as error_code, min_by(message, row) as error_message
        from (select *, row_number() over () as row from issues where severity = 'error' and code <> '{COUNTED_APART}')
        group by document_id),
    unread as (
        select document_id, min(message) as unread_message from issues where code = '{UNREAD}' group by document_id)
    select document_id, document_file, content_sha256, format, duplicate_of, document_kind, document_scope, fiscal_year,
        coalesce(organisation, issuer_as_printed) as issuer, region_name as region, extractor_version, withheld_because,
        error_code, error_message, unread_message
    from documents
    left join (select document_id, withheld_because from withheld) using (document_id)
    left join errors using (document_id)
    left join unread using (document_id)
    order by document_file
"""
"""Of its errors the first, but for that of the second count: its digits tell that."""
OF_DOCUMENTS = (
    f"""select document_id, count(*) as numbers, {FATES}, count(*) filter (disposition = 'redacted') as redacted,
            count(reading_status) as figures, count(*) filter (reading_status in {CONFIRMED}) as figures_confirmed,
            count(*) filter (reading_status = '{DOUBTFUL}') as figures_doubtful
        from ledger group by document_id""",
    f"""select document_id, count(*) as tables, count(*) filter (statement_kind = '{UNKNOWN}') as tables_unknown,
            count(*) filter (statement_kind <> '{UNKNOWN}' and kind_basis = '{BY_COLUMNS}') as tables_by_columns,
            count(*) filter (statement_kind <> '{UNKNOWN}' and kind_basis <> '{BY_COLUMNS}') as tables_known
        from tables group by document_id""",
    f"""select document_id, {OUTCOMES},
            count(distinct table_number) filter (reading_status = '{DOUBTFUL}') as tables_doubtful
        from identities group by document_id""",
    """select document_id, cast(coalesce(sum(digits) filter (fate = 'printed'), 0) as integer) as digits_printed,
            cast(coalesce(sum(digits) filter (fate = 'lost'), 0) as integer) as digits_lost,
            cast(coalesce(sum(digits) filter (fate = 'added'), 0) as integer) as digits_added
        from recounts group by document_id""",
)
OF_TABLES = (
    "select document_id, table_number, page, line, title, statement_kind, kind_basis from tables",
    f"""select document_id, table_number, count(*) as numbers, {FATES}, mode(reason) filter (disposition = 'unmapped')
            as unmapped_because
        from ledger where table_number is not null group by all""",
    f"""select document_id, table_number, {OUTCOMES}, bool_or(reading_status = '{DOUBTFUL}') as is_doubtful
        from identities group by all""",
)
TOTALS = """
    select document_id, printed_expenditure_cny as printed_total_cny, additive_cny, gap_cny, gap_reason
    from warehouse.marts.rpt_coverage
"""


class Measured:
    """The documents found, and what the queries say of each and of its tables."""

    def __init__(self, settings: Settings, warehouse: Path | None) -> None:
        with _connected(settings, warehouse) as connection:
            self.documents = _rows(connection, DOCUMENTS)
            queries = (*OF_DOCUMENTS, TOTALS) if warehouse else OF_DOCUMENTS
            self.of_documents = _merged(connection, queries, "document_id")
            self.of_tables = _merged(connection, OF_TABLES, "document_id", "table_number")


@contextmanager
def _connected(settings: Settings, warehouse: Path | None) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a connection that knows the extracted tables, who is withheld, and the readers' file."""
    with extracted_tables(settings.extracted, Memory.of(settings)) as connection:
        connection.register("withheld", read_judged(settings.judged, WITHHELD.name))
        connection.execute(IDENTITIES)
        if warehouse:
            connection.execute(f"attach {literal(str(warehouse))} as warehouse (read_only)")
        yield connection


def _merged(connection: duckdb.DuckDBPyConnection, queries: tuple[str, ...], *key: str) -> dict[Any, Row]:
    """Return by key what all queries say of it."""
    found: dict[Any, Row] = {}
    for query in queries:
        for row in _rows(connection, query):
            place = tuple(row[name] for name in key)
            found.setdefault(place if len(key) > 1 else place[0], {}).update(row)
    return found


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    result = connection.execute(query)
    columns = [column[0] for column in result.description or []]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
