"""How far a reading can be trusted, by rules that stand here alone: what a document's measures say against it.

A slip of the document itself (a sum that is misprinted) is no reason to mistrust its reading; many are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dagster_project.assessment.model import DocumentAssessment, Outcome, Standing
from dagster_project.extraction.vocabulary import DocumentKind

SOME_UNMAPPED, MANY_UNMAPPED = 0.03, 0.20
"""Shares of the numbers that were not used, from which a reading wants a look, and from which it is not sound."""
SOME_FAIL, MANY_FAIL = 0.02, 0.10
"""Shares of the identities that fail: a document slips here and there; a reading that is wrong fails in numbers."""
LEAST_FAIL = 3
"""Identities that fail, below which nothing is said of the reading."""
MANY_LOST = 0.001
"""Share of the printed digits that are lost."""
MANY_DOUBTFUL = 0.25
"""Share of the tables that are doubtful."""
MANY_MISSING = 0.01
"""Share of the printed total that its rows miss."""
EXPLAINED = ("withheld_secret", "another_document_counts", "no_total_printed")
"""Reasons of a gap that lie in the document: nothing was misread."""
SOUND_SHARE, USABLE_SHARE = 0.95, 0.5
"""Shares of the documents that must be sound for a folder to be sound, and for it to be worth a look."""
WITH_TOTALS = (DocumentKind.BUDGET, DocumentKind.FINAL_ACCOUNT)
RANKS = (Standing.UNREAD, Standing.UNSOUND, Standing.LOOK, Standing.SOUND)
Row = Mapping[str, Any]


class Reason(NamedTuple):
    """Something that speaks against a reading, and how much."""

    standing: Standing
    words: str


def standing_of(row: Row) -> tuple[Standing, tuple[str, ...]]:
    """Return the standing of a document by the fields of its assessment, and the reasons, the worst first."""
    outcome = row["outcome"]
    if outcome is Outcome.OUT_OF_SCOPE and row["document_kind"] is None and row["unmapped"]:
        # what is set aside is not looked at: a budget that was not recognised must not be among it
        return Standing.LOOK, (f"not recognised as a budget, yet it holds {row['unmapped']:,} numbers",)
    if outcome in (Outcome.DUPLICATE, Outcome.OUT_OF_SCOPE):
        return Standing.ASIDE, (row["outcome_because"],)
    if outcome in (Outcome.FAILED, Outcome.WITHHELD):
        return Standing.UNREAD, (row["outcome_because"],)
    found = [reason for rule in RULES for reason in rule(row)]
    found.sort(key=lambda reason: RANKS.index(reason.standing))
    return (found[0].standing if found else Standing.SOUND), tuple(reason.words for reason in found)


def verdict_on(documents: Iterable[DocumentAssessment]) -> Standing:
    """Return the standing of the folder: sound where nearly all of its documents are, and none is unread.

    It is set aside where all of them are.
    """
    counted = [each.standing for each in documents if each.is_counted]
    if not counted:
        return Standing.ASIDE
    share = counted.count(Standing.SOUND) / len(counted)
    usable = share + counted.count(Standing.LOOK) / len(counted)
    if share >= SOUND_SHARE and Standing.UNREAD not in counted:
        return Standing.SOUND
    return Standing.LOOK if usable >= SOUND_SHARE and share >= USABLE_SHARE else Standing.UNSOUND


def graded(share: float, some: float, many: float) -> Standing:
    """Return what a share of something bad says: beyond `some` look, beyond `many` not sound."""
    return Standing.UNSOUND if share > many else Standing.LOOK if share > some else Standing.SOUND


def _identity(row: Row) -> Iterator[Reason]:
    for name, words in (("issuer", "its issuer is not known"), ("fiscal_year", "its year is not known")):
        if row[name] is None:
            yield Reason(Standing.UNSOUND, words)
    missing = [words for name, words in (("region", "region"), ("document_scope", "scope")) if row[name] is None]
    if missing:
        yield Reason(Standing.LOOK, f"{' and '.join(missing)} not known")


def _errors(row: Row) -> Iterator[Reason]:
    if row["error_message"]:
        yield Reason(Standing.LOOK, row["error_message"])


def _unread(row: Row) -> Iterator[Reason]:
    if row["unread_message"]:
        yield Reason(Standing.LOOK, row["unread_message"])


def _numbers(row: Row) -> Iterator[Reason]:
    if not row["numbers"]:
        yield Reason(Standing.LOOK, "no number was seen")
        return
    if not row["tables"] and row["document_kind"] in WITH_TOTALS:
        yield Reason(Standing.LOOK, "it holds no table: deliver the attachment that does")
    share = row["unmapped"] / row["numbers"]
    if share > SOME_UNMAPPED:
        yield Reason(graded(share, SOME_UNMAPPED, MANY_UNMAPPED), f"{share:.0%} of its numbers were not used")


def _digits(row: Row) -> Iterator[Reason]:
    wrong = (row["digits_lost"] or 0) + (row["digits_added"] or 0)
    if wrong:
        grade = graded(wrong / max(row["digits_printed"], 1), 0, MANY_LOST)
        yield Reason(grade, f"a second count differs by {wrong:,} {'digit' if wrong == 1 else 'digits'}")


def _doubts(row: Row) -> Iterator[Reason]:
    doubtful = row["tables_doubtful"]
    if doubtful:
        grade = graded(doubtful / row["tables"], 0, MANY_DOUBTFUL)
        yield Reason(grade, f"{doubtful:,} {'table is' if doubtful == 1 else 'tables are'} doubtful")


def _identities(row: Row) -> Iterator[Reason]:
    failed = row["identities_failed"] or 0
    made = failed + (row["identities_satisfied"] or 0)
    if failed >= LEAST_FAIL and failed > SOME_FAIL * made:
        yield Reason(
            graded(failed / made, SOME_FAIL, MANY_FAIL), f"{failed:,} of its {made:,} sums and equalities fail"
        )


def _total(row: Row) -> Iterator[Reason]:
    reason = row["gap_reason"]
    if reason is None or reason in EXPLAINED or row["document_kind"] not in WITH_TOTALS:
        return
    printed, gap = row["printed_total_cny"] or 0, abs(row["gap_cny"] or 0)
    grade = graded(float(gap / printed) if printed else 1, 0, MANY_MISSING)
    yield Reason(grade, f"its rows miss the printed total by {gap:,.2f} yuan ({reason.replace('_', ' ')})")


RULES: tuple[Callable[[Row], Iterator[Reason]], ...] = (
    _identity,
    _errors,
    _unread,
    _numbers,
    _digits,
    _doubts,
    _identities,
    _total,
)
