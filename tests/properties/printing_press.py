"""Prints documents of known facts: however they are ruled, turned, broken over pages, or put together on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from hypothesis import strategies as st
from ofd_paper import OfdPaper
from office import Cell, Table, printed
from office_facts import Known
from paper import Paper, Ruling, Turn, rule, write

LEFT, TOP, FOOT, ROW = 40, 50, 60, 22
WIDTHS = {"name": 76, "wide name": 140, "figure": 96}


@dataclass(frozen=True)
class Print:
    """How a document is printed."""

    ruling: Ruling
    turn: Turn
    says_so: bool
    repeats_header: bool
    page_per_table: bool
    rows_per_page: int
    sunk: float
    """Points by which figures stand lower than the words of their row."""
    wide: bool
    shaded: bool
    """White boxes lie under the cells."""
    open_top: bool
    """A page that continues a table has no line over its first row."""
    numbered: bool


prints = st.builds(
    Print,
    ruling=st.sampled_from(["strokes", "rectangles", "boxes"]),
    turn=st.sampled_from([0, 0, 90, 180, 270]),
    says_so=st.booleans(),
    repeats_header=st.booleans(),
    page_per_table=st.booleans(),
    rows_per_page=st.integers(1, 12),
    sunk=st.sampled_from([0.0, 1.5, 3.0]),
    wide=st.booleans(),
    shaded=st.booleans(),
    open_top=st.booleans(),
    numbered=st.booleans(),
)


class Printer:
    """Puts tables on paper, top to bottom, and begins a page where one is full."""

    def __init__(self, style: Print, paper: Paper | OfdPaper) -> None:
        self.style, self.page, self.y = style, 1, float(TOP)
        self.paper = paper

    def line(self, text: str, size: float = 9, align: str = "left") -> None:
        """Write a line of text."""
        x = {"left": LEFT, "centre": self.paper.width / 2, "right": self.paper.width - LEFT}[align]
        self.y += 2 * size
        self.paper.text(x, self.y, text, size, align)

    def new_page(self) -> None:
        """Number the page and begin the next."""
        if self.style.numbered:
            self.paper.text(self.paper.width / 2, self.paper.height - 30, f"— {self.page} —", 9, "centre")
        self.paper.new_page()
        self.page, self.y = self.page + 1, float(TOP)

    def table(self, table: Table) -> None:
        """Print a table with its caption: the title, and the unit of amount at the right of the last line."""
        title, *captions = table.caption
        if self.style.page_per_table or self.y + 200 > self.paper.height:
            self.new_page()
        self.line(title, 16, "centre")
        for caption in captions[:-1]:
            self.line(caption)
        if len(captions) > 1:
            self.y -= 18
        self.line(captions[-1], align="right")
        self.y += 8
        rows, first = list(table.rows), True
        while rows:
            room = int((self.paper.height - FOOT - self.y) // ROW) - len(table.header)
            count = max(min(room, self.style.rows_per_page), 1)
            head = table if first or self.style.repeats_header else None
            self.part(table, head, rows[:count], self.style.open_top and not first)
            rows, first = rows[count:], False
            if rows:
                self.new_page()
        for note in table.notes:
            self.line(note)

    def part(self, table: Table, head: Table | None, rows: Sequence[Sequence[Cell]], open_top: bool) -> None:
        """Print the rows of one page, with or without the header."""
        cells = [*(head.header if head else ()), *([printed(cell) for cell in row] for row in rows)]
        words = (
            len(table.header[0]) - len(table.rows[0]) + sum(_is_word(table, column) for column in range(table.width))
        )
        word = WIDTHS["wide name" if self.style.wide else "name"]
        across = list(accumulate([LEFT, *[word] * words, *[WIDTHS["figure"]] * (table.width - words)]))
        down = list(accumulate([self.y, *[ROW] * len(cells)]))
        if self.style.shaded:
            for row in range(len(cells)):
                self.paper.box(across[0] + 2, down[row] + 2, across[-1] - 2, down[row + 1] - 2, fill="white")
        rule(self.paper, across, down, list(head.spans()) if head else [], self.style.ruling, open_top)
        write(self.paper, across, down, cells, sunk=self.style.sunk)
        self.y = down[-1]


def _is_word(table: Table, column: int) -> bool:
    """Tell whether a column holds words or codes."""
    return any(word in label[column] for label in table.header for word in ("编码", "名称", "单位"))


def render(known: Known, style: Print, paper: Paper | OfdPaper) -> bytes:
    """Print a document."""
    printer = Printer(style, paper)
    for line in known.prose:
        printer.line(line, 18, "centre")
    for table in known.tables:
        printer.table(table)
    return printer.paper.save()
