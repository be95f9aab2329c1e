"""Recognise what kind of statement a grid is, by its title, or by the words of its header. Never by its number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dagster_project.extraction.folding import fold, fold_title
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.bodies import bodies
from dagster_project.extraction.knowledge.titles import title_words
from dagster_project.extraction.model.document import Grid, Prose

WORDS = title_words()
TABLE_NUMBER, PREFIX = WORDS.number, WORDS.prefix
OWNER = re.compile(rf"^[\u4e00-\u9fff]{{2,26}}?{bodies().in_text}(?=.{{3,}}表)")
"""An organisation between a number or year and the title (一、2018年度某某高级人民法院收支预算总表)."""
NUMBER_WIDTH = 8
CAPTION_LINES = 12
CAPTION_WIDTH = 60


class Title(NamedTuple):
    """The title of a table: its kind, its number as printed ('' where none is), and its words."""

    kind: str
    number: str
    words: str

    @property
    def text(self) -> str:
        """Number and words as one line."""
        return f"{self.number} {self.words}".strip()


def recognise(caption: list[Prose], grid: Grid) -> Title | None:
    """Return the title of `grid` from the lines over it, its own first row, or its header; None without evidence."""
    number, words, kind = _from_caption(caption)
    inner = _single_cell(grid)
    if inner and (found := kind_of(inner)):
        return Title(found, number, inner)
    by_header = kind_of_header(tuple(filter(None, grid.rows[0].cells)))
    if by_header:
        return Title(by_header, number, words or _heading(caption))
    if kind:
        return Title(kind, number, words)
    return Title("unknown", number, words) if number else None


@lru_cache(maxsize=4096)
def kind_of(line: str) -> str | None:
    """Return the statement kind whose title `line` is, or None."""
    if WORDS.table not in line or len(line) > CAPTION_WIDTH:
        return None
    folded = fold_title(line)
    for title in _without_number(folded):
        rest = title
        while match := PREFIX.match(rest):
            rest = rest[match.end() :]
        for words in (rest, OWNER.sub("", rest, 1)) if rest != title else (rest,):
            for kind in knowledge().kinds.values():
                if kind.titles and kind.titles.fullmatch(words):
                    return kind.key
    return None


def _without_number(title: str) -> Iterator[str]:
    """Yield a title as it is, and without a table number before it (表一一般公共预算… can be cut in two places)."""
    yield title
    for end in range(2, min(len(title), NUMBER_WIDTH)):
        if TABLE_NUMBER.fullmatch(title, 0, end):
            yield title[end:]


def _from_caption(caption: list[Prose]) -> tuple[str, str, str | None]:
    number, words, kind, below = "", "", None, ""
    for block in reversed(caption[-CAPTION_LINES:]):
        line = block.text.strip().lstrip("#- ").strip("*")
        whole, below = line + below, line if len(line) < CAPTION_WIDTH else ""
        if len(line) > CAPTION_WIDTH:
            break
        if not number and TABLE_NUMBER.fullmatch(fold(line)):
            number = fold(line).rstrip(":")
        elif kind is None and (found := kind_of(line) or kind_of(whole)):
            words, kind = line if kind_of(line) else whole, found
        elif kind is not None:
            break
    return number, words, kind


def _heading(caption: list[Prose]) -> str:
    """The nearest line over a table that was recognised by its header alone."""
    line = caption[-1].text.strip().rstrip(":：") if caption else ""
    return line if len(line) <= CAPTION_WIDTH else ""


def _single_cell(grid: Grid) -> str | None:
    filled = [cell for cell in grid.rows[0].cells if cell]
    return filled[0] if len(filled) == 1 else None


@lru_cache(maxsize=1024)
def kind_of_header(filled: tuple[str, ...]) -> str | None:
    """Return the statement kind that the words of a header tell by themselves, or None."""
    cells = [fold(cell) for cell in filled]
    for kind in knowledge().kinds.values():
        if kind.header and all(any(word.fullmatch(cell) for cell in cells) for word in kind.header):
            return kind.key
    return None
