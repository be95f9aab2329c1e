"""Amounts and rates of a paragraph, each with the words that lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from dagster_project.extraction.amounts import amounts_in, value_of, yuan
from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.knowledge.narrative import narrative_words
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.knowledge.wording.quantities import quantity_words
from dagster_project.extraction.locate.texts import Texts
from dagster_project.extraction.wording.narrative.paragraphs import Paragraph

WORDS, NARRATIVE = quantity_words(), narrative_words()
STOPS = re.compile(f"[{punctuation().stops}]")
BRACKET = re.compile(r"[（()）]")
BRACKETS = re.compile(r"[（(](?:[^（()）。]|[（(][^（()）。]*[)）])*[)）]")
"""Brackets within a sentence, and those within them."""
SIGNS = [re.compile(re.escape(sign)) for sign in WORDS.signs]
DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
WORDS_AFTER = 18
HINT = re.compile(rf"\d\s*(?:{amounts().spaced_unit}|[%％])|{WORDS.bare_hint.pattern}")


class Quantity(NamedTuple):
    """A number stated in a paragraph: where it stands, there and in its line, and the words around it.

    `before` are the words since the number before it in its clause, which begin at `since`; `words` the same without
    what stands in brackets, but for the word of a change that does; `sentence` and `clause` count from 0 within the
    paragraph, and no bracket ends its clause (A 9万元（其中：B 5万元；C 4万元），占3%).
    """

    start: int
    end: int
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
    """What of a quantity its own line tells: the first of its fields."""

    start: int
    end: int
    line: int
    span: tuple[int, int]
    printed: str
    unit: str | None
    value: Decimal
    decimals: int
    yuan: Decimal | None


def with_numbers(read: Texts[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs that state an amount or a rate."""
    return [paragraph for paragraph in read.holding(*SIGNS) if HINT.search(paragraph.text)]


def quantities(paragraph: Paragraph) -> list[Quantity]:
    """Return the numbers of a paragraph from left to right."""
    text, found = paragraph.text.translate(DIGITS), sorted(_found(paragraph))
    stops = list(_stops(text))
    has_brackets = BRACKET.search(text) is not None
    brackets = [match.span() for match in BRACKETS.finditer(text)] if has_brackets else []
    result: list[Quantity] = []
    end = sentence = clause = since = stop = 0
    for number, one in enumerate(found, 1):
        while stop < len(stops) and stops[stop] <= one.start:
            since = stops[stop]
            sentence += text[since - 1] == "。"
            clause += not _within(brackets, since - 1)
            stop += 1
        begin, end = max(end, since), one.end
        until = min(found[number].start if number < len(found) else len(text), end + WORDS_AFTER)
        before, after = squeeze(text[begin : one.start]), squeeze(text[end:until])
        has_asides = has_brackets and ("）" in before or ")" in before)
        words = WORDS.aside.sub("", WORDS.way.sub(r"\g<way>", before)) if has_asides else before
        is_aside = has_brackets and (_within(brackets, one.start) or _depth(text, since, one.start) > 0)
        is_bound = after.startswith(WORDS.bound_after) or (
            before.endswith(WORDS.bound) and NARRATIVE.reached.search(before) is None
        )
        result.append(Quantity(*one, begin, before, words, after, sentence, clause, is_aside, is_bound))
    return result


def _stops(text: str) -> Iterator[int]:
    """Yield where clauses end; one without a number in which something is as it was goes on (A持平；较上年增加…)."""
    goes_on, since = {match.end() for match in NARRATIVE.unchanged_goes_on.finditer(text)}, 0
    for stop in STOPS.finditer(text):
        if stop.end() not in goes_on or any(map(str.isdigit, text[since : stop.start()])):
            yield stop.end()
        since = stop.end()


def _found(paragraph: Paragraph) -> Iterator[_Found]:
    for start, (line, text) in zip(paragraph.starts, paragraph.lines, strict=True):
        for amount in amounts_in(text):
            yield _Found(start + amount.start, start + amount.end, line, amount[:2], *amount[2:])
        if "%" in text or "％" in text:
            for match in WORDS.rate.finditer(text):
                yield _of_match(match, match.span(), start, line, "%")
        if WORDS.compared in text:
            for match in WORDS.bare.finditer(text):
                yield _of_match(match, match.span("digits"), start, line, None)


def _of_match(match: re.Match[str], span: tuple[int, int], start: int, line: int, unit: str | None) -> _Found:
    digits = match["digits"]
    return _Found(start + span[0], start + span[1], line, span, digits, unit, *value_of(digits), None)


def in_unit(quantity: Quantity, unit: str) -> Quantity:
    """Return a number that prints no unit, in the unit of its neighbour."""
    return quantity._replace(yuan=yuan(quantity.value, unit))


def _within(brackets: list[tuple[int, int]], place: int) -> bool:
    return any(start < place < end for start, end in brackets)


def _depth(text: str, start: int, end: int) -> int:
    """Return how many brackets opened between two characters are not closed."""
    opened = text.count("（", start, end) + text.count("(", start, end)
    return opened - text.count("）", start, end) - text.count(")", start, end) if opened else 0
