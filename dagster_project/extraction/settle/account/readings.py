"""The decisions of a reading with the evidence for and against each, as they are published."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dagster_project.extraction.model.meaning import TableMeaning
from dagster_project.extraction.settle.account.evidence import MARGIN, MISPRINT
from dagster_project.extraction.settle.account.identity import Outcome
from dagster_project.extraction.settle.account.judge import Verdict
from dagster_project.extraction.vocabulary import Decision, ReadingStatus


class Candidate(NamedTuple):
    """A way to read: what it says, what it costs to depart from the words printed, what identities say, in digits."""

    reading: str
    cost: float
    digits_for: float
    digits_against: float

    @property
    def score(self) -> float:
        """Return the digits that it explains beyond its cost."""
        return self.digits_for - self.digits_against - self.cost


class Decided(NamedTuple):
    """A decision about a table: its candidates, the one taken first, and the identities that spoke."""

    decision: Decision
    table: TableMeaning
    status: ReadingStatus
    candidates: tuple[Candidate, ...]
    evidence: tuple[Outcome, ...]

    @property
    def runner_up(self) -> Candidate | None:
        """Return the candidate that explains most of those not taken."""
        return max(self.candidates[1:], key=lambda candidate: candidate.score, default=None)

    @property
    def margin(self) -> float | None:
        """Return by how many digits the reading taken leads the next; None where there was no other."""
        return self.candidates[0].score - self.runner_up.score if self.runner_up else None


def decisions(verdict: Verdict) -> list[Decided]:
    """Return what the identities of a table say of its columns and of its rows."""
    found = []
    for decision, outcomes in ((Decision.COLUMNS, verdict.across), (Decision.ROWS, verdict.down)):
        spoke = tuple(each for each in outcomes if each.is_asserted or each.is_confirmed)
        in_doubt = bool(verdict.columns) if decision == Decision.COLUMNS else verdict.is_doubtful
        found.append(_decided(decision, verdict.matrix.table, spoke, in_doubt))
    return found


def _decided(decision: Decision, table: TableMeaning, spoke: Sequence[Outcome], in_doubt: bool) -> Decided:
    digits = sum(outcome.digits for outcome in spoke)
    against = MISPRINT * sum(len(outcome.failed) for outcome in spoke)
    status = ReadingStatus.UNTESTED
    if in_doubt:
        status = ReadingStatus.DOUBTFUL
    elif digits - against >= MARGIN:
        status = ReadingStatus.CERTAIN
    return Decided(decision, table, status, (Candidate("as printed", 0.0, digits, against),), tuple(spoke))
