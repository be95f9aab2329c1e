"""A reader that takes one decision wrongly, in the documents whose file says which: what it would make of the page then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeVar

import pytest
from corpus import KINDS

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
WITH_TABLES = ("budget", "final_account", "provincial")
LEAST_SILENT = 0.98
"""Share of documents in which nothing is found where the reader takes one decision wrongly."""
Figures = list[Figure]
Meaning = TypeVar("Meaning")


def _unit(figures: Figures, ledger: Ledger, random: Random) -> None:
    """Take the unit of a table from another that has another one."""
    table = _coded(figures, random)[0].table
    table.unit = Unit(None, "元" if table.unit.applied == "万元" else "万元", UnitBasis.SIBLING)


def _header(figures: Figures, ledger: Ledger, random: Random) -> None:
    """Read the header of each amount one column too far to the left, or to the right."""
    columns = _columns(_coded(figures, random))
    meanings = _moved([(column.measure, column.label) for column in columns], random)
    for column, meaning in zip(columns, meanings, strict=True):
        column.measure, column.label = meaning


def _continuation(figures: Figures, ledger: Ledger, random: Random) -> None:
    """End a table where the page ends: the numbers below have no meaning."""
    coded = _coded(figures, random)
    rows = _lines(coded)
    for figure in [figure for figure in coded if figure.row in rows[random.randint(1, len(rows) - 1) :]]:
        figures.remove(figure)
        ledger.figures.pop((figure.table.table.number, figure.row.number, figure.column_number), None)


def _code(figures: Figures, ledger: Ledger, random: Random) -> None:
    """Read the code of each row one row too high, or too low."""
    rows = [row for row in _lines(_coded(figures, random)) if row.code]
    codes = _moved([(row.code, row.code_as_printed, row.level) for row in rows], random)
    for row, code in zip(rows, codes, strict=True):
        row.code, row.code_as_printed, row.level = code


def _side(figures: Figures, ledger: Ledger, random: Random) -> None:
    """Take the sides of a summary for one another."""
    other = {Side.INCOME: Side.EXPENDITURE, Side.EXPENDITURE: Side.INCOME}
    for column in _columns(_one_of(figures, StatementFamily.BALANCE, random)):
        column.side = other.get(column.side, column.side) if column.side else None


def _body(figures: Figures, ledger: Ledger, random: Random) -> None:
    """Take a table for that of a unit of the department: of one that other tables name, or that none does."""
    coded = _coded(figures, random)
    owner = coded[0].table.organisation
    unknown = Organisation(
        "云山观测中心", OrganisationKind.UNIT, owner.name if owner else None, owner.region_code if owner else None
    )
    named = {row.organisation.name: row.organisation for row in _lines(figures) if row.organisation}
    unit = random.choice([unknown, *(each for each in named.values() if each.kind != OrganisationKind.DEPARTMENT)])
    coded[0].table.organisation, coded[0].table.organisation_as_printed = unit, unit.name
    for row in _lines(coded):
        row.organisation, row.organisation_as_printed = unit, unit.name


FAULTS: dict[str, Callable[[Figures, Ledger, Random], None]] = {
    fault.__name__.lstrip("_"): fault for fault in (_unit, _header, _continuation, _code, _side, _body)
}


def misread(per_kind: int, first: int) -> dict[str, str]:
    """Return documents of each kind that has tables, as many for each fault, by the file that says which it is."""
    return {
        f"{PREFIX}{fault}_{kind}_{number}.txt": KINDS[kind](number).text
        for place, fault in enumerate(FAULTS)
        for kind in WITH_TABLES
        for number in range(first + place * per_kind, first + (place + 1) * per_kind)
    }


def misreading_extract(content: bytes, file: str, corrections: Sequence[Correction] = ()) -> Extraction:
    """Extract, and take the decision wrongly that the name of the file says; right where it names none."""
    fault = FAULTS.get(file.split("_")[1]) if file.startswith(PREFIX) else None
    if fault is None:
        return extraction.extract(content, file, corrections)

    def settled(result: Any, identity: Any, places: Any, ledger: Ledger, *others: Any) -> Any:
        fault(result.figures, ledger, Random(file))
        return settle(result, identity, places, ledger, *others)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "settle", settled)
        return extraction.extract(content, file, corrections)


def _coded(figures: Figures, random: Random) -> Figures:
    """Return the figures of a table of expenditure by code, of several rows."""
    rows = Counter(id(row_of.table) for row_of in {id(each.row): each for each in figures if each.row.code}.values())
    return _one_of([each for each in figures if rows[id(each.table)] > 1], StatementFamily.EXPENDITURE, random)


def _one_of(figures: Figures, family: StatementFamily, random: Random) -> Figures:
    """Return the figures of one of the tables of a family."""
    tables = {id(each.table): each.table for each in figures if knowledge().kinds[each.table.kind].family == family}
    table = random.choice(list(tables.values()))
    return [figure for figure in figures if figure.table is table]


def _moved(meanings: Sequence[Meaning], random: Random) -> list[Meaning]:
    """Return them each one place further, or one nearer; the last of them is the first."""
    by = random.choice((1, -1))
    return [*meanings[by:], *meanings[:by]]


def _columns(figures: Figures) -> list[ColumnMeaning]:
    return list({id(figure.column): figure.column for figure in figures}.values())


def _lines(figures: Figures) -> list[RowMeaning]:
    return list({id(figure.row): figure.row for figure in figures}.values())
