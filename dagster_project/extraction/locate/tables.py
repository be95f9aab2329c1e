"""Join the grids of a document into tables: one table may run over many pages, with or without header or title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import attrgetter

from dagster_project.extraction.folding import fold, fold_label
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.pages import page_words
from dagster_project.extraction.locate import aligned_forms
from dagster_project.extraction.locate.captions import PLACE, UNIT
from dagster_project.extraction.locate.texts import Texts
from dagster_project.extraction.locate.titles import Title, recognise
from dagster_project.extraction.model.document import Document, Grid, Prose, Row, Table

WORDS = page_words()
Cell = tuple[int | None, int | None, int | None]
"""Table, row and column, each from 1; None in prose."""
SHORTEST = 5
"""Letters from which a cell is a text: shorter ones are words of a heading, or figures."""
Text = tuple[int, str, Cell]
"""A line of prose or a text in a table: its line, its words, its cell."""
TableRow = tuple[int, int, Row]
"""The number of a table, that of a row in it, and the row."""
HEADER_ROWS = 4
"""First rows of a table among which a header is sought that the next page repeats."""
FORM_START = {"project_code", "project_name", "organisation"}


@dataclass(frozen=True)
class Located:
    """The tables of a document in printed order, and its prose outside of them."""

    tables: list[Table]
    prose: Texts[Prose]

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
    tables: list[Table] = []
    prose: list[Prose] = []
    caption: list[Prose] = []
    blocks = document.blocks
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if isinstance(block, Grid):
            _place(block, caption, tables)
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
        if not WORDS.furniture.fullmatch(block.text):
            caption.append(block)
        if tables and len(caption) <= 3 and WORDS.note.match(block.text):
            tables[-1].notes.append(block)
        index += 1
    return Located(tables, Texts(prose, attrgetter("text")))


def _place(grid: Grid, caption: list[Prose], tables: list[Table]) -> None:
    """Append `grid` to the table it continues, or start a table with it."""
    title = recognise(caption, grid)
    last = tables[-1] if tables else None
    stray = [Row(block.line, (block.text.strip(),)) for block in caption if is_side_label(block.text)]
    only_stray = len(stray) == len(caption) or (last is not None and _is_repeated(caption, grid, last))
    if last is not None and _continues(last, title, grid, only_stray):
        last.rows += [*stray, *grid.rows]
        return
    title = title or Title("unknown", "", "")
    tables.append(Table(len(tables) + 1, title.kind, title.text, list(grid.rows), caption))


def _continues(last: Table, title: Title | None, grid: Grid, only_stray: bool) -> bool:
    if title is None:
        return only_stray
    if title.kind != last.kind:
        return False
    if title.number:
        return title.text == last.title
    if only_stray and not title.words:
        return True
    return title.text == last.title and not _starts_form(grid)


def _is_repeated(caption: list[Prose], grid: Grid, last: Table) -> bool:
    """Tell whether a page repeats organisation and unit over the header of the table before, and says nothing else."""
    above = [fold(block.text) for block in last.caption]
    headers = [row.cells for row in last.rows[:HEADER_ROWS]]
    return grid.rows[0].cells in headers and all(_said_in(above, block.text) for block in caption)


def _said_in(above: list[str], text: str) -> bool:
    place = PLACE.match(text)
    said = fold(place[1] if place and not UNIT.search(fold(text)) else text)
    return bool(place or UNIT.search(said)) and any(said in line for line in above)


def _starts_form(grid: Grid) -> bool:
    """Tell whether the first filled cell is a label that opens a form, so that a new form begins here."""
    for row in grid.rows[:4]:
        for cell in row.cells:
            if cell and any(
                label.key in FORM_START and label.name.fullmatch(fold_label(cell))
                for label in knowledge().forms.labels.values()
            ):
                return True
    return False


def is_side_label(text: str) -> bool:
    """Tell whether a line of prose is a merged cell's words that fell out of the grid at a page break."""
    label = fold_label(text)
    return len(label) <= 12 and _is_of_side(label)


@lru_cache(maxsize=1024)
def _is_of_side(label: str) -> bool:
    side, headings = knowledge().forms.side, knowledge().indicators
    return bool(side.fullmatch(label) or headings.dimensions.fullmatch(label) or headings.aspects.fullmatch(label))
