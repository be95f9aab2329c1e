"""Walks a web page in reading order: lines of text and tables, links and layout told apart from them."""

from __future__ import annotations

from itertools import groupby

from lxml import etree

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.pages import page_words
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read.areas import add_area, prose_lines
from dagster_project.extraction.read.flowing import FlowingText
from dagster_project.extraction.read.html.chrome import is_chrome, is_hidden, words_of
from dagster_project.extraction.read.html.controls import entered_in, silent_in
from dagster_project.extraction.read.html.tables import BLOCKS, HEADINGS, SPACES, holds_more, table_lines, text_of
from dagster_project.extraction.read.spaced import GAP
from dagster_project.extraction.vocabulary import Omission

MOST_CELLS = 1_000_000
"""Of all tables of a page together."""


class Page:
    """Walks a page in reading order and collects its lines and tables."""

    def __init__(self, builder: FlowingText) -> None:
        self.builder = builder
        self.words: list[str] = []
        self.linked = self.preformatted = 0
        self.cells = 0

    def add(self, root: etree._Element) -> None:
        """Add everything below `root` that is content."""
        links = 0
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = str(element.tag)
            if event == "end":
                links -= tag == "a"
                self.preformatted -= tag == "pre"
                if tag in BLOCKS:
                    self.flush(is_heading=tag in HEADINGS)
                self.say(element.tail, links)
            elif is_chrome(element):
                links += tag == "a"
                self.leave_out(element)
                walker.skip_subtree()
            elif tag == "table" and (element.find(".//table") is None or holds_more(element)):
                self.flush()
                self.table(element)
                for inner in element.iterdescendants("table"):
                    self.table(inner) if holds_more(inner) else self.note(inner)
                walker.skip_subtree()
            else:
                links += tag == "a"
                self.preformatted += tag == "pre"
                if tag in BLOCKS or tag == "br":
                    self.flush()
                self.say(element.text, links)
        self.flush()

    def say(self, words: str | None, links: int) -> None:
        """Collect running text; the blanks of the source are one blank, those of the page are kept."""
        lines = (words or "").split("\n") if self.preformatted else [SPACES.sub(" ", words or "")]
        for number, line in enumerate(lines):
            if number:
                self.flush()
            self.words.append(line)
            self.linked += len(line.strip()) if links else 0

    def flush(self, is_heading: bool = False) -> None:
        """End a line. One that is mostly links is a menu, a path or a list of files, and no part of the document."""
        line = "".join(self.words).replace("\xa0", " ").rstrip()
        is_content = is_heading or 2 * self.linked < len(line.strip())
        if is_content and not page_words().where_in_site.fullmatch(fold(line)):
            for piece in prose_lines(line):
                self.builder.line(piece if GAP.search(piece) else piece.strip())
        else:
            self.builder.leave_out(Omission.SITE, line)
        self.words, self.linked = [], 0

    def leave_out(self, element: etree._Element) -> None:
        """Keep account of an element that is not read."""
        reason = Omission.HIDDEN if is_hidden(element) else Omission.SITE
        self.builder.leave_out(reason, "\n".join(words_of(element)))

    def account(self, table: etree._Element) -> None:
        """Keep account of what the cells of a table hold beside their texts: what is silent, and what is entered."""
        for element in silent_in(table):
            self.leave_out(element)
        for text in entered_in(table):
            self.builder.show_besides(text)

    def note(self, table: etree._Element) -> None:
        """Add the words of a table that stands in a cell and holds no figures."""
        self.account(table)
        for line in table_lines(table, MOST_CELLS)[0]:
            self.builder.prose(" ".join(filter(None, line.cells)))

    def table(self, table: etree._Element) -> None:
        """Add the rows of a table, without what tables in its cells hold; blank rows part several saved as one."""
        self.account(table)
        for caption in table.iterfind("caption"):
            self.builder.prose(text_of(caption))
        lines, count = table_lines(table, MOST_CELLS - self.cells)
        self.cells += count
        if self.cells > MOST_CELLS:
            message = f"The tables hold over {MOST_CELLS:,} cells; the rest was not read. Split the page."
            self.builder.issue(Issue(IssueCode.LEFT_OUT, Severity.ERROR, message))
        self.builder.end_grid()
        for is_filled, block in groupby(lines, lambda line: bool(line.filled)):
            if is_filled:
                add_area(self.builder, list(block), is_first=False)
