"""Which levels a change, a growth or a rate is of, where its words leave that open: those that its digits fit.

Words decide first. Only where what they lead to does not hold are other levels of the paragraph tried, first those of
the same topic or of none, then those of the same sentence, then of the paragraph, whatever they are of; where none fits
the words stand, and what is printed disagrees with itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from dagster_project.extraction.amounts import half_unit
from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.vocabulary import Phase
from dagster_project.extraction.wording.narrative.quantities import Quantity
from dagster_project.extraction.wording.narrative.stated import Stated

WORDS = paragraph_words()
FEWEST = 10
"""Times its rounding that a growth must be to tell of which amount it is: a digit of evidence."""


def refit(one: Stated, stated: Sequence[Stated]) -> None:
    """Set a number that its level and base contradict on two of the levels stated before that it fits."""
    if one.level is None:
        return
    told = [each for each in reversed(stated) if each.quantity.yuan is not None]
    levels = [each for each in told if _is_alike(each, one.level)]
    if one.role.name == "change":
        _of_pair(one, levels, _is_change)
    elif one.role.name == "rate":
        _of_pair(one, levels, _is_rate)
    elif one.role.name == "growth" and one.base is not None and one.base.role.name == "change":
        _beside_change(one, one.base, [*levels, *_others(one, one.base, told)])
    elif one.role.name == "growth":
        _of_pair(one, levels, _is_growth)


def holds(one: Stated) -> bool:
    """Tell whether a growth or a rate is, within its digits, what its level and base make."""
    level, base = one.level, one.base
    if level is None or base is None or level.quantity.yuan is None or base.quantity.yuan is None:
        return False
    if one.role.name == "rate":
        return _is_rate(one, level, base)
    return (_is_growth_by if base.role.name == "change" else _is_growth)(one, level, base)


def _of_pair(one: Stated, levels: Sequence[Stated], holds: Callable[[Stated, Stated, Stated], bool]) -> None:
    if one.level is None or (one.base is None and one.role.name != "change"):
        return
    if one.base is not None and (one.base.quantity.yuan is None or holds(one, one.level, one.base)):
        return
    for now, before in _pairs(one, levels):
        if (now, before) == (one.base, one.level):
            # the same two exchanged: what grew is said to have shrunk
            continue
        if holds(one, now, before) and (one.base is not None or one.level in (now, before)):
            one.level, one.base = now, before
            one.base_year, one.base_phase = before.subject.year, before.subject.phase
            one.base_topic = one.base_topic and now.subject.topic
            return


def _pairs(one: Stated, levels: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """Yield levels and what they may be set against: of another year or phase, and of those that the words name."""
    for now, before in permutations(levels, 2):
        times = (now.subject.year, now.subject.phase), (before.subject.year, before.subject.phase)
        is_base = one.base_year in (None, before.subject.year) and now.quantity.yuan
        # a change may be from nothing; no percentage is of that
        is_some = before.quantity.yuan or one.role.name == "change"
        is_done = one.role.name != "rate" or before.subject.phase != Phase.EXECUTED == now.subject.phase
        if is_base and is_some and is_done and times[0] != times[1]:
            yield now, before


def _beside_change(one: Stated, change: Stated, levels: Sequence[Stated]) -> None:
    """A growth behind its change is of the level that both fit."""
    if one.level is None or not one.level.quantity.yuan or _is_growth_by(one, one.level, change):
        return
    for level in levels:
        if _is_growth_by(one, level, change):
            if change.level is one.level:
                change.level = level
            one.level = level
            return
    # 收入、支出总计100万元 may be both together: what each of them grew by is not of the sum
    half = replace(one.level, quantity=one.level.quantity._replace(yuan=_amount(one.level) / 2))
    if WORDS.of_each.search(change.quantity.before) and _is_growth_by(one, half, change):
        one.level = change.level = None


def _others(growth: Stated, change: Stated, told: Sequence[Stated]) -> Iterator[Stated]:
    """Yield the levels of a growth's paragraph, its sentence first, whatever they are of, that it tells by a digit."""
    near = [level for level in told if level.role.name == "level" and level.paragraph == growth.paragraph]
    for level in sorted(near, key=lambda level: level.quantity.sentence != growth.quantity.sentence):
        if FEWEST * _growth_slack(growth, level, change) <= growth.quantity.value:
            yield level


def _is_alike(level: Stated, other: Stated) -> bool:
    mine, theirs = level.subject, other.subject
    same = (mine.topic, mine.code, mine.project) == (theirs.topic, theirs.code, theirs.project)
    return same or (mine.topic is None and mine.code is None)


def _is_change(one: Stated, now: Stated, before: Stated) -> bool:
    amount = (one.role.direction or 1) * _amount(one)
    return abs(_amount(now) - _amount(before) - amount) <= sum(half_of(each.quantity) for each in (one, now, before))


def _is_growth(one: Stated, now: Stated, before: Stated) -> bool:
    return _is_percentage(one, (one.role.direction or 1) * (_amount(now) - _amount(before)), before, now)


def _is_growth_by(one: Stated, level: Stated, change: Stated) -> bool:
    amount, before = _amount(change), _before(level, change)
    return before > 0 and abs(100 * amount / before - one.quantity.value) <= _growth_slack(one, level, change)


def _growth_slack(one: Stated, level: Stated, change: Stated) -> Decimal:
    """Return what rounding can make of a growth by a change, in percent."""
    amount, before = _amount(change), _before(level, change)
    # a change may be the difference of two rounded amounts
    by = 2 * half_of(change.quantity)
    halves = by + amount * (by + half_of(level.quantity)) / (before or 1)
    return _step(one) + (100 * halves / before if before > 0 else Decimal(0))


def _before(level: Stated, change: Stated) -> Decimal:
    return _amount(level) - (change.role.direction or 1) * _amount(change)


def _is_rate(one: Stated, now: Stated, before: Stated) -> bool:
    return _is_percentage(one, _amount(now), before, now)


def _is_percentage(one: Stated, part: Decimal, whole: Stated, of: Stated) -> bool:
    base = _amount(whole)
    slack = 100 * (half_of(of.quantity) + half_of(whole.quantity)) / base if base else Decimal(0)
    return base > 0 and abs(100 * part / base - one.quantity.value) <= _step(one) + slack


def _amount(one: Stated) -> Decimal:
    return one.quantity.yuan or Decimal(0)


def half_of(quantity: Quantity) -> Decimal:
    """Return half of the last digit of an amount, in yuan."""
    return half_unit(quantity.decimals, quantity.yuan / quantity.value if quantity.yuan else Decimal(0))


def _step(one: Stated) -> Decimal:
    return half_unit(one.quantity.decimals)
