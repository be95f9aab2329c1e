"""Paragraphs of prose: lines that a page or a column broke are joined, and every character keeps its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from dagster_project.extraction.knowledge.pages import page_words
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.model.document import Prose

WORDS = paragraph_words()
MARKS = punctuation()
ENDS = MARKS.stops + MARKS.colons + MARKS.exclamations
CLAUSES = re.compile(f"[{MARKS.clauses}]")


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
    opens = follows = goes_on = has_clauses = False
    for block in prose:
        if goes_on and _is_page_number(block.text):
            continue
        enumerated = WORDS.enumeration.match(block.text) is not None
        if group and (enumerated or not goes_on):
            yield _paragraph(group, opens, follows)
            follows, group = follows or opens or has_clauses, []
        if not group:
            opens, follows, has_clauses = enumerated, follows and not enumerated, False
        group.append(block)
        # a line that ends within a sentence goes on below, unless that line opens an item of its own
        goes_on = CLAUSES.search(block.text) is not None
        has_clauses = has_clauses or goes_on
        goes_on = goes_on and block.text.rstrip()[-1] not in ENDS
    if group:
        yield _paragraph(group, opens, follows)


def _is_page_number(text: str) -> bool:
    """Tell whether a line is a page number (-1-, 第1页), not a figure of the sentence: it ends with no digit."""
    return not text.strip()[-1:].isdecimal() and page_words().page_number.fullmatch(text) is not None


def _paragraph(group: list[Prose], is_enumerated: bool, follows: bool) -> Paragraph:
    if len(group) == 1:
        return Paragraph(group[0].text, (0,), (group[0],), is_enumerated, follows)
    texts = [block.text for block in group]
    starts = tuple(accumulate(map(len, texts[:-1]), initial=0))
    return Paragraph("".join(texts), starts, tuple(group), is_enumerated, follows)
