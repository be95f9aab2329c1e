"""What a number in the text is: a level, what it is compared with, a change, a growth, a share, a rate, or none."""

from __future__ import annotations

from typing import NamedTuple

from dagster_project.extraction.knowledge.narrative import narrative_words
from dagster_project.extraction.knowledge.wording.quantities import quantity_words
from dagster_project.extraction.wording.narrative.quantities import Quantity

WORDS, QUANTITIES = narrative_words(), quantity_words()


class Role(NamedTuple):
    """A role, its direction (1 up, -1 down, 0 as before), the words of its whole or base, and those before them."""

    name: str
    direction: int | None = None
    other: str | None = None
    subject: str = ""


def role_of(quantity: Quantity, is_cause: bool) -> Role:
    """Return the role that the words around a number give it."""
    if is_cause:
        return Role("cause")
    if (shrunk := _negative(quantity.words, "growth" if quantity.is_rate else "change")) is not None:
        return shrunk
    if quantity.is_bound:
        return Role("other" if quantity.is_rate else "bound", subject=quantity.words)
    if WORDS.unsigned.search(quantity.words) or WORDS.around.search(quantity.words):
        return Role("other", subject=quantity.words)
    return _of_rate(quantity) if quantity.is_rate else _of_amount(quantity)


def _negative(before: str, role: str) -> Role | None:
    """Return the role of a change or growth behind a sign (增长率为-2.91%): it is less; 减少 before it is open."""
    unsigned = before.rstrip(WORDS.minus)
    match = WORDS.change.search(unsigned) if unsigned != before else None
    return _compared(role, -1, unsigned[: match.start()]) if match and match["up"] else None


def _of_rate(quantity: Quantity) -> Role:
    before = quantity.words
    if match := WORDS.completed.search(before):
        return Role("rate", other=match["of"], subject=before[: match.start()])
    if match := WORDS.share.search(before):
        return Role("share", other=match["whole"], subject=before[: match.start()])
    if match := WORDS.change.search(before):
        return _compared("growth", 1 if match["up"] else -1, before[: match.start()])
    if match := WORDS.pace.search(before):
        return Role("pace")
    if match := WORDS.rate.search(before):
        return Role("rate", subject=before)
    return Role("other")


def _of_amount(quantity: Quantity) -> Role:
    before = quantity.words
    if QUANTITIES.each.search(before) or QUANTITIES.broken.search(quantity.before):
        return Role("other", subject=before)
    change = WORDS.change.search(before) or WORDS.limit.search(before)
    if change:
        return _compared("change", 1 if change["up"] else -1, before[: change.start()])
    if WORDS.changed_thing.search(before):
        return Role("other", subject=before)
    if WORDS.compared_after.match(quantity.after) and (base := WORDS.compared.search(before)):
        return Role("base", other=base["base"], subject=before[: base.start()])
    is_whole = quantity.after == WORDS.whole_after and WORDS.whole_before.search(before) is not None
    if quantity.is_aside or is_whole:
        return Role("aside")
    if unchanged := WORDS.unchanged.match(quantity.after):
        return Role("level", 0, unchanged["base"], before)
    return Role("level", subject=before)


def _compared(role: str, direction: int, words: str) -> Role:
    """Return a change with its base's words (比2020年) and the subject's, which stand before or after those."""
    words = words.rstrip(QUANTITIES.adverbs)
    head, comma, tail = words.rpartition("，" if "，" in words else ",")
    for text, subject in ((words, None), (head, tail)):
        if match := WORDS.compared.search(text):
            return Role(role, direction, match["base"], text[: match.start()] if subject is None else subject)
    return Role(role, direction, None, tail if comma else words)
