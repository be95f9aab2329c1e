"""The digits of a web page saved as one file (MHT): those of all its pages, as `html` counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes

from dagster_project.extraction.recount import Printed, html

PAGES = ("text/html", "application/xhtml+xml")
DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def printed(content: bytes, encoding: str | None) -> Printed:
    """Return the text of all pages, also of those that only lead to others: who reads says what it leaves out."""
    return Printed({None: "\n".join(_texts(content.lstrip()))})


def _texts(content: bytes) -> Iterator[str]:
    for part in message_from_bytes(content).walk():
        page = part.get_payload(decode=True)
        if part.get_content_type() in PAGES and isinstance(page, bytes):
            found = html.printed(page, _encoding(page, part.get_content_charset())).texts or {}
            yield from found.values()


def _encoding(page: bytes, charset: str | None) -> str:
    """Return in what a page is written: UTF-8 where its bytes are, else what it says, or the mail, or GB18030."""
    declared = DECLARED.search(page[:4096])
    for encoding in ("utf-8", declared[1].decode("ascii") if declared else None, charset):
        try:
            page.decode(encoding or "ascii")
            return encoding or "ascii"
        except (UnicodeDecodeError, LookupError):
            continue
    return "gb18030"
