"""What a change or a growth is set against: what its clause compares with, else the amount of the time it names."""

from __future__ import annotations

from decimal import Decimal

from dagster_project.extraction.knowledge.narrative import narrative_words
from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.vocabulary import Phase
from dagster_project.extraction.wording.narrative.levels import base_in_brackets, was_then
from dagster_project.extraction.wording.narrative.lists import is_beside
from dagster_project.extraction.wording.narrative.roles import Role
from dagster_project.extraction.wording.narrative.so_far import SoFar
from dagster_project.extraction.wording.narrative.stated import Stated
from dagster_project.extraction.wording.narrative.subjects import OPEN, is_one_thing

WORDS = narrative_words()
BRACKETS = ("（", "(")
PLANNED = (Phase.APPROVED, Phase.REVISED)
"""Phases of a budget, which is of the year that its account is of."""


def link_change(one: Stated, so_far: SoFar) -> None:
    """Set a change or a growth against its base, as far as the words before it tell; its level is known already."""
    year, phase = _time(one, so_far)
    bases = [base for base in so_far.clause(one.quantity, "base") if base.level is one.level]
    bases = [base for base in bases if _is_of(one, base, year, phase)]
    is_beside = not paragraph_words().unread.search(one.quantity.before)
    changes = [change for change in so_far.clause(one.quantity, "change") if change.level is one.level and is_beside]
    if one.role.name == "growth" and changes and all(base is not changes[-1].base for base in bases):
        # 比预算5万元增加1万元，比上年增加2万元，增长50%: what the change before it is set against
        bases = []
    if bases and not changes and _is_change(bases[-1], one):
        one.base = bases[-1]
        one.base.role = Role("change", one.role.direction, one.base.role.other, one.base.role.subject)
        return
    if (aside := base_in_brackets(one, so_far)) is not None:
        one.base, one.base_year, one.base_phase = aside, year, phase
        return
    if (then := _then_in_brackets(one, so_far)) is not None:
        one.base, one.base_year, one.base_phase = then, then.subject.year, then.subject.phase
        return
    if (two := _two_levels(one, so_far)) is not None:
        one.level, one.base = two
        one.base_year = year or one.base.subject.year
        one.base_phase = phase or one.base.subject.phase
        return
    if bases:
        one.base, one.base_year, one.base_phase = bases[-1], bases[-1].base_year, bases[-1].base_phase
        return
    if one.role.other and (year, phase) != (None, None):
        one.base_year, one.base_phase = year, phase
        one.base = _level_then(one, so_far)
    if one.base is None and one.role.name == "growth" and changes and not _is_against_another(one, changes[-1]):
        one.base, one.base_year, one.base_phase = changes[-1], changes[-1].base_year, changes[-1].base_phase


def _is_against_another(growth: Stated, change: Stated) -> bool:
    """Tell whether a growth is set against other words than the change before it, of another time or of none told."""
    words, others = growth.role.other, change.role.other
    is_of_one_time = growth.base_year is not None and (growth.base_year, growth.base_phase) == (
        change.base_year,
        change.base_phase,
    )
    return bool(words and others) and words != others and not is_of_one_time


def _time(one: Stated, so_far: SoFar) -> tuple[int | None, Phase | None]:
    """Return the year and the phase that words set a number against; a budget of no year is that of the account."""
    year, phase = so_far.subjects.time(one.role.other or "")
    own = one.level.subject if one.level is not None else None
    if year is None and phase in PLANNED and own is not None and own.phase not in (phase, OPEN):
        year = own.year
    return year, phase


def take_growth_in_brackets(one: Stated, so_far: SoFar) -> None:
    """Take a bare rate in brackets right behind a change (较上年减少1万元（10%）) for what that comes to."""
    change = so_far.paragraph[-1] if so_far.paragraph else None
    if change is not None and _is_degree(one, change):
        one.role, one.subject = Role("growth", change.role.direction), change.subject
        return
    if one.role.name != "other" or not (one.quantity.is_rate and one.quantity.is_aside):
        return
    if change is None or change.role.name != "change" or change.role.other is None:
        return
    if one.quantity.since == change.quantity.end and one.quantity.before.strip() in BRACKETS:
        one.role, one.subject = Role("growth", change.role.direction), change.subject


def _is_degree(one: Stated, change: Stated) -> bool:
    """Tell whether a rate that names no way is what the change right before it comes to (减少1万元，变动幅度-10%)."""
    unsigned = one.quantity.words.rstrip(WORDS.minus)
    if not (one.role.name == "other" and one.quantity.is_rate and change.role.name == "change"):
        return False
    degree = WORDS.unsigned.search(unsigned)
    is_alone = degree is not None and not unsigned[: degree.start()].strip("，, ")
    is_less = unsigned != one.quantity.words
    return is_alone and one.quantity.since == change.quantity.end and (not is_less or change.role.direction == -1)


def _is_of(one: Stated, base: Stated, year: int | None, phase: Phase | None) -> bool:
    """Tell whether a change may be set against a base: not where its words name another year or phase."""
    if one.role.other == base.role.other or (year, phase) == (None, None):
        return True
    own = one.level.subject.year if one.level else None
    years, phases = (year or own, base.base_year or own), (phase, base.base_phase)
    return all(None in said or said[0] == said[1] for said in (years, phases))


def _two_levels(one: Stated, so_far: SoFar) -> tuple[Stated, Stated] | None:
    """Return two levels of one thing that a change or a growth right behind them compares, what it came to first."""
    two = _two_last(so_far)
    if one.role.name not in ("change", "growth") or two is None:
        return None
    first, last = two
    if WORDS.reached.search(last.quantity.words):
        is_beside = first.quantity.clause == last.quantity.clause == one.quantity.clause
        return (last, first) if is_beside and WORDS.origin.search(first.quantity.words) else None
    now, before = sorted(two, key=lambda level: level.subject.year or 0, reverse=True)
    is_one = (first.subject.topic, first.subject.code, first.subject.phase) == (
        last.subject.topic,
        last.subject.code,
        last.subject.phase,
    )
    if not (is_one and so_far.subjects.of(last.quantity.words).is_bare) or now.subject.year == before.subject.year:
        return None
    is_set_beside = WORDS.set_beside.match(one.quantity.before) and one.role.name == "change"
    is_pair = now is first and _says_nothing_else(one) and not _is_one_of_three(first, so_far)
    return (now, before) if is_set_beside or is_pair else None


def _then_in_brackets(one: Stated, so_far: SoFar) -> Stated | None:
    """Return the amount of another year right before a change in one pair of brackets (9元（上年8元，增加1元）)."""
    then = so_far.paragraph[-1] if so_far.paragraph else None
    if then is None or one.level is None or then.quantity.clause != one.quantity.clause:
        return None
    is_beside = one.quantity.is_aside and then.quantity.end == one.quantity.since and _says_nothing_else(one)
    return then if is_beside and then.quantity.since == one.level.quantity.end and was_then(then, so_far) else None


BETWEEN = ("share", "rate", "aside")
"""What may stand between what something came to and what it was before (支出9万元，占10%，上年8万元)."""


def _two_last(so_far: SoFar) -> tuple[Stated, Stated] | None:
    """Return the last number, and the one before it in its clause but for shares and rates, where both are levels."""
    if not so_far.paragraph or so_far.paragraph[-1].role.name != "level":
        return None
    last = so_far.paragraph[-1]
    for one in reversed(so_far.paragraph[:-1]):
        if one.quantity.clause == last.quantity.clause and one.role.name in BETWEEN:
            continue
        if one.whole is not None and is_beside(one) and is_one_thing(one.whole.subject, last.subject):
            return one.whole, last
        return (one, last) if one.role.name == "level" else None
    return None


def _is_one_of_three(second: Stated, so_far: SoFar) -> bool:
    """Tell whether a level goes on from one of another year in its clause (2031年10万元，2030年9万元，2029年8万元)."""
    at = so_far.paragraph.index(second)
    before = so_far.paragraph[max(at - 1, 0) : at]
    return any(
        level.role.name == "level"
        and level.quantity.clause == second.quantity.clause
        and level.subject.topic == second.subject.topic
        and level.subject.year != second.subject.year
        for level in before
    )


def _says_nothing_else(one: Stated) -> bool:
    """Tell whether a change names neither what it is of nor what it is set against (…，上年9万元，增加1万元)."""
    return one.role.other is None and not WORDS.noise.sub("", one.role.subject).strip("，, ")


def _level_then(one: Stated, so_far: SoFar) -> Stated | None:
    """Return the level last stated in the paragraph of the same topic, of the year and phase that it is set against."""
    level = one.level
    if level is None:
        return None
    then = [
        each
        for each in so_far.levels()
        if each is not level
        and (each.subject.year, each.subject.phase) == (one.base_year, one.base_phase)
        and is_one_thing(each.subject, level.subject)
    ]
    return then[-1] if then else None


def _is_change(base: Stated, growth: Stated) -> bool:
    """Tell whether an amount behind 比上年 makes its growth as a change whose word is left out, not as a base."""
    level = growth.level
    if growth.role.name != "growth" or level is None or not level.quantity.yuan or not base.quantity.yuan:
        return False
    direction, amount = growth.role.direction or 1, base.quantity.yuan
    before = level.quantity.yuan - direction * amount
    return before > 0 and abs(100 * amount / before - growth.quantity.value) < Decimal("0.5") < abs(
        100 * direction * (level.quantity.yuan - amount) / amount - growth.quantity.value
    )
