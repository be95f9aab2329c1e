"""One HTML file, complete in itself: the verdict, every document, and the worst tables over the page as printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
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
from dagster_project.languages import Language

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
FATES = ("fact", "label", "undisclosed", "text", "unmapped", "redacted", "doubtful")
Content = Callable[[TableAssessment], bytes]


class Tile(NamedTuple):
    """One measure of the folder, to be seen at a glance."""

    title: str
    value: str
    detail: str
    standing: Standing | None


def write_page(assessment: Assessment, content: Content, file: Path, language: Language) -> None:
    """Write the page to `file`; `content` gives the bytes of the document that a table stands in."""
    said = words.Said(language)
    counts = assessment.summary.standings
    page = template(TEMPLATE).render(
        assessment=assessment,
        language=language.value,
        said=said,
        words=said.words,
        shown=words,
        standings=[(standing.value, counts[standing]) for standing in Standing if counts[standing]],
        tiles=list(_tiles(assessment.summary, said)),
        documents=sorted(assessment.documents, key=_worst_first),
        worst=list(_drawn(assessment, content, language)),
        thresholds={name: words.share(share) for name, share in THRESHOLDS.items()} | {"least_fail": LEAST_FAIL},
        fates=FATES,
    )
    file.write_text(page, encoding="utf-8")


def _worst_first(document: DocumentAssessment) -> tuple[int, int, str]:
    ranks = (*RANKS, Standing.ASIDE)
    return ranks.index(document.standing), -document.unmapped, document.document_file


def _drawn(assessment: Assessment, content: Content, language: Language) -> Iterator[tuple[TableAssessment, Section]]:
    """Read the documents of the worst tables once more, for their pages."""
    readings: dict[str, Any] = {}
    for table in assessment.worst_tables:
        file = table.document_file
        if file not in readings:
            # one at a time: a document that has been drawn is not needed again unless it is the next
            readings = {file: read_document(content(table), file)}
        yield table, section_of_table(readings[file], table.table_number, MOST_ROWS, language)


def _tiles(summary: Summary, said: words.Said) -> Iterator[Tile]:
    told = partial(said.words, "tile")
    counted = summary.documents - summary.standings[Standing.ASIDE]
    unread = summary.standings[Standing.UNREAD]
    grade = Standing.UNREAD if unread else Standing.SOUND
    files = said.counted(summary.documents, "file")
    yield Tile(told("read"), _of(said, counted - unread, counted), files, grade)
    grade = graded((counted - summary.identified) / counted, 0, 1 - SOUND_SHARE) if counted else Standing.UNSOUND
    yield Tile(told("identified"), _of(said, summary.identified, counted), "", grade)
    used = None if summary.unmapped_share is None else 1 - summary.unmapped_share
    detail = told("used_detail", f"{summary.unmapped:,}", f"{summary.numbers:,}")
    grade = graded(summary.unmapped_share or 0, SOME_UNMAPPED, MANY_UNMAPPED)
    yield Tile(told("used"), words.share(used), detail, grade)
    known = summary.tables_known + summary.tables_by_columns
    detail = told("known_detail", f"{summary.tables_by_columns:,}", f"{summary.tables_unknown:,}")
    grade = graded(summary.tables_unknown / max(summary.tables, 1), SOME_UNMAPPED, MANY_UNMAPPED)
    yield Tile(told("known"), _of(said, known, summary.tables), detail, grade)
    if summary.totals_printed is not None and summary.totals_met is not None:
        missed = (summary.totals_printed - summary.totals_met) / summary.totals_printed
        value = _of(said, summary.totals_met, summary.totals_printed)
        yield Tile(told("met"), value, "", graded(missed, 0, 1 - SOUND_SHARE))
    if summary.identities_satisfied is not None:
        yield from _identities(summary, said)
    if summary.digits_printed is not None:
        lost = (summary.digits_lost or 0) + (summary.digits_added or 0)
        detail = told("digits_detail", f"{summary.digits_printed:,}")
        grade = graded(lost / max(summary.digits_printed, 1), 0, MANY_LOST)
        yield Tile(told("digits"), f"{lost:,}", detail, grade)
    if summary.seconds is not None:
        detail = told("memory", words.number(summary.megabytes)) if summary.megabytes else ""
        yield Tile(told("time"), told("seconds", f"{summary.seconds:,.0f}"), detail, None)


def _identities(summary: Summary, said: words.Said) -> Iterator[Tile]:
    told = partial(said.words, "tile")
    satisfied, failed = summary.identities_satisfied or 0, summary.identities_failed or 0
    made = max(satisfied + failed, 1)
    grade = graded(failed / made, SOME_FAIL, MANY_FAIL)
    detail = told("hold_detail", f"{failed:,}", f"{made:,}")
    yield Tile(told("hold"), words.share(satisfied / made), detail, grade)
    confirmed = words.share(summary.figures_confirmed / max(summary.figures, 1))
    grade = graded(summary.figures_doubtful / max(summary.figures, 1), 0, SOME_FAIL)
    doubtful = said.counted(summary.tables_doubtful or 0, "doubtful")
    detail = told("confirmed_detail", f"{summary.figures_doubtful:,}", doubtful)
    yield Tile(told("confirmed"), confirmed, detail, grade)


def _of(said: words.Said, part: int, whole: int) -> str:
    return said.words.of.format(f"{part:,}", f"{whole:,}")
