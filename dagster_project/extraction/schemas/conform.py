"""Rows that leave the extraction fit the declared schema, or nothing of them is kept."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from dagster_project.extraction.schemas.columns import TableSchema


class SchemaMismatch(Exception):
    """Rows that do not fit the declared schema: a defect of the extractor, never of a document."""


def conform(table: pa.Table, schema: TableSchema) -> pa.Table:
    """Return the table in exactly the declared schema, its rows in the declared order.

    Raises SchemaMismatch for a missing or undeclared column, a value that does not fit, or a NULL in a required column.
    """
    rows = fitted(table, schema)
    return rows.take(pc.sort_indices(rows, sort_keys=[(name, "ascending") for name in schema.order]))


def fitted(table: pa.Table, schema: TableSchema) -> pa.Table:
    """Return the table in exactly the declared schema, its rows as they come; raises as `conform` does."""
    declared = schema.arrow()
    if table.schema.equals(declared, check_metadata=True) and _is_filled(table, schema):
        return table
    if set(table.column_names) != set(declared.names):
        odd = sorted(set(table.column_names) ^ set(declared.names))
        raise SchemaMismatch(f"{schema.name}: columns missing or not declared: {', '.join(odd)}")
    try:
        return table.select(declared.names).cast(declared)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, ValueError) as error:
        raise SchemaMismatch(f"{schema.name}: {error}") from error


def _is_filled(table: pa.Table, schema: TableSchema) -> bool:
    """Tell whether no required column holds a NULL."""
    return not any(table[column.name].null_count for column in schema.columns if column.required)
