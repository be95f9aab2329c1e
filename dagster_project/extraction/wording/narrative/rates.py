"""What a rate of completion is of: what was done, and the plan that it is set against."""

from __future__ import annotations

from dagster_project.extraction.vocabulary import Phase
from dagster_project.extraction.wording.narrative.so_far import SoFar
from dagster_project.extraction.wording.narrative.stated import Stated
from dagster_project.extraction.wording.narrative.subjects import BALANCES, OPEN


def link_rate(one: Stated, so_far: SoFar) -> None:
    """Link a rate to what was done and to the plan; one told beside a pace is set against that."""
    paces = so_far.clause(one.quantity, "pace")
    rates = so_far.clause(one.quantity, "rate")
    if paces and rates:
        one.level, one.base = rates[-1], paces[-1]
        return
    levels = [level for level in so_far.clause(one.quantity) if level.subject.topic not in BALANCES]
    done = [level for level in levels if level.subject.phase == Phase.EXECUTED]
    if not done:
        return
    one.level = done[-1]
    _, wanted = so_far.subjects.time(one.role.other) if one.role.other else (None, None)
    planned = [level for level in levels if _is_plan(level, one.level, wanted)]
    if one.role.other is not None and (topic := one.level.subject.topic) is not None:
        planned = [level for level in planned if level.subject.topic == topic]
    if planned:
        one.base = planned[-1]
    elif one.role.other is None:
        one.base = next((level for level in so_far.levels() if _is_plan(level, one.level, wanted)), None)
    one.base_topic, one.base_phase = one.level.subject.topic, wanted


def _is_plan(level: Stated, done: Stated, wanted: Phase | None) -> bool:
    phase = level.subject.phase
    return level is not done and phase != Phase.EXECUTED and (wanted in (None, OPEN, phase) or phase == OPEN)
