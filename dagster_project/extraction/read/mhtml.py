"""Web pages saved as one file (MHT): the page, then the pages that it frames or links to, in order.

Excel saves a sheet of a workbook as a page each, and a page of tabs that holds nothing but links.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.message import Message
from email.policy import compat32

from dagster_project.extraction.model.document import Content, Prose
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read import html
from dagster_project.extraction.read.copying import add_content
from dagster_project.extraction.read.flowing import FlowingText
from dagster_project.extraction.read.package import unreadable
from dagster_project.extraction.vocabulary import Omission, Unread

LARGEST = 96 * 2**20
PAGES = 500
HIDDEN = re.compile(rb"<x:Visible>\s*Sheet(Very)?Hidden", re.IGNORECASE)
FRAMESET = re.compile(rb"<frameset\b", re.IGNORECASE)
NO_TEXT = re.compile(rb"<(head|script|style|a)\b.*?</\1>|<[^>]*>|&nbsp;|\s+", re.IGNORECASE | re.DOTALL)
TABS = 2**16
"""Bytes of the largest page that may hold nothing but links to others."""
REMEDY = "Open it in a browser and save it as HTML"


def read(content: bytes) -> Content | Issue:
    """Read the pages of a web page in one file; an Issue where it holds none."""
    if len(content) > LARGEST:
        return unreadable(f"The page is larger than {LARGEST // 2**20} MB", "Split it")
    try:
        whole = email.message_from_bytes(content.lstrip(), policy=compat32)
        found, pictures = list(_pages(whole)), dict(_pictures(whole))
    except (RecursionError, ValueError, LookupError):
        return unreadable("The web page is damaged", REMEDY)
    pages = [page for page in found if not _only_leads_on(page)] or found
    builder = FlowingText("mhtml")
    for page in found:
        if page not in pages:
            _leave_out(page, Omission.SITE, builder)
    problems: list[Issue] = []
    for number, page in enumerate(pages[:PAGES], 1):
        if HIDDEN.search(page):
            message = f"Sheet {number} is hidden, so it was not published. It was not read."
            builder.issue(Issue(IssueCode.LEFT_OUT, Severity.NOTE, message, unread=Unread.HIDDEN, unread_count=1))
            _leave_out(page, Omission.HIDDEN, builder)
            continue
        read = html.read(page, lambda address: pictures.get(_short(address), b""))
        if isinstance(read, Issue):
            problems.append(read)
        else:
            add_content(read, builder)
            _account(read, builder)
    for problem in problems if builder.key else ():
        builder.issue(problem)
    if len(pages) > PAGES:
        message = f"The file holds {len(pages)} pages; {PAGES} were read. Split it."
        builder.issue(Issue(IssueCode.LEFT_OUT, Severity.ERROR, message))
    return builder.content() if builder.key else next(iter(problems), unreadable("The web page holds no text", REMEDY))


def _leave_out(page: bytes, reason: Omission, builder: FlowingText) -> None:
    """Keep account of a page that is no part of the document."""
    read = html.read(page)
    if not isinstance(read, Issue):
        _account(read, builder)
        for block in read.blocks:
            texts = [block.text] if isinstance(block, Prose) else [cell for row in block.rows for cell in row.cells]
            builder.leave_out(reason, " ".join(texts))


def _account(read: Content, builder: FlowingText) -> None:
    """Keep the account that the reader of a page kept."""
    builder.left_out += read.left_out
    for digits in read.besides.values():
        builder.show_besides(digits)


def _pages(message: Message) -> Iterator[bytes]:
    """Yield the pages of a message, in UTF-8 where their own bytes do not say what they are in."""
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or not payload.strip():
            continue
        charset = part.get_content_charset()
        yield payload if charset is None or html.CHARSET.search(payload[:4096]) else _in_utf8(payload, charset)


def _pictures(message: Message) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of a message, by the last part of the addresses and names that pages call them by."""
    for part in message.walk():
        payload = part.get_payload(decode=True) if part.get_content_maintype() == "image" else None
        if isinstance(payload, bytes):
            for header in ("Content-Location", "Content-ID"):
                if address := part.get(header):
                    yield _short(str(address).strip("<>")), payload


def _short(address: str) -> str:
    return address.replace("\\", "/").removeprefix("cid:").rpartition("/")[2]


def _only_leads_on(page: bytes) -> bool:
    """Tell whether a page frames others, or holds nothing but links to them."""
    return FRAMESET.search(page) is not None or (len(page) < TABS and not NO_TEXT.sub(b"", page))


def _in_utf8(payload: bytes, charset: str) -> bytes:
    try:
        return payload.decode(charset).encode()
    except (UnicodeDecodeError, LookupError):
        return payload
