"""Join the grids of a document into tables: one table may run over many pages, with or without header or title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.pages import page_words
from dagster_project.extraction.locate import aligned_forms
from dagster_project.extraction.locate.columns import header_of
from dagster_project.extraction.locate.contents import Contents
from dagster_project.extraction.locate.continuations import goes_on
from dagster_project.extraction.locate.feet import is_foot, settle_feet
from dagster_project.extraction.locate.kinds import REPEATED, UNKNOWN, Title, recognise, tell_repeated
from dagster_project.extraction.locate.over_tables import heading, parts
from dagster_project.extraction.locate.running_heads import as_it_runs, running_heads
from dagster_project.extraction.locate.side_labels import side_labels
from dagster_project.extraction.locate.texts import Texts
from dagster_project.extraction.locate.titled_bodies import are_one, titled_in
from dagster_project.extraction.locate.untitled import tell_by_totals
from dagster_project.extraction.model.document import Document, Grid, Layout, Prose, Row, Table, Titled
from dagster_project.extraction.vocabulary import KindBasis

WORDS = page_words()
Cell = tuple[int | None, int | None, int | None]
"""Table, row and column, each from 1; None in prose."""
COVER_LINES = 8
"""Lines over a list of contents among which the title of a disclosure is sought."""
SHORTEST = 5
"""Letters from which a cell is a text: shorter ones are words of a heading, or figures."""
Text = tuple[int, str, Cell]
"""A line of prose or a text in a table: its line, its words, its cell."""
TableRow = tuple[int, int, Row]
"""The number of a table, that of a row in it, and the row."""


@dataclass(frozen=True)
class Located:
    """The tables of a document in printed order, and its prose outside of them."""

    tables: list[Table]
    prose: Texts[Prose]
    turns: Sequence[tuple[int, Titled | None]] = ()
    """From which lines on the file is another body's, by a title over a table; None: that of its first title again."""
    covers: Sequence[Sequence[Prose]] = ()
    """The lines over each list of contents that stands behind tables, or behind another list."""
    disclosures: Sequence[Titled] = ()
    """Those that the file binds in behind its first."""
    bound_in: Sequence[Prose] = ()
    """Their text."""

    @property
    def first(self) -> Located:
        """What is of the first disclosure alone."""
        own = [table for table in self.tables if table.titled is None]
        return replace(self, tables=own) if len(own) < len(self.tables) else self

    @property
    def all_prose(self) -> list[Prose]:
        """All text outside of tables, in printed order."""
        return sorted([*self.prose, *self.bound_in], key=attrgetter("line"))

    @cached_property
    def rows(self) -> Texts[TableRow]:
        """The rows of all tables; the text of a row is that of its cells."""
        rows = [(table.number, number, row) for table in self.tables for number, row in enumerate(table.rows, 1)]
        return Texts(rows, lambda row: "\n".join(row[2].cells))

    def holding(self, *patterns: re.Pattern[str]) -> Iterator[Text]:
        """Yield each line of prose, then each text of a table, in which any pattern is found."""
        for block in self.prose.holding(*patterns):
            if any(pattern.search(block.text) for pattern in patterns):
                yield block.line, block.text, (None, None, None)
        yield from self.cells_holding(*patterns)

    def cells_holding(self, *patterns: re.Pattern[str]) -> Iterator[Text]:
        """Yield each cell long enough to say anything in which any pattern is found."""
        for table, number, row in self.rows.holding(*patterns):
            for column, text in enumerate(row.cells, 1):
                if len(text) >= SHORTEST and any(pattern.search(text) for pattern in patterns):
                    yield row.line, text, (table, number, column)


def locate(document: Document) -> Located:
    """Find all tables of `document`. Every grid becomes part of a table, known or unknown; no line is lost."""
    found = Open()
    tables, prose = found.tables, list[Prose]()
    caption: list[Prose] = []
    covers: list[list[Prose]] = []
    has_contents = False
    blocks, heads = document.blocks, running_heads(document)
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if isinstance(block, Grid):
            for grid in parts(block):
                found.place(grid, caption)
                caption = []
            index += 1
            continue
        form = aligned_forms.read_at(blocks, index, len(tables) + 1)
        if form is not None:
            tables.append(form.table)
            prose.extend(form.prose)
            index, caption = form.next_index, []
            continue
        prose.append(block)
        if WORDS.contents.fullmatch(fold(block.text)):
            if tables or has_contents:
                covers.append(caption[-COVER_LINES:])
                found.is_ended = True
            has_contents = True
        found.contents.read(block.text)
        if not caption and tables and is_foot(block.text):
            tables[-1].foot = block
        if not WORDS.furniture.fullmatch(block.text) and as_it_runs(block.text) not in heads:
            caption.append(block)
        if tables and len(caption) <= 3 and WORDS.note.match(block.text):
            tables[-1].notes.append(block)
        index += 1
    tell_repeated(tables)
    tell_by_totals(tables, REPEATED)
    settle_feet(tables)
    for table in tables:
        table.is_unruled = any(document.layout.methods.get(row.line) == "aligned" for row in table.rows)
        table.is_partial = _is_partial(table, document.layout)
        table.is_spread = _is_spread(table, document.layout)
        table.seams = _seams(table, document.layout)
    for table, below in pairwise(tables):
        table.is_partial |= _may_go_on(table, below)
    return Located(tables, Texts(prose, attrgetter("text")), found.turns, covers)


def _is_partial(table: Table, layout: Layout) -> bool:
    """Tell whether a page or sheet of a table is not published as a whole."""
    return bool(layout.partial) and any(layout.pages.get(row.line) in layout.partial for row in table.rows)


def _is_spread(table: Table, layout: Layout) -> bool:
    """Tell whether columns of a table stand on another page than its others."""
    spread = {*layout.spread, *layout.spread.values()}
    return bool(spread) and any(layout.pages.get(row.line) in spread for row in table.rows)


def _seams(table: Table, layout: Layout) -> frozenset[int]:
    """Return the columns with which another page of a sheet begins."""
    if not (table.is_spread and layout.cell_pages):
        return frozenset()
    lines = {row.line for row in table.rows}
    pages: dict[int, int] = {column: page for (line, column), page in layout.cell_pages.items() if line in lines}
    return frozenset(column for column, page in pages.items() if page not in (pages.get(at) for at in range(column)))


def _may_go_on(table: Table, below: Table) -> bool:
    """Tell whether a table of no known kind may be the rest of the statement before it: no header, and as wide."""
    is_nameless = below.kind == UNKNOWN and table.kind != UNKNOWN and not header_of(below.rows)
    return is_nameless and abs(table.width - below.width) <= 1


class Open:
    """The tables found so far, with the title of the last, to which the next grid may belong."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self.title = Title(UNKNOWN, "", "", KindBasis.NONE)
        self.contents = Contents()
        self.first: Titled | None = None
        self.titled: Titled | None = None
        """The body that the first title of a disclosure names, and that of the last, where it is another."""
        self.turns: list[tuple[int, Titled | None]] = []
        self.is_ended = False
        """A list of contents stands behind the last table: no table goes on behind it."""

    def place(self, grid: Grid, caption: list[Prose]) -> None:
        """Append `grid` to the table it continues, or start a table with it."""
        title = recognise(caption, grid, self.contents.titles)
        is_bound_in = self._turns_to_another(titled_in(caption))
        is_ended, self.is_ended = self.is_ended or is_bound_in, False
        if self.tables and not is_ended and goes_on(self.tables[-1], self.title, title, grid, caption):
            self.tables[-1].rows += [*side_labels(caption), *grid.rows]
            return
        self.title = title or Title(UNKNOWN, "", heading(caption), KindBasis.NONE)
        kind, text, basis = self.title.kind, self.title.text, self.title.basis
        self.tables.append(Table(len(self.tables) + 1, kind, text, list(grid.rows), caption, kind_basis=basis))

    def _turns_to_another(self, titled: Titled | None) -> bool:
        """Take what is titled over a grid, and tell whether it is the disclosure of another body than before."""
        before = self.titled or self.first
        self.first = self.first or titled
        if titled is None or before is None or are_one(titled.name, before.name):
            return False
        self.titled = None if self.first is not None and are_one(titled.name, self.first.name) else titled
        self.turns.append((titled.line, self.titled))
        return True
