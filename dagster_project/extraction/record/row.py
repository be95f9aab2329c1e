"""What all tables share: rows by the names of their columns, and how they become Arrow.

The rows of a table are given as its columns, each under the name that the schema declares; no order is relied upon.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, KeysView, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import chain
from typing import NamedTuple

import pyarrow as pa

from dagster_project.extraction.amounts import EXACT, LARGEST
from dagster_project.extraction.model.meaning import Organisation, TableMeaning, Unit
from dagster_project.extraction.record.keys import Place
from dagster_project.extraction.schemas import TABLES
from dagster_project.extraction.schemas.columns import CONFIDENCE, TEXT, WHOLE
from dagster_project.extraction.schemas.conform import SchemaMismatch

Columns = Mapping[str, Sequence[object]]
"""Values by column: one per row, all columns as long as one another."""
LONG = pa.int64()
SIX_DECIMALS = Decimal("0.000001")
EVERYWHERE = {
    "page": pa.scalar(None, WHOLE),
    "reading_method": pa.scalar("text", TEXT),
    "confidence": pa.scalar(Decimal(1), CONFIDENCE),
}
"""What is the same in all rows of a document, besides its key, until `place` says where the rows stand."""


class _Shape(NamedTuple):
    """A schema as it is filled: the columns that rows state, also by type, and those that are the same everywhere."""

    schema: pa.Schema
    names: KeysView[str]
    stated: dict[pa.DataType, list[str]]
    everywhere: list[str]


@cache
def _shape(name: str) -> _Shape:
    columns = TABLES[name].columns
    everywhere = [column.name for column in columns if column.name == "document_id" or column.name in EVERYWHERE]
    stated: dict[pa.DataType, list[str]] = defaultdict(list)
    for column in columns:
        if column.name not in everywhere:
            stated[column.type].append(column.name)
    names = dict.fromkeys(chain.from_iterable(stated.values()))
    return _Shape(TABLES[name].arrow(), names.keys(), stated, everywhere)


def arrow(document_id: str, rows: Mapping[str, Columns]) -> dict[str, pa.Table]:
    """Return the rows of a document as tables of their schemas, with the document and what is the same in all of them.

    Raises SchemaMismatch for a missing or an undeclared column, and for columns of unequal length.
    """
    counts = {name: _count(name, columns) for name, columns in rows.items()}
    same = EVERYWHERE | {"document_id": pa.scalar(document_id, TEXT)}
    repeated = {each: pa.repeat(value, max(counts.values())) for each, value in same.items()}
    stated = _stated({name: rows[name] for name, count in counts.items() if count})
    tables = {}
    for name, count in counts.items():
        shape = _shape(name)
        arrays = stated.get(name, {}) | {each: repeated[each].slice(0, count) for each in shape.everywhere}
        tables[name] = (
            pa.Table.from_arrays([arrays[each] for each in shape.schema.names], schema=shape.schema)
            if count
            else TABLES[name].empty
        )
    return tables


def _count(name: str, columns: Columns) -> int:
    if odd := columns.keys() ^ _shape(name).names:
        raise SchemaMismatch(f"{name}: columns missing or not declared: {', '.join(sorted(odd))}")
    lengths = set(map(len, columns.values()))
    if len(lengths) > 1:
        raise SchemaMismatch(f"{name}: columns of unequal length: {', '.join(map(str, sorted(lengths)))}")
    return lengths.pop()


def _stated(rows: Mapping[str, Columns]) -> dict[str, dict[str, pa.Array]]:
    """Return columns as arrays. All of one type are cut out of one: making it costs as much as some thirty values.

    Whole numbers are read as long ones and cut short: that takes half the time.
    """
    arrays: dict[str, dict[str, pa.Array]] = {}
    listed: dict[pa.DataType, list[tuple[str, str]]] = defaultdict(list)
    for name, columns in rows.items():
        ready = arrays[name] = {each: values for each, values in columns.items() if isinstance(values, pa.Array)}
        for kind, names in _shape(name).stated.items():
            listed[kind] += [(name, each) for each in names if each not in ready]
    for kind, places in listed.items():
        values: list[object] = []
        for name, each in places:
            values += rows[name][each]
        together, start = pa.array(values, LONG if kind == WHOLE else kind).cast(kind), 0
        for name, each in places:
            arrays[name][each] = together.slice(start, len(rows[name][each]))
            start += len(rows[name][each])
    return arrays


def by_column(kind: type[NamedTuple], values: Sequence[object]) -> Columns:
    """Return the values of rows of one kind, row after row, by the columns of the schema that its fields are.

    Of many rows the values are kept, and not the rows: collecting garbage takes as long as there are objects.
    """
    names = kind._fields
    return {name: values[index :: len(names)] for index, name in enumerate(names)}


def stacked(columns: Columns, others: Columns) -> Columns:
    """Return rows with others below them: None where those leave a column out.

    Raises SchemaMismatch for a column that only the others have.
    """
    if odd := others.keys() - columns.keys():
        raise SchemaMismatch(f"columns of the rows below that those above have not: {', '.join(sorted(odd))}")
    nothing = [None] * len(next(iter(others.values())))
    return {name: [*values, *others.get(name, nothing)] for name, values in columns.items()}


def in_row(tables: Sequence[TableMeaning], row_numbers: Sequence[int], lines: Sequence[int]) -> Columns:
    """Return the columns of PLACE: table, row and line."""
    return {"table_number": [each.table.number for each in tables], "row_number": row_numbers, "line": lines}


def in_line(lines: Sequence[int]) -> Columns:
    """Return the columns of TEXT_PLACE: reading order and line."""
    return {"sequence": lines, "line": lines}


def in_span(spans: Sequence[tuple[int, int]]) -> Columns:
    """Return the columns START and END."""
    return {"span_start": [start for start, _ in spans], "span_end": [end for _, end in spans]}


def in_cell(places: Sequence[Place]) -> Columns:
    """Return the columns of CELL: table, row and column, None in prose."""
    return {
        "table_number": [place.table_number for place in places],
        "row_number": [place.row_number for place in places],
        "column_number": [place.column_number for place in places],
    }


def in_text(places: Sequence[Place], spans: Sequence[tuple[int, int]]) -> Columns:
    """Return the columns of IN_TEXT: where something stands that is stated in prose, or inside a text cell."""
    return {**in_line([place.line for place in places]), **in_span(spans), **in_cell(places)}


def organisation_columns(owners: Iterable[tuple[Organisation | None, str | None]]) -> Columns:
    """Return the columns of ORGANISATION, of organisations and their names as printed, where they are printed."""
    pairs = list(owners)
    return {
        "organisation": [owner.name if owner else None for owner, _ in pairs],
        "organisation_as_printed": [printed or owner.name if owner else printed for owner, printed in pairs],
        "department": [owner.department if owner else None for owner, _ in pairs],
    }


def unit_columns(units: Sequence[Unit]) -> Columns:
    """Return the columns of UNIT."""
    return {
        "unit_as_printed": [unit.printed for unit in units],
        "unit_applied": [unit.applied for unit in units],
        "unit_basis": [unit.basis for unit in units],
    }


def fit(value: Decimal | None) -> Decimal | None:
    """Return a number with at most six decimals, as the schemas hold it; None where it is too long to be one."""
    if value is None or abs(value) >= LARGEST:
        return None
    return value.quantize(SIX_DECIMALS, ROUND_HALF_UP, EXACT)
