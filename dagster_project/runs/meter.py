"""What the steps of a run take: seconds by the clock and of CPU, and memory; children that it starts count, too."""

from __future__ import annotations

import os
import resource
import time
from typing import NamedTuple

from dagster_project.runs.record import Step
from dagster_project.store.costs import forget_peak, peak_megabytes

KILOBYTE = 1 / 1024


class _Taken(NamedTuple):
    clock: float
    own_cpu: float
    children_cpu: float


class Meter:
    """Measures one step after another."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._step: str | None = None
        self._before = _taken()

    def begin(self, step: str) -> None:
        """End the step at work, if any, and begin another."""
        self.end()
        forget_peak(os.getpid())
        self._step, self._before = step, _taken()

    def end(self) -> None:
        """End the step at work; without one nothing happens."""
        if self._step is None:
            return
        taken = _Taken(*(now - before for now, before in zip(_taken(), self._before, strict=True)))
        # children count once they have ended; where none has in this step, their peak is of another
        peak = max(peak_megabytes(os.getpid()), _peak_of_children() if taken.children_cpu else 0.0)
        cpu = taken.own_cpu + taken.children_cpu
        self.steps.append(Step(self._step, round(taken.clock, 3), round(cpu, 3), round(peak, 1)))
        self._step = None


def _taken() -> _Taken:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return _Taken(time.monotonic(), own.ru_utime + own.ru_stime, children.ru_utime + children.ru_stime)


def _peak_of_children() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * KILOBYTE
