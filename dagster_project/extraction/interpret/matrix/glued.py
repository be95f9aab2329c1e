"""Levels of a header printed in one cell: with a mark between them, in brackets, or one right behind the other.

基本支出-人员经费, 基本支出（小计）, 基本支出人员经费 beside 基本支出公用经费.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.headers import header_words

WORDS = header_words()
BETWEEN = re.compile(r"[-－—–]+")
IN_BRACKETS = re.compile(r"(.+)[(（]([^()（）]+)[)）]")
SEPARATOR = " / "
SHORTEST = 4
"""Letters of a word over columns that several labels begin with."""


def parted(labels: Sequence[str]) -> list[str]:
    """Return labels of one level with their levels apart, where each part is a word of headers."""
    return [
        label if SEPARATOR in label else _at_marks(label) or _at_word(label, _beside(labels, index)) or label
        for index, label in enumerate(labels)
    ]


def _beside(labels: Sequence[str], index: int) -> list[str]:
    return [*labels[max(index - 1, 0) : index], *labels[index + 1 : index + 2]]


@lru_cache(maxsize=1024)
def _at_marks(label: str) -> str | None:
    levels = BETWEEN.split(label)
    if len(levels) > 1 and all(WORDS.header.search(fold(level)) for level in levels):
        return SEPARATOR.join(levels)
    bracketed = IN_BRACKETS.fullmatch(label)
    is_level = bracketed and _is_over_columns(bracketed[1]) and WORDS.lower.fullmatch(fold(bracketed[2]))
    return SEPARATOR.join(bracketed.groups()) if bracketed and is_level else None


def _at_word(label: str, beside: Sequence[str]) -> str | None:
    """Part a label behind what it shares with the one beside it, or before the fund that it ends with."""
    shared = {_shared(label, other) for other in beside}
    ends = [end for end in shared if end >= SHORTEST and _is_over_columns(label[:end])]
    fund = WORDS.lower_fund.search(label)
    if fund and _is_measure(label[: fund.start()]):
        ends.append(fund.start())
    end = max((end for end in ends if _is_below(label[:end], label[end:])), default=0)
    return f"{label[:end]}{SEPARATOR}{label[end:]}" if end else None


def _shared(label: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(label, other, strict=False)))


def _is_below(above: str, words: str) -> bool:
    """Tell whether words are a lower level; any measure is one below money that was carried over."""
    is_carried = WORDS.carried.search(fold(above)) is not None
    return WORDS.lower.fullmatch(fold(words)) is not None or (is_carried and _is_measure(words))


@lru_cache(maxsize=1024)
def _is_over_columns(words: str) -> bool:
    """Tell whether words measure something, name a fund or say that money was carried over."""
    folded = fold(words)
    is_fund = any(fund.search(folded) for fund in knowledge().columns.funds.values())
    return is_fund or _is_measure(words) or any(each.search(folded) for each in (WORDS.carried, WORDS.appropriation))


@lru_cache(maxsize=1024)
def _is_measure(words: str) -> bool:
    columns = knowledge().columns
    return any(each.search(fold(words)) for each in (*columns.measures.values(), *columns.sources.values()))
