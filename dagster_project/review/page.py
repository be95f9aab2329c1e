"""One HTML file, complete in itself: each finding over the pages it is about, both of its sides marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from rich.text import Text

from dagster_project.errors import UsageError
from dagster_project.inspection.pictures import draw, uri_of_pixels
from dagster_project.inspection.templates import template
from dagster_project.review.sheets import Documents, Reviewed, Sheet
from dagster_project.review.words import words_in
from dagster_project.settings import Settings
from dagster_project.tracing.excerpts import PLACES, excerpt, part_of, printed_part
from dagster_project.tracing.operands import Operand
from dagster_project.tracing.printed_lines import MARK

TEMPLATE = "review/page.html"
MOST = 4
"""Pages that are shown of one finding: a sum may run over many."""
Pieces = list[tuple[str, bool]]


class Picture(NamedTuple):
    """A page that is drawn once, however many findings show it."""

    name: str
    uri: str
    ratio: float


class Shown(NamedTuple):
    """A finding with the sheets that are shown, and, of what has no pages, lines of the document with its figures."""

    reviewed: Reviewed
    sheets: list[tuple[Sheet, Picture | None]]
    left_out: int
    lines: list[Pieces]


def write_page(documents: Documents, found: Sequence[Reviewed], file: Path, language: str) -> None:
    """Write findings to `file`, those of a document together, where its first stands; `language` is zh or en."""
    pictures: dict[tuple[str, int], Picture | None] = {}
    places = words_in(language).places
    shown = [_shown(documents, each, pictures, places) for each in found]
    by_document: dict[str, list[Shown]] = {}
    for each in shown:
        by_document.setdefault(each.reviewed.finding["document_file"], []).append(each)
    page = template(TEMPLATE).render(
        language=language,
        words=words_in(language),
        documents=list(by_document.items()),
        pictures=[picture for picture in pictures.values() if picture],
        count=len(shown),
    )
    file.write_text(page, encoding="utf-8")


def _shown(
    documents: Documents, each: Reviewed, pictures: dict[tuple[str, int], Picture | None], places: Mapping[str, str]
) -> Shown:
    sheets = [(sheet, _picture(documents, sheet, pictures)) for sheet in each.sheets[:MOST]]
    has_picture = any(picture for _, picture in sheets)
    lines = [] if has_picture else list(lines_around(documents.settings, each.operands, places))
    return Shown(each, sheets, max(0, len(each.sheets) - MOST), lines)


def _picture(documents: Documents, sheet: Sheet, pictures: dict[tuple[str, int], Picture | None]) -> Picture | None:
    key = (sheet.document_file, sheet.page)
    if key not in pictures:
        opened = documents.named(sheet.document_file)
        pixels = draw(opened.pdf, sheet.page, opened.hidden) if opened.pdf is not None else None
        ratio = pixels.shape[1] / pixels.shape[0] if pixels is not None else 1
        name = f"sheet-{len(pictures) + 1}"
        pictures[key] = None if pixels is None else Picture(name, uri_of_pixels(pixels), ratio)
    return pictures[key]


def lines_around(
    settings: Settings, operands: Sequence[Operand], places: Mapping[str, str] = PLACES
) -> Iterator[Pieces]:
    """Yield the lines of a document around figures, as pieces of which some are marked; none where it is gone.

    `places` are the words for the number of a line and of a row.
    """
    for _, together in groupby(operands, part_of):
        part = list(together)
        marked = [(operand, operand.value_as_printed or operand.value_text) for operand in part]
        try:
            printed = printed_part(settings, part[0])
        except UsageError:
            return
        yield from (_pieces(line) for line in excerpt(printed, marked, places=places))


def _pieces(line: Text) -> Pieces:
    marks = [(span.start, span.end) for span in line.spans if span.style == MARK]
    pieces: Pieces = []
    done = 0
    for start, end in sorted(marks):
        pieces += [(line.plain[done:start], False), (line.plain[start:end], True)]
        done = end
    return [*pieces, (line.plain[done:], False)]
