"""What a step takes is what it took: its seconds, its CPU, its memory, that of its children too."""

from __future__ import annotations

import subprocess
import sys
import time

from dagster_project.runs.meter import Meter

BUSY = "import time\nuntil = time.process_time() + 0.3\nwhile time.process_time() < until: pass\nheld = bytearray({})"
HELD = 300 * 2**20


def test_a_step_that_waits_takes_seconds_and_no_cpu() -> None:
    meter = Meter()
    meter.begin("waiting")
    time.sleep(0.2)
    meter.end()
    meter.end()
    (step,) = meter.steps
    assert step.step == "waiting"
    assert step.seconds >= 0.2
    assert step.cpu_seconds < 0.15
    assert step.peak_megabytes > 1


def test_children_count_in_the_step_they_end_in() -> None:
    meter = Meter()
    meter.begin("alone")
    meter.begin("with a child")
    subprocess.run([sys.executable, "-c", BUSY.format(HELD)], check=True)
    meter.end()
    alone, with_child = meter.steps
    assert with_child.cpu_seconds >= 0.3 > alone.cpu_seconds
    assert with_child.peak_megabytes > HELD / 2**20


def test_memory_given_back_is_no_part_of_the_next_step() -> None:
    meter = Meter()
    meter.begin("large")
    held = bytearray(HELD)
    held[:] = b"1" * len(held)
    del held
    meter.begin("small")
    meter.end()
    large, small = meter.steps
    assert large.peak_megabytes - small.peak_megabytes > HELD / 2**20 / 2
