"""What of a page nobody sees: text that is not drawn, white on paper, covered, or clipped away; and pale watermarks.

The objects of a page are met once, in the order they are painted (rulings); here they are judged. Text that is not seen
is taken off the page before its characters are read, for pdfium leaves out the second of two that stand in one place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from dagster_project.extraction.read.page.geometry import Edge
from dagster_project.extraction.read.pdf import native

NOT_DRAWN = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
WHITE, PALE = 250, 160
"""The darkest channel of white, and of the grey of a watermark."""
LARGE = 24.0
"""Points: a watermark is at least as large."""
SLACK = 1.0
"""Points by which a text may stand out over what clips or covers it."""


class Text(NamedTuple):
    """A text object: what it stands in (None: the page itself), its place in the order of painting, its colour."""

    item: int
    parent: int | None
    order: int
    mode: int
    darkest: int
    alpha: int
    bounds: Edge
    clip: Edge | None
    size: float


class Area(NamedTuple):
    """A filled area or a picture: its place in the order of painting; whether it is white, and hides what is below."""

    order: int
    bounds: Edge
    is_white: bool
    hides: bool


class Unseen(NamedTuple):
    """What nobody sees of a page: texts to be taken off, the words of watermarks among them, and partial clips."""

    texts: list[Text]
    watermarks: str
    clips: Mapping[int, Edge]
    """What shows of texts of which only a part does, by text object."""
    is_layer: bool
    """Most of the text is not drawn, as the layer of an earlier recognition is not."""


NOTHING = Unseen([], "", {}, False)


def unseen(texts: list[Text], areas: list[Area], text_page: int, count: int) -> Unseen:
    """Judge those of the `count` texts of a page that may be unseen: pale, clipped, not drawn, or below an area."""
    covered = {text.item for text in _covered(texts, areas)}
    gone: list[Text] = []
    words: list[str] = []
    clips: dict[int, Edge] = {}
    for text in texts:
        if text.mode in NOT_DRAWN or text.alpha == 0 or text.item in covered or _is_outside(text):
            gone.append(text)
        elif text.darkest >= PALE and not _is_backed(text, areas):
            if text.darkest >= WHITE:
                gone.append(text)
            elif text.size >= LARGE:
                gone.append(text)
                words.append(words_of(text.item, text_page))
        elif text.clip is not None and not holds(text.clip, text.bounds):
            clips[text.item] = text.clip
    not_drawn = sum(text.mode in NOT_DRAWN for text in gone)
    return Unseen(gone, "".join(words), clips, 2 * not_drawn > count)


@contextmanager
def seen(page: Any, text_page: Any, unseen: Unseen) -> Iterator[Any]:
    """Give the text of a page without what nobody sees of it; the page is changed in memory."""
    if not unseen.texts:
        yield text_page
        return
    _take_off(native.handle(page), unseen.texts)
    fresh = pdfium.FPDFText_LoadPage(page)
    try:
        yield fresh
    finally:
        pdfium.FPDFText_ClosePage(fresh)


def _take_off(page: int, texts: list[Text]) -> None:
    for text in texts:
        is_inner = text.parent is not None
        gone = native.remove_inner(text.parent, text.item) if is_inner else native.remove(page, text.item)
        if gone:
            native.destroy(text.item)


def words_of(item: int, text_page: int) -> str:
    """Return the words of a text object."""
    length = native.words_of(item, text_page, None, 0)
    buffer, place = native.room("H", max(length, 1))
    native.words_of(item, text_page, place, length)
    return buffer.tobytes().decode("utf-16-le", errors="replace").partition("\0")[0].strip()


def _covered(texts: list[Text], areas: list[Area]) -> Iterator[Text]:
    """Yield the texts over which an area is painted later."""
    first = texts[0].order if texts else 0
    covers = [area for area in areas if area.hides and area.order > first]
    if not covers:
        return
    standing = sorted(texts, key=_middle)
    middles = [_middle(text) for text in standing]
    for order, (left, bottom, right, top), *_ in covers:
        for text in standing[bisect_left(middles, bottom) : bisect_right(middles, top)]:
            inside = left - SLACK <= text.bounds[0] and text.bounds[2] <= right + SLACK
            if inside and text.order < order:
                yield text


def _middle(text: Text) -> float:
    return (text.bounds[1] + text.bounds[3]) / 2


def _is_backed(text: Text, areas: list[Area]) -> bool:
    """Tell whether a pale text stands on something that is not white."""
    x, y = (text.bounds[0] + text.bounds[2]) / 2, _middle(text)
    return any(
        area.order < text.order
        and not area.is_white
        and area.bounds[0] <= x <= area.bounds[2]
        and area.bounds[1] <= y <= area.bounds[3]
        for area in areas
    )


def _is_outside(text: Text) -> bool:
    if text.clip is None:
        return False
    left, bottom, right, top = text.clip
    return text.bounds[2] < left or text.bounds[0] > right or text.bounds[3] < bottom or text.bounds[1] > top


def holds(clip: Edge, bounds: Edge) -> bool:
    """Tell whether what is clipped shows as a whole."""
    left, bottom, right, top = clip
    return (
        left - SLACK <= bounds[0]
        and bounds[2] <= right + SLACK
        and bottom - SLACK <= bounds[1]
        and bounds[3] <= top + SLACK
    )
