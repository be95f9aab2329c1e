"""What an OFD document prints, or carries, and was not read: each kind is one issue that says where."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from lxml import etree

from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read.markup import name
from dagster_project.extraction.read.ofd.canvas import Canvas
from dagster_project.extraction.read.ofd.document import DocumentFound, PageFound
from dagster_project.extraction.read.page.recogniser import name_pages
from dagster_project.extraction.vocabulary import Unread

Painted = Sequence[tuple[PageFound, Canvas]]


def issues(found: DocumentFound, painted: Painted, scans: Collection[int]) -> Iterator[Issue]:
    """Yield the issues of what was not read; the pages in `scans` are read as pictures."""
    figures = [page.number for page, _ in painted if any(_prints(each, True) for each in page.annotations)]
    others = [page.number for page, _ in painted if any(_prints(each, False) for each in page.annotations)]
    if figures:
        yield _of(
            Severity.WARNING,
            figures,
            "printed with annotations that hold figures; those were not read",
            Unread.ANNOTATIONS,
        )
    if rest := [number for number in others if number not in figures]:
        yield _of(
            Severity.NOTE,
            rest,
            "printed with annotations (stamps, watermarks); those were not read",
            Unread.ANNOTATIONS,
        )
    hidden = [page.number for page, canvas in painted if canvas.hidden]
    if hidden:
        yield _of(
            Severity.NOTE,
            hidden,
            "said to hold text that is not shown: hidden, transparent or white; not read",
            Unread.HIDDEN,
        )
    unnamed = [page.number for page, canvas in painted if canvas.unnamed and page.number not in scans]
    if unnamed:
        what = "written in part with signs that only its own font knows; they cannot be read. Compare them with it"
        yield _of(Severity.WARNING, unnamed, what, None)
    pictures = [page.number for page, canvas in painted if canvas.images and page.number not in scans]
    if pictures:
        yield _of(
            Severity.NOTE,
            pictures,
            "printed with pictures beside its text; what they show was not read",
            Unread.PICTURES,
        )
    if found.attached:
        message = f"The OFD file carries {found.attached} attached files. Deliver them by themselves to have them read."
        yield Issue(IssueCode.LEFT_OUT, Severity.NOTE, message, unread=Unread.OBJECTS, unread_count=found.attached)


def _of(severity: Severity, pages: Sequence[int], what: str, unread: Unread | None) -> Issue:
    count = len(pages) if unread else None
    message = f"{name_pages(pages)} {what}."
    return Issue(IssueCode.LEFT_OUT, severity, message, unread=unread, unread_count=count, page=pages[0])


def _prints(annotation: etree._Element, figures: bool) -> bool:
    """Tell whether an annotation prints something: a text with a figure, or any text or image at all."""
    for element in annotation.iter():
        kind = name(element) if isinstance(element.tag, str) else ""
        if kind == "TextCode" and (not figures or any(each.isdigit() for each in element.text or "")):
            return True
        if kind == "ImageObject" and not figures:
            return True
    return False
