"""The document model every reader produces and every later step reads.

A document is a sequence of blocks in reading order: lines of prose, and grids of rows. `locate` joins grids over
pages into tables and says what kind of statement each is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

REDACTED = "（略）"
"""What stands in the place of a person's name or number."""


class Prose(NamedTuple):
    """One line of text outside every grid; `line` counts from 1."""

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
    """Line and column index of the cells that held a number of a person (a telephone, an identity card)."""


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
    notes: list[Prose] = field(default_factory=list)

    @property
    def line(self) -> int:
        """First line of the table."""
        return self.rows[0].line

    @property
    def width(self) -> int:
        """Cells of the widest row."""
        return max(len(row.cells) for row in self.rows)
