"""The figures that enter a finding, each with its place in the document and what is printed there."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

import duckdb

OPERANDS = """
    with operands as (
        select
            operands.* exclude (column_number),
            coalesce(operands.column_number, ledger.column_number) as column_number,
            ledger.span_start,
            ledger.value_as_printed,
            ledger.unit_applied,
            ledger.reading_method
        from fct_finding_operands as operands
        left join fct_ledger as ledger on operands.ledger_id = ledger.ledger_id
        where operands.finding_id = $finding_id
    ),

    alike as (
        select
            ledger_id,
            row_number() over (
                partition by document_id, line, value_as_printed order by column_number, span_start
            ) as nth,
            count(*) over (partition by document_id, line, value_as_printed) as of_so_many
        from fct_ledger
        where (document_id, line) in (select document_id, line from operands)
    )

    select
        operands.side, operands.role, operands.sign, operands.operand_id, operands.ledger_id,
        documents.document_file, documents.document_id, documents.content_sha256, documents.format,
        operands.page, operands.line, operands.table_number, operands.row_number, operands.column_number,
        operands.span_start, operands.reading_method,
        operands.value_as_printed, operands.unit_applied, operands.value, operands.value_unit, operands.value_text,
        operands.subject, alike.nth, alike.of_so_many
    from operands
    inner join dim_documents as documents on operands.document_id = documents.document_id
    left join alike on operands.ledger_id = alike.ledger_id
    order by side, document_file, table_number nulls first, row_number, column_number, line, span_start, operand_id
"""
PLACE_IN_PROSE = re.compile(r":[lhn](\d+):s(\d+)(?::[a-z]+)*$")
"""The line of prose and the character in it, in the id of what stands in no table; what it is told for may follow."""


class Operand(NamedTuple):
    """One figure, rate, count or label of one side of a finding."""

    side: str
    role: str
    sign: int
    operand_id: str
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
    value_as_printed: str | None
    unit_applied: str | None
    value: Decimal | None
    value_unit: str | None
    value_text: str | None
    subject: str | None
    nth: int | None
    """Which it is of the `of_so_many` figures of its line that are printed alike, from 1."""

    of_so_many: int | None

    @property
    def in_prose(self) -> tuple[int, int] | None:
        """The line of prose, by its place in reading order, and the character in it; None in a table."""
        found = PLACE_IN_PROSE.search(self.operand_id)
        return (int(found[1]), int(found[2])) if found else None

    @property
    def printed(self) -> str:
        """What is printed there, with its unit: the figure; of what has none, its value or its words."""
        if self.value_as_printed is not None:
            unit = self.unit_applied or ""
            return self.value_as_printed + (f" {unit}" if unit and not self.value_as_printed.endswith(unit) else "")
        return shown_value(self.value, self.value_unit) or self.value_text or ""

    @property
    def place(self) -> dict[str, int | None]:
        """Where in the document it stands."""
        return {
            "page": self.page,
            "line": self.line,
            "table": self.table_number,
            "row": self.row_number,
            "column": self.column_number,
        }


def shown_value(value: Decimal | None, unit: str | None) -> str:
    """Return a value as people read it, without the zeros that its column adds; nothing where there is none."""
    return "" if value is None else f"{value.normalize():,f} {unit or ''}".rstrip()


def operands_of(connection: duckdb.DuckDBPyConnection, finding_id: str) -> list[Operand]:
    """Return the operands of a finding, side by side, in printed order."""
    return [Operand(*row) for row in connection.execute(OPERANDS, {"finding_id": finding_id}).fetchall()]
