"""The tables that a document's contents (目录) announce, each with the table that bears its title, if any does.

A table is found by what kind of statement its title means, else by its words; numbers say nothing. One that is only a
heading, or said to be empty where it is named, counts as found too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from dagster_project.extraction.folding import fold, fold_title, numbering_level, squeeze
from dagster_project.extraction.knowledge.pages import page_words
from dagster_project.extraction.knowledge.wording.contents import contents_words
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.locate.titles import OWNER, PREFIX, TABLE_NUMBER, kind_of
from dagster_project.extraction.model.document import Prose, Table

WORDS = contents_words()
LEADER = re.compile(r"[.．…·\s]*\d{0,3}\s*$")
"""Dots and a page number behind a title."""
LONGEST, LONGEST_HEADING = 60, 20
SIMILAR = 0.9
SENTENCE = "。"


class Announced(NamedTuple):
    """A title of the contents; `found_as` is table, heading, explained or None."""

    line: int
    title_as_printed: str
    title: str
    table_number: int | None
    found_as: str | None


def announced_tables(located: Located) -> list[Announced]:
    """Return the tables announced in the contents, in order."""
    listed, body = contents_and_body(located)
    tables = [(table, _bare(table.title)) for table in located.tables] if listed else []
    return [_find(line, title, tables, body) for line, title in _titles(listed)]


def contents_and_body(located: Located) -> tuple[Sequence[Prose], Sequence[Prose]]:
    """Contents and body: the contents end with a table, a sentence, a long line, or where a line comes again."""
    prose = located.prose
    start = next((at for at, block in enumerate(prose) if _is_heading(block.text)), None)
    if start is None:
        return [], prose
    first_table = min((table.line for table in located.tables), default=None)
    seen: set[str] = set()
    end = start + 1
    for block in prose[start + 1 :]:
        words = _words(block.text)
        is_sentence = block.text.rstrip().endswith(SENTENCE) and not WORDS.numbered.match(block.text)
        is_text = is_sentence or len(block.text) > LONGEST
        if is_text or words in seen or (first_table is not None and block.line > first_table):
            break
        seen.add(words)
        end += 1
    return prose[start + 1 : end], prose[end:]


def _is_heading(text: str) -> bool:
    words = squeeze(text)
    return len(words) < LONGEST_HEADING and WORDS.heading.fullmatch(words) is not None


def _titles(listed: Sequence[Prose]) -> list[tuple[int, str]]:
    """Titles that end in 表, those broken over two lines put together; the number of a page parts none."""
    joined: list[tuple[int, str]] = []
    for block in listed:
        if page_words().furniture.fullmatch(block.text):
            continue
        text = LEADER.sub("", block.text).strip().lstrip("-# ").strip()
        if joined and not WORDS.numbered.match(block.text) and not joined[-1][1].endswith(WORDS.table):
            joined[-1] = (joined[-1][0], joined[-1][1] + text)
        else:
            joined.append((block.line, text))
    entries = [(line, text, below) for (line, text), (_, below) in pairwise([*joined, (0, "")])]
    return [
        (line, text)
        for line, text, below in entries
        if not (WORDS.part.match(text) or _heads(text, below)) and _is_title(_bare(text))
    ]


def _heads(text: str, below: str) -> bool:
    """Tell whether an entry that names no statement is a chapter of those below it (五、预算表, and 1. 收支总表)."""
    level, next_level = numbering_level(text), numbering_level(below)
    return level is not None and next_level is not None and level < next_level and kind_of(text) is None


def _is_title(words: str) -> bool:
    return words.endswith(WORDS.table) and WORDS.all_tables.fullmatch(words) is None


def _find(line: int, printed: str, tables: Sequence[tuple[Table, str]], body: Sequence[Prose]) -> Announced:
    title = _bare(printed)
    table = _table(title, kind_of(printed), tables)
    if table is not None:
        return Announced(line, printed, title, table.number, "table")
    for block in body:
        if WORDS.table in block.text and title in (words := _bare(block.text)):
            if words == title:
                return Announced(line, printed, title, None, "heading")
            if WORDS.empty.search(squeeze(block.text)):
                return Announced(line, printed, title, None, "explained")
    return Announced(line, printed, title, None, None)


def _table(title: str, kind: str | None, tables: Sequence[tuple[Table, str]]) -> Table | None:
    """Return the table with this title, else of this kind, else with a title much like it, of no kind known."""
    for table, words in tables:
        if words == title:
            return table
    for table, _ in tables:
        if kind is not None and table.kind == kind:
            return table
    for table, words in tables:
        if (kind is None or table.kind == "unknown") and _is_like(title, words):
            return table
    return None


def _is_like(title: str, other: str) -> bool:
    return SequenceMatcher(None, title, other, autojunk=False).ratio() > SIMILAR


def _words(text: str) -> str:
    """Return a line of the contents without its numbering, dots and page number."""
    words = fold(LEADER.sub("", text)).lstrip("-#*")
    while match := PREFIX.match(words):
        words = words[match.end() :]
    return words


@lru_cache(maxsize=1024)
def _bare(text: str) -> str:
    """Return the words of a title: without number, year, owner, brackets and quotes."""
    words = fold_title(LEADER.sub("", text)).lstrip("-#*")
    if match := TABLE_NUMBER.match(words):
        words = words[match.end() :]
    while match := PREFIX.match(words):
        words = words[match.end() :]
    words = OWNER.sub("", words, 1)
    while match := PREFIX.match(words):
        words = words[match.end() :]
    return words
