"""The text of a page by its glyphs, not by what the file says in their stead (/ActualText).

Such words are for copying and for reading aloud. pdfium takes them for what is printed, loses characters where one span
holds several texts, and cannot tell where each of them stands. Only fonts that name no characters are read by them.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from dagster_project.extraction.read.pdf import native
from dagster_project.extraction.recount.digits import tally
from dagster_project.extraction.recount.pdf import plain_text

INSTEAD = ctypes.create_string_buffer(b"ActualText")
PLACE = ctypes.addressof(INSTEAD)
NAMELESS = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")


class Glyphs(NamedTuple):
    """The text of a page, and whether the file says other digits in its stead."""

    text: Any
    is_said_otherwise: bool = False


@contextmanager
def by_glyphs(page: Any, text_page: Any, texts: Iterable[int]) -> Iterator[Glyphs]:
    """Give the text of a page whose text objects are these, by its glyphs; the page is changed in memory."""
    if not _silence(texts):
        yield Glyphs(text_page)
        return
    fresh = pdfium.FPDFText_LoadPage(page)
    try:
        said, printed = plain_text(text_page), plain_text(fresh)
        if len(NAMELESS.findall(printed)) > len(NAMELESS.findall(said)):
            yield Glyphs(text_page)
        else:
            yield Glyphs(fresh, tally(said) != tally(printed))
    finally:
        pdfium.FPDFText_ClosePage(fresh)


def _silence(texts: Iterable[int]) -> bool:
    """Take what is said in the stead of texts off them, and tell whether there was any."""
    found = False
    for text in texts:
        for index in range(native.count_marks(text)):
            mark = native.get_mark(text, index)
            if native.has_parameter(mark, PLACE):
                found |= bool(native.remove_parameter(text, mark, PLACE))
    return found
