"""One HTML file, complete in itself: the verdict, every document, and the worst tables over the page as printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from dagster_project.assessment import words
from dagster_project.assessment.model import Assessment, DocumentAssessment, Standing, Summary, TableAssessment
from dagster_project.assessment.standing import (
    LEAST_FAIL,
    MANY_DOUBTFUL,
    MANY_FAIL,
    MANY_LOST,
    MANY_MISSING,
    MANY_UNMAPPED,
    RANKS,
    SOME_FAIL,
    SOME_UNMAPPED,
    SOUND_SHARE,
    USABLE_SHARE,
    graded,
)
from dagster_project.inspection import Section, read_document, section_of_table
from dagster_project.inspection.templates import template

TEMPLATE = "assessment/page.html"
MOST_ROWS = 40
"""Rows of a table that are laid out, where its page cannot be drawn."""
THRESHOLDS = {
    "some_unmapped": SOME_UNMAPPED,
    "many_unmapped": MANY_UNMAPPED,
    "some_fail": SOME_FAIL,
    "many_fail": MANY_FAIL,
    "many_lost": MANY_LOST,
    "many_doubtful": MANY_DOUBTFUL,
    "many_missing": MANY_MISSING,
    "sound_share": SOUND_SHARE,
    "usable_share": USABLE_SHARE,
}
Content = Callable[[TableAssessment], bytes]


class Tile(NamedTuple):
    """One measure of the folder, to be seen at a glance."""

    title: str
    chinese: str
    value: str
    detail: str
    standing: Standing | None


def write_page(assessment: Assessment, content: Content, file: Path) -> None:
    """Write the page to `file`; `content` gives the bytes of the document that a table stands in."""
    counts = assessment.summary.standings
    page = template(TEMPLATE).render(
        assessment=assessment,
        verdict=words.verdict(assessment),
        standings=[(standing, word, counts[standing]) for standing, word in words.STANDINGS.items()],
        tiles=list(_tiles(assessment.summary)),
        documents=sorted(assessment.documents, key=_worst_first),
        worst=list(_drawn(assessment, content)),
        thresholds=THRESHOLDS | {"least_fail": LEAST_FAIL},
        words=words,
        marked_standings=words.STANDINGS,
    )
    file.write_text(page, encoding="utf-8")


def _worst_first(document: DocumentAssessment) -> tuple[int, int, str]:
    ranks = (*RANKS, Standing.ASIDE)
    return ranks.index(document.standing), -document.unmapped, document.document_file


def _drawn(assessment: Assessment, content: Content) -> Iterator[tuple[TableAssessment, Section]]:
    """Read the documents of the worst tables once more, for their pages."""
    readings: dict[str, Any] = {}
    for table in assessment.worst_tables:
        file = table.document_file
        if file not in readings:
            # one at a time: a document that has been drawn is not needed again unless it is the next
            readings = {file: read_document(content(table), file)}
        yield table, section_of_table(readings[file], table.table_number, MOST_ROWS)


def _tiles(summary: Summary) -> Iterator[Tile]:
    counted = summary.documents - summary.standings[Standing.ASIDE]
    unread = summary.standings[Standing.UNREAD]
    grade = Standing.UNREAD if unread else Standing.SOUND
    yield Tile("documents read", "读出", f"{counted - unread:,} of {counted:,}", f"{summary.documents:,} files", grade)
    grade = graded((counted - summary.identified) / counted, 0, 1 - SOUND_SHARE) if counted else Standing.UNSOUND
    yield Tile("issuer, year, kind known", "身份", f"{summary.identified:,} of {counted:,}", "", grade)
    used = None if summary.unmapped_share is None else 1 - summary.unmapped_share
    detail = f"{summary.unmapped:,} of {summary.numbers:,} not used"
    grade = graded(summary.unmapped_share or 0, SOME_UNMAPPED, MANY_UNMAPPED)
    yield Tile("numbers used", "数字入表", words.share(used), detail, grade)
    known = summary.tables_known + summary.tables_by_columns
    detail = f"{summary.tables_by_columns:,} by their columns, {summary.tables_unknown:,} unknown"
    grade = graded(summary.tables_unknown / max(summary.tables, 1), SOME_UNMAPPED, MANY_UNMAPPED)
    yield Tile("tables of known kind", "识别的表", f"{known:,} of {summary.tables:,}", detail, grade)
    if summary.totals_printed is not None and summary.totals_met is not None:
        missed = (summary.totals_printed - summary.totals_met) / summary.totals_printed
        value = f"{summary.totals_met:,} of {summary.totals_printed:,}"
        yield Tile("printed totals met", "合计相符", value, "", graded(missed, 0, 1 - SOUND_SHARE))
    if summary.identities_satisfied is not None:
        yield from _identities(summary)
    if summary.digits_printed is not None:
        lost = (summary.digits_lost or 0) + (summary.digits_added or 0)
        detail = f"of {summary.digits_printed:,} printed"
        grade = graded(lost / max(summary.digits_printed, 1), 0, MANY_LOST)
        yield Tile("digits lost or added", "漏读多读", f"{lost:,}", detail, grade)
    if summary.seconds is not None:
        detail = f"{words.number(summary.megabytes)} MB at most" if summary.megabytes else ""
        yield Tile("to read them", "耗时", f"{summary.seconds:,.0f} s", detail, None)


def _identities(summary: Summary) -> Iterator[Tile]:
    satisfied, failed = summary.identities_satisfied or 0, summary.identities_failed or 0
    made = max(satisfied + failed, 1)
    doubtful = words.counted(summary.tables_doubtful or 0, "doubtful table")
    grade = graded(failed / made, SOME_FAIL, MANY_FAIL)
    yield Tile("sums that hold", "勾稽相符", words.share(satisfied / made), f"{failed:,} of {made:,} fail", grade)
    confirmed = words.share(summary.figures_confirmed / max(summary.figures, 1))
    grade = graded(summary.figures_doubtful / max(summary.figures, 1), 0, SOME_FAIL)
    detail = f"{summary.figures_doubtful:,} contradicted, {doubtful}; no sum tests the rest"
    yield Tile("figures confirmed by sums", "勾稽验证", confirmed, detail, grade)
