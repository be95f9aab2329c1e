"""Indicators to look for in the text, by the ends of their names, and by the projects whose persons they count."""

from __future__ import annotations

import re
from typing import NamedTuple

from dagster_project.extraction.amounts import Number, parse_number
from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.knowledge.wording.mentions import mention_words
from dagster_project.extraction.model.meaning import IndicatorCells

WORDS = mention_words()
BRACKETS = re.compile(r"[（(][^（()）]{1,4}[）)]$")
SHORTEST = 6
"""Letters that a name must have to be sought in the text: a shorter one is said of many things."""
SHORTEST_PROJECT = 4
"""Letters of a project's name, behind the persons that it counts."""


class Sought(NamedTuple):
    """An indicator to look for: its name without words of counting, and its numbers."""

    name: str
    indicator: IndicatorCells
    target: Number | None
    actual: Number | None


def by_ends(indicators: list[IndicatorCells]) -> tuple[dict[str, list[Sought]], dict[str, list[Sought]]]:
    """Return what to look for by the last and by the first two letters of its name."""
    endings: dict[str, list[Sought]] = {}
    beginnings: dict[str, list[Sought]] = {}
    for indicator in indicators:
        target = parse_number(indicator.target) if indicator.target else None
        actual = parse_number(indicator.actual) if indicator.actual else None
        if not (target and target.unit) and not (actual and actual.unit):
            continue
        name = unlinked(BRACKETS.sub("", squeeze(indicator.name or "")))
        if len(name) >= SHORTEST:
            sought = Sought(name, indicator, target, actual)
            endings.setdefault(name[-2:], []).append(sought)
            beginnings.setdefault(name[:2], []).append(sought)
    return endings, beginnings


def add_projects(beginnings: dict[str, list[Sought]], indicators: list[IndicatorCells]) -> list[Sought]:
    """Add what to look for by the name of a project: its one indicator that counts persons."""
    counting: dict[str, list[Sought]] = {}
    for indicator in indicators:
        target = parse_number(indicator.target) if indicator.target else None
        if not (target and target.unit and measure(target.unit) == WORDS.person):
            continue
        name = squeeze(indicator.project.name or "") if indicator.project else ""
        if len(name) >= SHORTEST_PROJECT:
            counting.setdefault(name, []).append(Sought(name, indicator, target, None))
    added = [found[0] for found in counting.values() if len(found) == 1]
    for sought in added:
        beginnings.setdefault(sought.name[:2], []).append(sought)
    return added


def unlinked(words: str) -> str:
    """Return `words` without those that only lead to a figure: of 资助企业数量达到, 资助企业."""
    while True:
        bare = words.rstrip()
        link = next((link for link in WORDS.links if bare.endswith(link)), "") if bare.endswith(WORDS.links) else ""
        bare = bare.removesuffix(link) if link else bare.rstrip(WORDS.link_letters)
        if bare == words:
            return words
        words = bare


def measure(unit: str) -> str:
    """Return what units of one measure have in common: the letter that stands for it."""
    return WORDS.same_measure.get(unit[0], unit[0])
