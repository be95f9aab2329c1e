"""Where operands of a finding are printed: the lines around them, or the rows of their table, with the figures marked.

A text document has lines. Of other formats the extracted cells hold the rows of the tables; their prose is read again
from the archive, but not that of a scan: recognising it takes minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pyarrow.compute as pc
import pyarrow.parquet as pq
from rich.text import Text

from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.read import read
from dagster_project.intake.office import converted
from dagster_project.settings import Settings
from dagster_project.store.buckets import bucket_file
from dagster_project.tracing.operands import PLACE_IN_PROSE, Operand
from dagster_project.tracing.printed_lines import (
    Span,
    archived_content,
    marked_at,
    printed_lines,
    standing_alone,
    window,
)

GAP = "…"
LONGEST = 200
"""Characters of a line that is there for what stands around it; the line of a figure is shown whole."""

CELL_BEGINS, CELL_ENDS = re.compile(r"(^|\t|\||\s{2})\s*$"), re.compile(r"\s*($|\t|\||\s{2})")
NUMBER = re.compile(r"\d[\d,，]*(\.\d+)?[%％]?")


PLACES = {"line": "line {0}", "row": "row {0}"}


class Printed(NamedTuple):
    """Part of a document: its lines, or the rows of one table with tabs between their cells, by number, in order."""

    kind: str
    lines: Mapping[int, str]


def part_of(operand: Operand) -> tuple[str, int | None]:
    """Return what is shown together: a text document, or a table of another one."""
    return operand.document_file, None if operand.format == "text" else operand.table_number


def printed_part(settings: Settings, operand: Operand) -> Printed:
    """Return the part of the document in which an operand stands; empty where it is not at hand."""
    archived = settings.archive / operand.content_sha256
    if operand.format == "text":
        return Printed("line", printed_lines(archived))
    if operand.table_number is not None:
        return Printed("row", _rows(settings.extracted, operand))
    return Printed("", _prose(archived, operand.document_file) if operand.reading_method != "ocr" else {})


def sentence(archived: Path, file: str, ledger_id: str) -> str:
    """Return the line of prose that a number stands in, of a document that is no text; empty for one of a table."""
    found = PLACE_IN_PROSE.search(ledger_id)
    return _prose(archived, file).get(int(found[1]), "") if found else ""


def excerpt(
    printed: Printed,
    operands: list[tuple[Operand, str | None]],
    brackets: str = "",
    places: Mapping[str, str] = PLACES,
) -> Iterator[Text]:
    """Yield the lines around the operands of one part, each once; `operands` bears what is to be marked of each.

    Where that is None, it is the number at the operand's own place. `brackets` stand around what is marked, where
    colours do not show; `places` are the words for the number of a line and of a row.
    """
    filled = [number for number, text in printed.lines.items() if text.strip()]
    spans: dict[int, list[Span]] = {}
    shown: set[int] = set()
    for operand, figure in operands:
        at = _number(printed, operand)
        shown.update(window(filled, at))
        if at in printed.lines:
            spans.setdefault(at, []).extend(_spans(printed.lines[at], printed.kind, operand, figure))
    width = len(str(max(shown, default=0)))
    before: int | None = None
    for number in sorted(shown):
        if before is not None and filled.index(number) != filled.index(before) + 1:
            yield Text(GAP, "dim")
        gutter = places[printed.kind].format(f"{number:>{width}}") + "  " if printed.kind else ""
        line, marks = printed.lines[number], spans.get(number, ())
        short = line if marks or len(line) <= LONGEST else line[:LONGEST] + GAP
        yield Text(gutter, "dim").append_text(marked_at(short, marks, brackets))
        before = number


def _number(printed: Printed, operand: Operand) -> int:
    """Return the number under which the operand's line or row stands in its part."""
    if printed.kind == "":
        return operand.in_prose[0] if operand.in_prose else 0
    return (operand.line if printed.kind == "line" else operand.row_number) or 0


def _spans(line: str, kind: str, operand: Operand, figure: str | None) -> list[Span]:
    """Return where the figure stands: at its own place where that is known, else wherever it stands alone."""
    found = standing_alone(line, figure) if figure else []
    start = _start(line, kind, operand)
    if start is not None and not figure:
        number = NUMBER.match(line, start)
        return [number.span()] if number else []
    if start is not None:
        return [span for span in found if span[0] == start] or found
    if operand.table_number is not None:
        # 2 is not the figure of a cell that holds ≥2
        found = [span for span in found if _fills_cell(line, *span)] or found
    if operand.nth is not None and operand.of_so_many == len(found):
        return [found[operand.nth - 1]]
    return found


def _fills_cell(line: str, start: int, end: int) -> bool:
    return CELL_BEGINS.search(line[:start]) is not None and CELL_ENDS.match(line, end) is not None


def _start(line: str, kind: str, operand: Operand) -> int | None:
    """Return where in the line the operand begins; None where that is not known."""
    if operand.in_prose:
        return operand.in_prose[1]
    if kind == "row" and operand.column_number is not None:
        before = line.split("\t")[: operand.column_number - 1]
        return sum(len(cell) + 1 for cell in before) + (operand.span_start or 0)
    return None


def _rows(extracted: Path, operand: Operand) -> dict[int, str]:
    """Return the rows of the operand's table; none where the extraction of its document is gone."""
    file = bucket_file(extracted, "cells", operand.document_id[:2])
    if not file.is_file():
        return {}
    own = (pc.field("document_id") == operand.document_id) & (pc.field("table_number") == operand.table_number)
    rows: dict[int, list[str]] = {}
    for cell in pq.read_table(file, filters=own, partitioning=None).to_pylist():
        cells = rows.setdefault(cell["row_number"], [])
        cells += [""] * (cell["column_number"] - len(cells))
        cells[cell["column_number"] - 1] = cell["text"].replace("\n", " ").replace("\t", " ")
    return {number: "\t".join(cells) for number, cells in sorted(rows.items())}


def _prose(archived: Path, file: str) -> dict[int, str]:
    document, _ = read(archived_content(archived), file, converted)
    return {block.line: block.text for block in document.blocks if isinstance(block, Prose)}
