"""Measure what nights cost over generated documents, and print JSON: from nothing, without news, with one new document.

Usage: python benchmarks/nights.py [REVISION [SIZE ...]]   — 20 and 80 documents unless told, and no other commit.
Where a REVISION is named, its code does the same over the same documents, one run after the other, and `ratio` is what
this checkout takes of its CPU. `exponent` tells how CPU grows from the smallest size to the largest: 1 in proportion.
"""

from __future__ import annotations

import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

from against import PROJECT, checked_out

SIZES = (20, 80)
JOB = "import sys; from dagster_project.cli import app; sys.argv = ['yusuan', 'run']; app()"
WORKS = ("from_nothing", "without_news", "one_new")


class Cost(NamedTuple):
    """What a run took, with all processes that it started: seconds of CPU and by the clock, memory of the largest."""

    cpu_seconds: float
    wall_seconds: float
    peak_megabytes: float


def draw(folder: Path, numbers: Iterable[int]) -> None:
    """Write documents of the corpus into a folder, by their number: kinds take turns."""
    sys.path.insert(0, str(PROJECT / "tests" / "audit"))
    from corpus import KINDS

    kinds = list(KINDS.items())
    for number in numbers:
        kind, document = kinds[number % len(kinds)]
        office = number // len(kinds)
        (folder / f"{kind}_{office}.txt").write_text(document(office).text, encoding="utf-8")


def night(checkout: Path, raw: Path, data: Path) -> Cost:
    """Run the main job by the code of a checkout."""
    environment = os.environ | {"PYTHONPATH": str(checkout), "YUSUAN_RAW": str(raw), "YUSUAN_DATA": str(data)}
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", JOB], cwd=checkout, env=environment, stdout=sys.stderr)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"The job of {checkout} ended with {process.returncode}.")
    wall = time.perf_counter() - start
    peak = max(used.ru_maxrss / 1024, _peak_told(data))
    return Cost(round(used.ru_utime + used.ru_stime, 2), round(wall, 2), round(peak, 1))


def _peak_told(data: Path) -> float:
    """Return the memory that the last run tells of: it measures each of its steps anew, which the system forgets."""
    history = data / "runs.jsonl"
    told = history.read_text(encoding="utf-8").splitlines() if history.exists() else []
    return float(json.loads(told[-1])["peak_megabytes"]) if told else 0.0


def nights(checkout: Path, size: int, place: Path) -> dict[str, Cost]:
    """Return what each kind of night costs over so many documents; `place` is for raw and data folder."""
    raw, data = place / "raw", place / "data"
    raw.mkdir(parents=True)
    draw(raw, range(size))
    from_nothing, without_news = (night(checkout, raw, data) for _ in range(2))
    draw(raw, [size])
    costs = dict(zip(WORKS, (from_nothing, without_news, night(checkout, raw, data)), strict=True))
    shutil.rmtree(place)
    return costs


def measure(sizes: Sequence[int], other: Path | None, place: Path) -> dict[str, object]:
    """Return costs by size and work, beside those of another checkout where there is one, and how they grow."""
    here: dict[int, dict[str, Cost]] = {}
    measured: dict[str, object] = {}
    for size in sizes:
        here[size] = nights(PROJECT, size, place / f"here-{size}")
        there = nights(other, size, place / f"there-{size}") if other else {}
        measured[str(size)] = {work: _told(cost, there.get(work)) for work, cost in here[size].items()}
    if len(sizes) > 1:
        first, last = min(sizes), max(sizes)
        growth = {work: here[last][work].cpu_seconds / here[first][work].cpu_seconds for work in WORKS}
        measured["exponent"] = {
            work: round(math.log(times) / math.log(last / first), 2) for work, times in growth.items()
        }
    return measured


def _told(cost: Cost, there: Cost | None) -> dict[str, object]:
    if there is None:
        return cost._asdict()
    beside = {f"{name}_there": value for name, value in there._asdict().items()}
    return {**cost._asdict(), **beside, "ratio": round(cost.cpu_seconds / there.cpu_seconds, 3)}


if __name__ == "__main__":
    revision = sys.argv[1] if len(sys.argv) > 1 else None
    sizes = [int(argument) for argument in sys.argv[2:]] or list(SIZES)
    with tempfile.TemporaryDirectory() as folder, checked_out(revision) if revision else nullcontext() as other:
        print(json.dumps(measure(sizes, other, Path(folder)), indent=2))
