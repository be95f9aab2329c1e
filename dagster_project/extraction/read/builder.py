"""Puts a document together in reading order, for readers whose source has no lines of its own: PDF, sheets, Word, HTML.

Every line of prose and every row gets the next number as its key; pages, rows of a sheet, reading methods and
confidences are kept beside it. Persons are taken out here, as in text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dagster_project.extraction.model.document import Area, Block, Content, Grid, Layout, Prose, Row
from dagster_project.extraction.model.issues import Issue
from dagster_project.extraction.read.persons import may_name_person, redact
from dagster_project.extraction.read.persons_in_prose import telephones, without_persons


class Builder:
    """Collects prose and rows; `grid` ends with the next prose line, or when it is told to."""

    def __init__(self, format: str) -> None:
        self.format = format
        self.key = 0
        self.blocks: list[Block] = []
        self.rows: list[Row] = []
        self.redacted: set[tuple[int, int]] = set()
        self.pages: dict[int, int] = {}
        self.lines: dict[int, int] = {}
        self.methods: dict[int, str] = {}
        self.confidences: dict[tuple[int, int], Decimal] = {}
        self.boxes: dict[tuple[int, int], Area] = {}
        self.turns: dict[int, tuple[tuple[int, int], ...]] = {}
        self.issues: list[Issue] = []

    def prose(
        self, text: str, page: int | None = None, line: int | None = None, turns: tuple[tuple[int, int], ...] = ()
    ) -> None:
        """Add a line of prose; a blank one is left out. `turns`: offsets at which it goes on on another page."""
        self.end_grid()
        if text.strip():
            key, prose = self._next(page, line), without_persons(text.rstrip())
            self.blocks.append(Prose(key, prose.text))
            self.redacted.update(telephones(key, prose))
            if turns:
                self.turns[key] = tuple((prose.moved(offset), page) for offset, page in turns)

    def row(
        self,
        cells: Sequence[str],
        page: int | None = None,
        line: int | None = None,
        method: str | None = None,
        confidences: Sequence[Decimal] = (),
        boxes: Mapping[int, Area] | None = None,
    ) -> None:
        """Add a row to the grid that is open; cells of a merged area are blank but the first.

        `boxes` says for 0-based columns where the cell stands on its page.
        """
        key = self._next(page, line)
        stripped = tuple(" ".join(cell.split()) for cell in cells)
        if may_name_person(" ".join(stripped)):
            redacted = redact(key, stripped, self.redacted)
            stripped = tuple(without_persons(cell).text for cell in redacted)
        if method is not None:
            self.methods[key] = method
        self.confidences.update(((key, column), value) for column, value in enumerate(confidences))
        for column, box in (boxes or {}).items():
            self.boxes[key, column] = box
        self.rows.append(Row(key, stripped))

    def append(self, content: Content, page: int | None = None) -> None:
        """Add what another reader read of a part of the document, in order."""
        for block in content.blocks:
            if isinstance(block, Prose):
                self.prose(block.text, page)
                continue
            self.end_grid()
            for row in block.rows:
                self.row(row.cells, page)
                self.redacted.update((self.key, column) for line, column in content.redacted if line == row.line)
            self.end_grid()
        for issue in content.issues:
            self.issue(issue._replace(line=None))

    def end_grid(self) -> None:
        """Close the grid: the next row begins another."""
        if self.rows:
            self.blocks.append(Grid(tuple(self.rows)))
            self.rows = []

    def issue(self, issue: Issue) -> None:
        """Add an issue met on the way, once."""
        if issue not in self.issues:
            self.issues.append(issue)

    def content(self) -> Content:
        """Return what was collected."""
        self.end_grid()
        layout = Layout(False, self.pages, self.lines, self.methods, self.confidences, self.boxes, self.turns)
        redacted, issues = frozenset(self.redacted), tuple(self.issues)
        return Content(self.format, None, self.key, tuple(self.blocks), redacted, layout, issues)

    def _next(self, page: int | None, line: int | None) -> int:
        self.key += 1
        if page is not None:
            self.pages[self.key] = page
        if line is not None:
            self.lines[self.key] = line
        return self.key
