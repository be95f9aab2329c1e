"""Misprints: the single figure whose change makes identities hold that fail, and breaks fewer than it mends.

A misprint is told only where at least two independent identities demand the same figure; otherwise two places differ,
and which of them is wrong nobody can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.model.meaning import Figure
from dagster_project.extraction.settle.account.evidence import MARGIN, net, worth
from dagster_project.extraction.settle.account.identity import Check
from dagster_project.extraction.settle.account.matrix import ONE, Entry

FEWEST = 2
"""Independent identities that must demand one figure."""


class Repair(NamedTuple):
    """A printed figure, the value in its printed unit that makes `checks` hold, in yuan too, and the digits for it."""

    figure: Figure
    value: Decimal
    amount: Decimal | None
    digits: float
    checks: tuple[Check, ...]


class _Demand(NamedTuple):
    """What a failing check demands of one of its figures."""

    value: Decimal
    check: Check


def repairs(failures: Sequence[Check]) -> list[Repair]:
    """Return the misprints that explain failing checks, each check explained once, those that explain most first."""
    found: list[Repair] = []
    open_checks = list(failures)
    while repair := _first(open_checks):
        found.append(repair)
        explained = set(map(id, repair.checks))
        open_checks = [check for check in open_checks if id(check) not in explained]
    return found


def misprints(failures: Sequence[Check]) -> int:
    """Return how many figures would have to be others for failing checks to hold."""
    open_checks, count = list(failures), 0
    while len(open_checks) >= FEWEST:
        most = max((_agreeing(its)[1] for _, its in _demands(open_checks)), key=len)
        if len(most) < FEWEST:
            break
        explained = {id(demand.check) for demand in most}
        open_checks = [check for check in open_checks if id(check) not in explained]
        count += 1
    return count + len(open_checks)


def _demands(failures: Sequence[Check]) -> list[tuple[Entry, list[_Demand]]]:
    """Return the figures of failing checks, each with what these demand of it."""
    demands: dict[int, tuple[Entry, list[_Demand]]] = {}
    for check in failures:
        change = check.whole.value - check.expected
        for entry in check.entries:
            value = check.expected if entry is check.whole else entry.value + change
            demands.setdefault(id(entry), (entry, []))[1].append(_Demand(value, check))
    return list(demands.values())


def _agreeing(demands: Sequence[_Demand]) -> tuple[Decimal, list[_Demand]]:
    """Return the value that most checks demand of a figure, by the finest of them, and those demands."""
    found: tuple[Decimal, list[_Demand]] = (Decimal(0), [])
    for demand in sorted(demands, key=lambda demand: demand.check.tolerance):
        with_it = [other for other in demands if abs(other.value - demand.value) <= other.check.tolerance]
        if len(with_it) > len(found[1]):
            found = demand.value, with_it
    return found


def _first(failures: Sequence[Check]) -> Repair | None:
    proposals = [_repair(entry, its) for entry, its in _demands(failures) if len(its) >= FEWEST]
    ranked = sorted((one for one in proposals if one), key=lambda one: (-len(one.checks), -one.digits))
    if not ranked or (len(ranked) > 1 and _as_good(ranked[0], ranked[1])):
        return None
    return ranked[0]


def _as_good(first: Repair, second: Repair) -> bool:
    """Tell whether a second figure would mend the same checks as well."""
    same = len(first.checks) == len(second.checks) and set(map(id, first.checks)) & set(map(id, second.checks))
    return bool(same) and first.digits - second.digits < MARGIN


def _repair(entry: Entry, demands: Sequence[_Demand]) -> Repair | None:
    """Return the change of a figure that most of the demands agree on, if it explains more than it costs."""
    value, most = _agreeing(demands)
    if len(most) < FEWEST or len(most) <= entry.held:
        return None
    digits = net(sum(worth(max(abs(value), abs(each.check.whole.value)), each.check.tolerance) for each in most), 1)
    if digits < MARGIN:
        return None
    figure = entry.figure
    factor = knowledge().units.get(figure.settled_unit.applied or "", ONE) if figure.amount is not None else ONE
    amount = value if figure.amount is not None else None
    return Repair(figure, value / factor, amount, digits, tuple(demand.check for demand in most))
