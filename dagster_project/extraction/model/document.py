"""The document model every reader produces and every later step reads.

A document is a sequence of blocks in reading order: lines of prose, and grids of rows. `locate` joins grids over
pages into tables and says what kind of statement each is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from dagster_project.extraction.model.issues import Issue
from dagster_project.extraction.recount import Printed
from dagster_project.extraction.vocabulary import KindBasis, Omission

PROSE = -1
"""The column of what stands in none."""
REDACTED = "（略）"
"""What stands in the place of a person's name or number."""
Area = tuple[float, float, float, float]
"""Left, top, right and bottom of a box on a page, as parts of the page as it is displayed."""


class LeftOut(NamedTuple):
    """The digits of something that stands in a file and is no part of the document, why it is none, and its page."""

    reason: Omission
    digits: str
    page: int | None = None
    line: int | None = None
    """The row of a sheet of which it is a whole cell."""


class Prose(NamedTuple):
    """One line of text outside every grid; `line` counts from 1 (see `Layout`)."""

    line: int
    text: str


class Row(NamedTuple):
    """One row of a grid: the line it stands on and its cells, left to right, stripped."""

    line: int
    cells: tuple[str, ...]


class Grid(NamedTuple):
    """Rows that stand together without a line of prose or a blank line between them."""

    rows: tuple[Row, ...]


Block = Prose | Grid


@dataclass(frozen=True)
class Layout:
    """Where the lines of a document are to be found, and how they were read.

    Every prose line and every row has a number of its own, which also orders them. In text it is the line of the
    file. Elsewhere it is only a key: `pages` holds its page or sheet, `lines` the row of a sheet where there is one.
    """

    has_lines: bool = True
    pages: Mapping[int, int] = field(default_factory=dict)
    lines: Mapping[int, int] = field(default_factory=dict)
    methods: Mapping[int, str] = field(default_factory=dict)
    """Reading method of a row or a line that was not simply text: lattice, aligned or ocr."""
    confidences: Mapping[tuple[int, int], Decimal] = field(default_factory=dict)
    """Confidence of a recognised cell, by row number and 0-based column (PROSE of a line); 1 where none is given."""
    boxes: Mapping[tuple[int, int], Area] = field(default_factory=dict)
    """Where a cell with text stands on its page, by row number and 0-based column; not every reader can tell."""

    turns: Mapping[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """Where prose goes on on another page: the offset in its text, and that page."""

    pictures: frozenset[int] = frozenset()
    """Pages whose text was recognised in their picture."""

    page_count: int | None = None
    """Pages of the document; None of what has none."""
    drawn: frozenset[int] = frozenset()
    """Pages that were drawn, to be looked at or to be recognised."""
    partial: frozenset[int] = frozenset()
    """Sheets with figures in rows, columns or cells that are not shown, or lost by their formulas."""
    spread: Mapping[int, int] = field(default_factory=dict)
    """Pages with columns that did not fit on another, and that page."""
    cell_pages: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """The page of a cell that stands on another page than its row, by row number and 0-based column."""

    def page(self, key: int, offset: int | None = None, column: int | None = None) -> int | None:
        """Return the page of a row, of its cell in a 0-based column, or of a character of prose."""
        if column is not None and (key, column) in self.cell_pages:
            return self.cell_pages[key, column]
        turns = self.turns.get(key)
        turned = [page for start, page in turns if start <= (offset or 0)] if turns else None
        return turned[-1] if turned else self.pages.get(key)

    def line(self, key: int | None) -> int | None:
        """Return the printed place of a row or a line of prose: its line in a file, its row in a sheet."""
        return key if self.has_lines else self.lines.get(key or 0)


TEXT = Layout()


class Content(NamedTuple):
    """What a reader makes of bytes: blocks in reading order, and where they were found."""

    format: str
    encoding: str | None
    line_count: int
    blocks: tuple[Block, ...]
    redacted: frozenset[tuple[int, int]]
    layout: Layout
    issues: tuple[Issue, ...] = ()
    """What was met while the rest was read."""
    left_out: tuple[LeftOut, ...] = ()
    besides: Mapping[int | None, str] = {}
    """By page, the digits that are shown and stand in no text of the file: of pictures, controls, embedded files."""
    printed: Printed | None = None
    """What the file prints, for the second count, where that is asked of what the reader holds open."""


@dataclass(frozen=True)
class Document:
    """A document as read: its identity in bytes and its blocks in reading order."""

    file: str
    document_id: str
    content_sha256: str
    format: str
    encoding: str | None
    line_count: int
    blocks: tuple[Block, ...]
    redacted: frozenset[tuple[int, int]] = frozenset()
    """Row number and 0-based column of the cells that held a number of a person (a telephone, an identity card).

    In a line of prose, where it stood: -1 - its offset.
    """
    layout: Layout = TEXT
    left_out: tuple[LeftOut, ...] = ()
    printed: Printed | None = None
    """What the file prints, told a second time; None where nothing is counted again."""


class Titled(NamedTuple):
    """A disclosure by its title: whose it is, the line of that, and whether it is a department's.

    The name is empty where it is the issuer's, of another year or kind; year and kind are of a cover alone.
    """

    name: str
    line: int
    is_department: bool
    year: int | None = None
    kind: str | None = None


@dataclass(slots=True)
class Table:
    """A table with its pages joined: what it is, what its caption says, and all of its rows.

    `rows` holds every printed row, headers and repeated headers included, so that nothing is lost between the
    grid and the ledger.
    """

    number: int
    kind: str
    title: str
    rows: list[Row]
    caption: list[Prose] = field(default_factory=list)
    titled: Titled | None = None
    """The disclosure that it is of, where the file binds in another than its first."""
    is_partial: bool = False
    """Something of its sheet is not shown: what does not add up may lack that."""
    is_unruled: bool = False
    """No lines part its columns: what stands in which is told by the blanks between words, which no sum confirms."""
    is_shifted: bool = False
    """Names stand among its numbers: cells of some rows are lost, and what is left stands under other headers."""
    is_spread: bool = False
    """The rest of its columns, or their first ones, stand on another page."""
    seams: frozenset[int] = frozenset()
    """0-based columns with which another page begins, where its columns were put together from pages."""
    is_rivalled: bool = False
    """Another table is the same statement with other figures, and nothing tells which is the year's own."""
    notes: list[Prose] = field(default_factory=list)
    kind_basis: KindBasis = KindBasis.TITLE
    foot: Prose | None = None
    """The line right below that holds a unit of amount alone: this table's where no unit stands over it."""

    @property
    def line(self) -> int:
        """First line of the table."""
        return self.rows[0].line

    @property
    def width(self) -> int:
        """Cells of the widest row."""
        return max(len(row.cells) for row in self.rows)
