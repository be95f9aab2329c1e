"""What words say of two numbers beside them, and what the numbers say: more or less, grown or shrunk.

决算数大于预算数的主要原因 behind an account and its budget, 减少的主要原因 behind a change. A word that may speak of
other numbers than those it stands behind says nothing here, nor one behind numbers that disagree among themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from dagster_project.extraction.amounts import half_unit
from dagster_project.extraction.knowledge.wording.directions import direction_words
from dagster_project.extraction.vocabulary import Phase
from dagster_project.extraction.wording.labels.headings import PROSE, Label
from dagster_project.extraction.wording.narrative.fitting import holds
from dagster_project.extraction.wording.narrative.stated import Stated
from dagster_project.extraction.wording.narrative.subjects import OPEN

WORDS = direction_words()
KIND = "direction"


def directions(narrative: Iterable[Stated]) -> Iterator[Label]:
    """Yield each word of more or less behind numbers that tell, right or wrong."""
    for _, sentence in groupby(narrative, lambda one: (one.paragraph, one.quantity.sentence)):
        yield from _in_sentence(list(sentence))


def _in_sentence(sentence: Sequence[Stated]) -> Iterator[Label]:
    plans = {one.quantity.yuan for one in sentence if one.role.name == "level" and one.subject.phase != Phase.EXECUTED}
    ups = {one.role.direction for one in sentence if one.role.name == "change" and one.quantity.value}
    for one in sentence:
        if one.role.name == "rate" and len(plans) == 1 and holds(one):
            yield from _against_budget(one)
        elif one.role.name == "growth" and len(ups) == 1 and holds(one):
            yield from _of_growth(one)
        if one.role.name == "growth":
            yield from _against_change(one)


def _against_budget(rate: Stated) -> Iterator[Label]:
    """An account said to be more or less than its budget, right behind the rate of the two."""
    match = WORDS.against_budget.match(rate.quantity.after)
    done, budget = rate.level, rate.base
    if match is None or done is None or budget is None or budget.subject.phase not in (Phase.APPROVED, OPEN):
        return
    if done.quantity.yuan is None or budget.quantity.yuan is None or done.subject.phase != Phase.EXECUTED:
        return
    apart = done.quantity.yuan - budget.quantity.yuan
    if abs(apart) > _half(done) + _half(budget):
        meant = WORDS.more if apart > 0 else WORDS.less
        said = WORDS.more if match["more"] else WORDS.less
        yield _label(rate, match.group().lstrip(WORDS.marks), said, meant)


def _of_growth(growth: Stated) -> Iterator[Label]:
    """What is said to be the reason why something grew, right behind the rate by which it shrank."""
    match = WORDS.reason.match(growth.quantity.after)
    if match is not None and growth.quantity.value > 0:
        meant = WORDS.grown if growth.role.direction == 1 else WORDS.shrunk
        said = WORDS.grown if match["grown"] else WORDS.shrunk
        yield _label(growth, match.group().lstrip(WORDS.marks), said, meant)


def _against_change(growth: Stated) -> Iterator[Label]:
    """A growth the other way than the change right before it, of which it speaks and of nothing else.

    Where their level is stated the growth does not follow from it, and this is told already.
    """
    change, role = growth.base, growth.role
    if growth.level is not None and growth.level.quantity.yuan is not None:
        return
    if change is None or change.role.name != "change" or min(change.quantity.value, growth.quantity.value) <= 0:
        return
    is_right_behind = growth.quantity.since == change.quantity.end and role.other is None
    if is_right_behind and role.direction != change.role.direction and not role.subject.strip(WORDS.marks):
        said, meant = (WORDS.grown, WORDS.shrunk) if role.direction == 1 else (WORDS.shrunk, WORDS.grown)
        quantity = growth.quantity
        words = f"{quantity.before.lstrip(WORDS.marks)}{quantity.printed}%"
        yield Label(quantity.line, quantity.span[0], PROSE, KIND, words, said, meant)


def _label(one: Stated, words: str, said: str, meant: str) -> Label:
    return Label(one.quantity.line, one.quantity.span[1], PROSE, KIND, words, said, meant)


def _half(one: Stated) -> Decimal:
    quantity = one.quantity
    return half_unit(quantity.decimals, quantity.yuan / quantity.value if quantity.yuan else Decimal(0))
