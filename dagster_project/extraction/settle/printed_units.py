"""What is printed where one unit of amount should stand: none, several, an unknown one, or a sign of currency."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.captions import captions
from dagster_project.extraction.model.meaning import Figure, TableMeaning

BETWEEN_UNITS = re.compile(captions().between_units)


def candidates(printed: str | None) -> Sequence[str]:
    """Return the units that figures under this one may be in: those that it names, or any where none is printed."""
    units = knowledge().amounts
    if printed is None:
        return units.assumed
    named = BETWEEN_UNITS.split(printed)
    return [unit for name in named for unit in (name, f"{name}{units.base}") if unit in units.units]


def what_is_printed(table: TableMeaning) -> str:
    """Say what is printed where one unit of amount should stand."""
    if table.unit.printed is None:
        return "No unit of amount is printed"
    several = len(candidates(table.unit.printed)) > 1
    return f"{table.unit.printed} is printed, which is {'more than one' if several else 'no known'} unit of amount"


def take_for_signs(figures: Sequence[Figure]) -> None:
    """Take 元 behind a figure for a sign of currency where its row prints the same figure in the unit of the table."""
    bare: dict[tuple[int, int], set[Decimal]] = defaultdict(set)
    signed = []
    for figure in figures:
        if figure.number is not None and figure.number.unit is None:
            bare[id(figure.table), figure.row.number].add(figure.number.value)
        elif figure.number is not None and knowledge().units.get(figure.number.unit or "") == 1:
            signed.append(figure)
    for figure in signed:
        assert figure.number is not None
        if figure.number.value and figure.number.value in bare[id(figure.table), figure.row.number]:
            figure.number = figure.number._replace(unit=None)
