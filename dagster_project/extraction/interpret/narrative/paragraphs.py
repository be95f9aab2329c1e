"""Paragraphs of prose: lines that a page or a column broke are joined, and every character keeps its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dagster_project.extraction.model import Prose

ENDS = "。；;：:！？!?"
CLAUSES = re.compile("[，。；,;]")
ENUMERATION = re.compile(
    r"\s*(?:[-•·]\s*)?(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．](?!\d)|"
    r"第[一二三四五六七八九十]+部分|附件|表\s?\d|注[:：])"
)


class Paragraph(NamedTuple):
    """Joined lines, the offset of each, and whether the paragraph goes on with what the one before was about."""

    text: str
    starts: tuple[int, ...]
    lines: tuple[Prose, ...]
    is_enumerated: bool
    follows: bool

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line that holds a character, and the character's offset in it."""
        index = bisect_right(self.starts, offset) - 1
        return self.lines[index].line, offset - self.starts[index]


def paragraphs(prose: Sequence[Prose]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a document in printed order."""
    group: list[Prose] = []
    follows = False
    for block in prose:
        if group and not _goes_on(group[-1], block):
            yield (last := _paragraph(group, follows))
            follows = last.is_enumerated or last.follows or bool(CLAUSES.search(last.text))
            group = []
        group.append(block)
    if group:
        yield _paragraph(group, follows)


def _goes_on(above: Prose, below: Prose) -> bool:
    """A line that ends within a sentence goes on below, unless that line opens an item of its own."""
    text = above.text.rstrip()
    if not text or text[-1] in ENDS or ENUMERATION.match(below.text):
        return False
    return CLAUSES.search(text) is not None


def _paragraph(group: list[Prose], follows: bool) -> Paragraph:
    starts, offset = [], 0
    for block in group:
        starts.append(offset)
        offset += len(block.text)
    text = "".join(block.text for block in group)
    enumerated = ENUMERATION.match(text) is not None
    return Paragraph(text, tuple(starts), tuple(group), enumerated, follows and not enumerated)
