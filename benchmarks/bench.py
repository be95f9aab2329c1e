"""Measure, and print JSON: documents against the floor of reading text, the main job, the audit, nights, PDFs,
scans, and how well documents of other cities are read.

Usage: python benchmarks/bench.py [FOLDER]   — else the originals beside the clone, else raw/.
PDFs and cities are measured where they are beside the clone, scans after `make ocr`.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import floor
from clock import cpu_seconds

from dagster_project.extraction import extract
from dagster_project.extraction.read import ocr

PROJECT = Path(__file__).resolve().parents[1]
ORIGINALS = PROJECT.parent / "shared" / "documents" / "shenzhen"
PDFS = ORIGINALS.parent / "pdf"
CITIES = ORIGINALS.parent / "cities"
ROUNDS = 9
# a process of its own, so that its peak memory is its own
MAIN_JOB = "import sys; from dagster_project.cli import app; sys.argv = ['yusuan', 'run']; app()"


def measure_extraction(folder: Path) -> dict[str, object]:
    """Return CPU seconds to extract the folder's documents, of the floor, and their ratio: the least of each.

    Rounds alternate, so that a busy machine slows both.
    """
    files = sorted(folder.glob("*.txt"))
    contents = [(file.read_bytes(), file.name) for file in files]
    rounds = [
        (
            cpu_seconds(lambda: [extract(content, name) for content, name in contents]),
            *(cpu_seconds(lambda: floor.once(files)) for _ in range(3)),
        )
        for _ in range(ROUNDS)
    ]
    extraction, least = min(first for first, *_ in rounds), min(min(rest) for _, *rest in rounds)
    return {
        "documents": len(files),
        "extraction_cpu_seconds": round(extraction, 4),
        "floor_cpu_seconds": round(least, 4),
        "ratio": round(extraction / least, 2),
    }


def measure_main_job(folder: Path) -> dict[str, object]:
    """Return wall seconds and peak memory of the main job, from nothing and again without news."""
    with tempfile.TemporaryDirectory() as data:
        options = ["--raw", str(folder), "--data", data]
        seconds = []
        for _ in range(2):
            start = time.perf_counter()
            program = MAIN_JOB.replace("'run'", ", ".join(repr(part) for part in ["run", *options]))
            subprocess.run([sys.executable, "-c", program], check=True, stdout=sys.stderr)
            seconds.append(round(time.perf_counter() - start, 2))
    kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    unit = 1 if sys.platform != "darwin" else 1024
    return {
        "main_job_wall_seconds": seconds[0],
        "main_job_again_wall_seconds": seconds[1],
        "main_job_peak_megabytes": round(kilobytes / unit / 1024, 1),
    }


def measure_apart(name: str, *arguments: str) -> object:
    """Return what another benchmark of this folder measures, in a process of its own."""
    script = [sys.executable, str(PROJECT / "benchmarks" / f"{name}.py"), *arguments]
    return json.loads(subprocess.run(script, check=True, stdout=subprocess.PIPE).stdout)


if __name__ == "__main__":
    documents = Path(sys.argv[1]) if len(sys.argv) > 1 else ORIGINALS if ORIGINALS.is_dir() else PROJECT / "raw"
    measured = measure_extraction(documents) | measure_main_job(documents)
    measured["audit"] = measure_apart("audit")
    measured["nights"] = measure_apart("nights")
    if PDFS.is_dir():
        measured["pdf"] = measure_apart("pdf", str(PDFS))
    if PDFS.is_dir() and ocr.missing() is None:
        measured["scan"] = measure_apart("scan", str(PDFS))
    if CITIES.is_dir():
        measured["cities"] = measure_apart("cities", str(CITIES))
    print(json.dumps(measured, indent=2))
