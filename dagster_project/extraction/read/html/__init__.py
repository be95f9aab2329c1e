"""Web pages: headings, paragraphs and tables in order; what surrounds a page on every page of its site is left out.

A table that only lays out others is no table. A page of the web has no pages, so nothing here has one.
"""

from __future__ import annotations

import codecs
import re

import lxml.html
from lxml import etree

from dagster_project.extraction.folding import RAISED, unified
from dagster_project.extraction.knowledge.identity import identity_words
from dagster_project.extraction.model.document import Content
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read import text
from dagster_project.extraction.read.flowing import FlowingText
from dagster_project.extraction.read.formats import without_directives
from dagster_project.extraction.read.html.beyond import Data, add_what_is_beyond
from dagster_project.extraction.read.html.colours import take_off_unseen
from dagster_project.extraction.read.html.page import Page
from dagster_project.extraction.read.package import unreadable
from dagster_project.extraction.vocabulary import Omission

LARGEST = 64 * 2**20
CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
SUPER = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
FRAMES = 5
"""Frames that an issue names."""
TITLE_PARTS = re.compile(r"\s*[-_|—–－]+\s*")


def read(content: bytes, data: Data = lambda address: b"") -> Content | Issue:
    """Read a web page; an Issue where its text cannot be told, or where it is too large.

    `data` returns what is saved with the page under an address.
    """
    if len(content) > LARGEST:
        return unreadable(f"The page is larger than {LARGEST // 2**20} MB", "Split it")
    builder = FlowingText("html")
    decoded, encoding = _decode(content, builder)
    if decoded is None:
        return unreadable("The page is no text", "Save it again from a browser")
    decoded = without_directives(decoded)
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = lxml.html.document_fromstring(unified(decoded).replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return unreadable("The page holds nothing", "Save it again from a browser")
    if any("depth" in str(error.message) for error in parser.error_log):
        message = "The page nests its elements too deeply; what lies below was not read. Save it again from a browser."
        builder.issue(Issue(IssueCode.LEFT_OUT, Severity.ERROR, message))
    _raise_digits(root)
    builder.leave_out_unseen(take_off_unseen(root, decoded))
    whole, title = _title(root)
    if title:
        builder.prose(title)
    builder.leave_out(Omission.SITE, whole.replace(title, "", 1))
    Page(builder).add(root)
    if frames := [str(frame.get("src")) for frame in root.iter("frame") if frame.get("src")]:
        message = f"The page only frames other files: {', '.join(frames[:FRAMES])}. Deliver those that hold the tables."
        builder.issue(Issue(IssueCode.LEFT_OUT, Severity.ERROR, message))
    add_what_is_beyond(root, builder, data)
    return builder.content()._replace(encoding=encoding)


def _decode(content: bytes, builder: FlowingText) -> tuple[str | None, str | None]:
    """Decode by byte order mark, as UTF-8, as GB18030, or as the page itself says; a broken byte is an issue."""
    declared = CHARSET.search(content[:4096])
    encoding = _codec(declared[1].decode("ascii")) if declared else "utf-8"
    decoded, problem = text.decode(content)
    if decoded is not None and (decoded.encoding != "gb18030" or encoding in ("gb18030", "utf-8")):
        return decoded.text, decoded.encoding
    if problem is not None and problem.code is IssueCode.BINARY_FILE:
        return None, None
    found = content.decode(encoding, "replace")
    if broken := found.count("\ufffd"):
        message = f"{broken} characters of the page are not {encoding}. What stands beside them was read."
        builder.issue(Issue(IssueCode.UNDECODABLE_TEXT, Severity.WARNING, message))
    return found, encoding


def _raise_digits(root: etree._Element) -> None:
    """Give the digits of marks of footnotes and of powers the characters that say so."""
    for element in root.iter():
        if element.tag == "sup" or SUPER.search(str(element.get("style") or "")):
            for inner in element.iter():
                inner.text = (inner.text or "").translate(RAISED)
                if inner is not element:
                    inner.tail = (inner.tail or "").translate(RAISED)


def _title(root: etree._Element) -> tuple[str, str]:
    """Return the page's title, and its words that name a disclosure where the page itself does not print them."""
    title = " ".join((root.findtext(".//title") or "").split())
    words = next((part.strip() for part in TITLE_PARTS.split(title) if identity_words().disclosure.search(part)), None)
    body = root.find("body")
    printed = "".join("".join(map(str, body.itertext())).split()) if body is not None else ""
    return title, "" if words is None or "".join(words.split()) in printed else words


def _codec(charset: str) -> str:
    """Return the codec of a declared charset; all Chinese ones are read as the largest of them."""
    try:
        name = codecs.lookup(charset).name
    except LookupError:
        return "gb18030" if "gb" in charset.lower() else "utf-8"
    return "gb18030" if name in ("gb2312", "gbk") else name
