"""What a share is of: the whole that its words name, that its part is listed under, or that heads the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.knowledge.wording.subjects import subject_words
from dagster_project.extraction.wording.narrative.so_far import SoFar
from dagster_project.extraction.wording.narrative.stated import Stated

WORDS = paragraph_words()


def link_share(one: Stated, so_far: SoFar) -> None:
    """Link a share to its level and to the whole that it is of; the topic of a whole that is not stated is kept."""
    levels = so_far.clause(one.quantity)
    one.level = levels[-1] if levels else None
    words = one.role.other or ""
    whole = so_far.subjects.of(subject_words().this_year + words) if words else None
    if whole is not None and not whole.is_bare:
        if whole.topic is not None and one.level is not None:
            one.base_topic = whole.topic
            one.base = so_far.last(whole._replace(year=one.level.subject.year, has_phase=False))
        return
    before = so_far.sentence(one.quantity)
    whole_of_list = one.level.whole if one.level is not None else None
    if whole_of_list is not None and whole_of_list.subject.phase == one.subject.phase:
        one.base = _fitting(one, whole_of_list, so_far)
        one.base_topic = one.base.subject.topic
        return
    if before and (match := WORDS.within.match(before[0].quantity.words)):
        whole = so_far.subjects.of(match["whole"])
        one.base, one.base_topic = so_far.last(whole), whole.topic
        return
    one.base = _whole(one, before, so_far)
    one.base_topic = one.base.subject.topic if one.base is not None else None


def _fitting(one: Stated, whole: Stated, so_far: SoFar) -> Stated:
    """Return the whole that a part is listed under, or what that is a share of where the share fits this alone."""
    bases = [share.base for share in so_far.paragraph if share.role.name == "share" and share.level is whole]
    outer = bases[-1] if bases else None
    return outer if outer is not None and _is_share(one, outer) and not _is_share(one, whole) else whole


def _whole(one: Stated, sentence: Sequence[Stated], so_far: SoFar) -> Stated | None:
    """Return the level that heads the sentence, or what its first level is a share of: then it is a part itself."""
    if sentence and WORDS.parts_of.match(sentence[0].quantity.before):
        return None
    others = [level for level in sentence if level is not one.level]
    if not others:
        return so_far.frame if so_far.frame is not one.level else None
    shares = [share for share in so_far.paragraph if share.role.name == "share" and share.level is others[0]]
    return shares[-1].base if shares else others[0]


def _is_share(one: Stated, whole: Stated) -> bool:
    """Whether a rate is, within its digits, what its level is of a whole."""
    part, of = one.level.quantity.yuan if one.level is not None else None, whole.quantity.yuan
    if part is None or not of:
        return False
    return abs(100 * part / of - one.quantity.value) <= Decimal(1).scaleb(-one.quantity.decimals)
