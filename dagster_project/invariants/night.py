"""A night builds what is touched beside what the last release keeps; where that is most of it, all from nothing.

Also from nothing where other code made the last release, where a test is red or an invariant does not hold: then it is
found out in rounds which document is to blame.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping

from dagster_project.invariants.judged import JUDGED, read_judged
from dagster_project.invariants.released import violating_release
from dagster_project.invariants.rounds import build_in_rounds
from dagster_project.settings import Engine, Settings
from dagster_project.store.states import State, read_states
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.memory import Memory
from dagster_project.warehouse.nodes import NodeResult
from dagster_project.warehouse.part import write_part
from dagster_project.warehouse.remembered import Last, remember, states_of
from dagster_project.warehouse.statements import run_statements_of_part, sent_statements
from dagster_project.warehouse.touched import also_touched, first_touched

ROUNDS = 3
MOST = 0.5
"""From which share of its documents on a release is built from nothing."""


def build_night(
    settings: Settings,
    build: Build,
    code: str,
    last: Last | None,
    progress: Callable[[str], None],
    told: Callable[[str], None],
) -> list[NodeResult]:
    """Build a release, of what is touched where it can be, and leave to the next night what it needs to know.

    `code` tells the code and the packages that a release follows from; `last` is what a night may start from. On Spark
    all is built each time, and the next night is left nothing to start from.
    """
    on_spark = settings.cluster.models is Engine.SPARK
    results = _build_touched(settings, build, code, last) if last and not on_spark else None
    if results is None or last is None:
        shutil.rmtree(build.folder, ignore_errors=True)
        results = build_in_rounds(settings, build, progress, told)
        last = None
    if not on_spark and not any(result.is_red for result in results):
        remember(settings, build, code, _digests(settings), last)
    return results


def _build_touched(settings: Settings, build: Build, code: str, last: Last) -> list[NodeResult] | None:
    """Build what is touched; None where all is to be built from nothing, and what was built is to be dropped."""
    before, now, sent = states_of(last, code), _states(settings), sent_statements(settings)
    if before is None or not sent.is_file():
        return None
    touched = first_touched(settings, last, before, now)
    for _ in range(ROUNDS):
        if len(touched) > MOST * len(now):
            return None
        shutil.rmtree(build.folder, ignore_errors=True)
        write_part(settings, build, last, touched, now)
        results = run_statements_of_part(settings, build, sent)
        memory = Memory.of(settings)
        if any(result.is_red for result in results) or violating_release(build.database, *build.sources, memory):
            return None
        more = also_touched(build, last, touched)
        if not more:
            return results
        touched |= more
    return None


def _digests(settings: Settings) -> Mapping[str, str]:
    return {document_id: state.digest for document_id, state in _states(settings).items()}


def _states(settings: Settings) -> dict[str, State]:
    """Return the state of each document, of which it is part what was judged of it before dbt."""
    judged: dict[str, list[str]] = {}
    for name in JUDGED:
        for row in read_judged(settings.judged, name).to_pylist():
            judged.setdefault(row["document_id"], []).append(repr((name, row)))
    return {
        document_id: State(
            state.bucket, hashlib.sha256(repr((state.digest, judged.get(document_id))).encode()).hexdigest()
        )
        for document_id, state in read_states(settings.extracted).items()
    }
