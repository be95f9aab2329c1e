"""One module per format behind one registry; each turns bytes into a `Document`."""

from __future__ import annotations

import hashlib

from dagster_project.extraction.issues import Issue, IssueCode, Severity
from dagster_project.extraction.model import Document
from dagster_project.extraction.read import text

BLANK = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
"""Bytes of byte order marks and of blanks, in any encoding that is read."""
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP, XLSX or DOCX"),
    (b"\xd0\xcf\x11\xe0", "XLS or DOC"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
)


def read(content: bytes, file: str) -> tuple[Document, list[Issue]]:
    """Return the document in `content` and the issues met; a document that cannot be read has no blocks."""
    digest = hashlib.sha256(content).hexdigest()
    problem = _unreadable(content)
    if problem is None:
        decoded, problem = text.decode(content)
        if decoded is not None:
            found = text.blocks(decoded.text)
            name = decoded.encoding
            document = Document(file, digest[:16], digest, "text", name, found.line_count, found.blocks, found.redacted)
            return document, []
    assert problem is not None
    return Document(file, digest[:16], digest, "unknown", None, 0, ()), [problem]


def _unreadable(content: bytes) -> Issue | None:
    if not content.strip(BLANK):
        return Issue(IssueCode.EMPTY_FILE, Severity.ERROR, "The file is empty. Deliver it again, or remove it.")
    for signature, name in SIGNATURES:
        if content.startswith(signature):
            return Issue(
                IssueCode.UNSUPPORTED_FORMAT,
                Severity.ERROR,
                f"The file is {name}; only text is read so far. Convert it to text with its tables kept "
                "(Markdown pipes or tabs) and deliver that.",
            )
    return None
