"""One HTML file, complete in itself: pages as printed, the recognised cells over them, tables and issues beside."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from dagster_project.extraction.model.document import Area, Prose
from dagster_project.extraction.vocabulary import Disposition, Severity
from dagster_project.inspection.overlay import Fate, Mark, marks
from dagster_project.inspection.pictures import page_count, pictures
from dagster_project.inspection.reading import Reading
from dagster_project.inspection.tables import FoundTable, found_tables
from dagster_project.inspection.templates import template
from dagster_project.inspection.words import words_in

TEMPLATE = "inspection/template.html"
PICTURES = 60
"""Pages that are drawn, at most."""
SHEETS = ("ods", "spreadsheetml", "xls", "xlsx")
DISPOSITIONS = tuple(Disposition)
SEVERITIES = tuple(Severity)


class Part(NamedTuple):
    """A table, or what of it stands on one page: cells laid over the picture, and rows where there is none."""

    table: FoundTable
    is_first: bool
    outline: Area | None
    over: list[Mark]
    rows: dict[int, dict[int, Mark]]


class Section(NamedTuple):
    """A page, a sheet, or a whole text: its picture if it has one, its tables, and its prose with amounts."""

    page: int | None
    name: str
    picture: str | None
    parts: list[Part]
    prose: list[tuple[int | None, list[tuple[str, str]]]]


def write_page(reading: Reading, file: Path) -> None:
    """Write the page of a document to `file`."""
    chosen = pages_to_draw(reading)
    drawn = pictures(reading.document, reading.content, chosen)
    file.write_text(template(TEMPLATE).render(**content(reading, drawn)), encoding="utf-8")


def content(reading: Reading, drawn: Mapping[int, str], language: str = "en") -> dict[str, Any]:
    """Return what a page says of a document; `drawn` are the addresses of its pictures by page."""
    format = reading.document.format
    tables = found_tables(reading)
    count = page_count(reading.content, format)
    dispositions = Counter(number["disposition"] for number in reading.rows["ledger"])
    return {
        "document": reading.rows["documents"][0],
        "tables": tables,
        "issues": sorted(reading.rows["issues"], key=lambda issue: SEVERITIES.index(issue["severity"])),
        "numbers": [(name, dispositions[name]) for name in DISPOSITIONS if dispositions[name] or name != "redacted"],
        "seen": dispositions.total(),
        "sections": list(_sections(reading, tables, count, drawn, language)),
        "place": _place_name(format),
        "page_count": count,
        "drawn": len(drawn),
    }


def section_of_table(reading: Reading, number: int, most_rows: int, language: str = "en") -> Section:
    """Return the first page on which a number of a table was not used, else its first, with that table alone.

    Where no page can be drawn, the table is laid out, `most_rows` of it.
    """
    marked = marks(reading, language)[number]
    page = next((mark.page for mark in [*(m for m in marked if m.fate is Fate.UNMAPPED), *marked]), None)
    drawn = pictures(reading.document, reading.content, [page] if page else [])
    picture = drawn.get(page) if page else None
    tables = [table for table in found_tables(reading) if table.number == number]
    parts = [
        part._replace(rows=dict(islice(part.rows.items(), most_rows)))
        for part in _parts(tables, {number: marked}, page, picture is not None, set())
    ]
    return Section(page, _section_name(reading, page, language), picture, parts, [])


def pages_to_draw(reading: Reading) -> list[int]:
    """Return the pages to draw: those with tables first."""
    count = page_count(reading.content, reading.document.format)
    with_tables = {page for table in found_tables(reading) for page in table.pages}
    order = sorted(range(1, count + 1), key=lambda number: (number not in with_tables, number))
    return sorted(order[:PICTURES])


def _place_name(format: str) -> str:
    return "sheet" if format in SHEETS else "page"


def _section_name(reading: Reading, page: int | None, language: str) -> str:
    said = words_in(language)
    return said.sections[_place_name(reading.document.format)].format(page) if page else said.text


def _sections(
    reading: Reading, tables: list[FoundTable], count: int, drawn: Mapping[int, str], language: str
) -> Iterator[Section]:
    marked, prose = marks(reading, language), _prose(reading, language)
    found = {mark.page for each in marked.values() for mark in each} | set(prose)
    pages = {page for page in found if page is not None} | set(range(1, count + 1))
    seen: set[int] = set()
    for page in [*sorted(pages), *([None] if None in found else [])]:
        picture = drawn.get(page) if page is not None else None
        parts = list(_parts(tables, marked, page, picture is not None, seen))
        if picture or parts or prose.get(page):
            yield Section(page, _section_name(reading, page, language), picture, parts, prose.get(page, []))


def _parts(
    tables: list[FoundTable], marked: dict[int, list[Mark]], page: int | None, has_picture: bool, seen: set[int]
) -> Iterator[Part]:
    for table in tables:
        here = [mark for mark in marked[table.number] if mark.page == page]
        over = [mark for mark in here if has_picture and mark.box]
        rows: dict[int, dict[int, Mark]] = defaultdict(dict)
        for mark in here:
            if not (has_picture and mark.box):
                rows[mark.row][mark.column] = mark
        if here:
            yield Part(table, table.number not in seen, _outline(over), over, dict(rows))
            seen.add(table.number)


def _outline(over: list[Mark]) -> Area | None:
    """Return the rectangle around all cells, as parts of the page."""
    boxes = [mark.box for mark in over if mark.box]
    if not boxes:
        return None
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _prose(reading: Reading, language: str) -> dict[int | None, list[tuple[int | None, list[tuple[str, str]]]]]:
    """Return, by page, the lines of prose in which amounts were read: their line, and pieces of text with a note."""
    said = words_in(language)
    spans: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for amount in reading.rows["prose_amounts"]:
        if amount["table_number"] is None:
            yuan = said.yuan.format(f"{amount['amount_cny']:,}") if amount["amount_cny"] is not None else said.finer
            spans[amount["sequence"]].append((amount["span_start"], amount["span_end"], yuan))
    found: dict[int | None, list[tuple[int | None, list[tuple[str, str]]]]] = defaultdict(list)
    for block in reading.document.blocks:
        if isinstance(block, Prose) and block.line in spans:
            line = reading.document.layout.line(block.line)
            found[reading.page(block.line)].append((line, _pieces(block.text, spans[block.line])))
    return found


def _pieces(text: str, spans: list[tuple[int, int, str]]) -> list[tuple[str, str]]:
    pieces, done = [], 0
    for start, end, note in sorted(spans):
        pieces += [(text[done:start], ""), (text[start:end], note)]
        done = end
    return [*pieces, (text[done:], "")]
