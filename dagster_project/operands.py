"""The figures that enter a finding, each with its place in the document and what is printed there."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import duckdb

OPERANDS = """
    with operands as (
        select operands.*, ledger.* exclude (ledger_id)
        from fct_finding_operands as operands
        left join fct_ledger as ledger on operands.ledger_id = ledger.ledger_id
        where operands.finding_id = $finding_id
    ),

    alike as (
        select
            ledger_id,
            row_number() over same_figure as nth,
            count(*) over (partition by document_id, line, value_as_printed) as of_so_many
        from fct_ledger
        where (document_id, line) in (select document_id, line from operands)
        window same_figure as (partition by document_id, line, value_as_printed order by column_number, span_start)
    )

    select
        operands.side, 'addend' as role, operands.sign, operands.ledger_id,
        documents.document_file, documents.document_id, documents.content_sha256, documents.format,
        operands.page, operands.line, operands.table_number, operands.row_number, operands.column_number,
        operands.span_start, operands.reading_method,
        operands.value_as_printed as printed, operands.unit_applied as unit, operands.amount_cny,
        concat_ws(' · ', operands.table_title, nullif(operands.row_label, ''), operands.column_label) as subject,
        alike.nth, alike.of_so_many
    from operands
    left join dim_documents as documents on operands.document_id = documents.document_id
    left join alike on operands.ledger_id = alike.ledger_id
    order by side, document_file, table_number nulls first, row_number, column_number, line, span_start, ledger_id
"""


class Operand(NamedTuple):
    """One figure, rate, count or label of one side of a finding."""

    side: str
    role: str
    sign: int
    ledger_id: str | None
    document_file: str
    document_id: str
    content_sha256: str
    format: str
    page: int | None
    line: int | None
    table_number: int | None
    row_number: int | None
    column_number: int | None
    span_start: int | None
    reading_method: str | None
    printed: str | None
    unit: str | None
    amount_cny: Decimal | None
    subject: str | None
    nth: int | None
    """Which it is of the `of_so_many` figures of its line that are printed alike, from 1."""

    of_so_many: int | None

    @property
    def place(self) -> str:
        """The document, and where in it."""
        parts = {
            "page": self.page, "line": self.line, "table": self.table_number, "row": self.row_number,
            "column": self.column_number,
        }  # fmt: skip
        return ", ".join([self.document_file, *(f"{name} {at}" for name, at in parts.items() if at is not None)])


def operands_of(connection: duckdb.DuckDBPyConnection, finding_id: str) -> list[Operand]:
    """Return the operands of a finding, side by side, in printed order."""
    return [Operand(*row) for row in connection.execute(OPERANDS, {"finding_id": finding_id}).fetchall()]
