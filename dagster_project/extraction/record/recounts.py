"""Rows of `recounts`: the digits that a file prints, and what became of each of them.

The second count knows the digits of each page, and nothing else. Of what was read, a digit stands in a number of the
ledger, or is none by a rule of `knowledge/not_a_number.yml`, or was left out for a reason that the reader states. What
is printed and none of these is lost, what is one of these and not printed is added: each is an issue of its page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from dagster_project.extraction.knowledge.not_a_number import not_a_number
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.model.document import Document, Prose
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.record.differences import digits_that_differ, numbers_that_differ, sequences_with
from dagster_project.extraction.record.row import Columns
from dagster_project.extraction.recount.digits import ANY_DIGIT, sequences
from dagster_project.extraction.vocabulary import Fate

Spans = Sequence[tuple[int, int]]
Held = Mapping[tuple[int, int | None, int | None], Spans | None]
"""By line, table and column: where the numbers of the ledger stand in a text; None where all of the cell is one."""
Text = tuple[int, int | None, str, Spans | None]
"""A text with digits that was read: its line, its page, its words, and the numbers of the ledger in it."""
DIGIT = re.compile(r"\d")
SHOWN = 8
"""Sequences of digits that an issue names."""
MOST = 2**31 - 1
"""Digits that a row of the count holds; a small file may repeat one cell more often."""


class Recounts:
    """Of each fate and rule, and page where the page is told: sequences and digits; and what is to be said."""

    def __init__(self, document: Document, located: Located, held: Held) -> None:
        self.document = document
        self.sequences: Counter[tuple[Fate, str | None, int | None]] = Counter()
        self.digits: Counter[tuple[Fate, str | None, int | None]] = Counter()
        self.issues: list[Issue] = []
        if document.printed is None:
            return
        # a picture prints no digit that a second count could find
        pictures = document.layout.pictures
        texts = [text for text in _texts(document, located, held) if text[1] not in pictures]
        self.left_out = [left for left in document.left_out if left.page not in pictures]
        parts: dict[tuple[Fate, str | None], list[str]] = defaultdict(list)
        for _, _, words, spans in texts:
            if spans is None:
                parts[Fate.IN_LEDGER, None].append(words)
            else:
                for fate, rule, part in _parts(words, spans):
                    parts[fate, rule].append(part)
        for left in self.left_out:
            parts[Fate.LEFT_OUT, left.reason].append(left.digits)
        for (fate, rule), found in parts.items():
            self._add(fate, rule, sequences("\n".join(found)))
        if document.printed.texts is not None:
            self._compare(document.printed.texts, document.printed.besides, texts)
        elif document.printed.cells is not None:
            captions = {document.layout.line(block.line) for block in located.all_prose}
            self._compare_cells(document.printed.cells, texts, captions)

    def columns(self) -> Columns:
        """Return a row per fate, rule and page."""
        keys = list(self.digits)
        return {
            "fate": [fate for fate, _, _ in keys],
            "by_rule": [rule for _, rule, _ in keys],
            "counted_page": [page for _, _, page in keys],
            "sequences": [self.sequences[key] for key in keys],
            "digits": [min(digits, MOST) for digits in self.digits.values()],
        }

    def _compare(
        self, printed: Mapping[int | None, str], besides: Mapping[int | None, str], texts: Iterable[Text]
    ) -> None:
        """Hold the text of each page, and what it shows besides, against what was read of it."""
        pictures = self.document.layout.pictures
        read: dict[int | None, list[str]] = {page: [] for page in printed if page not in pictures}
        for _, page, words, _ in texts:
            read.setdefault(page, []).append(words)
        for left in self.left_out:
            read.setdefault(left.page, []).append(left.digits)
        pairs = {
            page: (_digits(f"{printed.get(page, '')} {besides.get(page, '')}"), _digits("\n".join(read[page])))
            for page in sorted(read, key=lambda at: at or 0)
        }
        for page, (lost, added) in digits_that_differ(pairs).items():
            there, here = pairs[page]
            self._add(Fate.PRINTED, None, there.split())
            if any(lost):
                self._tell(Fate.LOST, page, sequences_with(lost, there, here), sum(lost))
            if any(added):
                self._tell(Fate.ADDED, page, sequences_with(added, here, there), sum(added))

    def _compare_cells(
        self, printed: Mapping[tuple[int, int], int], texts: Iterable[Text], captions: Container[int | None]
    ) -> None:
        """Hold the number of cells with digits in each row of a sheet against the cells that were read of it.

        The cells of a caption are joined and parted: of its row any digit is enough.
        """
        read = Counter((page, self.document.layout.line(line)) for line, page, words, _ in texts if sequences(words))
        read.update((left.page, left.line) for left in self.left_out if left.line is not None)
        for (page, row), number in numbers_that_differ(printed, read).items():
            if row not in captions or not read[page, row]:
                self._tell(Fate.LOST, page, [f"{number} of row {row}"], number)
        # how a number is shown is known to the reader alone: what it read is what is printed, and what it lost besides
        for key, digits in list(self.digits.items()):
            self.digits[Fate.PRINTED, None, None] += digits
            self.sequences[Fate.PRINTED, None, None] += self.sequences[key]

    def _add(self, fate: Fate, rule: str | None, found: Sequence[str], page: int | None = None) -> None:
        if found:
            self.sequences[fate, rule, page] += len(found)
            self.digits[fate, rule, page] += sum(map(len, found))

    def _tell(self, fate: Fate, page: int | None, named: Sequence[str], number: int) -> None:
        self.sequences[fate, None, page] += len(named)
        self.digits[fate, None, page] += number
        what = "cells with a number" if self.document.printed and self.document.printed.cells else "digits"
        said = f"prints {number} {what} that were not read"
        if fate is Fate.ADDED:
            said = f"was read with {number} {what} that it does not print"
        shown = ", ".join(named[:SHOWN]) + (" …" if len(named) > SHOWN else "")
        where = f"Page {page}" if page is not None else "The document"
        message = f"{where} {said}, by a second count: {shown}. Look at it; the other numbers of the page stand."
        line = next((line for line, at in self.document.layout.pages.items() if at == page), None)
        self.issues.append(Issue(IssueCode.COUNT_DIFFERS, Severity.ERROR, message, line))


def _digits(text: str) -> str:
    """Return the sequences of digits of a text alone, so that what is compared of it is looked at once."""
    return " ".join(sequences(text))


def _texts(document: Document, located: Located, held: Held) -> Iterator[Text]:
    """Yield every text with a digit that was read."""
    page_of, has_digit = document.layout.page, ANY_DIGIT.search
    for table in located.tables:
        for row in table.rows:
            for column, text in enumerate(row.cells, 1):
                if text and has_digit(text):
                    yield (
                        row.line,
                        page_of(row.line, None, column - 1),
                        text,
                        held.get((row.line, table.number, column), ()),
                    )
    for block in located.all_prose:
        if not has_digit(block.text):
            continue
        spans = held.get((block.line, None, None)) or ()
        for start, end, page in _pages(document, block):
            inside = [(max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start]
            yield block.line, page, block.text[start:end], inside


def _pages(document: Document, block: Prose) -> Iterator[tuple[int, int, int | None]]:
    """Yield the parts of a line that stand on one page each."""
    turns = document.layout.turns.get(block.line, ())
    starts = [(0, document.layout.pages.get(block.line)), *turns, (len(block.text), None)]
    for (start, page), (end, _) in pairwise(starts):
        yield start, end, page


def _parts(text: str, spans: Spans) -> Iterator[tuple[Fate, str | None, str]]:
    """Yield the numbers of the ledger in a text, and what else of it are digits, by rule."""
    for start, end in spans:
        yield Fate.IN_LEDGER, None, text[start:end]
        # of the same length, so that what stands before and behind the number stays where it is
        text = text[:start] + "\0" * (end - start) + text[end:]
    if not DIGIT.search(text):
        return
    for match in not_a_number().any.finditer(text):
        yield Fate.NOT_A_NUMBER, match.lastgroup, match.group()
