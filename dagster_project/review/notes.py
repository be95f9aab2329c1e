"""Copies of PDFs with the findings as notes at their places, which any viewer opens."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf

from dagster_project.errors import UsageError
from dagster_project.extraction.model.document import Area
from dagster_project.review.copies import copied, frame
from dagster_project.review.sheets import Documents, Finding, Mark, Opened, Reviewed, Sheet
from dagster_project.review.words import ReviewWords, words_in

COLOURS = {"actual": (0.84, 0.16, 0.16), "expected": (0.11, 0.31, 0.57)}
BESIDE: Area = (0.01, 0.01, 0.03, 0.025)
"""Where a note stands whose figure was not found on its page."""
NAME = re.compile(r"[^\w.-]+")
Annotated = tuple[Finding, Sheet]


def write_notes(documents: Documents, found: Sequence[Reviewed], file: Path, language: str) -> list[Path]:
    """Write a copy of each PDF that findings stand on and return their paths.

    They go into a folder `file`; a single one is `file` itself where that ends in .pdf. None is written where none of
    the findings stands on a PDF.
    """
    by_document: dict[str, list[Annotated]] = defaultdict(list)
    for each in found:
        for sheet in each.sheets:
            if documents.named(sheet.document_file).pdf is not None:
                by_document[sheet.document_file].append((each.finding, sheet))
    if not by_document:
        return []
    is_one = len(by_document) == 1 and file.suffix.lower() == ".pdf"
    paths = [file] if is_one else [_path(file, name) for name in by_document]
    words = words_in(language)
    for path, (name, annotated) in zip(paths, by_document.items(), strict=True):
        _write(documents.named(name), annotated, path, words, language)
    return paths


def _path(folder: Path, name: str) -> Path:
    if folder.is_file():
        raise UsageError(f"{folder} is a file: name a folder, as in --pdf annotated.")
    folder.mkdir(exist_ok=True)
    return folder / f"{NAME.sub('_', name.removesuffix('.pdf'))}.pdf"


def _write(opened: Opened, annotated: list[Annotated], path: Path, words: ReviewWords, language: str) -> None:
    with copied(opened.content, opened.hidden) as copy:
        for finding, sheet in annotated:
            page = copy.pages[sheet.page - 1]
            notes = page.obj.get("/Annots", pikepdf.Array())
            for note in _notes(copy, page, finding, sheet, words, language):
                notes.append(copy.make_indirect(note))
            page.obj["/Annots"] = notes
        copy.save(path, deterministic_id=True)


def _notes(
    copy: pikepdf.Pdf, page: pikepdf.Page, finding: Finding, sheet: Sheet, words: ReviewWords, language: str
) -> Iterator[pikepdf.Dictionary]:
    """Yield a frame around each figure, or one beside the text where none was found, with what is to be read there."""
    grade = f"{words.severity[finding['severity']]} · {words.confidence[finding['confidence']]}"
    title = words.note.format(finding["finding_id"], finding["rank"])
    repair = f"\n{words.repaired(finding['repair'])}" if finding["repair"] else ""
    said = f"{grade}\n{finding[f'message_{language}']}{repair}"
    for mark in sheet.marks or [Mark("actual", "", BESIDE)]:
        about = f"{words.side[mark.side]} {mark.printed}\n" if mark.printed else ""
        yield frame(copy, page, mark.area, COLOURS[mark.side], title, about + said)
