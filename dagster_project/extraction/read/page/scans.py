"""Pages and parts of pages that are pictures of text: which ones they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from dagster_project.extraction.model.document import Area
from dagster_project.extraction.read.boxes import turned
from dagster_project.extraction.read.page.characters import Character, text_of
from dagster_project.extraction.read.page.geometry import Box

PICTURE = 0.25
"""Part of a page that its images cover, at least, when it is a scan."""
OUTLINES = 40
"""Paths on a page without any text: letters that were drawn as curves."""
GARBLED = 50
"""Characters without one that is Chinese, and most of them no figures: a font whose letters have lost their names."""
LETTERS = "\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
MISNAMED = re.compile(
    f"[\x80-\x9f\u00af\u00b8\u00bf]|(?<![0-9A-Za-z{LETTERS}])(?![\u00d8\u00f8])[{LETTERS}]+(?![A-Za-z{LETTERS}])"
)
"""Letters of other languages in no word of theirs (Đà Nẵng), nor behind a figure (5000Å). Documents of ours hold none;
where a program put a font together anew, they may be the names of characters that it knew no other of, and digits of
the same font may be names, too."""
PART, WIDE, TALL = 0.06, 150.0, 60.0
"""Part of a page, and points, that a picture of a table takes at least: logos and seals are smaller."""
MARGIN, WRITTEN_ON = 0.1, 10
"""Part of a page, above and below, in which a header and a page number stand over a scan; characters that stand
elsewhere on a picture that is only a ground."""
TOUCH = 3.0
JOINED = 2_000
"""Pictures of a page that are put together, at most."""


class Scan(NamedTuple):
    """A page whose text must be recognised: the place of all its blocks.

    `instead` is what its text layer holds, which an earlier recognition made, or a font that names no characters.
    """

    box: Box
    instead: tuple[Any, ...] = ()


class Picture(NamedTuple):
    """A picture among text, which may hold a table; `part` is its place on the page as it is displayed."""

    box: Box
    part: Area


def pictures(boxes: Iterable[Box], printed: Sequence[Character], page: Box, turn: int) -> list[Picture]:
    """Return the pictures of a page that may hold a table: large ones that no text stands on."""
    found = []
    for box in _joined(boxes):
        left, top, right, bottom = box = _within(box, page)
        if box.width < WIDE or box.height < TALL or box.width * box.height < PART * page.width * page.height:
            continue
        inner = range(int(max(top, MARGIN * page.height)), int(min(bottom, (1 - MARGIN) * page.height)))
        if sum(int(each.middle) in inner and left < each.left < right for each in printed) < WRITTEN_ON:
            area = (left / page.width, top / page.height, right / page.width, bottom / page.height)
            found.append(Picture(box, turned(area, turn)))
    return found


def _joined(boxes: Iterable[Box]) -> list[Box]:
    """Put pictures together that touch: scans are at times cut into strips."""
    joined: list[Box] = []
    for box in sorted(boxes, key=lambda box: (box.top, box.left))[:JOINED]:
        last = joined[-1] if joined else None
        if last is not None and box.top <= last.bottom + TOUCH and box.left < last.right and last.left < box.right:
            sides = min(last.left, box.left), last.top, max(last.right, box.right), max(last.bottom, box.bottom)
            joined[-1] = Box(*sides)
        else:
            joined.append(box)
    return joined


def _within(box: Box, page: Box) -> Box:
    return Box(max(box.left, 0), max(box.top, 0), min(box.right, page.right), min(box.bottom, page.bottom))


def is_misnamed(printed: Iterable[Character]) -> bool:
    """Tell whether a page is printed in a font that gives some of its characters the names of others."""
    return MISNAMED.search(text_of(printed)) is not None


def is_covered(boxes: Iterable[Box], page: Box) -> bool:
    """Tell whether pictures cover enough of a page for it to be a scan."""
    return sum(box.width * box.height for box in boxes) > PICTURE * page.width * page.height


class Drawn(NamedTuple):
    """What is drawn on a page beside its text: the area of its images, in square points, and how many paths."""

    area: float
    paths: int


def is_scan(
    printed: Sequence[Character], drawn: Callable[[], Drawn], width: float, height: float, has_picture: bool = True
) -> bool:
    """Tell whether the text of a page is in its picture, or cannot be read from its characters.

    A page of which no picture can be had is what its characters say.
    """
    if any(_is_chinese(character.text) for character in printed):
        return False
    figures = sum(character.text in "0123456789.,-%" for character in printed)
    if has_picture and len(printed) >= GARBLED and figures * 2 < len(printed):
        return True
    area, paths = drawn()
    return area > PICTURE * width * height or (not printed and paths > OUTLINES)


def _is_chinese(text: str) -> bool:
    return "\u2e80" <= text < "\ue000" or text >= "\uf900"
