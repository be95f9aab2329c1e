"""One page that pdfium has loaded, as read."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pypdfium2.raw as pdfium

from dagster_project.extraction.read.page.characters import text_of
from dagster_project.extraction.read.page.geometry import Box
from dagster_project.extraction.read.page.page import Page, Recount, lay_out
from dagster_project.extraction.read.page.rulings import rulings_of
from dagster_project.extraction.read.page.scans import Scan, is_covered, is_misnamed
from dagster_project.extraction.read.pdf import native
from dagster_project.extraction.read.pdf.annotations import entered
from dagster_project.extraction.read.pdf.characters import read_characters
from dagster_project.extraction.read.pdf.glyphs import by_glyphs
from dagster_project.extraction.read.pdf.rulings import Drawing, read_drawing
from dagster_project.extraction.read.pdf.scans import drawn_on
from dagster_project.extraction.read.pdf.visible import NOTHING, seen, words_of
from dagster_project.extraction.read.persons import digits_of
from dagster_project.extraction.recount.pdf import plain_text
from dagster_project.extraction.vocabulary import Omission


def read_page(page: Any, text_page: Any, number: int) -> Page:
    """Read a page that pdfium has loaded."""
    drawing = read_drawing(page)
    with by_glyphs(page, text_page, drawing.painted.items) as glyphs:
        return replace(_read(page, glyphs.text, number, drawing), is_said_otherwise=glyphs.is_said_otherwise)


def _read(page: Any, text_page: Any, number: int, drawing: Drawing) -> Page:
    unseen = drawing.painted.unseen(native.handle(text_page))
    if unseen.is_layer:
        # it is kept as it is, for a page that is not recognised
        unseen = NOTHING._replace(is_layer=True)
    gone = " ".join(words_of(text.item, native.handle(text_page)) for text in unseen.texts)
    with seen(page, text_page, unseen) as text:
        found = read_characters(page, text, unseen.clips)
        plain = f"{plain_text(text)} {gone}"
    upright = found.upright
    filled = entered(page, upright)
    found = found._replace(printed=[*found.printed, *filled], oblique=found.oblique + unseen.watermarks, hidden=gone)
    images = [upright.box(*edge) for edge in drawing.painted.pictures]
    rotation = 90 * pdfium.FPDFPage_GetRotation(page)
    laid = lay_out(number, found, lambda: rulings_of(drawing.edges, upright), lambda: drawn_on(page), images, rotation)
    whole = Box(0, 0, laid.width, laid.height)
    is_believed = not (unseen.is_layer and is_covered(images, whole)) and not is_misnamed(found.printed)
    blocks = laid.blocks if is_believed else (Scan(whole, laid.blocks),)
    left_out = dict(laid.recount.left_out)
    left_out[Omission.HIDDEN] = _without(left_out[Omission.HIDDEN], unseen.watermarks)
    return replace(laid, blocks=blocks, recount=Recount(plain, text_of(filled), left_out))


def _without(text: str, read: str) -> str:
    """Return the digits of a text without those that are read all the same."""
    return "".join((Counter(digits_of(text)) - Counter(digits_of(read))).elements())
