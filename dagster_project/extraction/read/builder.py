"""Puts a document together in reading order, for readers whose source has no lines of its own: PDF, sheets, Word, HTML.

Every line of prose and every row gets the next number as its key; pages, rows of a sheet, reading methods and
confidences are kept beside it. Persons are taken out here, as in text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal

from dagster_project.extraction.folding import APART, unified
from dagster_project.extraction.model.document import PROSE, Area, Block, Content, Grid, Layout, LeftOut, Prose, Row
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read.persons import digits_of, may_name_person, redact, taken_out
from dagster_project.extraction.read.persons_in_prose import telephones, without_persons
from dagster_project.extraction.vocabulary import Omission, Unread

FIGURE = re.compile(r"[-+(（]?\d[\d,]*(\.\d+)?%?[)）]?")


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
        self.pictures: set[int] = set()
        self.page_count: int | None = None
        self.drawn: set[int] = set()
        self.partial: set[int] = set()
        self.spread: Mapping[int, int] = {}
        self.cell_pages: dict[tuple[int, int], int] = {}
        self.left_out: list[LeftOut] = []
        self.besides: dict[int | None, str] = {}
        self.issues: list[Issue] = []

    def prose(
        self,
        text: str,
        page: int | None = None,
        line: int | None = None,
        turns: tuple[tuple[int, int], ...] = (),
        confidence: Decimal | None = None,
    ) -> None:
        """Add a line of prose; a blank one is left out.

        `turns`: offsets at which it goes on on another page. `confidence` is of one that was recognised.
        """
        self.end_grid()
        if text.strip():
            key, prose = self._next(page, line), without_persons(unified(text).rstrip())
            self.blocks.append(Prose(key, prose.text))
            self.redacted.update(telephones(key, prose))
            self.left_out += taken_out([text], [prose.text], page)
            if confidence is not None:
                self.methods[key], self.confidences[key, PROSE] = "ocr", confidence
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
        pages: Mapping[int, int] | None = None,
    ) -> None:
        """Add a row to the grid that is open; cells of a merged area are blank but the first.

        `boxes` says for 0-based columns where the cell stands on its page, `pages` which page that is, where it is
        another than the row's.
        """
        self._settle()
        key = self._next(page, line)
        stripped = tuple(_on_one_line(unified(cell)) for cell in cells)
        if may_name_person(" ".join(stripped)):
            redacted = redact(key, stripped, self.redacted)
            kept = tuple(without_persons(cell).text for cell in redacted)
            self.left_out += taken_out(stripped, kept, page)
            stripped = kept
        if method is not None:
            self.methods[key] = method
        self.confidences.update(((key, column), value) for column, value in enumerate(confidences))
        for column, box in (boxes or {}).items():
            self.boxes[key, column] = box
        self.cell_pages.update(((key, column), number) for column, number in (pages or {}).items())
        self.rows.append(Row(key, stripped))

    def end_grid(self) -> None:
        """Close the grid: the next row begins another."""
        self._settle()
        if self.rows:
            self.blocks.append(Grid(tuple(self.rows)))
            self.rows = []

    def issue(self, issue: Issue) -> None:
        """Add an issue met on the way, once."""
        if issue not in self.issues:
            self.issues.append(issue)

    def leave_out(self, reason: Omission, text: str, page: int | None = None, line: int | None = None) -> None:
        """Keep account of a text that is no part of the document, as far as it holds digits."""
        if digits := digits_of(text):
            self.left_out.append(LeftOut(reason, digits, page, line))

    def leave_out_unseen(self, texts: Iterable[str]) -> None:
        """Keep account of texts that nobody sees, and tell of them where they hold digits."""
        unseen = " ".join(texts)
        self.leave_out(Omission.HIDDEN, unseen)
        if digits_of(unseen):
            message = (
                "The document holds figures that nobody sees: hidden, struck out, or as white as the paper. "
                "They were not read."
            )
            self.issue(Issue(IssueCode.LEFT_OUT, Severity.NOTE, message, unread=Unread.HIDDEN, unread_count=1))

    def show_besides(self, text: str, page: int | None = None) -> None:
        """Keep account of what is read and stands in no text of the file, as far as it holds digits."""
        if digits := digits_of(text):
            self.besides[page] = f"{self.besides.get(page, '')} {digits}"

    @contextmanager
    def beside_the_text(self, page: int | None = None) -> Iterator[None]:
        """Keep such account of all that is added in the block, with `end_grid` before and after it."""
        self.end_grid()
        first = len(self.blocks)
        yield
        self.end_grid()
        for block in self.blocks[first:]:
            texts = [block.text] if isinstance(block, Prose) else [cell for row in block.rows for cell in row.cells]
            self.show_besides(" ".join(texts), page)

    def content(self) -> Content:
        """Return what was collected."""
        self.end_grid()
        layout = Layout(
            False,
            self.pages,
            self.lines,
            self.methods,
            self.confidences,
            self.boxes,
            self.turns,
            frozenset(self.pictures),
            self.page_count,
            frozenset(self.drawn),
            frozenset(self.partial),
            self.spread,
            self.cell_pages,
        )
        redacted, issues, left_out = frozenset(self.redacted), tuple(self.issues), tuple(self.left_out)
        return Content(
            self.format, None, self.key, tuple(self.blocks), redacted, layout, issues, left_out, self.besides
        )

    def _settle(self) -> None:
        """Add what waits for what comes after it: nothing here."""

    def _next(self, page: int | None, line: int | None) -> int:
        self.key += 1
        if page is not None:
            self.pages[self.key] = page
        if line is not None:
            self.lines[self.key] = line
        return self.key


def _on_one_line(cell: str) -> str:
    """Return the lines of a cell as one; several that are a figure each are no one number."""
    if "\n" in cell:
        lines = [line.strip() for line in cell.splitlines() if line.strip()]
        if len(lines) > 1 and all(map(FIGURE.fullmatch, lines)):
            return APART.join(lines)
    return " ".join(cell.split())
