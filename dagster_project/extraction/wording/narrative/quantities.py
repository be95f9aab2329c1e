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
from dagster_project.extraction.knowledge.wording.quantities import quantity_words
from dagster_project.extraction.wording.narrative.paragraphs import Paragraph

WORDS = quantity_words()
SENTENCE = re.compile(f"[{punctuation().stops}]")
WORDS_AFTER = 18
HINT = re.compile(rf"\d\s*(?:{amounts().any_unit}|[%％])|{WORDS.bare_hint.pattern}")


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
    return any(sign in text for sign in WORDS.signs) and HINT.search(text) is not None


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
        words = WORDS.aside.sub("", before) if "）" in before or ")" in before else before
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
                is_bound=before.endswith(WORDS.bound) or after.startswith(WORDS.bound_after),
            )
        )
    return result


def _found(paragraph: Paragraph) -> Iterator[_Found]:
    for start, block in zip(paragraph.starts, paragraph.lines, strict=True):
        for amount in amounts_in(block.text):
            span = amount.start, amount.end
            yield _Found(start + span[0], start + span[1], block.line, span, *amount[2:])
        if "%" in block.text or "％" in block.text:
            for match in WORDS.rate.finditer(block.text):
                digits, span = match["digits"], match.span()
                yield _Found(start + span[0], start + span[1], block.line, span, digits, "%", *value_of(digits), None)
        if WORDS.compared in block.text:
            for match in WORDS.bare.finditer(block.text):
                digits, span = match["digits"], match.span("digits")
                yield _Found(start + span[0], start + span[1], block.line, span, digits, None, *value_of(digits), None)


def in_unit(quantity: Quantity, unit: str) -> Quantity:
    """Return a number that prints no unit, in the unit of its neighbour."""
    return quantity._replace(yuan=yuan(quantity.value, unit))


def _depth(text: str, start: int, end: int) -> int:
    """Return how many brackets opened between two characters are not closed."""
    opened = text.count("（", start, end) + text.count("(", start, end)
    return opened - text.count("）", start, end) - text.count(")", start, end) if opened else 0
