"""Rows of `recounts`: the digits that a file prints, and what became of each of them.

The second count knows the digits of each page, and nothing else. Of what was read, a digit stands in a number of the
ledger, or is none by a rule of `knowledge/not_a_number.yml`, or was left out for a reason that the reader states. What
is printed and none of these is lost, what is one of these and not printed is added: each is an issue of its page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from dagster_project.extraction.knowledge.not_a_number import not_a_number
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.model.document import Document, Prose
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.record.row import Columns
from dagster_project.extraction.recount.digits import sequences, tally
from dagster_project.extraction.vocabulary import Fate

Spans = Sequence[tuple[int, int]]
Held = Mapping[tuple[int, int | None, int | None], Spans | None]
"""By line, table and column: where the numbers of the ledger stand in a text; None where all of the cell is one."""
SHOWN = 8
"""Sequences of digits that an issue names."""


class Account(NamedTuple):
    """Of each fate and rule, and page where the page is told: sequences and digits; and what is to be said."""

    rows: Mapping[tuple[Fate, str | None, int | None], tuple[int, int]]
    issues: list[Issue]


def account(document: Document, located: Located, held: Held) -> Account:
    """Hold what is printed against what was read; nothing where a document is not counted a second time."""
    if document.printed is None:
        return Account({}, [])
    found: Counter[tuple[Fate, str | None, int | None]] = Counter()
    digits: Counter[tuple[Fate, str | None, int | None]] = Counter()
    read: dict[int | None, list[str]] = defaultdict(list)

    def add(fate: Fate, rule: str | None, text: str, page: int | None = None) -> None:
        runs = sequences(text)
        found[fate, rule, page] += len(runs)
        digits[fate, rule, page] += sum(map(len, runs))

    pictures = document.layout.pictures
    for page, text, spans in _texts(document, located, held):
        if page in pictures or not text:
            continue
        read[page].append(text)
        if spans is None:
            add(Fate.IN_LEDGER, None, text)
        elif any(character.isdecimal() for character in text):
            for fate, rule, part in _parts(text, spans):
                add(fate, rule, part)
    for left in document.left_out:
        if left.page not in pictures:
            read[left.page].append(left.digits)
            add(Fate.LEFT_OUT, left.reason, left.digits)
    texts = {
        page: (document.printed.get(page, ""), "\n".join(read[page]))
        for page in sorted({*document.printed, *read}, key=lambda page: page or 0)
        if page not in pictures
    }
    issues = []
    for page, (lost, added) in _differences(texts).items():
        printed, words = texts[page]
        add(Fate.PRINTED, None, printed)
        for fate, difference, having, lacking in ((Fate.LOST, lost, printed, words), (Fate.ADDED, added, words, printed)):
            if number := sum(difference):
                named = _named(having, lacking, difference)
                found[fate, None, page] += len(named)
                digits[fate, None, page] += number
                issues.append(_issue(fate, number, named, page, document))
    return Account({key: (found[key], digits[key]) for key in found}, issues)


def recounts(made: Account) -> Columns:
    """Return a row per fate, rule and page."""
    keys = list(made.rows)
    return {
        "fate": [fate for fate, _, _ in keys],
        "rule": [rule for _, rule, _ in keys],
        "counted_page": [page for _, _, page in keys],
        "sequences": [found for found, _ in made.rows.values()],
        "digits": [digits for _, digits in made.rows.values()],
    }


def _texts(document: Document, located: Located, held: Held) -> Iterator[tuple[int | None, str, Spans | None]]:
    """Yield every text that was read, with its page and where the numbers of the ledger stand in it."""
    layout = document.layout
    for table in located.tables:
        for row in table.rows:
            page = layout.page(row.line)
            for column, text in enumerate(row.cells, 1):
                if text:
                    yield page, text, held.get((row.line, table.number, column), ())
    for block in located.prose:
        spans = held.get((block.line, None, None)) or ()
        for start, end, page in _pages(document, block):
            inside = [(max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start]
            yield page, block.text[start:end], inside


def _pages(document: Document, block: Prose) -> Iterator[tuple[int, int, int | None]]:
    turns = document.layout.turns.get(block.line, ())
    starts = [(0, document.layout.pages.get(block.line)), *turns, (len(block.text), None)]
    for (start, page), (end, _) in pairwise(starts):
        yield start, end, page


def _parts(text: str, spans: Spans) -> Iterator[tuple[Fate, str | None, str]]:
    """Yield the numbers of the ledger in a text, and what else of it are digits, by rule."""
    rest = text
    for start, end in spans:
        yield Fate.IN_LEDGER, None, text[start:end]
        # of the same length, so that what stands before and behind the number stays where it is
        rest = rest[:start] + "元" * (end - start) + rest[end:]
    for match in not_a_number().any.finditer(rest):
        yield Fate.NOT_A_NUMBER, match.lastgroup, match.group()


def _differences(texts: Mapping[int | None, tuple[str, str]]) -> dict[int | None, tuple[list[int], list[int]]]:
    """Return for each page how many of each digit are printed and not read, and read and not printed.

    A row that goes on on the next page is read as one, on the page where it begins.
    """
    found = {}
    for page, (printed, words) in texts.items():
        pairs = list(zip(tally(printed), tally(words), strict=True))
        found[page] = [max(one - other, 0) for one, other in pairs], [max(other - one, 0) for one, other in pairs]
    for (_, added), (lost, _) in pairwise(found.values()):
        for digit, moved in enumerate(map(min, added, lost)):
            added[digit] -= moved
            lost[digit] -= moved
    return found


def _named(having: str, lacking: str, difference: Sequence[int]) -> list[str]:
    """Return the sequences that one side has and the other lacks, as far as they hold a digit that differs."""
    wanted = {str(digit) for digit, number in enumerate(difference) if number}
    over = Counter(sequences(having)) - Counter(sequences(lacking))
    return [run for run in over.elements() if wanted & set(run)]


def _issue(fate: Fate, number: int, named: Sequence[str], page: int | None, document: Document) -> Issue:
    where = f"Page {page}" if page is not None else "The document"
    shown = ", ".join(named[:SHOWN]) + (" …" if len(named) > SHOWN else "")
    said = "prints {} that were not read" if fate is Fate.LOST else "was read with {} that it does not print"
    digits = f"{number} digit{'s' if number > 1 else ''}"
    message = f"{where} {said.format(digits)}, by a second count of its text: {shown}. Look at the page."
    line = next((line for line, at in document.layout.pages.items() if at == page), None) if page else None
    return Issue(IssueCode.COUNT_DIFFERS, Severity.ERROR, message, line)
