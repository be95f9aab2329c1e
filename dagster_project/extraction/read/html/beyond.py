"""What a web page shows or leads to and does not hold as text: pictures, and files to be fetched by themselves."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator

from lxml import etree

from dagster_project.extraction.model.document import Grid
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.carried import Carried, may_show_table, named
from dagster_project.extraction.read.html.chrome import is_chrome
from dagster_project.extraction.vocabulary import Unread

Data = Callable[[str], bytes]
"""Returns what is saved with the page under an address; nothing where it is not."""
DATA = re.compile(r"data:image/[\w.+-]+;base64,", re.IGNORECASE)
FILES = re.compile(r"\.(pdf|docx?|xlsx?|et|wps|ofd|ods|odt|zip|rar|7z)(?![\w.])", re.IGNORECASE)
"""How the names end of what offices publish as files."""
BEFORE_A_NAME = "/?=&#"
ORNAMENTS = re.compile(
    r"(^data:image/|\.)(gif|svg|ico)(?![\w.])"
    r"|(?<![a-z])(logo|icon|arrow|nav|menu|banner|button|btn|search|share|wechat|weixin|ewm|qr|head|foot|back|bg|dot|line)"
    r"(?![a-z])[^/?]{0,80}\.\w+$",
    re.IGNORECASE,
)
"""Pictures that a site is dressed with, by their kinds and names; one that is said to be large is none."""
LAZY = re.compile(r"data-([\w-]*src|original)")
"""Attributes that hold the address of a picture which a script shows once it is scrolled to."""
PIXELS = re.compile(r"(\d{1,5})(\.\d+)?(px)?")
INCH = 96


def add_what_is_beyond(root: etree._Element, builder: Builder, data: Data) -> None:
    """Add what pictures show that are saved with the page; tell of those that are not, and of files it leads to."""
    holds_table = any(isinstance(block, Grid) for block in builder.blocks)
    pictures = list(dict.fromkeys(_pictures(root, holds_table)))
    carried = Carried(builder, lambda address: _bytes(address) or data(address))
    missing = []
    for address in pictures:
        if carried.data(address):
            carried.picture(address)
        else:
            missing.append(address)
    if missing:
        message = (
            f"The page shows pictures that are not saved with it ({named(missing)}), and may show tables. "
            "Print it to PDF, or save it as one file (MHT)."
        )
        builder.issue(
            Issue(IssueCode.LEFT_OUT, Severity.WARNING, message, unread=Unread.PICTURES, unread_count=len(missing))
        )
    if files := list(dict.fromkeys(_files(root))):
        message = f"The page leads to files ({named(files)}), which are not part of it. Deliver those that hold tables."
        builder.issue(Issue(IssueCode.LEFT_OUT, Severity.NOTE, message))


def _pictures(root: etree._Element, holds_table: bool) -> Iterator[str]:
    """Yield the addresses of pictures that may show a table; where it prints tables, only of those said to be large."""
    for image in root.iter("img"):
        if any(each.tag == "a" or is_chrome(each) for each in image.iterancestors()):
            continue
        width, height = _inches(image, "width"), _inches(image, "height")
        is_large, is_known = may_show_table(width or 0.0, height or 0.0), width is not None and height is not None
        addresses = list(_addresses(image))
        address = next(
            (each for each in addresses if not ORNAMENTS.search(each)), addresses[0] if addresses and is_large else ""
        )
        if address and (is_large or not (is_known or holds_table)):
            yield address


def _addresses(image: etree._Element) -> Iterator[str]:
    """Yield the addresses of a picture: its own, then those that take the place of an ornament."""
    yield from [str(image.get("src"))] if image.get("src") else ()
    yield from (str(value) for name, value in image.items() if value and LAZY.fullmatch(str(name)))
    yield from str(image.get("srcset") or "").split()[:1]


def _inches(image: etree._Element, side: str) -> float | None:
    """Return a side of a picture as the page states it, None where it does not."""
    style = re.search(rf"(?<![\w-]){side}\s*:\s*([^;]+)", str(image.get("style") or ""))
    found = PIXELS.fullmatch((style[1] if style else str(image.get(side) or "")).strip())
    return int(found[1]) / INCH if found else None


def _files(root: etree._Element) -> Iterator[str]:
    """Yield the names of the files that a page links to, or shows in a frame of its own."""
    for element in root.iter("a", "iframe", "embed", "object"):
        address = str(element.get("href") or element.get("src") or element.get("data") or "")
        if found := FILES.search(address):
            begin = max(address.rfind(sign, 0, found.start()) for sign in BEFORE_A_NAME) + 1
            yield address[begin : found.end()]


def _bytes(address: str) -> bytes:
    """Return the picture that an address holds itself."""
    found = DATA.match(address)
    try:
        return base64.b64decode(address[found.end() :]) if found else b""
    except (binascii.Error, ValueError):
        return b""
