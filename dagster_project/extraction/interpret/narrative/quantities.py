"""Amounts and rates of a paragraph, each with the words that lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from dagster_project.extraction.amounts import amounts_in, yuan
from dagster_project.extraction.interpret.narrative.paragraphs import Paragraph
from dagster_project.extraction.text import squeeze

ASIDE = re.compile(r"[（(](?![境类款项][）)])[^（）()]*[）)]")
"""Words in brackets, but for those that belong to a name: 因公出国（境）, （类）, （款）, （项）."""

RATE = re.compile(r"(?<![\d.,，])(?P<digits>\d[\d,，]*(?:\.\d+)?)\s*[%％](?!\s*[-—至~～]\s*\d)")
BARE = re.compile(r"(?<=数|算)\s*(?P<digits>\d[\d,，]*\.\d+)(?=\s*(?:，|,)?\s*相比)")
"""A base without its unit (与年初预算数 1,321.55 相比): it is in the unit of what is compared with it."""
BOUND = re.compile(r"[≥≤<>＜＞~～\-—至约超近]$|(?:不低于|不高于|不少于|不?超过|大于|小于|高于|低于)$")
BOUND_AFTER = re.compile(r"(?:以上|以下|左右|以内|及以上)")
SENTENCE = re.compile("[。；;]")
WORDS_AFTER = 12
HINT = re.compile(r"\d\s*(?:万?元|亿元|[%％])|数\s*\d[\d,，.]*\s*[，,]?\s*相比")


class Quantity(NamedTuple):
    """A number stated in a paragraph: where it stands, there and in its line, and the words around it.

    `before` are the words since the number before it in its clause, which begin at `since`; `sentence` and `clause`
    count from 0 within the paragraph.
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
    after: str
    sentence: int
    clause: int
    is_aside: bool
    is_bound: bool

    @property
    def words(self) -> str:
        """The words before it, without what stands in brackets."""
        return ASIDE.sub("", self.before)

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
    yuan: Decimal | None


def quantities(paragraph: Paragraph) -> list[Quantity]:
    """Return the numbers of a paragraph from left to right."""
    found = sorted(_found(paragraph))
    text = paragraph.text
    stops = [match.end() for match in SENTENCE.finditer(text)] if found else []
    result: list[Quantity] = []
    end = 0
    for one, following in zip(found, [*found[1:], None], strict=True):
        passed = [stop for stop in stops if stop <= one.start]
        clause = passed[-1] if passed else 0
        since = max(end, clause)
        end = one.end
        until = min(following.start if following else len(text), end + WORDS_AFTER)
        before, after = squeeze(text[since : one.start]), squeeze(text[end:until])
        plain = one.digits.replace(",", "").replace("，", "")
        result.append(
            Quantity(
                start=one.start, line=one.line, span=one.span, printed=one.digits, unit=one.unit,
                value=Decimal(plain), decimals=len(plain.partition(".")[2]), yuan=one.yuan,
                since=since, before=before, after=after,
                sentence=sum(text[stop - 1] == "。" for stop in passed), clause=len(passed),
                is_aside=_depth(text[clause : one.start]) > 0,
                is_bound=bool(BOUND.search(before) or BOUND_AFTER.match(after)),
            )
        )  # fmt: skip
    return result


def _found(paragraph: Paragraph) -> Iterator[_Found]:
    for start, block in zip(paragraph.starts, paragraph.lines, strict=True):
        for amount in amounts_in(block.text):
            span = amount.start, amount.end
            yield _Found(start + span[0], start + span[1], block.line, span, amount.printed, amount.unit, amount.yuan)
        if "%" in block.text or "％" in block.text:
            for match in RATE.finditer(block.text):
                yield _Found(start + match.start(), start + match.end(), block.line, match.span(), match["digits"],
                             "%", None)  # fmt: skip
        if "相比" in block.text:
            for match in BARE.finditer(block.text):
                span = match.span("digits")
                yield _Found(start + span[0], start + span[1], block.line, span, match["digits"], None, None)


def in_unit(quantity: Quantity, unit: str) -> Quantity:
    """Return a number that prints no unit, in the unit of its neighbour."""
    return quantity._replace(yuan=yuan(quantity.value, unit))


def _depth(text: str) -> int:
    return text.count("（") + text.count("(") - text.count("）") - text.count(")")
