"""Measure reading on a cluster of this machine against reading without one, and print JSON.

Usage: python benchmarks/spark.py [DOCUMENTS] [FOLDER]   — so many generated documents, and those of a folder.

Each way is measured over two documents and over all: the difference is what documents cost, without the start of Java
and of a session. CPU seconds are of all processes that took part, and hold on a busy machine; seconds by the clock do
not. `waiting` is read by documents that take their time without a core: how well the work is spread, on any machine.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
TESTS = [PROJECT / "tests" / room for room in ("", "engine", "store", "audit")]
sys.path[:0] = [str(PROJECT), *map(str, TESTS)]
WAYS = {"embedded": 0, "one_worker": 1, "two_workers": 2}
FEW, MANY, WAITING = 2, 200, 120
BECOME_SUBREAPER = 36
DEFAULTS = """
spark.driver.bindAddress 127.0.0.1
spark.driver.host 127.0.0.1
spark.executor.memory 512m
spark.ui.enabled false
"""


def generate(folder: Path, documents: int) -> None:
    """Write so many generated documents, of all kinds in turn."""
    from corpus import KINDS

    folder.mkdir(parents=True, exist_ok=True)
    for number in range(documents):
        kind = list(KINDS)[number % len(KINDS)]
        (folder / f"{kind}-{number}.txt").write_text(KINDS[kind](number).text, encoding="utf-8")


def wait_for(folder: Path, documents: int) -> None:
    """Write documents that take their time."""
    folder.mkdir(parents=True)
    for number in range(documents):
        (folder / f"{number:04}.txt").write_text(f"{folder.parent}\n{number}")


def read(raw: Path, workers: int, folder: Path, extractor: str) -> dict[str, float]:
    """Read a folder in this process and what it starts, and return seconds of CPU and by the clock."""
    from slow_reader import slow_extract
    from standalone import standalone

    from dagster_project.engine.reading import ClusterReaders
    from dagster_project.settings import Bounds, Cluster, Engine, Settings
    from dagster_project.store.extractor import extract
    from dagster_project.store.refresh import refresh

    # what a killed process leaves behind is ours to wait for, so that its CPU is counted
    ctypes.CDLL(None).prctl(BECOME_SUBREAPER, 1, 0, 0, 0)
    settings = Settings(raw, folder / "data", bounds=Bounds(workers=1))
    reader = slow_extract if extractor == "slow" else extract
    if workers == 0:
        began = time.perf_counter()
        report = refresh(settings, reader, "1")
        seconds = time.perf_counter() - began
    else:
        (folder / "spark-defaults.conf").write_text(DEFAULTS)
        os.environ |= {"SPARK_CONF_DIR": str(folder), "SPARK_LOCAL_IP": "127.0.0.1"}
        with standalone(workers, folder / "cluster", [PROJECT, *TESTS]) as cluster:
            began = time.perf_counter()
            readers = ClusterReaders(Cluster(Engine.SPARK, cluster.master))
            report = refresh(settings, reader, "1", readers=readers)
            seconds = time.perf_counter() - began
        from pyspark import SparkContext

        SparkContext._gateway.shutdown()
        SparkContext._gateway.proc.stdin.close()
    _wait_for_all()
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    reading = sum(cost.seconds for cost in report.costs.values())
    return {
        "documents": report.extracted,
        "clock": seconds,
        "cpu": sum(each.ru_utime + each.ru_stime for each in used),
        "reading": reading,
        "from_first_to_last": _from_first_to_last(raw.parent),
    }


def _from_first_to_last(marks: Path) -> float:
    """Return the seconds from the first document that left a mark to the last: neither waits for Java to start."""
    times = [mark.stat().st_mtime for mark in marks.iterdir() if mark.is_file()]
    return max(times) - min(times) if times else 0.0


def _wait_for_all() -> None:
    try:
        while True:
            os.wait()
    except ChildProcessError:
        return


def measure(raw: Path, workers: int, extractor: str = "real") -> dict[str, float]:
    """Return what `read` tells, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        script = [sys.executable, __file__, "--read", str(raw), str(workers), folder, extractor]
        measured = subprocess.run(script, check=True, stdout=subprocess.PIPE)
        return json.loads(measured.stdout)


def main(documents: int, further: Path | None) -> dict[str, object]:
    """Return all figures with their ratios."""
    with tempfile.TemporaryDirectory() as place:
        few, many = (Path(place, name, "raw") for name in ("few", "many"))
        generate(few, FEW)
        generate(many, documents)
        for way in WAYS:
            wait_for(Path(place, way, "raw"), WAITING)
        if further is not None:
            shutil.copytree(further, many, dirs_exist_ok=True)
        found = {
            way: {
                "start": measure(few, workers),
                "all": measure(many, workers),
                "waiting": measure(Path(place, way, "raw"), workers, "slow"),
            }
            for way, workers in WAYS.items()
        }
    cpu, clock = (
        {way: each["all"][what] - each["start"][what] for way, each in found.items()} for what in ("cpu", "clock")
    )
    waited = {way: each["waiting"]["from_first_to_last"] for way, each in found.items()}
    return found | {
        "cpu_of_documents": {way: round(seconds, 2) for way, seconds in cpu.items()},
        "overhead_of_one_worker_in_cpu": round(cpu["one_worker"] / cpu["embedded"], 3),
        "two_workers_to_one_by_the_clock": round(clock["one_worker"] / clock["two_workers"], 2),
        "two_workers_to_one_waiting": round(waited["one_worker"] / waited["two_workers"], 2),
    }


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read"]:
        _, _, given, workers_given, beside, extractor_given = sys.argv
        print(json.dumps(read(Path(given), int(workers_given), Path(beside), extractor_given)))
    else:
        number = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
        print(json.dumps(main(number, Path(sys.argv[2]) if len(sys.argv) > 2 else None), indent=2))
