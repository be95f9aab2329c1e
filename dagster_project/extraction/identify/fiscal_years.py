"""The fiscal year of a document: in its title or on its cover, beside a label, or that which most lines speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from dagster_project.extraction.folding import fold, squeeze
from dagster_project.extraction.identify.evidence import Evidence
from dagster_project.extraction.identify.titles import TITLE_LINES
from dagster_project.extraction.knowledge.identity import identity_words
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.model.document import Prose

WORDS, YEARS = identity_words(), years()
ABOVE = 2
"""Lines over the title that belong to it."""
BELOW = 4
"""Lines under it among which the year stands alone."""


def year_of(title: Prose | None, prose: Sequence[Prose], located: Located) -> Evidence:
    """Return the fiscal year; without a value where no year is named, or two as often."""
    place = prose.index(title) if title is not None else 0
    cover = () if title is None else (title, *prose[max(place - ABOVE, 0) : place])
    below = () if title is None else prose[place + 1 : place + 1 + BELOW]
    alone = (block for block in below if YEARS.line.fullmatch(fold(squeeze(block.text))))
    named = _named(cover) or _named(alone) or _beside_label(located) or _behind_label(prose[:TITLE_LINES])
    return named or _of_statements(prose, located) or _by_votes(prose)


def _named(lines: Iterable[Prose]) -> Evidence | None:
    shown = ((year_in_title(block.text), block) for block in lines)
    return next((Evidence(year, block.text.strip(), block.line) for year, block in shown if year), None)


def _of_statements(prose: Sequence[Prose], located: Located) -> Evidence | None:
    """The year that the titles of the statements bear, announced in the contents or printed over them: one for all."""
    lines = [*prose[:TITLE_LINES], *(Prose(table.line, table.title) for table in located.tables if table.title)]
    found = [block for block in lines if WORDS.of_a_statement.search(squeeze(block.text)) and year_in_title(block.text)]
    return _named(found[:1]) if len({year_in_title(block.text) for block in found}) == 1 else None


def year_in_title(text: str) -> str | None:
    """Return the year a title names: 2026年, 2 0 2 6年, 二〇二六年, （2026）, 2026部门预算; no day, no range."""
    words = YEARS.decoys.sub("", YEARS.in_digits(squeeze(text)))
    match = YEARS.printed.search(words) or YEARS.bare.search(YEARS.in_digits(squeeze(text)))
    return match.group(1) if match else None


def _beside_label(located: Located) -> Evidence | None:
    for table in located.tables:
        for row in table.rows[:4]:
            shown = [cell for cell in row.cells if cell]
            for label, value in pairwise(shown):
                if WORDS.year_cell.fullmatch(fold(label)) and (match := YEARS.cell.fullmatch(fold(value))):
                    return Evidence(match.group(1), f"{label} {value}", row.line)
    return None


def _behind_label(lines: Iterable[Prose]) -> Evidence | None:
    shown = ((WORDS.year_line.search(block.text), block) for block in lines)
    return next((Evidence(match[1], block.text.strip(), block.line) for match, block in shown if match), None)


def _by_votes(prose: Iterable[Prose]) -> Evidence:
    votes: Counter[str] = Counter()
    first: dict[str, Prose] = {}
    for block in prose:
        for year in dict.fromkeys(YEARS.spaced.findall(YEARS.decoys.sub("", YEARS.in_digits(block.text)))):
            votes[year] += 1
            first.setdefault(year, block)
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return Evidence(None)
    year, count = ranked[0]
    text = f"{year}年: {count} lines of {sum(votes.values())} that name a year"
    return Evidence(year, text, first[year].line)
