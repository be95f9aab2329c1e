"""One module per format behind one registry; each turns bytes into a `Document`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib import import_module

from dagster_project.extraction.model.document import Content, Document
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read.formats import REMEDIES, UNREADABLE, recognise

BLANK = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
"""Bytes of byte order marks and of blanks, in any encoding that is read."""
Reader = Callable[[bytes], Content | Issue]
READERS = {
    "text": ("text", "read"),
    "pdf": ("pdf", "read"),
    "png": ("ocr", "read_image"),
    "jpeg": ("ocr", "read_image"),
    "xlsx": ("sheet", "read_xlsx"),
    "xls": ("sheet", "read_xls"),
    "docx": ("docx", "read"),
    "html": ("html", "read"),
    "mhtml": ("mhtml", "read"),
    "ofd": ("ofd", "read"),
    "opendocument": ("odf", "read"),
    "spreadsheetml": ("sheet", "read_xml2003"),
}
"""The registry: format → module and function; a module is imported when its format is first met."""


def read(content: bytes, file: str) -> tuple[Document, list[Issue]]:
    """Return the document in `content` and the issues met; a document that cannot be read has no blocks."""
    digest = hashlib.sha256(content).hexdigest()
    found = _read(content)
    if isinstance(found, Issue):
        return Document(file, digest[:16], digest, "unknown", None, 0, ()), [found]
    return Document(
        file,
        digest[:16],
        digest,
        format=found.format,
        encoding=found.encoding,
        line_count=found.line_count,
        blocks=found.blocks,
        redacted=found.redacted,
        layout=found.layout,
    ), list(found.issues)


def _read(content: bytes) -> Content | Issue:
    if not content.strip(BLANK):
        return Issue(IssueCode.EMPTY_FILE, Severity.ERROR, "The file is empty. Deliver it again, or remove it.")
    format = recognise(content)
    if format in READERS:
        module, function = READERS[format]
        reader: Reader = getattr(import_module(f"{__name__}.{module}"), function)
        return reader(content)
    message = f"{REMEDIES.get(format, f'Files of this kind ({format}) are not read. Deliver it as PDF')}."
    code = IssueCode.UNREADABLE_FILE if format in UNREADABLE else IssueCode.UNSUPPORTED_FORMAT
    return Issue(code, Severity.ERROR, message)
