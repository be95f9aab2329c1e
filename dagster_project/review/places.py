"""Where the figures of a finding stand on the pages of its documents, as parts of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import pypdfium2

from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.locate.tables import locate
from dagster_project.extraction.model.document import Area, Document, Prose, Table
from dagster_project.inspection.lettering import Letter, around, lines
from dagster_project.tracing.operands import Operand

NUMBER = re.compile(r"\d[\d,，]*(\.\d+)?\s?[%％]?")
SHORTEST = 8
"""Letters of the text that are marked where nothing else tells what the figure is."""
BEFORE = 12
"""Letters before a figure of the text by which it is told from the same figure elsewhere on its page."""


@dataclass
class Places:
    """The places of one document that was read again; `pdf` is None of what has no pages that can be drawn."""

    document: Document
    pdf: pypdfium2.PdfDocument | None
    _letters: dict[int, list[list[Letter]]] = field(default_factory=dict)

    @cached_property
    def _tables(self) -> dict[int, Table]:
        return {table.number: table for table in locate(self.document).tables}

    @cached_property
    def _prose(self) -> dict[int, str]:
        return {block.line: block.text for block in self.document.blocks if isinstance(block, Prose)}

    def of(self, operand: Operand) -> list[Area]:
        """Return the boxes of an operand on its page; none where its place is not known."""
        if operand.table_number is not None and operand.row_number is not None:
            return self._in_table(operand.table_number, operand.row_number, operand.column_number)
        return self._in_prose(operand) if operand.page is not None and operand.in_prose else []

    def _in_table(self, number: int, row_number: int, column: int | None) -> list[Area]:
        """The box of a cell; of a row, that around its cells."""
        table = self._tables.get(number)
        if table is None or row_number > len(table.rows):
            return []
        row, boxes = table.rows[row_number - 1], self.document.layout.boxes
        columns = [column - 1] if column is not None else range(len(row.cells))
        found = [boxes[row.line, at] for at in columns if (row.line, at) in boxes]
        if not found:
            return []
        left, top, right, bottom = zip(*found, strict=True)
        return [(min(left), min(top), max(right), max(bottom))]

    def _in_prose(self, operand: Operand) -> list[Area]:
        key, start = operand.in_prose or (0, 0)
        text = self._prose.get(key, "")
        if self.pdf is None or operand.page is None:
            return []
        before = squeeze(text[max(0, start - 2 * BEFORE) : start])[-BEFORE:]
        for printed in _printed(operand, text[start:]):
            # the layer may hold other letters than were read: less and less of what stands before is asked for
            for kept in (BEFORE, BEFORE // 2, 2, 0):
                found = list(self._sought(operand.page, before[len(before) - kept :] if kept else "", printed))
                if len(found) == 1 or (found and kept):
                    return found[0]
        return []

    def _sought(self, page: int, before: str, printed: str) -> Iterator[list[Area]]:
        """Yield where what is printed stands behind other words, a box for each line that it stands on."""
        letters = [(number, letter) for number, line in enumerate(self._lines(page)) for letter in line]
        letters = [(number, letter) for number, letter in letters if not letter.text.isspace()]
        text = "".join(letter.text for _, letter in letters)
        at = text.find(before + printed)
        while at >= 0:
            held = letters[at + len(before) : at + len(before) + len(printed)]
            by_line = dict.fromkeys(number for number, _ in held)
            yield [around([letter for number, letter in held if number == line]) for line in by_line]
            at = text.find(before + printed, at + 1)

    def _lines(self, page: int) -> list[list[Letter]]:
        if page not in self._letters and self.pdf is not None:
            self._letters[page] = list(lines(self.pdf[page - 1])) if page <= len(self.pdf) else []
        return self._letters[page]


def _printed(operand: Operand, text: str) -> Iterator[str]:
    """Yield what can be sought of an operand: its figure, the number at its place, its words, those at its place."""
    number = NUMBER.match(text)
    for words in (operand.value_as_printed, number and number.group(), operand.value_text, text[:SHORTEST]):
        if words and (squeezed := squeeze(words)):
            yield squeezed
