"""What an assessment says in words, on the screen as on the page."""

from __future__ import annotations

from typing import NamedTuple

from dagster_project.assessment.model import Assessment, DocumentAssessment, Measures, Standing


class Word(NamedTuple):
    """A standing in English and in Chinese, and what a reader may do with a document of it."""

    english: str
    chinese: str
    advice: str


STANDINGS = {
    Standing.SOUND: Word("sound", "可信", "use it as it is"),
    Standing.LOOK: Word("look first", "需复核", "look at what is named, then use it"),
    Standing.UNSOUND: Word("not sound", "不可信", "do not use it yet"),
    Standing.UNREAD: Word("not read", "未读出", "nothing of it is there"),
    Standing.ASIDE: Word("set aside", "不计", "no budget, or a second copy"),
}
VERDICTS = {
    Standing.SOUND: Word("This folder can be trusted", "读取结果可信", "Use it as it is."),
    Standing.LOOK: Word("Most of this folder can be trusted", "大部分可信", "Look at the documents named first."),
    Standing.UNSOUND: Word(
        "Do not trust this folder yet", "读取结果尚不可信", "Its reading is wrong or wanting in too much."
    ),
    Standing.ASIDE: Word("There is no budget in this folder", "无预算文件", "Nothing of it was measured."),
}

NOT_BUILT = Word(
    "The warehouse cannot be built", "无法建库", "Nothing of this folder can be published: please report it."
)
NOT_LOOKED_AT = "Printed totals were not looked at."


def verdict(assessment: Assessment) -> Word:
    """Return the verdict on the folder; without the warehouse, with what it leaves open."""
    if assessment.not_built_because is not None:
        return NOT_BUILT
    word = VERDICTS[assessment.summary.verdict]
    return word if assessment.is_built else word._replace(advice=f"{word.advice} {NOT_LOOKED_AT}")


def standings_told(assessment: Assessment) -> str:
    """Return how many documents there are of each standing, those that there are none of left out."""
    counts = assessment.summary.standings
    parts = (f"{counts[standing]:,} {word.english}" for standing, word in STANDINGS.items() if counts[standing])
    return ": ".join(filter(None, (counted(assessment.summary.documents, "document"), ", ".join(parts))))


def whose(document: DocumentAssessment) -> str:
    """Return whose document it was taken for, and of which year."""
    parts = (document.issuer or "issuer unknown", document.fiscal_year or "year unknown", document.document_kind)
    return " · ".join(str(part) for part in parts if part)


def total(document: DocumentAssessment) -> str:
    """Return whether the rows meet the printed total, and by how much not; nothing where that was not looked at."""
    if document.printed_total_cny is None:
        return "" if document.additive_cny is None else "none printed"
    reason = (document.gap_reason or "").replace("_", " ")
    return f"off by {abs(document.gap_cny or 0):,.2f}: {reason}" if reason else "met"


def tables(measures: Measures) -> str:
    """Return the tables that are known, known by their columns, and unknown."""
    return f"{measures.tables_known:,} / {measures.tables_by_columns:,} / {measures.tables_unknown:,}"


def identities(measures: Measures) -> str:
    """Return the identities that hold and those that fail; nothing where they were not looked at."""
    if measures.identities_satisfied is None:
        return ""
    return f"{measures.identities_satisfied:,} / {measures.identities_failed or 0:,}"


def share(value: float | None) -> str:
    """Return a share in percent, to a tenth; no other share than all and none is shown as such."""
    if value is None:
        return ""
    shown = f"{value:.1%}"
    return {"100.0%": "99.9%", "0.0%": "0.1%"}.get(shown, shown) if 0 < value < 1 else f"{value:.0%}"


def number(value: float | None, digits: int = 0) -> str:
    """Return a number with its thousands apart; nothing where it is not known."""
    return "" if value is None else f"{value:,.{digits}f}"


def counted(count: int, what: str) -> str:
    """Return a count with its noun."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"
