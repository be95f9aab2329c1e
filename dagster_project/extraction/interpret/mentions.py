"""Figures of the text that a table prints too: the value of an indicator, the total score, what a scoring rule gives.

A mention needs the whole name of the indicator directly before the figure and the indicator's own unit behind it. What
is of another year or of a part of the year, or is said to be about so much, is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from dagster_project.extraction.amounts import Number, parse_number
from dagster_project.extraction.meaning import IndicatorCells, Score, TableMeaning
from dagster_project.extraction.model import Prose
from dagster_project.extraction.text import squeeze

FIGURE = re.compile(r"(?<![\d.,])(\d[\d,]*(?:\.\d+)?)\s*(?=[%％家个次场份人名项件条篇张本户台套天期吨周])")
UNIT = re.compile(r"\s*([%％]|[\u4e00-\u9fff]{1,2})")
LINKS = re.compile(
    r"(?:的|总?数量|次数|个数|家数|人数|场次|场数|数|目标|指标|值|共计|共|达到|达|为|是|不低于|不少于|[≥=:：]|\s)+$"
)
"""Words between a name and its figure."""
BRACKETS = re.compile(r"[（(][^（()）]{1,4}[）)]$")
PLANNED = re.compile(r"目标|计划|预期|年初|力争|预计|确保|不低于|不少于|≥")
VAGUE = re.compile(r"约|近|超|余|多|以上|左右|不足")
OTHER_TIME = re.compile(r"季度|半年|\d月|同比|上年|去年|同期|累计至|截至|以来|其中")
YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年|\s*年)")
SCORE = re.compile(
    r"(?:综合|总|自评|最终|单位|我局|部门|整体)(?:自评)?(?:得分|评分)(?:为|是|[:：])?\s*(\d{1,3}(?:\.\d+)?)\s*分"
)
NOT_TOTAL = re.compile(r"指标|调查|满意度|项目|满分|一级|二级|三级|单项")
ENDS = "。；;\n"
SHORTEST = 6
"""Letters that a name must have to be sought in the text: a shorter one is said of many things."""
LONG = 60
"""Letters from which a cell is a text."""


class Mention(NamedTuple):
    """A figure of the text, or one that follows from it, and the printed row it is about."""

    line: int
    start: int
    end: int
    table_number: int | None
    row_number: int | None
    column_number: int | None
    side: str
    of: IndicatorCells | Score
    label: str
    printed: str
    number: Decimal
    unit: str | None


class Passage(NamedTuple):
    """A line of prose, or the text of a cell."""

    line: int
    text: str
    table_number: int | None = None
    row_number: int | None = None
    column_number: int | None = None


class Sought(NamedTuple):
    """An indicator to look for: its name without words of counting, and its numbers."""

    name: str
    indicator: IndicatorCells
    target: Number | None
    actual: Number | None


def passages(prose: Iterable[Prose], tables: Iterable[TableMeaning]) -> Iterator[Passage]:
    """Yield the lines of prose and the long texts of cells."""
    for block in prose:
        yield Passage(block.line, block.text)
    for table in tables:
        for row_number, row in enumerate(table.table.rows, 1):
            for column_number, text in enumerate(row.cells, 1):
                if len(text) >= LONG:
                    yield Passage(row.line, text, table.table.number, row_number, column_number)


def indicator_mentions(texts: list[Passage], indicators: list[IndicatorCells], year: int | None) -> Iterator[Mention]:
    """Yield each figure that is said of an indicator by name; of its own table's, else of the only one so named."""
    endings = _endings(indicators)
    if not endings:
        return
    for passage in texts:
        for match in FIGURE.finditer(passage.text):
            before = passage.text[max(0, match.start() - 60) : match.start()]
            words = LINKS.sub("", before)
            named = endings.get(words[-2:]) if len(words) >= SHORTEST else None
            sought = _one(named, squeeze(words), passage) if named else None
            mention = _mention(passage, match, sought, year) if sought else None
            if mention:
                yield mention


def total_mentions(texts: list[Passage], scores: list[Score]) -> Iterator[Mention]:
    """Yield each total score stated in prose, where the document prints one scoring table with one total."""
    totals = [score for score in scores if score.role == "total" and score.score is not None]
    if len(totals) != 1:
        return
    for passage in texts:
        for match in SCORE.finditer(passage.text) if "分" in passage.text and passage.table_number is None else ():
            clause = re.split("[。；;，,]", passage.text[: match.start()])[-1]
            if not NOT_TOTAL.search(clause + match.group()):
                yield Mention(
                    passage.line, match.start(1), match.end(1), None, None, None, "score", totals[0],
                    squeeze(match.group()), match[1], Decimal(match[1]), "分",
                )  # fmt: skip


def _endings(indicators: list[IndicatorCells]) -> dict[str, list[Sought]]:
    endings: dict[str, list[Sought]] = {}
    for indicator in indicators:
        name = LINKS.sub("", BRACKETS.sub("", squeeze(indicator.name or "")))
        if len(name) < SHORTEST:
            continue
        target, actual = (parse_number(text) if text else None for text in (indicator.target, indicator.actual))
        if (target and target.unit) or (actual and actual.unit):
            endings.setdefault(name[-2:], []).append(Sought(name, indicator, target, actual))
    return endings


def _one(named: list[Sought], words: str, passage: Passage) -> Sought | None:
    """Return the indicator whose name ends the words: of the passage's own table, or the only one in the document."""
    found = [sought for sought in named if words.endswith(sought.name)]
    own = [sought for sought in found if sought.indicator.table.table.number == passage.table_number]
    found = own or found
    return found[0] if len(found) == 1 else None


def _mention(passage: Passage, match: re.Match[str], sought: Sought, year: int | None) -> Mention | None:
    text = passage.text
    start = max(text.rfind(end, 0, match.start()) for end in ENDS) + 1
    sentence = text[start : match.end()]
    if any(found != str(year) for found in YEAR.findall(sentence)) or OTHER_TIME.search(sentence):
        return None
    unit = UNIT.match(text, match.end())
    if unit is None or VAGUE.search(text[match.start() - 4 : match.start()]) or VAGUE.match(text, unit.end()):
        return None
    number = Decimal(match[1].replace(",", ""))
    side, value = _side(sought, number, re.split("[，,：:]", sentence)[-1])
    if value is None or value.unit is None or not unit[1].startswith(value.unit[:1]):
        return None
    return Mention(
        passage.line, match.start(1), match.end(1), passage.table_number, passage.row_number, passage.column_number,
        side, sought.indicator, squeeze(sought.name), match[1], number, value.unit,
    )  # fmt: skip


def _side(sought: Sought, number: Decimal, clause: str) -> tuple[str, Number | None]:
    """Return which value of the indicator is meant: the one that it equals, else the one that the words tell."""
    sides = {"actual": sought.actual, "target": sought.target}
    equal = [side for side, value in sides.items() if value is not None and value.value == number]
    told = "target" if sought.actual is None or PLANNED.search(clause) else "actual"
    side = equal[0] if equal else told
    return side, sides[side]
