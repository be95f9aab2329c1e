"""The account of one document: every identity evaluated, every figure judged, every misprint told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.model.meaning import Figure
from dagster_project.extraction.settle.account.across import across
from dagster_project.extraction.settle.account.between import Texts, between
from dagster_project.extraction.settle.account.down import down
from dagster_project.extraction.settle.account.judge import (
    Verdict,
    are_untitled,
    doubt_the_unsupported,
    judge,
    settle_status,
    surest,
)
from dagster_project.extraction.settle.account.matrix import matrices
from dagster_project.extraction.settle.account.names import against, named_bodies
from dagster_project.extraction.settle.account.part_titles import OTHER_TOTALS, met_by_others
from dagster_project.extraction.settle.account.readings import Decided, decisions
from dagster_project.extraction.settle.account.repairs import Repair, repairs
from dagster_project.extraction.vocabulary import RowRole


@dataclass
class Account:
    """The decisions of a reading with their evidence, and the misprints that it leaves."""

    readings: list[Decided] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def account(figures: Sequence[Figure], prose: Sequence[Prose], units: Sequence[Decided] = ()) -> Account:
    """Judge the reading of every table by the document's own identities; gives each figure its status.

    `units` are what was decided of the units of tables: where that is in doubt, so is all that the table holds.
    """
    tables = matrices(figures)
    decided = {id(each.table): each.status for each in units}
    bodies, met = named_bodies(tables), met_by_others(tables)
    verdicts = [
        judge(
            matrix,
            list(across(matrix)),
            list(down(matrix)),
            decided.get(id(matrix.table)),
            against(matrix, bodies) or (OTHER_TOTALS if met.get(id(matrix)) is False else None),
        )
        for matrix in tables
    ]
    trusted = [verdict.matrix for verdict in verdicts if not verdict.is_doubtful]
    for check in between(trusted):
        check.whole.digits += check.digits
        check.whole.held += 1
    texts = Texts(prose)
    for matrix in trusted:
        for row in matrix.rows:
            if row.role == RowRole.TOTAL:
                for entry in matrix.by_row.get(id(row), {}).values():
                    entry.digits += texts.digits(entry) if entry.figure.amount is not None else 0.0
    by_table: dict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_table[id(figure.table)].append(figure)
    result = Account(list(units))
    is_untitled = are_untitled(tables)
    for verdict in verdicts:
        doubt_the_unsupported(verdict)
        settle_status(verdict, by_table[id(verdict.matrix.table)], surest(verdict, is_untitled, met))
        result.readings += decisions(verdict)
        result.repairs += repairs(verdict.failures())
        result.issues += _doubt(verdict)
    return result


def _doubt(verdict: Verdict) -> list[Issue]:
    """Say of a doubtful table which of its identities do not hold."""
    if not verdict.is_doubtful and not verdict.columns:
        return []
    failing = [each for each in verdict.outcomes if each.is_asserted and each.failed]
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for outcome in failing:
        counts[outcome.identity][0] += len(outcome.failed)
        counts[outcome.identity][1] += len(outcome.failed) + outcome.agreed
    named = ", ".join(f"{identity} fails {failed} of {all_} times" for identity, (failed, all_) in counts.items())
    named = verdict.reason or named or "its figures are those of the other tables in another unit than the printed one"
    table = verdict.matrix.table.table
    what = "This table" if verdict.is_doubtful else f"Of this table {len(verdict.columns)} columns"
    cause = " Not all of its sheet or page is seen." if table.is_partial else ""
    message = (
        f"{what} may be misread: {named}.{cause} The figures are kept as doubtful: they are in no sum and under no "
        "finding. Look at the table in `yusuan inspect`, and mend its header, rows or unit in the knowledge; where it "
        "is read as printed, the document itself may be wrong."
    )
    return [Issue(IssueCode.READING_DOUBTFUL, Severity.WARNING, message, table.line, table.number)]
