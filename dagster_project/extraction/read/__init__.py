"""One module per format behind one registry; each turns bytes into a `Document`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from dagster_project.extraction.issues import Issue, IssueCode, Severity
from dagster_project.extraction.model import Content, Document
from dagster_project.extraction.read import text

BLANK = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
"""Bytes of byte order marks and of blanks, in any encoding that is read."""
Reader = Callable[[bytes], Content | Issue]
READERS: dict[str, Reader] = {"text": text.read}
"""The registry: format → reader."""
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
)


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
    ), []


def _read(content: bytes) -> Content | Issue:
    if not content.strip(BLANK):
        return Issue(IssueCode.EMPTY_FILE, Severity.ERROR, "The file is empty. Deliver it again, or remove it.")
    format = next((name for signature, name in SIGNATURES if content.startswith(signature)), "text")
    reader = READERS.get(format)
    if reader is None:
        message = f"Files of this kind ({format}) are not read yet. Convert it to text with its tables kept."
        return Issue(IssueCode.UNSUPPORTED_FORMAT, Severity.ERROR, message)
    return reader(content)
