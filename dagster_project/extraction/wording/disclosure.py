"""How a document shows what is to be disclosed: tables with amounts or without, and what its sentences say of each.

Whether an item is asked of a document, and whether one that is not shown is missing, is for dbt to say, which sees the
other files of the same disclosure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from dagster_project.extraction.folding import fold_title, squeeze
from dagster_project.extraction.interpret.tables import Interpretation
from dagster_project.extraction.knowledge.disclosure import Item, disclosure
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.knowledge.wording.contents import contents_words
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.locate.texts import Texts
from dagster_project.extraction.model.document import Prose, Table
from dagster_project.extraction.vocabulary import ShownAs
from dagster_project.extraction.wording.labels.contents import contents_and_body
from dagster_project.extraction.wording.narrative.paragraphs import paragraphs

WORDS = disclosure()
SENTENCE = re.compile(f"[^{punctuation().stops}]+")
DIGIT = re.compile(r"\d")
CLAUSE = re.compile(f"[{punctuation().commas}{punctuation().colons}]")
LONGEST, LONGEST_HEADING = 200, 30
"""Characters of a sentence that are kept, and those up to which one without a clause is a heading."""
TABLES = "tables"
"""The item of a line that leaves all tables to another file."""


class Disclosed(NamedTuple):
    """An item, how it is shown, and where: its table and its title, or the sentence that says so."""

    item: str
    shown_as: ShownAs
    line: int
    words: str
    table_number: int | None = None
    statement_kind: str | None = None


def disclosed_items(located: Located, result: Interpretation) -> list[Disclosed]:
    """Return each item with each way in which it is shown, at the first place, in the order of the document."""
    with_amounts = {figure.table.table.number for figure in result.figures if figure.number and figure.number.value}
    sentences = Texts(list(_sentences(located)), attrgetter("text"))
    denying = Texts(sentences.holding(WORDS.nothing, WORDS.none), attrgetter("text"))
    found = [
        *_in_tables(located.tables, with_amounts),
        *(shown for key, item in WORDS.items.items() for shown in _in_sentences(key, item, sentences, denying)),
        *_elsewhere(sentences),
    ]
    first: dict[tuple[str, ShownAs], Disclosed] = {}
    for each in sorted(found, key=lambda each: each.line):
        first.setdefault((each.item, each.shown_as), each)
    return list(first.values())


def _in_tables(tables: Iterable[Table], with_amounts: set[int]) -> Iterator[Disclosed]:
    for table in tables:
        for key, item in WORDS.items.items():
            if not _shows(item, table):
                continue
            has_amounts = item.part == "note" or table.number in with_amounts
            shown = ShownAs.TABLE if has_amounts else ShownAs.EMPTY_TABLE
            title = table.title or table.kind
            yield Disclosed(key, shown, table.line, title, table.number, table.kind)
            for note in table.notes:
                if not has_amounts and contents_words().empty.search(squeeze(note.text)):
                    yield Disclosed(key, ShownAs.DECLARED_EMPTY, note.line, note.text.strip()[:LONGEST])


def _shows(item: Item, table: Table) -> bool:
    title = item.titled is not None and item.titled.search(fold_title(table.title)) is not None
    return table.kind in item.kinds or title


def _sentences(located: Located) -> Iterator[Prose]:
    """Sentences outside the contents, and those of cells, without the spaces in them."""
    _, body = contents_and_body(located)
    for paragraph in paragraphs(body):
        for match in SENTENCE.finditer(paragraph.text):
            yield Prose(paragraph.place(match.start())[0], squeeze(match.group()))
    for line, text, _ in located.cells_holding(WORDS.nothing):
        yield Prose(line, squeeze(text))


def _in_sentences(key: str, item: Item, sentences: Texts[Prose], denying: Texts[Prose]) -> Iterator[Disclosed]:
    """The sentence that states an item of the text, its heading before any other, and one that says there is none."""
    nothing = WORDS.declared_empty.get(key)
    denied = [each for each in denying.holding(nothing) if nothing.search(each.text)] if nothing else []
    said = item.said
    stated = [each for each in sentences.holding(said) if said.search(each.text) and each not in denied] if said else []
    if nothing and denied:
        line, text = min(denied, key=lambda each: _directness(each.text, nothing))
        yield Disclosed(key, ShownAs.DECLARED_EMPTY, line, text[:LONGEST])
    if stated:
        line, text = next((each for each in stated if _is_heading(each.text)), stated[0])
        yield Disclosed(key, ShownAs.STATED, line, text[:LONGEST])


def _directness(text: str, nothing: re.Pattern[str]) -> tuple[bool, int]:
    """What is said in words comes before a sum of zero, and what a sentence begins with before what it also lists."""
    found = nothing.search(text)
    return found is None or DIGIT.search(found.group()) is not None, found.start() if found else len(text)


def _is_heading(text: str) -> bool:
    return len(text) <= LONGEST_HEADING and CLAUSE.search(text) is None and WORDS.heading.search(text) is not None


def _elsewhere(sentences: Texts[Prose]) -> Iterator[Disclosed]:
    for line, text in sentences.holding(WORDS.elsewhere):
        if WORDS.elsewhere.search(text):
            yield Disclosed(TABLES, ShownAs.ELSEWHERE, line, text[:LONGEST])
