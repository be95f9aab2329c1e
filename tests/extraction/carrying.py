"""What the tests of carried parts share: a picture of the statement, issues by their code, a page, saved documents."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import pytest
from kinds import HEADER, ROWS, STATEMENT, TITLE, UNIT

from dagster_project.extraction import extract
from dagster_project.extraction.read import ocr

METAFILE = b"\x01\0\0\0" + bytes(84)
"""The head of a picture that Windows draws; no recognition reads it."""
RECOGNISED = pytest.mark.skipif(ocr.missing() is not None, reason="text recognition is not installed: make ocr")


@cache
def picture() -> bytes:
    """Return the statement as a picture."""
    from scanned_pages import scan

    target = io.BytesIO()
    lines = [TITLE, STATEMENT, UNIT, "\t".join(HEADER), *("\t".join(row) for row in ROWS)]
    scan(lines).save(target, "PNG")
    return target.getvalue()


def issues(content: bytes, code: str) -> list[tuple[str, str]]:
    """Return what the issues of a code say, and what is counted as unread."""
    found = extract(content, "carried").tables["issues"].to_pylist()
    return [(issue["message"], issue["unread"]) for issue in found if issue["code"] == code]


def saved(document: Any) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def page(*lines: str, more: str = "") -> bytes:
    """Return a web page with lines and the statement as a table."""
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in (HEADER, *ROWS))
    return f"<html><body>{''.join(map('<p>{}</p>'.format, lines))}<table>{rows}</table>{more}</body></html>".encode()
