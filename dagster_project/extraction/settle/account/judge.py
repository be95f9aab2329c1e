"""What the identities of a table say of each of its figures.

A table is doubtful where its identities fail more often than they hold; a column, where a sum of columns does so, its
own rows do not add up while others do, or any sum fails where a part of its sheet is hidden or no lines part its
columns. Elsewhere a failing identity is the fault of the document: what one changed figure explains is one
misprint, however many identities it breaks. Figures between whose columns no lines stand are never certain, nor are
those of columns side by side under one label: sums do not tell what a column measures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.model.meaning import Figure
from dagster_project.extraction.settle.account.across import exceeded, wholes_among_parts
from dagster_project.extraction.settle.account.evidence import MARGIN, net, worth
from dagster_project.extraction.settle.account.identity import Check, Outcome
from dagster_project.extraction.settle.account.matrix import Line, Matrix
from dagster_project.extraction.settle.account.names import SPREAD
from dagster_project.extraction.settle.account.part_titles import is_part_titled
from dagster_project.extraction.settle.account.repairs import misprints
from dagster_project.extraction.settle.account.unnamed_changes import unnamed_changes
from dagster_project.extraction.vocabulary import Fund, KindBasis, ReadingStatus, StatementFamily

FEWEST = 2
"""Failures from which it is no single misprint."""
WHOLE_AMONG_PARTS = "a column that bears the name of a part is the sum of the others"


@dataclass(slots=True, eq=False)
class Verdict:
    """What a table's own identities say: `across` of its columns, `down` of its rows; `columns` are those in doubt."""

    matrix: Matrix
    across: list[Outcome]
    down: list[Outcome]
    unit: ReadingStatus | None = None
    is_doubtful: bool = False
    columns: set[int] = field(default_factory=set)
    reason: str | None = None
    """What names say against the reading."""

    @property
    def outcomes(self) -> list[Outcome]:
        """Return all of them."""
        return [*self.across, *self.down]

    def failures(self) -> list[Check]:
        """Return the checks that fail, of identities that the rest follows: what the document itself prints wrong."""
        if self.is_doubtful:
            return []
        followed = [each for each in self.outcomes if each.is_confirmed or (each.is_asserted and not each.is_refuted)]
        failed = [check for outcome in followed for check in outcome.failed]
        return [
            check for check in failed if not any(entry.figure.column.number in self.columns for entry in check.entries)
        ]


def judge(
    matrix: Matrix, across: list[Outcome], down: list[Outcome], unit: ReadingStatus | None, against: str | None
) -> Verdict:
    """Return the verdict on a table, and credit its figures with the digits of the identities that hold.

    `unit` is what was decided of its unit, `against` what names say against its reading.
    """
    if against is None and not all(_is_sewn(matrix, across, seam) for seam in matrix.table.table.seams):
        against = SPREAD
    verdict = Verdict(matrix, across, down, unit, reason=against)
    confirmed = _confirmed(verdict.outcomes)
    for outcome in verdict.outcomes:
        if not outcome.is_refuted:
            for check in (*outcome.held, *outcome.copies):
                credit(check, outcome.identity in confirmed)
    asserted = [outcome for outcome in down if outcome.is_asserted]
    table = matrix.table.table
    verdict.is_doubtful = unit == ReadingStatus.DOUBTFUL or against is not None or _contradict(asserted, FEWEST)
    for outcome in across:
        if outcome.is_asserted and _contradict([outcome], FEWEST):
            verdict.columns |= _columns(outcome.failed)
        if outcome.is_asserted and len(outcome.unsummed) >= max(FEWEST, outcome.agreed + 1):
            # a column of totals that is blank beside its parts holds something else
            verdict.columns |= {entry.figure.column.number for addends in outcome.unsummed for entry in addends}
            verdict.columns |= _columns(outcome.failed)
    for whole in wholes_among_parts(matrix):
        verdict.columns |= _columns([*whole.held, *whole.copies])
        if not any(outcome.failed for outcome in across if outcome.is_asserted):
            verdict.reason = verdict.reason or WHOLE_AMONG_PARTS
    verdict.columns |= exceeded(matrix) | unnamed_changes(matrix)
    if not verdict.is_doubtful:
        verdict.columns |= _columns_that_fail(asserted)
    if table.is_partial or table.is_unruled:
        # what is hidden, or stands in the next column, may be what the sum lacks
        verdict.columns |= _columns(_unexplained(verdict.outcomes))
    return verdict


def _unexplained(outcomes: Sequence[Outcome]) -> list[Check]:
    """Return the checks that fail of figures that no other identity meets."""
    met = {id(check.whole) for outcome in outcomes for check in outcome.held}
    return [check for outcome in outcomes for check in outcome.failed if id(check.whole) not in met]


def _is_sewn(matrix: Matrix, across: Sequence[Outcome], seam: int) -> bool:
    """Tell whether sums go over from the columns of one page to those of the next, or nothing stands on one of them."""
    sides = [[number > seam for number in _columns(outcome.held)] for outcome in across if outcome.is_confirmed]
    filled = {number > seam for number, line in matrix.by_column.items() if any(entry.value for entry in line.values())}
    return len(filled) < 2 or any(any(side) and not all(side) for side in sides)


def doubt_the_unsupported(verdict: Verdict) -> None:
    """Doubt a table whose identities fail, though only once, where nothing else speaks for any of its figures."""
    asserted = [outcome for outcome in verdict.outcomes if outcome.is_asserted]
    failed = [check for outcome in asserted for check in outcome.failed]
    if failed and _contradict(asserted, len(failed)):
        verdict.is_doubtful = all(entry.digits < MARGIN for entry in verdict.matrix.entries())


def _contradict(outcomes: Sequence[Outcome], fewest: int) -> bool:
    """Tell whether identities fail more often than they hold, failures that one figure explains counted once."""
    failed, agreed = [check for each in outcomes for check in each.failed], sum(each.agreed for each in outcomes)
    return len(failed) > agreed and (errors := misprints(failed)) > agreed and errors >= fewest


def _columns(checks: Sequence[Check]) -> set[int]:
    return {entry.figure.column.number for check in checks for entry in check.entries}


def _confirmed(outcomes: Sequence[Outcome]) -> set[str]:
    """Return the identities that the figures of a table follow, in whichever of its lines."""
    digits: dict[str, float] = defaultdict(float)
    for outcome in outcomes:
        digits[outcome.identity] += net(outcome.digits, len(outcome.failed))
    return {identity for identity, left in digits.items() if left >= MARGIN}


def credit(check: Check, is_confirmed: bool = False) -> None:
    """Give each figure of a check that holds its digits.

    A sum of one addend tells nothing of an identity; of one that others confirm, it tells that the two are one figure.
    """
    digits = check.digits or (worth(check.whole.value, check.tolerance) if is_confirmed else 0.0)
    for entry in check.entries:
        entry.digits += digits
        entry.held += bool(entry.value)


def _columns_that_fail(down: Sequence[Outcome]) -> set[int]:
    agreed: Counter[int] = Counter()
    failed: dict[int, list[Check]] = defaultdict(list)
    for outcome in down:
        agreed.update(check.whole.figure.column.number for check in (*outcome.held, *outcome.copies))
        for check in outcome.failed:
            failed[check.whole.figure.column.number].append(check)
    return {
        column
        for column, checks in failed.items()
        if len(checks) >= FEWEST and misprints(checks) >= max(FEWEST, agreed[column] + 1)
    }


def surest(verdict: Verdict, is_untitled: bool, met: Mapping[int, bool]) -> ReadingStatus:
    """Return the best status that figures of a table can have.

    Sums do not tell of which money a table without a title is: beside others that have theirs it is told by what they
    leave; where most tables of the document have none (`is_untitled`), by nothing. Of one with a part of its title
    others tell that print its total (`met`).
    """
    if is_part_titled(verdict.matrix) and not met.get(id(verdict.matrix)):
        return ReadingStatus.UNTESTED
    if verdict.matrix.table.table.kind_basis == KindBasis.COLUMNS:
        return ReadingStatus.UNTESTED if is_untitled or _is_of_any_money(verdict.matrix) else ReadingStatus.CHOSEN
    return ReadingStatus.CHOSEN if verdict.unit == ReadingStatus.CHOSEN else ReadingStatus.CERTAIN


def _is_of_any_money(matrix: Matrix) -> bool:
    """Tell whether a table by economic codes is said to be of all money because nothing says of which it is."""
    kind = knowledge().kinds.get(matrix.table.kind)
    return kind is not None and kind.family == StatementFamily.ECONOMIC and kind.fund in (None, Fund.ALL)


def are_untitled(matrices: Sequence[Matrix]) -> bool:
    """Tell whether the columns alone tell what most tables are."""
    by_columns = sum(matrix.table.table.kind_basis == KindBasis.COLUMNS for matrix in matrices)
    return 2 * by_columns > len(matrices)


def settle_status(verdict: Verdict, figures: Sequence[Figure], sure: ReadingStatus) -> None:
    """Give each figure of a table its status: by its own identities, or by those of its row and its column."""
    matrix = verdict.matrix
    alike = _alike(matrix)
    columns = {number for number, line in matrix.by_column.items() if number not in alike and _is_supported(line)}
    rows = {row for row, line in matrix.by_row.items() if _is_supported(line)}
    for figure in figures:
        number, row = figure.column.number, id(figure.row)
        if verdict.is_doubtful or number in verdict.columns:
            figure.status = ReadingStatus.DOUBTFUL
        elif not matrix.table.table.is_unruled and row in rows and number in columns:
            figure.status = sure


def _alike(matrix: Matrix) -> set[int]:
    """Return the columns that stand side by side under one label, with other figures: no word tells them apart."""
    found: set[int] = set()
    for one, other in pairwise(matrix.columns):
        if one.label and one.label == other.label and other.number == one.number + 1:
            left, right = matrix.by_column[one.number], matrix.by_column[other.number]
            if any(left[row].value != right[row].value for row in left.keys() & right.keys()):
                found |= {one.number, other.number}
    return found


_digits = attrgetter("digits")


def _is_supported(line: Line) -> bool:
    return max(map(_digits, line.values()), default=0.0) >= MARGIN
