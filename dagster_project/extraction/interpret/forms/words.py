"""What a cell of a form is by its words alone: a heading, a word of a section's header, a label beside a section."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from dagster_project.extraction.folding import fold_label
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.sections import section_words
from dagster_project.extraction.model.document import Row

WORDS = section_words()
BROKEN = WORDS.broken_heading
"""The second half of a heading such as 产出指标 that a page break cut in two."""


class CellWords:
    """The cells of one form that head a column or stand beside a section; each text is looked at once."""

    def __init__(self, rows: Iterable[Row]) -> None:
        texts = set[str]().union(*[row.cells for row in rows]) - {""}
        self.of_headers = frozenset(filter(_is_header_word, texts))
        self.sides = frozenset(filter(_is_side, texts))


@lru_cache(maxsize=4096)
def _is_header_word(cell: str) -> bool:
    """Tell whether a cell is a word of the header of any section."""
    return bool(indicator_role(cell) or money_measure(cell) or is_task_name(cell))


@lru_cache(maxsize=4096)
def _is_side(cell: str) -> bool:
    return knowledge().forms.side.fullmatch(fold_label(cell)) is not None


def indicator_role(cell: str) -> str | None:
    """Return what a column of indicators under this label holds, or None."""
    match = knowledge().indicators.any_column.fullmatch(fold_label(cell))
    return match.lastgroup if match else None


def money_measure(cell: str) -> str | None:
    """Return what a column of money under this label holds, or None."""
    match = knowledge().forms.any_column.fullmatch(fold_label(cell).partition("(")[0])
    return match.lastgroup if match else None


@lru_cache(maxsize=1024)
def source_of_money(cell: str) -> str | None:
    """Return which source of money, or the total of all, a cell names, or None."""
    match = knowledge().forms.any_fund.fullmatch(fold_label(cell))
    return match.lastgroup if match else None


def is_task_name(cell: str) -> bool:
    """Tell whether a cell heads the column of names."""
    return fold_label(cell) == WORDS.task_name


@lru_cache(maxsize=4096)
def is_heading(cell: str) -> bool:
    """Tell whether a cell is a first- or second-level heading of indicators."""
    label = fold_label(cell)
    return label == BROKEN or any(levels_of(label))


@lru_cache(maxsize=1024)
def levels_of(label: str) -> tuple[bool, bool]:
    """Tell whether a heading can be a dimension, and whether it can be an aspect."""
    words = knowledge().indicators
    return words.dimensions.fullmatch(label) is not None, words.aspects.fullmatch(label) is not None
