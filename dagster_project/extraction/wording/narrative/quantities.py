"""Amounts and rates of a paragraph, each with the words that lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from dagster_project.extraction.amounts import amounts_in, value_of, yuan
from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.wording.narrative.paragraphs import Paragraph

ASIDE = re.compile(r"[（(](?![境类款项][）)])[^（）()]*[）)]")
"""Words in brackets, but for those that belong to a name: 因公出国（境）, （类）, （款）, （项）."""

RATE = re.compile(r"(?<![\d.,，])(?P<digits>\d[\d,，]*(?:\.\d+)?)\s*[%％](?!\s*[-—至~～]\s*\d)")
BARE = re.compile(r"(?<=数|算)\s*(?P<digits>\d[\d,，]*\.\d+)(?=\s*(?:，|,)?\s*相比)")
"""A base without its unit (与年初预算数 1,321.55 相比): it is in the unit of what is compared with it."""
BOUND = (*"≥≤<>＜＞~～-—至约超近", "不少于", "超过", "大于", "小于", "高于", "低于")
BOUND_AFTER = ("以上", "以下", "左右", "以内", "及以上")
SENTENCE = re.compile(f"[{punctuation().stops}]")
WORDS_AFTER = 18
HINT = re.compile(rf"\d\s*(?:{amounts().any_unit}|[%％])|数\s*\d[\d,，.]*\s*[，,]?\s*相比")


class Quantity(NamedTuple):
    """A number stated in a paragraph: where it stands, there and in its line, and the words around it.

    `before` are the words since the number before it in its clause, which begin at `since`; `words` the same without
    what stands in brackets; `sentence` and `clause` count from 0 within the paragraph.
    """

    start: int
    line: int
    span: tuple[int, int]
    printed: str
    unit: str | None
    value: Decimal
    decimals: int
    yuan: Decimal | None
    since: int
    before: str
    words: str
    after: str
    sentence: int
    clause: int
    is_aside: bool
    is_bound: bool

    @property
    def is_rate(self) -> bool:
        """Whether it is a percentage."""
        return self.unit == "%"


class _Found(NamedTuple):
    start: int
    end: int
    line: int
    span: tuple[int, int]
    digits: str
    unit: str | None
    value: Decimal
    decimals: int
    yuan: Decimal | None


def has_numbers(text: str) -> bool:
    """Tell, fast, whether a paragraph states an amount or a rate."""
    return ("元" in text or "%" in text or "％" in text or "相比" in text) and HINT.search(text) is not None


def quantities(paragraph: Paragraph) -> list[Quantity]:
    """Return the numbers of a paragraph from left to right."""
    found = sorted(_found(paragraph))
    text = paragraph.text
    result: list[Quantity] = []
    end = clause = sentences = clauses = 0
    for one, following in zip(found, [*found[1:], None], strict=True):
        for stop in SENTENCE.finditer(text, end, one.start):
            clause, clauses = stop.end(), clauses + 1
            sentences += stop.group() == "。"
        since = max(end, clause)
        end = one.end
        until = min(following.start if following else len(text), end + WORDS_AFTER)
        before, after = squeeze(text[since : one.start]), squeeze(text[end:until])
        words = ASIDE.sub("", before) if "）" in before or ")" in before else before
        result.append(
            Quantity(
                start=one.start,
                line=one.line,
                span=one.span,
                printed=one.digits,
                unit=one.unit,
                value=one.value,
                decimals=one.decimals,
                yuan=one.yuan,
                since=since,
                before=before,
                words=words,
                after=after,
                sentence=sentences,
                clause=clauses,
                is_aside=_depth(text, clause, one.start) > 0,
                is_bound=before.endswith(BOUND) or after.startswith(BOUND_AFTER),
            )
        )
    return result


def _found(paragraph: Paragraph) -> Iterator[_Found]:
    for start, block in zip(paragraph.starts, paragraph.lines, strict=True):
        for amount in amounts_in(block.text):
            span = amount.start, amount.end
            yield _Found(start + span[0], start + span[1], block.line, span, *amount[2:])
        if "%" in block.text or "％" in block.text:
            for match in RATE.finditer(block.text):
                digits, span = match["digits"], match.span()
                yield _Found(start + span[0], start + span[1], block.line, span, digits, "%", *value_of(digits), None)
        if "相比" in block.text:
            for match in BARE.finditer(block.text):
                digits, span = match["digits"], match.span("digits")
                yield _Found(start + span[0], start + span[1], block.line, span, digits, None, *value_of(digits), None)


def in_unit(quantity: Quantity, unit: str) -> Quantity:
    """Return a number that prints no unit, in the unit of its neighbour."""
    return quantity._replace(yuan=yuan(quantity.value, unit))


def _depth(text: str, start: int, end: int) -> int:
    """Return how many brackets opened between two characters are not closed."""
    opened = text.count("（", start, end) + text.count("(", start, end)
    return opened - text.count("）", start, end) - text.count(")", start, end) if opened else 0
