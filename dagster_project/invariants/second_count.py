"""The independent count set against the ledger, by document: a difference is told, and keeps no document back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa

from dagster_project.extraction.schemas.columns import DOCUMENT, TEXT, WHOLE, Column, TableSchema
from dagster_project.invariants.independent_count import AMOUNT, PLAIN, Line, scan
from dagster_project.invariants.violations import SHOWN

SECOND_COUNTS = TableSchema(
    "second_counts",
    "One row per document whose numbers were counted a second time, by code that shares nothing with the readers",
    (
        DOCUMENT,
        Column("numbers_counted_again", WHOLE, "Numbers found by the second count (复核计数)", required=True),
        Column("numbers_in_ledger", WHOLE, "Numbers of the ledger that it can find (台账中可比的数字)", required=True),
        Column("counted_difference", WHOLE, "Counted again less those in the ledger; 0 where both agree (计数差异)"),
        Column("differing_lines", TEXT, "Where they differ, the first places; NULL where they agree (差异所在)"),
    ),
    ("document_id",),
)
COUNTED = pa.schema(
    [("document_id", pa.string()), ("line", pa.int32()), ("is_table", pa.bool_()), ("numbers", pa.int64())]
)
READ = """
    select document_id, content_sha256, encoding from documents
    where duplicate_of is null and format = 'text' and document_id not in (
        select document_id from issues where severity = 'error')
"""
"""Texts that were read; one that was not has an issue instead."""
COMPARED = f"""
    with comparable as (
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
        select document_id, line, coalesce(counted_again.numbers, 0) as again, coalesce(in_ledger.numbers, 0) as known
        from counted_again full join in_ledger using (document_id, line)),
    differing as (
        select document_id, line, 'line ' || line || ': ' || again || ' and ' || known as difference
        from by_line where again <> known
        qualify row_number() over (partition by document_id order by line) <= {SHOWN}),
    listed as (
        select document_id, string_agg(difference, ', ' order by line) as lines from differing group by document_id)
    select
        document_id, sum(again) as numbers_counted_again, sum(known) as numbers_in_ledger,
        sum(again) - sum(known) as counted_difference, case when sum(again) <> sum(known) then any_value(lines) end
    from by_line left join listed using (document_id)
    group by document_id order by document_id
"""


def count_again(connection: duckdb.DuckDBPyConnection, archive: Path) -> list[dict[str, object]]:
    """Return a row of SECOND_COUNTS per text read; `connection` knows the extracted tables by their names."""
    connection.register("counted_again", _counted(connection, archive))
    names = SECOND_COUNTS.arrow().names
    return [dict(zip(names, row, strict=True)) for row in connection.execute(COMPARED).fetchall()]


def _counted(connection: duckdb.DuckDBPyConnection, archive: Path) -> pa.Table:
    """Return the independent count of each text read, by line."""
    texts = connection.execute(READ).fetchall()
    return pa.Table.from_batches(
        [_batch(document_id, (archive / sha).read_bytes().decode(encoding)) for document_id, sha, encoding in texts],
        COUNTED,
    )


def _batch(document_id: str, text: str) -> pa.RecordBatch:
    line, is_table, numbers = zip(*_lines(text), strict=True)
    columns = {"document_id": [document_id] * len(line), "line": line, "is_table": is_table, "numbers": numbers}
    return pa.RecordBatch.from_pydict(columns, COUNTED)


def _lines(text: str) -> Iterator[Line]:
    # line 0 stands for a document in which the second count finds nothing
    yield Line(0, False, 0)
    yield from scan(text)
