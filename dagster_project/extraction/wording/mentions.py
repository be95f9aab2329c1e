"""Figures of the text that a table prints too: the value of an indicator, the total score, what a scoring rule gives.

A mention needs the whole name of the indicator directly before the figure, or behind it and its unit (6名退休人员), and
the indicator's own unit. Persons whom a project is named after (27名劳务派遣人员) are those that its one indicator of
persons counts. What is of another year or of a part of the year, or is said to be about so much, is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from dagster_project.extraction.amounts import Number
from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.knowledge.wording.mentions import mention_words
from dagster_project.extraction.knowledge.wording.scoring import scoring_words
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.locate.texts import Texts
from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.model.meaning import IndicatorCells, Score
from dagster_project.extraction.vocabulary import RowRole
from dagster_project.extraction.wording.sought import Sought, add_projects, by_ends, measure, unlinked

WORDS, SCORING = mention_words(), scoring_words()
FIGURE = re.compile(rf"(\d(?<!\d\d)[\d,]*+(?:\.\d+)?+)\s*(?=[{WORDS.counters}])")
COUNTED = re.compile(rf"[{WORDS.counters}](?<=[\d,\s].)")
"""What ends a figure, sought first: most digits of a text are followed by something else."""
YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年|\s*年)")
ENDS = punctuation().stops + "\n"
LONG = 60
"""Letters from which a cell is a text."""


class Mention(NamedTuple):
    """A figure of the text, or one that follows from it, and the printed row it is about."""

    line: int
    start: int
    end: int
    side: str
    of: IndicatorCells | Score
    label: str
    printed: str
    number: Decimal
    unit: str | None
    table_number: int | None = None
    row_number: int | None = None
    column_number: int | None = None


class Passage(NamedTuple):
    """A line of prose, or the text of a cell."""

    line: int
    text: str
    table_number: int | None = None
    row_number: int | None = None
    column_number: int | None = None


def indicator_mentions(located: Located, indicators: list[IndicatorCells], year: int | None) -> Iterator[Mention]:
    """Yield each figure that is said of an indicator by name; of its own table's, else of the only one so named."""
    endings, beginnings = by_ends(indicators)
    of_projects = add_projects(beginnings, indicators)
    if not endings and not beginnings:
        return
    told: set[tuple[int, Decimal]] = set()
    for passage in _passages(located, indicators):
        text = passage.text
        for match in FIGURE.finditer(text):
            words = unlinked(text[max(0, match.start() - 60) : match.start()])
            behind = text[match.end() + 1 : match.end() + 3]
            named = [one for one in endings.get(words[-2:], ()) if squeeze(words).endswith(one.name)]
            named = named or [one for one in beginnings.get(behind, ()) if text.startswith(one.name, match.end() + 1)]
            sought = _one(named, passage) if named else None
            mention = _mention(passage, match, sought, year) if sought else None
            if mention and sought and sought in of_projects:
                key = id(sought.indicator), mention.number
                mention = None if key in told else mention
                told.add(key)
            if mention:
                yield mention


def total_mentions(prose: Texts[Prose], scores: list[Score], projects: set[str]) -> Iterator[Mention]:
    """Yield each total score stated in prose, where the document prints one scoring table with one total.

    Where others scored, too, what a body gives itself may be another score than the table's. One that is said of a
    project is not that of a body, nor of several projects.
    """
    totals = [score for score in scores if score.role == RowRole.TOTAL and score.score is not None]
    if len(totals) != 1:
        return
    is_of_body = len(projects) > 1 or SCORING.of_body in totals[0].table.table.title
    is_reviewed = any(SCORING.by_others.search(block.text) for block in prose.holding(SCORING.by_others))
    for line, text in prose.holding(SCORING.stated):
        for match in SCORING.stated.finditer(text):
            clause = re.split(f"[{punctuation().clauses}]", text[: match.start()])[-1]
            if is_of_body and _is_of_project(text[: match.start()], projects):
                continue
            is_own = is_reviewed and SCORING.self_given in clause
            if clause.endswith(SCORING.whole) and not SCORING.not_total.search(clause) and not is_own:
                yield Mention(
                    line,
                    *match.span(1),
                    side="score",
                    of=totals[0],
                    label=squeeze(match.group()),
                    printed=match[1],
                    number=Decimal(match[1]),
                    unit=SCORING.unit,
                )


def _is_of_project(words: str, projects: set[str]) -> bool:
    """Tell whether the words before a score name a project, or open with something less than a body as evaluated."""
    opening = SCORING.evaluated.match(words)
    if opening is not None and SCORING.of_body not in opening["name"]:
        return True
    return any(name in squeeze(words) for name in projects)


def _passages(located: Located, indicators: list[IndicatorCells]) -> Iterator[Passage]:
    """Yield the lines of prose with figures, and the long texts of the tables that print indicators."""
    yield from (Passage(line, text) for line, text in located.prose.holding(COUNTED))
    tables = {indicator.table.table.number for indicator in indicators}
    for table in (table for table in located.tables if table.number in tables):
        for number, row in enumerate(table.rows, 1):
            if max(map(len, row.cells), default=0) >= LONG:
                for column, text in enumerate(row.cells, 1):
                    if len(text) >= LONG:
                        yield Passage(row.line, text, table.number, number, column)


def _one(named: list[Sought], passage: Passage) -> Sought | None:
    """Return the indicator that is named: that of the passage's own table, or the only one in the document.

    What one project prints as its plan and again as evaluated is one.
    """
    own = [sought for sought in named if sought.indicator.table.table.number == passage.table_number]
    found = own or named
    if len(found) > 1 and len({sought.indicator.project and sought.indicator.project.name for sought in found}) == 1:
        found = [sought for sought in found if sought.indicator.project and sought.actual] or found
    return found[0] if len(found) == 1 else None


def _mention(passage: Passage, match: re.Match[str], sought: Sought, year: int | None) -> Mention | None:
    text = passage.text
    start = max(text.rfind(end, 0, match.start()) for end in ENDS) + 1
    sentence = text[start : match.end()]
    if any(found != str(year) for found in YEAR.findall(sentence)) or WORDS.other_time.search(sentence):
        return None
    if WORDS.vague.search(text, max(0, match.start() - 4), match.start()) or WORDS.vague.match(text, match.end() + 1):
        return None
    number = Decimal(match[1].replace(",", ""))
    side, value = _side(sought, number, sentence)
    if value is None or value.unit is None or measure(text[match.end()]) != measure(value.unit):
        return None
    return Mention(
        passage.line,
        *match.span(1),
        side=side,
        of=sought.indicator,
        label=squeeze(sought.name),
        printed=match[1],
        number=number,
        unit=value.unit,
        table_number=passage.table_number,
        row_number=passage.row_number,
        column_number=passage.column_number,
    )


def _side(sought: Sought, number: Decimal, sentence: str) -> tuple[str, Number | None]:
    """Return which value of the indicator is meant: the one that the words tell, else the one that it equals."""
    sides = {"actual": sought.actual, "target": sought.target}
    is_planned = WORDS.planned.search(re.split("[，,：:]", sentence)[-1]) is not None
    told = "target" if sought.actual is None or is_planned else "actual"
    equal = [side for side, value in sides.items() if value is not None and value.value == number]
    side = told if told == "actual" and WORDS.done.search(sentence) else next(iter(equal), told)
    return side, sides[side]
