"""Which unit the figures of a form are in, where it prints one that the amounts of its own texts contradict.

A template that prints a unit is believed unless those amounts say otherwise, form by form; the votes and the
alternative are published. The units of all other tables are weighed in the account.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import accumulate

from dagster_project.extraction.amounts import amounts_in, half_unit, yuan
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.model.meaning import Figure, TableMeaning, Unit
from dagster_project.extraction.vocabulary import Horizon, UnitBasis

VOTES_TO_OVERRIDE = 2
MAJORITY = 3
"""Votes for another unit that overrule a printed one, and how many times those for the printed unit."""


def in_yuan(figure: Figure) -> tuple[Decimal, Decimal] | None:
    """Return a figure in yuan, with half of what its last digit is worth; None where its unit is not known."""
    factor = knowledge().units.get(figure.unit.applied or "")
    if figure.number is None or factor is None:
        return None
    return figure.number.value * factor, half_unit(figure.number.decimals, factor)


def vote_on_units(tables: Sequence[TableMeaning], figures: Sequence[Figure], prose: Sequence[Prose]) -> list[Issue]:
    """Overrule the unit printed on the forms of a template where the amounts stated in their texts contradict it."""
    templates: dict[tuple[str, str], list[TableMeaning]] = defaultdict(list)
    money = {id(table): [] for table in tables}  # type: dict[int, list[Figure]]
    for figure in figures:
        if figure.row.unit and figure.row.unit.printed and figure.column.horizon == Horizon.YEAR and figure.number:
            money[id(figure.table)].append(figure)
    for table in tables:
        for printed in {figure.row.unit.printed for figure in money[id(table)] if figure.row.unit}:
            if printed in knowledge().units:
                templates[(table.kind, printed)].append(table)
    issues = []
    for (_, printed), group in templates.items():
        votes = _votes(group, money, prose)
        others = [unit for unit in knowledge().amounts.assumed if unit != printed]
        best, count = max(((unit, votes[unit]) for unit in others), key=lambda pair: pair[1])
        if count >= VOTES_TO_OVERRIDE and count >= MAJORITY * votes[printed]:
            issues += _override(group, figures, printed, best, votes)
    return issues


def _votes(group: list[TableMeaning], money: dict[int, list[Figure]], prose: Sequence[Prose]) -> Counter[str]:
    votes: Counter[str] = Counter()
    lines = [block.line for block in prose]
    for table in group:
        first, last = table.table.line, table.table.rows[-1].line
        inside = prose[bisect_left(lines, first) : bisect_right(lines, last)]
        stated = _stated(block.text for block in inside)
        for figure in money[id(table)]:
            assert figure.number is not None
            for unit in knowledge().amounts.assumed:
                if figure.number.value * knowledge().units[unit] in stated:
                    votes[unit] += 1
    return votes


def _stated(lines: Iterable[str]) -> set[Decimal]:
    """All amounts a form's texts state, and all sums of amounts that follow one another."""
    amounts = [amount.yuan for line in lines for amount in amounts_in(line) if amount.yuan is not None]
    sums = {total for start in range(len(amounts)) for total in accumulate(amounts[start:])}
    return {amount for amount in sums if amount}


def _override(
    group: list[TableMeaning], figures: Sequence[Figure], printed: str, applied: str, votes: Counter[str]
) -> list[Issue]:
    counted = {unit: votes[unit] for unit in knowledge().amounts.assumed}
    text = json.dumps({**counted, "printed": printed}, ensure_ascii=False)
    chosen = {id(table) for table in group}
    for table in group:
        table.votes = text
        table.unit = Unit(printed, applied, UnitBasis.VOTES)
    for figure in figures:
        if id(figure.table) in chosen and figure.row.unit and figure.row.unit.printed == printed:
            figure.row.unit = Unit(printed, applied, UnitBasis.VOTES)
    first = group[0].table
    message = (
        f"{len(group)} forms print {printed} over figures in {applied}: of the amounts their texts state, "
        f"{votes[applied]} agree with {applied} and {votes[printed]} with {printed}."
    )
    return [Issue(IssueCode.UNIT_OVERRIDDEN, Severity.WARNING, message, first.line, first.number)]


def share_units(figures: Sequence[Figure]) -> None:
    """Give a label without a unit, inside a form whose other labels print one, the unit of its siblings."""
    printed: dict[int, set[str]] = defaultdict(set)
    for figure in figures:
        if figure.row.unit and figure.row.unit.applied in knowledge().units:
            printed[id(figure.table)].add(figure.row.unit.applied or "")
    only = {table: units.pop() for table, units in printed.items() if len(units) == 1}
    for figure in figures if only else ():
        unit = only.get(id(figure.table))
        if unit is not None and figure.unit.applied is None:
            figure.row.unit = Unit(None, unit, UnitBasis.SIBLING)


def settle_amounts(tables: Sequence[TableMeaning], figures: Sequence[Figure]) -> None:
    """Fix every figure's unit and, where it is disclosed money, its amount in yuan. Units do not change after this.

    A table that prints no unit of its own, but one for all of its rows or columns, is in that unit.
    """
    units = knowledge().units
    found: dict[int, dict[str, Unit]] = defaultdict(dict)
    for figure in figures:
        unit = figure.settled_unit = figure.unit
        if figure.number is not None and unit.applied in units:
            figure.amount = yuan(figure.number.value, unit.applied or "")
            found[id(figure.table)][unit.applied or ""] = unit
    for table in tables:
        if table.unit.applied is None and len(found[id(table)]) == 1:
            table.unit = next(iter(found[id(table)].values()))
