"""Whose money an expenditure statement lists that no title names: place is the prior, its total the evidence.

Disclosures print the statement of all funds before the summary of appropriations, and those of single funds behind it.
A statement is taken for one whose amount a summary prints too; a statement that none confirms is left as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from dagster_project.extraction.amounts import parse_money
from dagster_project.extraction.folding import fold_name
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.knowledge.statements import Said
from dagster_project.extraction.knowledge.titles import title_words
from dagster_project.extraction.locate.kinds import UNSURE
from dagster_project.extraction.locate.titles import fund_in, kind_said
from dagster_project.extraction.model.document import Row, Table
from dagster_project.extraction.vocabulary import Fund, KindBasis

BALANCE, APPROPRIATION = "budget_balance", "budget_appropriation"
SINGLE = (Fund.GENERAL_PUBLIC_BUDGET, Fund.GOVERNMENT_FUND_BUDGET, Fund.STATE_CAPITAL_BUDGET)
Amounts = dict[Fund, set[Decimal]]


def tell_by_totals(tables: Sequence[Table], untold: str) -> None:
    """Give tables of the kind `untold` the statement of the fund whose amount in a summary is one of their totals."""
    _tell_second_balance(tables)
    known = {table.kind for table in tables}
    amounts = _amounts(tables)
    is_behind = False
    for table in tables:
        is_behind = is_behind or table.kind == APPROPRIATION
        totals = _totals(table.rows) if table.kind == untold else set()
        for fund in SINGLE if is_behind else (Fund.ALL,):
            kind = kind_said(Said(subject="expenditure", fund=fund))
            if kind is not None and kind not in known and not totals.isdisjoint(amounts[fund]):
                table.kind, table.kind_basis = kind, KindBasis.COLUMNS
                known.add(kind)
                break


def _tell_second_balance(tables: Sequence[Table]) -> None:
    """Of two summaries without a title, the second is of appropriations where it names no other money."""
    balances = [table for table in tables if table.kind == BALANCE]
    if APPROPRIATION in {table.kind for table in tables} or len(balances) != 2:
        return
    second = balances[-1]
    labels = [label for label, _ in _labelled(second.rows)]
    has_others = any(title_words().all_funds.search(label) for label in labels)
    if second.kind_basis in UNSURE and not has_others and any(fund_in(label) in SINGLE for label in labels):
        second.kind, second.kind_basis = APPROPRIATION, KindBasis.COLUMNS


def _amounts(tables: Sequence[Table]) -> Amounts:
    """Return what the summaries print of each fund, and in all."""
    found: Amounts = defaultdict(set)
    for table in tables:
        if table.kind not in (BALANCE, APPROPRIATION):
            continue
        for label, amount in _labelled(table.rows):
            fund = fund_in(label)
            if fund in SINGLE:
                found[fund].add(amount)
            elif table.kind == BALANCE and _is_total(label):
                found[Fund.ALL].add(amount)
    return found


def _labelled(rows: Sequence[Row]) -> Iterator[tuple[str, Decimal]]:
    """Yield each amount of a summary with the label to its left; a line number between them is no more than that."""
    for row in rows:
        label = ""
        for cell in filter(None, row.cells):
            number = parse_money(cell)
            if number is None:
                label = fold_name(cell)
            elif number.value:
                yield label, number.value


def _totals(rows: Sequence[Row]) -> set[Decimal]:
    """Return the amounts of the rows that total a statement."""
    return {
        number.value
        for row in rows
        if any(fold_name(cell) in header_words().totals for cell in row.cells if cell)
        for cell in row.cells
        if cell and (number := parse_money(cell)) and number.value
    }


def _is_total(label: str) -> bool:
    return any(label.endswith(total) for total in header_words().totals)
