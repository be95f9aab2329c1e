"""An OpenDocument text: paragraphs, lists and tables in order, then notes; comments and hidden words left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from dagster_project.extraction.model.document import Content
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read.areas import add_area, prose_lines
from dagster_project.extraction.read.carried import Carried
from dagster_project.extraction.read.flowing import FlowingText
from dagster_project.extraction.read.markup import children, name
from dagster_project.extraction.read.odf.cells import cells, is_hidden, number, repeated
from dagster_project.extraction.read.odf.frames import shown_in
from dagster_project.extraction.read.odf.styles import Styles
from dagster_project.extraction.read.odf.words import SHAPES, left_out, shown, text_of
from dagster_project.extraction.read.sheet.shapes import add_part
from dagster_project.extraction.read.spans import Cell, SpannedRow, lines_of, of_figures
from dagster_project.extraction.vocabulary import Omission

WIDEST = 1_000
MOST_CELLS = 1_000_000
"""Of all tables of a text together."""
CONTAINERS = {
    "section",
    "list",
    "list-item",
    "list-header",
    "index-body",
    "index-title",
    "text-box",
    "numbered-paragraph",
}
INDEXES = {"table-of-content", "illustration-index", "table-index", "user-index", "alphabetical-index", "bibliography"}


class Text:
    """Walks a text in order and collects its lines and tables."""

    def __init__(self, styles: Styles, content: bytes) -> None:
        self.styles = styles
        self.builder = FlowingText("odt")
        self.carried = Carried.in_package(self.builder, content)
        self.cells = 0

    def read(self, body: etree._Element, taken_off: Iterable[str]) -> Content:
        """Return what stands in a text off which the words were taken that nobody sees."""
        unseen = list(taken_off)
        self._add(body)
        for note in body.iter("{*}note-body"):
            self._add(note)
        for reason, words in left_out(body, self.styles):
            if reason is Omission.HIDDEN:
                unseen.append(words)
            else:
                self.builder.leave_out(reason, words)
        self.builder.leave_out_unseen(unseen)
        return self.builder.content()

    def _add(self, parent: etree._Element) -> None:
        for element in parent:
            kind = name(element)
            if self.styles.hides(element):
                continue
            if kind in ("p", "h"):
                for line in prose_lines(text_of(element, self.styles)):
                    self.builder.line(line)
                self._boxes(element)
            elif kind == "table":
                self._table(element)
            elif kind in CONTAINERS or kind in INDEXES:
                self._add(element)
            elif kind in SHAPES or kind == "g":
                self._boxes([element])

    def _boxes(self, parent: Iterable[etree._Element]) -> None:
        """Add what stands in the text boxes and shapes of a paragraph, and what its frames show."""
        for element in parent:
            if name(element) == "frame":
                for box in children(element, "text-box"):
                    self._add(box)
                for shape in shown_in(element, self.carried.data):
                    add_part(shape, self.carried)
            elif name(element) in SHAPES:
                self._add(element)
            elif name(element) in ("span", "a", "g"):
                self._boxes(element)

    def _table(self, table: etree._Element) -> None:
        if self._lays_out(table):
            for element in _shown_cells(table):
                self._add(element)
            return
        rows: list[SpannedRow] = []
        inner: list[etree._Element] = []
        for _, times, element in repeated(table, "table-row"):
            if is_hidden(element):
                continue
            row = self._row(element)
            self.cells += len(row.cells) * times
            if self.cells > MOST_CELLS:
                message = f"The tables hold over {MOST_CELLS:,} cells; the rest was not read. Split the text."
                self.builder.issue(Issue(IssueCode.LEFT_OUT, Severity.ERROR, message))
                break
            rows += [row] * times
            inner += [each for cell in cells(element) for each in children(cell.element, "table")]
        self.builder.end_grid()
        add_area(self.builder, lines_of(rows), is_first=False)
        for each in inner:
            self._table(each)
        for element in _shown_cells(table):
            for paragraph in children(element, "p", "h"):
                self._boxes(paragraph)

    def _lays_out(self, table: etree._Element) -> bool:
        """Tell whether a table is there to lay out those of figures in its cells, and holds none of its own."""
        inner = [each for element in _shown_cells(table) for each in children(element, "table")]
        return any(map(self._is_of_figures, inner)) and not self._is_of_figures(table)

    def _is_of_figures(self, table: etree._Element) -> bool:
        return of_figures(shown(element, self.styles) or "" for element in _shown_cells(table))

    def _row(self, row: etree._Element) -> SpannedRow:
        found = []
        for column, times, element, is_covered in cells(row):
            if is_covered:
                continue
            width = number(element, "number-columns-spanned")
            text = (shown(element, self.styles) or "").strip()
            for place in range(column, min(column + times, WIDEST)):
                found.append(Cell(place, min(width, WIDEST), text))
        return SpannedRow(tuple(found))


def _shown_cells(table: etree._Element) -> Iterator[etree._Element]:
    for _, _, row in repeated(table, "table-row"):
        if not is_hidden(row):
            yield from (element for _, _, element, is_covered in cells(row) if not is_covered)
