"""Which phase a figure belongs to: approved (年初预算), revised (调整, 全年预算), executed (决算, 执行).

A column's own words decide. A bare 预算数 is ambiguous outside of a budget: a note under the table decides, then the
labelled figures in the prose that equal a total of such a column, last the kind of document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from operator import ne
from typing import NamedTuple

from dagster_project.extraction.amounts import AMOUNT, amounts_in, half_unit
from dagster_project.extraction.identify.identity import Identity
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.phases import phase_words
from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.model.meaning import ColumnMeaning, Figure, TableMeaning
from dagster_project.extraction.vocabulary import Phase, RowRole, StatementFamily

WORDS_BEFORE = 24
WORDS = phase_words()
OF_PROJECTS = (StatementFamily.PERFORMANCE, StatementFamily.PROJECTS)
"""Families whose amounts are told apart by their phase."""


class Stated(NamedTuple):
    """An amount of the prose, with half its printed precision, whose words name a phase."""

    amount: Decimal
    half: Decimal
    phase: Phase
    text: str
    line: int


def settle_phases(figures: Sequence[Figure], identity: Identity, prose: Sequence[Prose]) -> None:
    """Give every figure its phase and the evidence for it."""
    ambiguous: dict[int, list[Figure]] = {}
    columns = _by_column(figures)
    for column, table, group in columns:
        if column.phase in (None, Phase.AMBIGUOUS) and identity.phase_evidence:
            column.phase, column.phase_evidence = identity.phase, identity.phase_evidence
        elif column.phase == Phase.AMBIGUOUS and identity.phase == Phase.APPROVED:
            column.phase, column.phase_evidence = Phase.APPROVED, f"{column.label} in a budget"
        elif column.phase == Phase.AMBIGUOUS:
            ambiguous.setdefault(id(table), []).extend(group)
        elif column.phase is None:
            column.phase, column.phase_evidence = _by_kind(table, identity)
        elif column.phase_evidence is None:
            column.phase_evidence = column.label
    _leave_open(columns)
    stated = _stated(prose) if ambiguous else []
    for group in ambiguous.values():
        phase, evidence = _settle(group[0].table, group, stated)
        for column, _, _ in _by_column(group):
            column.phase, column.phase_evidence = phase, evidence or f"{column.label} beside executed figures"
    for column, table, _ in columns:
        if column.measure == "total" and knowledge().kinds[table.kind].family in OF_PROJECTS:
            column.measure = column.phase


def _by_column(figures: Sequence[Figure]) -> list[tuple[ColumnMeaning, TableMeaning, list[Figure]]]:
    groups: dict[int, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(id(figure.column), []).append(figure)
    return [(group[0].column, group[0].table, group) for group in groups.values()]


def _leave_open(columns: Sequence[tuple[ColumnMeaning, TableMeaning, list[Figure]]]) -> None:
    """Take the document's phase from a column beside one that names it: its own words tell of another."""
    named: dict[tuple[object, ...], list[str]] = {}
    for column, table, _ in columns:
        if column.phase_evidence == column.label:
            named.setdefault(_meant(column, table), []).append(column.label)
    for column, table, _ in columns:
        others = named.get(_meant(column, table), []) if column.phase_evidence != column.label else []
        if any(_differ_in_one_level(column.label, other) for other in others):
            column.phase = column.phase_evidence = None


def _meant(column: ColumnMeaning, table: TableMeaning) -> tuple[object, ...]:
    return id(table), column.measure, column.fund, column.side, column.year, column.horizon, column.phase


def _differ_in_one_level(label: str, other: str) -> bool:
    """Tell whether labels stand under unlike words and are alike else: 期初数 / 公务接待费 and 决算数 / 公务接待费."""
    levels, others = label.split(" / "), other.split(" / ")
    return len(levels) == len(others) > 1 and sum(map(ne, levels, others)) == 1


def _by_kind(table: TableMeaning, identity: Identity) -> tuple[Phase | None, str | None]:
    prefix = table.kind.split("_")[0]
    phase = {"budget": Phase.APPROVED, "final": Phase.EXECUTED}.get(prefix) or identity.phase
    return phase, f"kind of statement: {table.table.title}" if phase else None


def _settle(table: TableMeaning, figures: list[Figure], stated: list[Stated]) -> tuple[Phase, str | None]:
    """Return one phase for all ambiguous columns of a table: their bare 预算数 means the same in each."""
    for block in table.table.notes:
        if (match := WORDS.note.search(block.text)) and match.lastgroup:
            return Phase(match.lastgroup), f"line {block.line}: {match[match.lastgroup]}"
    totals = [figure.amount for figure in figures if figure.amount and figure.row.role == RowRole.TOTAL]
    equal = [found for found in stated if any(abs(total - found.amount) <= found.half for total in totals)]
    if not equal:
        return Phase.REVISED, None
    phase, _ = Counter(found.phase for found in equal).most_common(1)[0]
    first = next(found for found in equal if found.phase == phase)
    return phase, f"line {first.line}: {first.text}"


def _stated(prose: Sequence[Prose]) -> list[Stated]:
    found: list[Stated] = []
    for block in prose:
        for amount in amounts_in(block.text):
            before = AMOUNT.split(block.text[max(0, amount.start - WORDS_BEFORE) : amount.start])[-1]
            phase = next((phase for phase, pattern in WORDS.stated.items() if pattern.search(before)), None)
            if phase is not None and amount.yuan is not None:
                half = half_unit(amount.decimals, knowledge().units[amount.unit])
                words = f"{before[-10:]}{amount.printed}{amount.unit}".strip()
                found.append(Stated(amount.yuan, half, phase, words, block.line))
    return found
