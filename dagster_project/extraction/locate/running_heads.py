"""Lines that stand on most pages, over the text or under it: they say nothing of the table they stand beside.

Those that count the pages (第 3 页，共 45 页) differ in their figures alone.
"""

from __future__ import annotations

import re
from collections import defaultdict

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.titles import title_words
from dagster_project.extraction.locate.captions import is_caption, is_piece, unit_of
from dagster_project.extraction.model.document import Document, Prose

FEWEST_PAGES = 4
LEAST_PART = 2
"""A running head stands on one page in so many, or on more."""
LONGEST = 60
NUMBER = re.compile(r"\d+")


def running_heads(document: Document) -> frozenset[str]:
    """Return the folded lines that run through a document; what may be a title, an owner or a unit is none."""
    pages = document.layout.pages
    if not pages:
        return frozenset()
    found: dict[str, set[int]] = defaultdict(set)
    for block in document.blocks:
        if (
            isinstance(block, Prose)
            and len(block.text) <= LONGEST
            and block.line in pages
            and not _is_of_table(block.text)
        ):
            found[as_it_runs(block.text)].add(pages[block.line])
    enough = max(FEWEST_PAGES, len(set(pages.values())) / LEAST_PART)
    return frozenset(line for line, on in found.items() if len(on) >= enough)


def as_it_runs(text: str) -> str:
    """Return a line folded, with a mark for each number in it."""
    return NUMBER.sub("#", fold(text))


def _is_of_table(text: str) -> bool:
    line = fold(text)
    is_unit = unit_of(line) is not None or is_piece(line)
    is_titled = line.endswith(title_words().table) or title_words().number.fullmatch(line) is not None
    return is_unit or is_titled or is_caption(line)
