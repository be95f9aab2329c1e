"""Which phase a figure belongs to: approved (年初预算), revised (调整, 全年预算), executed (决算, 执行).

A column's own words decide. A bare 预算数 is ambiguous outside of a budget: a note under the table decides, then a
labelled figure in the prose that equals the column's total, last the kind of document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dagster_project.extraction.amounts import AMOUNT, amounts_in
from dagster_project.extraction.identity import Identity
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.meaning import ColumnMeaning, Figure, TableMeaning
from dagster_project.extraction.model import Prose

WORDS_BEFORE = 24
REVISED = re.compile(r"调整后|全年预算|调整预算")
APPROVED = re.compile(r"年初预算|年初财政拨款预算|年初部门预算")
NOTE = re.compile(r"预算数.{0,14}(全年预算数|调整后|年初预算数?)")


class Stated(NamedTuple):
    """An amount of the prose, with half its printed precision, whose words name a phase."""

    amount: Decimal
    half: Decimal
    phase: str
    text: str
    line: int


def settle_phases(figures: Sequence[Figure], identity: Identity, prose: Sequence[Prose]) -> None:
    """Give every figure its phase and the evidence for it."""
    stated: list[Stated] | None = None
    is_budget = identity.phase == "approved"
    groups: dict[int, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(id(figure.column), []).append(figure)
    for group in groups.values():
        column, table = group[0].column, group[0].table
        if column.phase == "ambiguous":
            if is_budget:
                column.phase, column.phase_evidence = "approved", f"{column.label} in a budget"
            else:
                stated = _stated(prose) if stated is None else stated
                _settle(column, table, group, stated)
        elif column.phase is None:
            column.phase, column.phase_evidence = _by_kind(table, identity)
        elif column.phase_evidence is None:
            column.phase_evidence = column.label
        if column.measure == "total" and knowledge().kinds[table.kind].family in ("performance", "projects"):
            column.measure = column.phase


def _by_kind(table: TableMeaning, identity: Identity) -> tuple[str | None, str | None]:
    prefix = table.kind.split("_")[0]
    phase = {"budget": "approved", "final": "executed"}.get(prefix) or identity.phase
    return phase, f"kind of statement: {table.table.title}" if phase else None


def _settle(column: ColumnMeaning, table: TableMeaning, figures: list[Figure], stated: list[Stated]) -> None:
    for block in table.table.notes:
        if match := NOTE.search(block.text):
            column.phase = "approved" if match.group(1).startswith("年初") else "revised"
            column.phase_evidence = f"line {block.line}: {match.group(1)}"
            return
    for figure in figures:
        if not figure.amount or figure.row.role != "total":
            continue
        for evidence in stated:
            if abs(figure.amount - evidence.amount) <= evidence.half:
                column.phase, column.phase_evidence = evidence.phase, f"line {evidence.line}: {evidence.text}"
                return
    column.phase, column.phase_evidence = "revised", f"{column.label} beside executed figures"


def _stated(prose: Sequence[Prose]) -> list[Stated]:
    found: list[Stated] = []
    for block in prose:
        for amount in amounts_in(block.text):
            before = AMOUNT.split(block.text[max(0, amount.start - WORDS_BEFORE) : amount.start])[-1]
            phase = "revised" if REVISED.search(before) else "approved" if APPROVED.search(before) else None
            if phase is not None and amount.yuan is not None:
                half = knowledge().units[amount.unit] / 10 ** len(amount.printed.partition(".")[2]) / 2
                words = f"{before[-10:]}{amount.printed}{amount.unit}".strip()
                found.append(Stated(amount.yuan, half, phase, words, block.line))
    return found
