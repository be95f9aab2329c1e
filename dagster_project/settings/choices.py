"""What one step of a run lets its user choose, asked of the environment where that step is."""

from __future__ import annotations

import os
from collections.abc import Mapping

from dagster_project.errors import UsageError
from dagster_project.settings.variables import ACCEPT_FEWER, DOCS, KEEP_BUILD, RUNS_KEPT, whole_number

USUAL_RUNS_KEPT = 60


def docs_wanted(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether each release is to hold the page that describes it: whether YUSUAN_DOCS says 1."""
    return _is_wished(environment, DOCS)


def build_kept(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether the rows of a build stay once its release is published: whether YUSUAN_KEEP_BUILD says 1."""
    return _is_wished(environment, KEEP_BUILD)


def _is_wished(environment: Mapping[str, str], variable: str) -> bool:
    stated = environment.get(variable) or "0"
    if stated not in {"0", "1"}:
        raise UsageError(f"{variable} is “{stated}”. State 1, or leave it out.")
    return stated == "1"


def runs_kept(environment: Mapping[str, str] = os.environ) -> int:
    """Return how many runs of the main job Dagster keeps: what YUSUAN_RUNS_KEPT says, else 60."""
    return whole_number(environment, RUNS_KEPT) or USUAL_RUNS_KEPT


def accepted_loss(environment: Mapping[str, str] = os.environ) -> float:
    """Return the share of its documents that a release may lack: what YUSUAN_ACCEPT_FEWER says, else a tenth."""
    stated = environment.get(ACCEPT_FEWER) or "0.1"
    try:
        share = float(stated)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise UsageError(f"{ACCEPT_FEWER} is “{stated}”. State a share between 0 and 1, or leave it out.")
    return share
