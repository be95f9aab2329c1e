"""Refuse a PDF whose streams unpack to more than any page needs, before pdfium unpacks them.

A bomb of 65 kB, opened, fills five gigabytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read.pdf.nesting import multiplies
from dagster_project.extraction.read.pdf.unpacking import DRAWING, FILTER, MOST, TooMuch, check

HARMLESS = DRAWING // MOST
"""Packed bytes that cannot unpack to too much."""
DICTIONARY = 400
"""Bytes before a stream in which its filters are named."""
PICTURE = re.compile(rb"/(DCTDecode|DCT|CCITTFaxDecode|CCF|JBIG2Decode|JPXDecode)\b")


def refuse(content: bytes) -> Issue | None:
    """Return the issue of a PDF that would unpack to too much, None where it is safe to open."""
    if not _is_too_much(content):
        return None
    message = "The PDF unpacks to more than a document needs; it was not opened. Print it to a new PDF."
    return Issue(IssueCode.UNREADABLE_FILE, Severity.ERROR, message)


def _is_too_much(content: bytes) -> bool:
    try:
        for filters, packed in _streams(content):
            check(filters, packed)
    except TooMuch:
        return True
    return multiplies(content)


def _streams(content: bytes) -> Iterator[tuple[list[bytes], memoryview]]:
    """Yield the packed streams that are long enough to matter: their filters, and their bytes."""
    view, end = memoryview(content), 0
    while (start := content.find(b"stream", end)) >= 0:
        end = content.find(b"endstream", start)
        end = len(content) if end < 0 else end
        head = content[max(start - DICTIONARY, 0) : start].rpartition(b" obj")[2]
        filters = FILTER.findall(head)
        if filters and not PICTURE.search(head) and (end - start > HARMLESS or len(filters) > 1):
            begin = start + len(b"stream")
            begin += len(content[begin : begin + 2]) - len(content[begin : begin + 2].lstrip(b"\r\n"))
            yield filters, view[begin:end]
        end += len(b"endstream")
