"""What a file prints, told a second time: the digits of its bytes, by code that shares nothing with the readers.

Each module takes the bytes of one kind of file and returns the text of each page, in any order; nobody cares where on
the page a digit stands, or what it means. `record.recounts` holds it against what was read, so that a number that
vanishes between the bytes and the ledger is told. Of a PDF its reader hands over the plain text that pdfium gives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

Printed = Mapping[int | None, str]
"""Text by page; None where a kind of file has no pages."""
COUNTERS = {
    "text": ("text", "printed"),
    "html": ("html", "printed"),
    "docx": ("docx", "printed"),
}
"""The registry: format → module and function."""


def printed(content: bytes, format: str, encoding: str | None) -> Printed | None:
    """Return what a file prints, by page; None for a kind of file that is not counted a second time."""
    if format not in COUNTERS:
        return None
    module, function = COUNTERS[format]
    counter: Callable[[bytes, str | None], Printed] = getattr(import_module(f"{__name__}.{module}"), function)
    return counter(content, encoding)
