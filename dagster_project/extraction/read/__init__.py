"""One module per format behind one registry; each turns bytes into a `Document`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib import import_module

from dagster_project.extraction.model.document import Content, Document
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read.formats import NAMED, REMEDIES, UNREADABLE, recognise
from dagster_project.extraction.recount import COUNTERS, Printed, printed

BLANK = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
"""Bytes of byte order marks and of blanks, in any encoding that is read."""
Reader = Callable[[bytes], Content | Issue]
Convert = Callable[[bytes, str], bytes | None]
"""A way to another program: it takes bytes and their format, and returns what it made of them, or None."""
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
NOT_COUNTED = Issue(
    IssueCode.NOT_COUNTED_AGAIN,
    Severity.WARNING,
    "The digits of this file could not be counted a second time, so that nothing shows that all were read. "
    "Open it in its program and save it again.",
)
CONVERTED = {"doc": "docx"}
"""Formats that another program turns into one that is read."""


def read(content: bytes, file: str, convert: Convert | None = None) -> tuple[Document, list[Issue]]:
    """Return the document in `content` and the issues met; a document that cannot be read has no blocks."""
    digest = hashlib.sha256(content).hexdigest()
    found = _read(content, convert)
    if isinstance(found, Issue):
        return Document(file, digest[:16], digest, "unknown", None, 0, ()), [found]
    again = _printed(content, found)
    not_counted = [NOT_COUNTED] if again is None and found.format in COUNTERS else []
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
        left_out=found.left_out,
        printed=again,
    ), [*_misnamed(file, found.format), *not_counted, *found.issues]


def _printed(content: bytes, found: Content) -> Printed | None:
    again = found.printed or printed(content, found.format, found.encoding)
    return again._replace(besides=found.besides) if again else None


def _read(content: bytes, convert: Convert | None) -> Content | Issue:
    if not content.strip(BLANK):
        return Issue(IssueCode.EMPTY_FILE, Severity.ERROR, "The file is empty. Deliver it again, or remove it.")
    format = recognise(content)
    if format in READERS:
        module, function = READERS[format]
        reader: Reader = getattr(import_module(f"{__name__}.{module}"), function)
        return reader(content)
    made = convert(content, format) if convert is not None and format in CONVERTED else None
    if made is not None and recognise(made) == CONVERTED[format]:
        found = _read(made, None)
        if isinstance(found, Issue):
            return found
        return found._replace(format=format, printed=found.printed or printed(made, found.format, found.encoding))
    message = f"{REMEDIES.get(format, f'Files of this kind ({format}) are not read. Deliver it as PDF')}."
    code = IssueCode.UNREADABLE_FILE if format in UNREADABLE else IssueCode.UNSUPPORTED_FORMAT
    return Issue(code, Severity.ERROR, message)


def _misnamed(file: str, format: str) -> list[Issue]:
    """Return the issue of a file whose name says something else than its bytes: these decide."""
    suffix = file.rpartition("/")[2].rpartition(".")[2].lower()
    if suffix not in NAMED or format in NAMED[suffix]:
        return []
    message = f"The name says .{suffix}, the content is {format}, and was read as that. Give it its own name."
    return [Issue(IssueCode.MISNAMED, Severity.NOTE, message)]
