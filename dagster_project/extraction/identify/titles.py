"""The title of a document, and the kind of document that it names.

A title is a short line among the first that speaks of a budget, an account or performance: no sentence, and no heading
within the text where another line will do. What no title tells, the kinds of the tables tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dagster_project.extraction.amounts import amounts_in, parse_number
from dagster_project.extraction.folding import fold, squeeze
from dagster_project.extraction.identify.evidence import Evidence
from dagster_project.extraction.identify.regions import length_without_seat
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.identity import identity_words
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.vocabulary import OUT_OF_SCOPE, DocumentKind, Layout

WORDS = identity_words()
TITLE_LINES = 30
LONGEST_TITLE = 50
"""Characters of a title, those of the region it begins with not counted."""
NOTICE_LINES = 12
LONGEST_NOTICE = 90
FEWEST_ENTRIES = 3
"""Titles of disclosures from which a page without a figure is a list of them."""
KINDS_OF_TABLES = (
    (re.compile(r"^final_"), DocumentKind.FINAL_ACCOUNT),
    (re.compile(r"^budget_"), DocumentKind.BUDGET),
    (re.compile(r"self_evaluation$|scores$"), DocumentKind.PERFORMANCE_EVALUATION),
    (re.compile(r"targets$"), DocumentKind.PERFORMANCE_TARGETS),
)


class Titled(NamedTuple):
    """The kind of a document, and the line of its title where a title tells it."""

    kind: Evidence
    title: Prose | None = None


def titled(prose: Sequence[Prose], located: Located) -> Titled:
    """Return the kind of a document and its title."""
    is_known = any(_is_read(table.kind) for table in located.tables)
    found = _by_title(prose, is_known) or _by_tables(located)
    if found.kind.value in OUT_OF_SCOPE or (is_known and found.title is not None):
        return found
    # the table that a notice allots money by can look like a statement
    notice = _notice(prose, found.title, WORDS.notice if is_known else WORDS.other_text)
    if notice is not None:
        return Titled(Evidence(DocumentKind.NOTICE, notice.text.strip(), notice.line), notice)
    if found.title is not None and _points_elsewhere(prose) and not _has_figures(prose, located):
        return found._replace(kind=found.kind._replace(value=DocumentKind.BUDGET_ANNOUNCEMENT))
    return found


def titles(prose: Sequence[Prose]) -> Iterator[Prose]:
    """Yield the lines that can be the title, first those that are no heading within the text."""
    found = [block for block in prose[:TITLE_LINES] if _is_title(block)]
    yield from (block for block in found if not WORDS.heading.match(fold(block.text)))
    yield from (block for block in found if WORDS.heading.match(fold(block.text)))


def _is_title(block: Prose) -> bool:
    folded = fold(block.text)
    return (
        length_without_seat(folded) <= LONGEST_TITLE
        and WORDS.disclosure.search(folded) is not None
        and WORDS.no_title.search(folded) is None
    )


def _by_title(prose: Sequence[Prose], is_known: bool) -> Titled | None:
    above = dict(pairwise([Prose(0, ""), *prose][::-1]))
    below = dict(pairwise([*prose, Prose(0, "")]))
    for block in titles(prose):
        text = fold(block.text)
        if not WORDS.title_end.search(text):
            text += fold(below[block].text)
        kind = next((kind for kind, pattern in WORDS.kinds.items() if pattern.search(text)), None)
        # 预算 alone is a word of articles and rules too
        if kind is not None and (is_known or kind in OUT_OF_SCOPE or WORDS.whose.search(above[block].text + text)):
            return Titled(Evidence(kind, block.text.strip(), block.line), block)
    return None


def _by_tables(located: Located) -> Titled:
    for words, kind in KINDS_OF_TABLES:
        table = next((table for table in located.tables if words.search(table.kind)), None)
        if table is not None:
            return Titled(Evidence(kind, table.title, table.line))
    return Titled(Evidence(None))


def _notice(prose: Sequence[Prose], title: Prose | None, alone: re.Pattern[str]) -> Prose | None:
    """Return the first line of the title of a notice, where no title of a disclosure is before it.

    `alone` is what makes a title of another text where there is no title of a disclosure at all.
    """
    first = [block for block in prose[:NOTICE_LINES] if title is None or block.line <= title.line]
    for size in (1, 2, 3):
        for start, block in enumerate(first):
            text = "".join(squeeze(line.text) for line in prose[start : start + size])
            if len(text) > LONGEST_NOTICE or WORDS.no_title.search(text):
                continue
            if WORDS.notice.search(text) or (title is None and size < 3 and alone.search(text)):
                return block
    return None


def _points_elsewhere(prose: Sequence[Prose]) -> bool:
    entries = {fold(block.text) for block in titles(prose) if WORDS.whose.search(block.text)}
    return len(entries) >= FEWEST_ENTRIES or any(WORDS.elsewhere.search(block.text.strip()) for block in prose)


def _has_figures(prose: Sequence[Prose], located: Located) -> bool:
    cells = (cell for table in located.tables for row in table.rows for cell in row.cells)
    return any(amounts_in(block.text) for block in prose) or any(map(parse_number, cells))


def _is_read(kind: str) -> bool:
    known = knowledge().kinds.get(kind)
    return known is not None and known.layout not in {Layout.CONTENTS, Layout.UNITS, Layout.OUTSIDE}
