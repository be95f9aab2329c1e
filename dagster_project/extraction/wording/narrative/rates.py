"""What a rate of completion is of: what was done, and the plan that it is set against."""

from __future__ import annotations

from collections.abc import Sequence

from dagster_project.extraction.knowledge.narrative import narrative_words
from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.vocabulary import Horizon, Phase
from dagster_project.extraction.wording.narrative.fitting import holds
from dagster_project.extraction.wording.narrative.levels import behind
from dagster_project.extraction.wording.narrative.roles import Role
from dagster_project.extraction.wording.narrative.so_far import SoFar
from dagster_project.extraction.wording.narrative.stated import Stated
from dagster_project.extraction.wording.narrative.subjects import BALANCES, OPEN

WORDS, PARAGRAPHS = narrative_words(), paragraph_words()


def is_of_plan(one: Stated, so_far: SoFar) -> bool:
    """Tell whether a rate is of the plan right before it (完成年初预算数500万元的80%), and set it against that."""
    plan = so_far.paragraph[-1] if so_far.paragraph else None
    if plan is None or plan.role.name not in ("level", "aside") or not one.quantity.is_rate:
        return False
    if one.quantity.before != WORDS.whole_after or not WORDS.planned.search(plan.quantity.words):
        return False
    done = [level for level in so_far.clause(one.quantity) if level is not plan and not so_far.is_plan(level)]
    one.role, one.base, plan.whole = Role("rate", other=plan.quantity.words), plan, None
    one.level = behind(done, so_far) if done else _done_before(one, so_far)
    return True


def link_rate(one: Stated, so_far: SoFar) -> None:
    """Link a rate to what was done and to the plan; one told beside a pace is set against that."""
    paces = so_far.clause(one.quantity, "pace")
    rates = so_far.clause(one.quantity, "rate")
    if paces and rates:
        one.level, one.base = rates[-1], paces[-1]
        return
    of_left = _is_of_left(one)
    levels = [level for level in so_far.clause(one.quantity) if of_left or not _is_left_over(level)]
    done = [level for level in levels if (_is_left_over(level) if of_left else level.subject.phase == Phase.EXECUTED)]
    if not done and not of_left and (head := _done_before(one, so_far)) is not None:
        done, levels = [head], [base for base in so_far.clause(one.quantity, "base") if base.level is head]
    if not done:
        return
    if (level := _named(one, done, so_far)) is None:
        return
    one.level = level
    _, wanted = so_far.subjects.time(one.role.other) if one.role.other else (None, None)
    planned = [level for level in levels if _is_plan(level, one.level, wanted)]
    if one.role.other is not None and (topic := one.level.subject.topic) is not None:
        planned = [level for level in planned if level.subject.topic == topic]
    if _is_together(one, level):
        planned = [plan for plan in planned if PARAGRAPHS.together.search(plan.quantity.words)]
    if planned:
        # 年初预算500万元，年中追加90万元，完成年初预算的80%: what names the plan before what only stands behind it
        one.base = next((level for level in reversed(planned) if level.subject.has_phase), planned[-1])
    elif one.role.other is None and not _is_together(one, level):
        one.base = next((level for level in so_far.levels() if _is_plan(level, one.level, wanted)), None)
    one.base_topic, one.base_phase = one.level.subject.topic, wanted
    if _holds_carried(one.level) and not (one.base and (_holds_carried(one.base) or holds(one))):
        # 预算100万元，支出99万元（含上年结转），执行率90%: of a plan that holds what was carried over, too
        one.level = one.base = one.base_topic = None


def _named(one: Stated, done: Sequence[Stated], so_far: SoFar) -> Stated | None:
    """Return the last level of what was done, where a rate names its money (基本支出执行率) that of this, else none.

    A rate of several together (整体执行率, behind those of 基本支出 and 项目支出) is of none of them.
    """
    money = [level for level in so_far.sentence(one.quantity) if not _is_left_over(level)]
    spent = [level for level in money if level.subject.phase == Phase.EXECUTED]
    if len(spent) > 1 and WORDS.of_all.search(one.role.subject):
        return None
    topic = so_far.subjects.of(WORDS.rate.sub("", one.role.subject)).topic if one.role.other is None else None
    return next((level for level in reversed(done) if topic in (None, level.subject.topic)), None)


def _is_together(rate: Stated, level: Stated) -> bool:
    """Tell whether a rate is of what several came to together (两个项目合计执行9万元，总体执行率…)."""
    return any(PARAGRAPHS.together.search(words) for words in (rate.role.subject, level.quantity.words))


def _holds_carried(level: Stated) -> bool:
    """Tell whether an amount is said to hold what was carried over."""
    return PARAGRAPHS.holds_carried.match(level.quantity.after) is not None


def _is_left_over(level: Stated) -> bool:
    """Tell whether a level is a balance, or what was left of the money before it (实际执行90万元，结余10万元)."""
    return level.subject.topic in BALANCES or PARAGRAPHS.left_over.fullmatch(level.subject.words) is not None


def _is_of_left(one: Stated) -> bool:
    """Tell whether a rate is, by its name, of what was left (结转结余率)."""
    name = WORDS.rate.search(one.role.subject)
    return name is not None and PARAGRAPHS.left_over.search(name.group()) is not None


def _done_before(one: Stated, so_far: SoFar) -> Stated | None:
    """Return what was done, where a clause goes on about what heads its sentence (…；完成调整预算数500万元的80%)."""
    head = next(iter(so_far.sentence(one.quantity)), None)
    if head is None or head.subject.topic is None or head.subject.phase != Phase.EXECUTED:
        return None
    return head if all(level.subject.topic == head.subject.topic for level in so_far.levels()) else None


def _is_plan(level: Stated, done: Stated, wanted: Phase | None) -> bool:
    phase = level.subject.phase
    if level.subject.horizon == Horizon.MONTHS and not level.subject.has_phase:
        # 上半年支出400万元，截至9月底累计支出600万元，支出进度70%: what some months came to is no plan
        return False
    return level is not done and phase != Phase.EXECUTED and (wanted in (None, OPEN, phase) or phase == OPEN)
