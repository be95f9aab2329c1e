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
from dagster_project.extraction.read.carried import Carried, may_show_table
from dagster_project.extraction.read.html.chrome import is_chrome
from dagster_project.extraction.vocabulary import Unread

Data = Callable[[str], bytes]
"""Returns what is saved with the page under an address; nothing where it is not."""
DATA = re.compile(r"data:image/[\w.+-]+;base64,", re.IGNORECASE)
FILES = re.compile(r"[^/?=&#]*\.(pdf|docx?|xlsx?|et|wps|ofd|ods|odt|zip|rar|7z)(?![\w.])", re.IGNORECASE)
"""Names of what offices publish as files, by their endings."""
ORNAMENTS = re.compile(
    r"\.(gif|svg|ico)(?![\w.])"
    r"|(logo|icon|arrow|nav|menu|banner|button|btn|search|share|wechat|weixin|ewm|qr|head|foot|back|bg|dot|line)"
    r"[^/?]*\.\w+$",
    re.IGNORECASE,
)
"""Pictures that a site is dressed with, by their names."""
PIXELS = re.compile(r"(\d{1,5})(\.\d+)?(px)?")
INCH = 96
NAMED, LONGEST = 5, 80
"""Files that an issue names, and the characters of a name."""


def add_what_is_beyond(root: etree._Element, builder: Builder, data: Data) -> None:
    """Add what pictures show that are saved with the page; tell of those that are not, and of files it leads to."""
    holds_table = any(isinstance(block, Grid) for block in builder.blocks)
    pictures = list(dict.fromkeys(_pictures(root, holds_table)))
    carried = Carried(builder, lambda address: _bytes(address) or data(address))
    missing = [address for address in pictures if not carried.data(address)]
    for address in pictures:
        if address not in missing:
            carried.picture(address)
    if missing:
        message = (
            f"The page shows pictures that are not saved with it ({_named(missing)}), and may show tables. "
            "Print it to PDF, or save it as one file (MHT)."
        )
        builder.issue(
            Issue(IssueCode.LEFT_OUT, Severity.WARNING, message, unread=Unread.PICTURES, unread_count=len(missing))
        )
    if files := list(dict.fromkeys(_files(root))):
        message = (
            f"The page leads to files ({_named(files)}), which are not part of it. Deliver those that hold tables."
        )
        builder.issue(Issue(IssueCode.LEFT_OUT, Severity.NOTE, message))


def _pictures(root: etree._Element, holds_table: bool) -> Iterator[str]:
    """Yield the addresses of pictures that may show a table; where it prints tables, only of those said to be large."""
    for image in root.iter("img"):
        address = str(image.get("src") or "")
        above = list(image.iterancestors())
        if not address or ORNAMENTS.search(address) or any(each.tag == "a" or is_chrome(each) for each in above):
            continue
        width, height = _inches(image, "width"), _inches(image, "height")
        is_known = width is not None and height is not None
        if may_show_table(width or 0.0, height or 0.0) or not (is_known or holds_table):
            yield address


def _inches(image: etree._Element, side: str) -> float | None:
    """Return a side of a picture as the page states it, None where it does not."""
    style = re.search(rf"(?<![\w-]){side}\s*:\s*([^;]+)", str(image.get("style") or ""))
    found = PIXELS.fullmatch((style[1] if style else str(image.get(side) or "")).strip())
    return int(found[1]) / INCH if found else None


def _files(root: etree._Element) -> Iterator[str]:
    """Yield the addresses of the files that a page links to, or shows in a frame of its own."""
    for element in root.iter("a", "iframe", "embed", "object"):
        address = str(element.get("href") or element.get("src") or element.get("data") or "")
        if FILES.search(address):
            yield address


def _bytes(address: str) -> bytes:
    """Return the picture that an address holds itself."""
    found = DATA.match(address)
    try:
        return base64.b64decode(address[found.end() :]) if found else b""
    except (binascii.Error, ValueError):
        return b""


def _named(addresses: list[str]) -> str:
    files = (FILES.search(address) for address in addresses)
    names = [
        (file[0] if file else address.partition("?")[0].rpartition("/")[2])[:LONGEST]
        for address, file in zip(addresses, files, strict=True)
    ]
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
