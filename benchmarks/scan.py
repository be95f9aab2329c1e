"""Measure, and print JSON: seconds to recognise a page, over pages of the PDFs drawn as if they were scans.

Usage: python benchmarks/scan.py FOLDER   — needs `make ocr`.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pypdfium2
from clock import cpu_seconds

from dagster_project.extraction.read import ocr
from dagster_project.extraction.read.builder import Builder

PAGES = 2
"""Of each document, from its middle, where the tables are."""


def recognise(page: pypdfium2.PdfPage) -> None:
    """Draw a page as if it were a scan, and recognise it."""
    ocr.recognise(ocr.draw(page), Builder("pdf"), 1)


def measure(files: list[Path]) -> dict[str, object]:
    """Return the wall and CPU seconds of a page: the mean, and the worst; the models are loaded before."""
    walls, cpus = [], []
    for file in files:
        document = pypdfium2.PdfDocument(file)
        middle = len(document) // 2
        for number in range(middle, min(middle + PAGES, len(document))):
            page = document[number]
            if not walls:
                recognise(page)
            start = time.perf_counter()
            cpus.append(cpu_seconds(lambda page=page: recognise(page)))  # type: ignore[misc]
            walls.append(time.perf_counter() - start)
    return {
        "pages": len(walls),
        "wall_seconds_per_page": round(sum(walls) / len(walls), 2),
        "wall_seconds_of_the_worst": round(max(walls), 2),
        "cpu_seconds_per_page": round(sum(cpus) / len(cpus), 2),
    }


if __name__ == "__main__":
    print(json.dumps(measure(sorted(Path(sys.argv[1]).glob("*.pdf"))), indent=2))
