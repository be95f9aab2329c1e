"""One identity of a table: lines of which one is the sum of others, and how often the figures say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from dagster_project.extraction.settle.account.evidence import MARGIN, net, worth
from dagster_project.extraction.settle.account.matrix import Entry, Line


class Check(NamedTuple):
    """One evaluation: the entry that should be `expected`, its addends, and what rounding explains."""

    identity: str
    whole: Entry
    parts: tuple[Entry, ...]
    expected: Decimal
    tolerance: Decimal
    digits: float

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return both sides."""
        return (self.whole, *self.parts)


@dataclass(slots=True, eq=False)
class Outcome:
    """What became of an identity along its lines.

    `copies` are checks that hold and tell nothing of the identity: of one addend, or figures of the check before;
    `unsummed` are the addends where no sum is printed.
    """

    identity: str
    is_asserted: bool
    held: list[Check] = field(default_factory=list)
    failed: list[Check] = field(default_factory=list)
    copies: list[Check] = field(default_factory=list)
    unsummed: list[tuple[Entry, ...]] = field(default_factory=list)
    digits: float = 0.0

    @property
    def agreed(self) -> int:
        """Return how often the figures follow the identity."""
        return len(self.held) + len(self.copies)

    @property
    def is_confirmed(self) -> bool:
        """Tell whether the figures follow the identity, those that do not being so many misprints."""
        return net(self.digits, len(self.failed)) >= MARGIN and 2 * len(self.failed) <= self.agreed

    @property
    def is_refuted(self) -> bool:
        """Tell whether more of the figures contradict the identity than follow it."""
        return len(self.failed) > self.agreed


def evaluate(identity: str, whole: Line, parts: Sequence[Line], is_asserted: bool = True, searched: int = 1) -> Outcome:
    """Compare one line with the sum of others, wherever it prints a figure and they do."""
    outcome = Outcome(identity, is_asserted)
    keys = dict.fromkeys(key for part in parts for key in part if key not in whole)
    addends_alone = (tuple([part[key] for part in parts if key in part]) for key in keys)
    outcome.unsummed = [addends for addends in addends_alone if any(addend.value for addend in addends)]
    before: tuple[Decimal, ...] = ()
    for key, entry in whole.items():
        addends = tuple([part[key] for part in parts if key in part])
        if not addends:
            continue
        check = compare(identity, entry, addends, searched)
        if not holds(check):
            outcome.failed.append(check)
            continue
        values = tuple([addend.value for addend in addends])
        if not check.digits or values == before:
            if entry.value:
                outcome.copies.append(check)
            continue
        before = values
        outcome.held.append(check)
        outcome.digits += check.digits
    return outcome


def compare(identity: str, whole: Entry, parts: tuple[Entry, ...], searched: int = 1) -> Check:
    """Return a check of one figure against the sum of others, with the digits it is worth if it holds."""
    if len(parts) == 1:
        (part,) = parts
        # two single figures of one quantity: offices truncate
        return Check(identity, whole, parts, part.value, 2 * max(whole.half, part.half), 0.0)
    expected = sum([part.value for part in parts], start=Decimal(0))
    tolerance = whole.half + sum([part.half for part in parts], start=Decimal(0))
    addends = sum([bool(part.value) for part in parts])
    return Check(
        identity, whole, parts, expected, tolerance, worth(whole.value, tolerance, searched) if addends > 1 else 0.0
    )


def equal(identity: str, whole: Entry, part: Entry, searched: int = 1) -> Check:
    """Return a check of two figures of one quantity, printed in two places."""
    check = compare(identity, whole, (part,))
    return check._replace(digits=worth(whole.value, check.tolerance, searched))


def holds(check: Check) -> bool:
    """Tell whether rounding explains what is left between the two sides."""
    return abs(check.whole.value - check.expected) <= check.tolerance


def best(outcomes: Sequence[Outcome]) -> Outcome:
    """Return the outcome that explains most, of the readings of one identity; the first of those that are as good."""
    return max(outcomes, key=lambda outcome: (net(outcome.digits, len(outcome.failed)), -len(outcome.failed)))
