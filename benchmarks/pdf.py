"""Measure, and print JSON: reading PDFs against pdfium's raw characters and path segments, and against pdfplumber.

Usage: python benchmarks/pdf.py [FOLDER]   — else the PDFs beside the clone.
"""

from __future__ import annotations

import ctypes
import io
import json
import logging
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pdfplumber
import pypdfium2.raw as pdfium
from clock import cpu_seconds

from dagster_project.extraction import extract
from dagster_project.extraction.read import pdf

PROJECT = Path(__file__).resolve().parents[1]
DOCUMENTS = PROJECT.parent / "shared" / "documents" / "pdf"
ROUNDS = 7
# a process of its own, so that its peak memory is its own
READ = """
import re, resource, sys
from pathlib import Path
from dagster_project.extraction.read import pdf
for file in sys.argv[1:]:
    pdf.read(Path(file).read_bytes())
status = Path("/proc/self/status")
# what rusage tells on Linux is at least the peak of the parent
peak = re.search(r"VmHWM:\\s*(\\d+)", status.read_text()) if status.exists() else None
print(peak[1] if peak else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def raw(content: bytes) -> int:
    """Take every character with its box, and every segment of every path, from pdfium; return the number of pages."""
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    count: int = pdfium.FPDF_GetPageCount(document)
    box = [ctypes.c_double() for _ in range(4)]
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(count):
        page = pdfium.FPDF_LoadPage(document, number)
        text = pdfium.FPDFText_LoadPage(page)
        for index in range(pdfium.FPDFText_CountChars(text)):
            pdfium.FPDFText_GetUnicode(text, index)
            pdfium.FPDFText_GetCharBox(text, index, *box)
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            item = pdfium.FPDFPage_GetObject(page, index)
            if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_PATH:
                for number_ in range(pdfium.FPDFPath_CountSegments(item)):
                    pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(item, number_), x, y)
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return count


def plumbed(content: bytes) -> None:
    """Extract the tables of a document with pdfplumber."""
    with pdfplumber.open(io.BytesIO(content)) as document:
        for page in document.pages:
            page.extract_tables()
            page.close()


def measure(files: Sequence[Path]) -> dict[str, object]:
    """Return CPU milliseconds per page, the least of rounds that alternate, so that a busy machine slows all."""
    contents = [file.read_bytes() for file in files]
    pages = sum(map(raw, contents))
    works: list[Callable[[], object]] = [
        lambda: [pdf.read(content) for content in contents],
        lambda: [raw(content) for content in contents],
        lambda: [extract(content, file.name) for content, file in zip(contents, files, strict=True)],
    ]
    rounds = [[cpu_seconds(work) for work in works] for _ in range(ROUNDS)]
    read, floor, whole = (min(times) * 1000 / pages for times in zip(*rounds, strict=True))
    plumber = cpu_seconds(lambda: [plumbed(content) for content in contents]) * 1000 / pages
    return {
        "documents": len(files),
        "pages": pages,
        "read_cpu_milliseconds_per_page": round(read, 2),
        "raw_cpu_milliseconds_per_page": round(floor, 2),
        "pdfplumber_cpu_milliseconds_per_page": round(plumber, 2),
        "extract_cpu_milliseconds_per_page": round(whole, 2),
        "read_to_raw": round(read / floor, 2),
        "pdfplumber_to_read": round(plumber / read, 1),
        "read_peak_megabytes": round(peak_megabytes(files), 1),
    }


def peak_megabytes(files: Sequence[Path]) -> float:
    """Return the peak memory of a process that reads the documents."""
    command = [sys.executable, "-c", READ, *map(str, files)]
    peak = int(subprocess.run(command, check=True, capture_output=True, text=True, cwd=PROJECT).stdout)
    return peak / (1 if sys.platform != "darwin" else 1024) / 1024


if __name__ == "__main__":
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    print(json.dumps(measure(sorted(folder.glob("*.pdf"))), indent=2))
