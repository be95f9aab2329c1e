"""Word documents (.docx): paragraphs and tables in document order, a merged cell's text once.

What was deleted under tracked changes, hidden and struck text, headers and footers are left out, but for the unit of
amount in a header. A document of Word has no pages until it is printed, so nothing here has one.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import docx
from docx.oxml.ns import qn
from lxml import etree

from dagster_project.extraction.folding import RAISED, fold
from dagster_project.extraction.model.document import Content, Grid, Prose
from dagster_project.extraction.model.issues import Issue
from dagster_project.extraction.read import package
from dagster_project.extraction.read.areas import add_area, prose_lines
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.docx import headers
from dagster_project.extraction.read.docx.attached import Attached
from dagster_project.extraction.read.spans import Cell, SpannedRow, lines_of
from dagster_project.extraction.vocabulary import Omission

MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OTHER_MAINS = (
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
"""Kinds of main part that python-docx refuses, though they hold the same."""
TYPES = "[Content_Types].xml"
WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo"), qn("w:customXml"), qn("w:smartTag")}
BREAKS = {qn("w:br"), qn("w:cr")}
LEFT_OUT = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:txbxContent"),
    qn("w:tbl"),
    qn("w:pPr"),
    qn("w:rPr"),
    qn("w:sdtPr"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
TEXT_BOX = qn("w:txbxContent")
WIDEST = 1_000
SAME_EDGE = 100
"""Twentieths of a point (1.8 mm) within which the edges of two cells are one edge drawn by hand."""


def read(content: bytes) -> Content | Issue:
    """Read a Word document; an Issue where it is damaged, protected, or too large."""
    parts = package.open_package(content)
    if isinstance(parts, Issue):
        return parts
    for other in OTHER_MAINS:
        parts[TYPES] = parts.get(TYPES, b"").replace(other, MAIN)
    try:
        body = docx.Document(io.BytesIO(package.pack(parts))).element.body
    except Exception:  # a damaged package breaks python-docx anywhere
        return package.unreadable("The document is damaged", "Open it in Word or WPS and save it as .docx")
    names = headers.targets(parts)
    word = Word(Builder("docx"), Attached(content, names), headers.unit_lines(body, parts, names))
    if package.has_macros(parts):
        word.builder.issue(package.MACROS)
    _add(word, body)
    for reason, words in _left_out(body):
        word.builder.leave_out(reason, words)
    return word.builder.content()


class Word(NamedTuple):
    """A document while it is read: what was found, what is attached, and the unit of amount over each table."""

    builder: Builder
    attached: Attached
    unit_lines: Mapping[etree._Element, str]

    def print_header(self, table: etree._Element) -> None:
        """Print the unit of amount of the page over a table that prints none of its own."""
        line, blocks = self.unit_lines.get(table), self.builder.blocks
        last = max((index for index, block in enumerate(blocks) if isinstance(block, Grid)), default=-1)
        if line and not any(
            headers.UNIT.search(fold(block.text)) for block in blocks[last + 1 :] if isinstance(block, Prose)
        ):
            self.builder.show_besides(line)
            self.builder.prose(line)


def _add(word: Word, parent: etree._Element) -> None:
    """Add the blocks of a body, a text box or a cell, in order."""
    for element in parent:
        if element.tag == qn("w:p"):
            for line in prose_lines(_text(element)):
                word.builder.prose(line.replace("\t", " "))
            word.attached.add(element, word.builder)
            for box in _text_boxes(element):
                _add(word, box)
        elif element.tag == qn("w:tbl"):
            _add_table(word, element)
        elif element.tag in WRAPPERS:
            _add(word, element)


def _text(element: etree._Element) -> str:
    """Return the text of an element as printed; text boxes, tables in it and deleted text left out."""
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in BREAKS:
            yield "\n"
        elif child.tag == qn("w:tab"):
            yield "\t"
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif child.tag == qn("w:r") and _is_unseen(child):
            continue
        elif child.tag == qn("w:r") and _is_raised(child):
            yield "".join(_pieces(child)).translate(RAISED)
        elif child.tag not in LEFT_OUT:
            yield from _pieces(child)
            if child.tag == qn("w:p"):
                yield "\n"


def _left_out(element: etree._Element) -> Iterator[tuple[Omission, str]]:
    """Yield the texts that are moved away, hidden or struck out; what was deleted stands in elements of its own."""
    for child in element:
        if child.tag == qn("w:moveFrom"):
            yield Omission.DELETED, "".join(map(str, child.itertext(qn("w:t"))))
        elif child.tag == qn("w:r") and _is_unseen(child):
            yield Omission.HIDDEN, "".join(map(str, child.itertext(qn("w:t"))))
        elif not str(child.tag).endswith("}Fallback"):
            yield from _left_out(child)


def _is_unseen(run: etree._Element) -> bool:
    """Tell whether a run is hidden, or struck out."""
    return any(_is_on(run, "w:rPr", name) for name in ("w:vanish", "w:strike", "w:dstrike"))


def _is_raised(run: etree._Element) -> bool:
    """Tell whether a run is a mark of a footnote or a power: its digits are no part of the figure before them."""
    found = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return found is not None and _value(found, "w:val") == "superscript"


def _text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == TEXT_BOX:
            yield child
        elif child.tag not in LEFT_OUT:
            yield from _text_boxes(child)


def _add_table(word: Word, table: etree._Element) -> None:
    builder = word.builder
    rows = [_row(row) for row in _below(table, "w:tr") if not _is_on(row, "w:trPr", "w:del")]
    widths = [_number(column, "w:w") for column in table.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")]
    builder.end_grid()
    word.print_header(table)
    add_area(builder, lines_of(rows, _edges(rows, widths)), is_first=False)
    for row in _below(table, "w:tr"):
        for cell in _below(row, "w:tc"):
            word.attached.add(cell, builder)
            for inner in _below(cell, "w:tbl"):
                _add_table(word, inner)


def _row(row: etree._Element) -> SpannedRow:
    before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
    column = min(_number(before, "w:val"), WIDEST)
    cells = []
    for cell in _below(row, "w:tc"):
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        width = min(max(_number(span, "w:val"), 1), WIDEST)
        continued = any(_continues(cell, merge) for merge in ("w:vMerge", "w:hMerge"))
        cells.append(Cell(column, width, "" if continued else _text(cell).strip()))
        column += width
    return SpannedRow(tuple(cells))


def _continues(cell: etree._Element, merge: str) -> bool:
    """Tell whether a cell is the rest of one above or before it; the attribute is left out where it is."""
    found = cell.find(f"{qn('w:tcPr')}/{qn(merge)}")
    return found is not None and _value(found, "w:val") in (None, "continue")


def _edges(rows: list[SpannedRow], widths: list[int]) -> dict[int, int]:
    """Return which column each column of Word's grid belongs to: tables put together by hand have edges that differ a
    little from row to row. Where that would put two cells of a row into one column, each keeps its own."""
    starts = sorted({cell.column for row in rows for cell in row.cells})
    edges: dict[int, int] = {}
    last = None
    for start in starts:
        place = sum(widths[:start])
        near = last is not None and start <= len(widths) and place - sum(widths[:last]) < SAME_EDGE
        edges[start] = edges[last] if near and last is not None else start
        last = last if near else start
    collides = any(len({edges[cell.column] for cell in row.cells}) < len(row.cells) for row in rows)
    return {start: start for start in starts} if collides else edges


def _below(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the children of one kind, those inside content controls and insertions too."""
    for child in parent:
        if child.tag == qn(tag):
            yield child
        elif child.tag in WRAPPERS:
            yield from _below(child, tag)


def _is_on(element: etree._Element, properties: str, name: str) -> bool:
    found = element.find(f"{qn(properties)}/{qn(name)}")
    return found is not None and _value(found, "w:val") not in ("0", "false", "off")


def _number(element: etree._Element | None, name: str) -> int:
    """Return a number of Word's markup; 0 where there is none."""
    value = _value(element, name) if element is not None else None
    return int(value) if value and value.isdecimal() and len(value) < 10 else 0


def _value(element: etree._Element, name: str) -> str | None:
    value = element.get(qn(name))
    return None if value is None else str(value)
