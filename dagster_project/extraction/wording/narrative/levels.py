"""Which level a base, a change or a growth speaks of: the one that its words name, else the one before."""

from __future__ import annotations

from collections.abc import Sequence

from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.wording.narrative.lists import is_after_list, is_beside
from dagster_project.extraction.wording.narrative.so_far import SoFar
from dagster_project.extraction.wording.narrative.stated import Stated

WORDS = paragraph_words()


def level_of(one: Stated, so_far: SoFar) -> Stated | None:
    """Return the level of a base, a change or a growth; None where nobody can tell."""
    words = one.role.subject
    named = so_far.subjects.of(words) if words.strip("，, ") else None
    if named is None or named.is_bare:
        if one.role.name == "growth" and (change := _change_before(one, so_far)):
            return change.level
        if levels := so_far.clause(one.quantity):
            return _behind(levels, so_far)
        if one.role.name == "growth" and (changes := so_far.clause(one.quantity, "change")):
            return changes[-1].level
        if one.role.name == "growth" and (bounds := so_far.clause(one.quantity, "bound")):
            return bounds[-1]
        if WORDS.unread.search(one.quantity.before):
            return None
        return next(so_far.levels(), so_far.above)
    if named.topic is None:
        levels = so_far.clause(one.quantity)
        return levels[-1] if levels and levels[-1].subject.words in words else None
    return so_far.last(named)


def _behind(levels: Sequence[Stated], so_far: SoFar) -> Stated | None:
    """Return the level that words behind some speak of: of parts side by side their whole, else no one knows."""
    last = levels[-1]
    is_spoken_of = any(one.level is not None and one.level.whole is last.whole for one in so_far.paragraph)
    if not is_after_list(levels, is_spoken_of):
        return last
    return last.whole if is_beside(last) else None


def _change_before(one: Stated, so_far: SoFar) -> Stated | None:
    """Return the change that stands right before a number in its clause."""
    last = so_far.paragraph[-1] if so_far.paragraph else None
    is_change = last is not None and last.role.name == "change" and last.quantity.clause == one.quantity.clause
    return last if is_change else None
