"""Word documents (.docx): paragraphs and tables in document order, a merged cell's text once.

What was deleted under tracked changes, hidden and struck text, headers and footers are left out, but for the unit of
amount in a header; notes follow the text. A document of Word has no pages until it is printed, so nothing here has one.
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
from dagster_project.extraction.read.carried import Carried
from dagster_project.extraction.read.docx import headers
from dagster_project.extraction.read.docx.attached import Attached
from dagster_project.extraction.read.docx.markup import (
    MATHEMATICS,
    WRAPPERS,
    below,
    continues,
    edges_of,
    formula,
    is_on,
    number,
    symbol,
    value,
)
from dagster_project.extraction.read.docx.notes import notes
from dagster_project.extraction.read.docx.unseen import Unseen
from dagster_project.extraction.read.flowing import FlowingText
from dagster_project.extraction.read.spans import Cell, SpannedRow, lines_of, of_figures
from dagster_project.extraction.vocabulary import Omission

MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OTHER_MAINS = (
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
"""Kinds of main part that python-docx refuses, though they hold the same."""
TYPES = "[Content_Types].xml"
BREAKS = {qn("w:br"), qn("w:cr")}
TABS = {qn("w:tab"), qn("w:ptab")}
LEFT_OUT = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:txbxContent"),
    qn("w:tbl"),
    qn("w:pPr"),
    qn("w:rPr"),
    qn("w:sdtPr"),
    qn("w:rt"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
TEXT_BOX = qn("w:txbxContent")
EMBEDDED_FILE = qn("w:altChunk")
"""A file of another kind whose content Word shows in the place of this element."""
WIDEST = 1_000


def read(content: bytes) -> Content | Issue:
    """Read a Word document; an Issue where it is damaged, protected, or too large."""
    parts = package.open_package(content)
    if isinstance(parts, Issue):
        return parts
    parts = package.transitional(parts)
    for other in OTHER_MAINS:
        parts[TYPES] = parts.get(TYPES, b"").replace(other, MAIN)
    try:
        body = docx.Document(io.BytesIO(package.pack(parts))).element.body
    except Exception:  # a damaged package breaks python-docx anywhere
        return package.unreadable("The document is damaged", "Open it in Word or WPS and save it as .docx")
    names = headers.targets(parts)
    builder = FlowingText("docx")
    word = Word(builder, Attached(Carried.in_package(builder, content), names), headers.unit_lines(body, parts, names))
    if package.has_macros(parts):
        word.builder.issue(package.MACROS)
    unseen = Unseen(body, parts)
    for element in (body, *notes(parts)):
        word.builder.leave_out_unseen(unseen.take_off(element))
        _add(word, element)
        for reason, words in _left_out(element):
            word.builder.leave_out(reason, words)
    return word.builder.content()


class Word(NamedTuple):
    """A document while it is read: what was found, what is attached, and the unit of amount over each table."""

    builder: FlowingText
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
                word.builder.line(line)
            word.attached.add(element)
            for box in _text_boxes(element):
                _add(word, box)
        elif element.tag == qn("w:tbl"):
            _add_table(word, element)
        elif element.tag in WRAPPERS:
            _add(word, element)
        elif element.tag == EMBEDDED_FILE:
            word.attached.add_file(str(element.get(qn("r:id"))))


def _text(element: etree._Element) -> str:
    """Return the text of an element as printed; text boxes, tables in it and deleted text left out."""
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in BREAKS:
            yield "\n"
        elif child.tag in TABS:
            yield "\t"
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif child.tag == qn("w:sym"):
            yield symbol(child)
        elif str(child.tag).startswith(MATHEMATICS):
            yield formula(child)
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
    return any(is_on(run, "w:rPr", name) for name in ("w:vanish", "w:strike", "w:dstrike"))


def _is_raised(run: etree._Element) -> bool:
    """Tell whether a run is a mark of a footnote or a power: its digits are no part of the figure before them."""
    found = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return found is not None and value(found, "w:val") == "superscript"


def _text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == TEXT_BOX:
            yield child
        elif child.tag not in LEFT_OUT:
            yield from _text_boxes(child)


def _add_table(word: Word, table: etree._Element) -> None:
    if _lays_out(table):
        for cell in _cells(table):
            _add(word, cell)
        return
    builder = word.builder
    rows = [_row(row) for row in below(table, "w:tr") if not is_on(row, "w:trPr", "w:del")]
    widths = [number(column, "w:w") for column in table.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")]
    builder.end_grid()
    word.print_header(table)
    add_area(builder, lines_of(rows, edges_of(rows, widths)), is_first=False)
    for cell in _cells(table):
        word.attached.add(cell)
        for inner in below(cell, "w:tbl"):
            _add_table(word, inner)


def _lays_out(table: etree._Element) -> bool:
    """Tell whether a table is there to lay out those of figures in its cells, and holds none of its own."""
    cells = list(_cells(table))
    inner = [each for cell in cells for each in below(cell, "w:tbl")]
    return any(of_figures(map(_text, _cells(each))) for each in inner) and not of_figures(map(_text, cells))


def _cells(table: etree._Element) -> Iterator[etree._Element]:
    return (cell for row in below(table, "w:tr") for cell in below(row, "w:tc"))


def _row(row: etree._Element) -> SpannedRow:
    before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
    column = min(number(before, "w:val"), WIDEST)
    cells = []
    for cell in below(row, "w:tc"):
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        width = min(max(number(span, "w:val"), 1), WIDEST)
        continued = any(continues(cell, merge) for merge in ("w:vMerge", "w:hMerge"))
        cells.append(Cell(column, width, "" if continued else _text(cell).strip()))
        column += width
    return SpannedRow(tuple(cells))
