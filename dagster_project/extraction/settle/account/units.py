"""The unit of a table, weighed: what its figures would be in each unit of the document, against what the others print.

Sums within a table have no scale and say nothing of its unit. A figure that another table or the text prints too does,
by the digits that it has; a zero and a round figure by none. What is printed over the table is the prior. Never by size
alone: a table of which nothing tells is in the unit that all others print, or in none. It is in none where it would
hold many times as much as any of them: it is a part, in a smaller unit (三公经费 in 元 beside tables in 万元).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from dagster_project.extraction.amounts import amounts_in, half_unit
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.model.meaning import Figure, TableMeaning, Unit
from dagster_project.extraction.settle.account.evidence import MARGIN, OVERRULED, significant, worth
from dagster_project.extraction.settle.account.matrix import is_money
from dagster_project.extraction.settle.account.readings import Candidate, Decided
from dagster_project.extraction.settle.printed_units import candidates, what_is_printed
from dagster_project.extraction.vocabulary import Decision, Horizon, Layout, ReadingStatus, UnitBasis

FEWEST = 2
"""Different figures that must speak for another unit than the one that is printed."""
FEWEST_TABLES = 3
"""Tables that must be known to be in one and the same unit before one without any is taken to be in it."""
MANY_TIMES = 10
"""As many times as the most that tables of a known unit hold, a table without any holds less in it."""
KNOWN = (UnitBasis.TABLE, UnitBasis.COMPARISON)
Group = tuple[object, ...]
"""Tables that say nothing of each other's unit: one table, or the forms of one template."""


class Stated(NamedTuple):
    """An amount in yuan, half of its last digit, and where it is printed; None in the text."""

    amount: Decimal
    half: Decimal
    group: Group | None


class Support(NamedTuple):
    """Digits for a unit, and how many different figures gave them."""

    digits: float = 0.0
    figures: int = 0


NO_UNIT = Candidate("none", 0.0, 0.0, 0.0)


def weigh_units(figures: Sequence[Figure], prose: Sequence[Prose]) -> tuple[list[Decided], list[Issue]]:
    """Confirm the unit of every table, or give it the one that the rest of its document clearly demands.

    Where only one unit is printed, only tables without one leave anything open.
    """
    stated = _stated_in_text(prose)
    units = {unit for _, unit in stated}
    open_figures: dict[int, list[Figure]] = defaultdict(list)
    money: list[Figure] = []
    for figure in figures:
        if figure.number is None or figure.column.horizon != Horizon.YEAR or not is_money(figure):
            continue
        unit = figure.unit
        if unit.applied in knowledge().units:
            units.add(unit.applied or "")
        money.append(figure)
        if unit is figure.table.unit:
            open_figures[id(figure.table)].append(figure)
    if len(units) < FEWEST:
        open_figures = {key: group for key, group in open_figures.items() if not _is_own(group[0].unit)}
    if not open_figures:
        return [], []
    decided, issues = _settled(open_figures, sorted(units), [each for each, _ in stated], money)
    without = [group for group in open_figures.values() if not _is_own(group[0].table.unit)]
    usual = _known_everywhere(money)
    return decided, issues + [_left(group[0].table, usual, is_part=_is_part(group, usual, money)) for group in without]


def _is_own(unit: Unit) -> bool:
    """Tell whether a table is in a unit of its own: what others print is no prior."""
    return unit.applied is not None and unit.basis != UnitBasis.SIBLING


def _known_everywhere(money: Sequence[Figure]) -> str | None:
    """Return the unit of every table that prints one or shows it by its figures, where they are several and agree."""
    known = {id(each.table): each.table.unit.applied for each in money if each.table.unit.basis in KNOWN}
    units = set(known.values())
    return units.pop() if len(known) >= FEWEST_TABLES and len(units) == 1 else None


def _is_part(figures: Sequence[Figure], unit: str | None, money: Sequence[Figure]) -> bool:
    """Tell whether no figure of a table is far more, in a unit, than all that tables of a known unit hold."""
    factor = knowledge().units.get(unit or "", Decimal(0))
    known = _in_yuan([each for each in money if each.table.unit.basis in KNOWN])
    most = max((each.amount for each in known), default=Decimal(0))
    return all(abs(each.number.value) * factor < MANY_TIMES * most for each in figures if each.number)


def _left(table: TableMeaning, usual: str | None, *, is_part: bool) -> Issue:
    """Give a table of whose unit nothing tells the usual one, unless it prints another or is no part of the others."""
    code, severity = IssueCode.UNIT_UNKNOWN, Severity.WARNING
    message = f"{what_is_printed(table)}, and no table with a unit shows the same figures; amounts stay empty."
    if usual is not None and not is_part:
        # its size is the reason
        message = (
            f"{what_is_printed(table)}, and in {usual}, as every other table of the document, its figures would be "
            f"{MANY_TIMES} times as much as any of theirs; amounts stay empty."
        )
    if usual is not None and is_part and table.unit.printed is None:
        code, severity = IssueCode.UNIT_COMPARED, Severity.NOTE
        message = f"{what_is_printed(table)}; every other table of the document is in {usual}."
        table.unit = Unit(None, usual, UnitBasis.SIBLING)
    elif table.unit.applied is not None:
        table.unit = Unit(table.unit.printed, None, UnitBasis.NONE)
    return Issue(code, severity, message, table.table.line, table.table.number)


def _settled(
    open_figures: Mapping[int, Sequence[Figure]],
    units: Sequence[str],
    in_text: Sequence[Stated],
    money: Sequence[Figure],
) -> tuple[list[Decided], list[Issue]]:
    """Decide the units of tables; the one that is clearest to be another is settled first, the rest is asked again.

    A table in a wrong unit speaks for that unit in others, as long as it is there.
    """
    decided: dict[int, Decided] = {}
    issues: list[Issue] = []
    while True:
        others = Others([*in_text, *_in_yuan(money)])
        found = {key: _decide(group, units, others) for key, group in open_figures.items() if key not in decided}
        changed = [key for key, each in found.items() if each.status == ReadingStatus.CHOSEN]
        if not changed:
            return [*decided.values(), *found.values()], issues
        in_none = [key for key in changed if not _is_own(found[key].table.unit)]
        for key in in_none or [max(changed, key=lambda key: found[key].margin or 0.0)]:
            decided[key] = found[key]
            issues.append(_choose(found[key]))


def _in_yuan(money: Sequence[Figure]) -> Iterator[Stated]:
    units = knowledge().units
    for figure in money:
        factor, number = units.get(figure.unit.applied or ""), figure.number
        if factor is not None and number:
            half = half_unit(number.decimals, factor)
            yield Stated(abs(number.value) * factor, half, _group(figure.table))


def _stated_in_text(prose: Sequence[Prose]) -> list[tuple[Stated, str]]:
    units = knowledge().units
    return [
        (Stated(amount.yuan, half_unit(amount.decimals, units[amount.unit]), None), amount.unit)
        for block in prose
        for amount in amounts_in(block.text)
        if amount.yuan
    ]


def _group(table: TableMeaning) -> Group:
    kind = knowledge().kinds.get(table.kind)
    is_form = kind is not None and kind.layout == Layout.FORM
    return (table.kind, table.unit.printed) if is_form else (id(table),)


class Others:
    """All amounts that the document states, in order and apart by precision, to look for those of one table in them."""

    def __init__(self, stated: Sequence[Stated]) -> None:
        ordered = sorted(stated, key=lambda each: each.amount)
        self.count = 1 + sum([one.amount != other.amount for one, other in pairwise(ordered)])
        by_half: dict[Decimal, tuple[list[Decimal], list[Group | None]]] = {}
        for each in ordered:
            amounts, groups = by_half.setdefault(each.half, ([], []))
            amounts.append(each.amount)
            groups.append(each.group)
        self.by_half = sorted(by_half.items())

    def digits(self, amount: Decimal, half: Decimal, group: Group) -> float:
        """Return what it is worth that another table or the text prints an amount too."""
        for other, (amounts, groups) in self.by_half:
            tolerance = half + other
            first, last = bisect_left(amounts, amount - tolerance), bisect_right(amounts, amount + tolerance)
            if first < last and any(each != group for each in groups[first:last]):
                return worth(amount, tolerance, self.count)
        return 0.0


def _decide(figures: Sequence[Figure], units: Sequence[str], others: Others) -> Decided:
    table = figures[0].table
    prior = table.unit.applied if _is_own(table.unit) and table.unit.applied in units else None
    choices = units if prior else _choices(table, units)
    support = {unit: _support(figures, unit, others) for unit in choices}
    weighed = [
        Candidate(unit, OVERRULED if prior and unit != prior else 0.0, support[unit].digits, 0.0) for unit in choices
    ]
    ranked = [*sorted(weighed, key=lambda candidate: (-candidate.score, candidate.reading != prior)), NO_UNIT]
    first, second = (*ranked, NO_UNIT)[:2]
    wins = first.score - second.score >= MARGIN and support[first.reading].figures >= (FEWEST if prior else 1)
    if first.reading == prior or not wins:
        return _kept(table, prior, ranked, wins)
    return Decided(Decision.UNIT, table, ReadingStatus.CHOSEN, tuple(ranked), ())


def _choices(table: TableMeaning, units: Sequence[str]) -> Sequence[str]:
    """Return the units that a table without one may be in: those that it names, or any."""
    named = candidates(table.unit.printed)
    return named if table.unit.printed else sorted({*units, *named})


def _support(figures: Sequence[Figure], unit: str, others: Others) -> Support:
    factor = knowledge().units[unit]
    numbers = {each.text: each.number for each in figures if each.number}
    group = _group(figures[0].table)
    digits = 0.0
    count = 0
    for number in numbers.values():
        value = abs(number.value)
        if not value:
            continue
        found = min(others.digits(value * factor, half_unit(number.decimals, factor), group), significant(value))
        digits += found
        count += found > 0
    return Support(digits, count)


def _kept(table: TableMeaning, prior: str | None, ranked: Sequence[Candidate], wins: bool) -> Decided:
    """Return that the table keeps its unit: confirmed, left open, or in doubt where another explains more."""
    own = next((each for each in ranked if each.reading == prior), NO_UNIT)
    others = [each for each in ranked if each is not own]
    status = ReadingStatus.UNTESTED
    if wins:
        status = ReadingStatus.CERTAIN
    elif prior is not None and others[0].score - own.score >= MARGIN:
        status = ReadingStatus.DOUBTFUL
    return Decided(Decision.UNIT, table, status, (own, *others), ())


def _choose(decided: Decided) -> Issue:
    """Give a table the unit that was decided, and say why."""
    table, (taken, next_best, *_) = decided.table, decided.candidates
    printed = table.unit
    is_overruled = printed.printed is not None and printed.basis not in (UnitBasis.NONE, UnitBasis.COMPARISON)
    what = f"{printed.printed} is printed" if is_overruled else what_is_printed(table)
    table.unit = Unit(printed.printed, taken.reading, UnitBasis.VOTES if is_overruled else UnitBasis.COMPARISON)
    message = (
        f"{what}; {taken.reading} follows from figures that the rest of the document prints too: "
        f"{taken.digits_for:.0f} digits of evidence, against {next_best.digits_for:.0f} for {next_best.reading}."
    )
    code = IssueCode.UNIT_OVERRIDDEN if is_overruled else IssueCode.UNIT_COMPARED
    severity = Severity.WARNING if is_overruled else Severity.NOTE
    return Issue(code, severity, message, table.table.line, table.table.number)
