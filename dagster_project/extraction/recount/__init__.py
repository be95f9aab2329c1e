"""What a file prints, told a second time: the digits of its bytes, by code that shares nothing with the readers.

Each module takes the bytes of one kind of file. Of most it returns the text of each page, in any order; nobody cares
where on the page a digit stands, or what it means. Of workbooks it returns how many cells of a row hold a number, for
how a number is shown is the reader's business. `record.recounts` holds it against what was read, so that a number that
vanishes between the bytes and the ledger is told. Of a PDF its reader hands over the plain text that pdfium gives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple
from xml.parsers.expat import ExpatError


class Printed(NamedTuple):
    """The text of each page (None where a kind of file has none), or the cells with a number by sheet and row."""

    texts: Mapping[int | None, str] | None = None
    cells: Mapping[tuple[int, int], int] | None = None
    besides: Mapping[int | None, str] = {}
    """Digits by page that stand in no text: only who read them knows them."""


Counter = Callable[[bytes, str | None], Printed]
COUNTERS = frozenset({"text", "html", "mhtml", "docx", "odt", "xlsx", "xls", "ods", "spreadsheetml", "ofd"})
"""Formats with a module of their own; each has a function `printed` of the bytes and their encoding."""


def printed(content: bytes, format: str, encoding: str | None) -> Printed | None:
    """Return what a file prints; None for a kind of file that is not counted a second time, or one it cannot open."""
    if format not in COUNTERS:
        return None
    counter: Counter = import_module(f"{__name__}.{format}").printed
    try:
        return counter(content, encoding)
    except (SyntaxError, LookupError, ValueError, ExpatError):
        # what the reader made of such XML stands; it is the second count that is missing, and that is told
        return None
