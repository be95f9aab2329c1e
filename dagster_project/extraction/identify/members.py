"""The units a department names as its own: in a sentence, in a numbered list below one, or in a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dagster_project.extraction.folding import fold, squeeze
from dagster_project.extraction.knowledge.bodies import LETTER, bodies
from dagster_project.extraction.knowledge.organisations import organisation_words
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.model.document import Prose, Row

WORDS = organisation_words()
NUMBERED = re.compile(r"[(（]?(\d{1,3})[)）]?[.、．,]?\s*([\u4e00-\u9fff].*)")
BODY = re.compile(
    rf"{LETTER}{{2,}}{bodies().alone}"
    r"([（(](本级|本部|机关|汇总)[）)])?"
)


class Member(NamedTuple):
    """A unit as named, whether it is 非独立核算, and its line."""

    name: str
    is_independent: bool
    line: int


def members(prose: Iterable[Prose]) -> Iterator[Member]:
    """Yield the units that a document names as its department's own."""
    expected = 0
    for block in prose:
        if expected and (numbered := NUMBERED.fullmatch(squeeze(block.text))) and int(numbered.group(1)) == expected:
            expected += 1
            name = numbered.group(2).rstrip(punctuation().clauses)
            if BODY.fullmatch(name):
                yield Member(name, True, block.line)
            continue
        expected = 0
        if WORDS.unit in block.text or WORDS.non_independent in block.text:
            text = squeeze(block.text)
            expected = 1 if WORDS.list_below.search(fold(text)) else 0
            yield from _in_sentence(text, block.line)


def _in_sentence(text: str, line: int) -> Iterator[Member]:
    if WORDS.non_independent in text:
        for match in WORDS.non_independent_unit.finditer(text):
            yield Member(match.group(1), False, line)
        return
    for pattern in WORDS.unit_lists:
        for match in pattern.finditer(text):
            yield from (Member(name, True, line) for name in _listed(match.group(1)))


def members_in_table(rows: Sequence[Row]) -> Iterator[Member]:
    """Yield the units below the heading 单位名称 of a table."""
    column = None
    for row in rows:
        headings = (index for index, cell in enumerate(row.cells) if WORDS.unit_column.fullmatch(squeeze(cell)))
        heading = next(headings, None)
        if heading is not None:
            column = heading
        elif column is not None and column < len(row.cells) and BODY.fullmatch(name := squeeze(row.cells[column])):
            yield Member(name, True, row.line)


def _listed(words: str) -> Iterator[str]:
    for part in re.split(r"[、，,]", words):
        left, _, right = part.rpartition(WORDS.conjunction)
        names = [left, right] if BODY.fullmatch(left) and BODY.fullmatch(right) else [part]
        yield from (name for name in names if BODY.fullmatch(name))
