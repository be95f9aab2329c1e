"""A reader that takes one decision wrongly, in the documents whose file says which: what it would make of the page then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from dagster_project import extraction
from dagster_project.extraction import pipeline
from dagster_project.extraction.identify.corrections import Correction
from dagster_project.extraction.interpret.claims import Ledger
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.model.meaning import ColumnMeaning, Figure, Organisation, RowMeaning, Unit
from dagster_project.extraction.record.extraction import Extraction
from dagster_project.extraction.settle.document import settle
from dagster_project.extraction.vocabulary import OrganisationKind, Side, StatementFamily, UnitBasis

PREFIX = "misread_"
Figures = list[Figure]


def _unit(figures: Figures, ledger: Ledger) -> None:
    """Take the unit of a table from another that has another one."""
    table = _coded(figures)[0].table
    table.unit = Unit(None, "元" if table.unit.applied == "万元" else "万元", UnitBasis.SIBLING)


def _header(figures: Figures, ledger: Ledger) -> None:
    """Read the header of each amount one column too far to the left."""
    columns = _columns(_coded(figures))
    meanings = [(column.measure, column.label) for column in columns]
    for column, meaning in zip(columns, [*meanings[1:], meanings[0]], strict=True):
        column.measure, column.label = meaning


def _continuation(figures: Figures, ledger: Ledger) -> None:
    """End a table where the page ends: the numbers below have no meaning."""
    coded = _coded(figures)
    rows = _lines(coded)
    for figure in [figure for figure in coded if figure.row in rows[len(rows) // 2 :]]:
        figures.remove(figure)
        ledger.figures.pop((figure.table.table.number, figure.row.number, figure.column_number), None)


def _code(figures: Figures, ledger: Ledger) -> None:
    """Read the code of each row one row too high."""
    rows = [row for row in _lines(_coded(figures)) if row.code]
    codes = [(row.code, row.code_as_printed, row.level) for row in rows]
    for row, code in zip(rows, [*codes[1:], codes[0]], strict=True):
        row.code, row.code_as_printed, row.level = code


def _side(figures: Figures, ledger: Ledger) -> None:
    """Take the sides of a summary for one another."""
    other = {Side.INCOME: Side.EXPENDITURE, Side.EXPENDITURE: Side.INCOME}
    summary = _first(figures, StatementFamily.BALANCE)
    for column in _columns(summary):
        column.side = other.get(column.side, column.side) if column.side else None


def _body(figures: Figures, ledger: Ledger) -> None:
    """Take a table for that of a unit of the department."""
    coded = _coded(figures)
    owner = coded[0].table.organisation
    unit = Organisation(
        "云山观测中心", OrganisationKind.UNIT, owner.name if owner else None, owner and owner.region_code
    )
    coded[0].table.organisation, coded[0].table.organisation_as_printed = unit, unit.name
    for row in _lines(coded):
        row.organisation, row.organisation_as_printed = unit, unit.name


FAULTS: dict[str, Callable[[Figures, Ledger], None]] = {
    fault.__name__.lstrip("_"): fault for fault in (_unit, _header, _continuation, _code, _side, _body)
}


def misreading_extract(content: bytes, file: str, corrections: Sequence[Correction] = ()) -> Extraction:
    """Extract, and take the decision wrongly that the name of the file says; right where it names none."""
    fault = FAULTS.get(file.split("_")[1]) if file.startswith(PREFIX) else None
    if fault is None:
        return extraction.extract(content, file, corrections)

    def settled(result: Any, identity: Any, places: Any, ledger: Ledger, *others: Any) -> Any:
        fault(result.figures, ledger)
        return settle(result, identity, places, ledger, *others)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "settle", settled)
        return extraction.extract(content, file, corrections)


def _coded(figures: Figures) -> Figures:
    """Return the figures of the first table of expenditure by code."""
    coded = {id(figure.table) for figure in figures if figure.row.code}
    return _first([figure for figure in figures if id(figure.table) in coded], StatementFamily.EXPENDITURE)


def _first(figures: Figures, family: StatementFamily) -> Figures:
    """Return the figures of the first table of a family."""
    table = next(figure.table for figure in figures if knowledge().kinds[figure.table.kind].family == family)
    return [figure for figure in figures if figure.table is table]


def _columns(figures: Figures) -> list[ColumnMeaning]:
    return list({id(figure.column): figure.column for figure in figures}.values())


def _lines(figures: Figures) -> list[RowMeaning]:
    return list({id(figure.row): figure.row for figure in figures}.values())
