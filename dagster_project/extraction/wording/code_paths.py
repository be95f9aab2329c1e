"""Function codes that prose names in words: 科学技术支出（类）科学技术管理事务（款）…（项）.

A name leads to the code that the document's own tables print for it, 类 first, then the 款 below it, then the 项.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from typing import NamedTuple

from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.knowledge.wording.codes import code_words
from dagster_project.extraction.locate.texts import Item, Texts
from dagster_project.extraction.model.meaning import Figure
from dagster_project.extraction.vocabulary import Classification
from dagster_project.extraction.wording.code_names import comparable, differs_in_part

WORDS = code_words()
Names = tuple[str | None, str | None, str | None]
Codes = tuple[str | None, str | None, str | None]


class CodePath(NamedTuple):
    """Names of 类, 款 and 项 printed one after the other, and the code they lead to."""

    start: int
    end: int
    """Character after the last bracket."""
    names: Names
    """As printed here, spaces left out; None for a level that is not named here."""
    code: str | None
    """Code of the lowest level named; None where it could not be resolved."""
    context: Names
    """`names`, completed by the 类 and 款 that earlier lines named."""
    codes: Codes
    """Code of each level."""
    spans: tuple[tuple[int, int], ...]
    """First and last character of each name printed here, in order."""


def with_marks(texts: Texts[Item]) -> list[Item]:
    """Return the texts that mark a name as 类, 款 or 项: no other has a path."""
    return texts.holding(WORDS.mark)


class CodePaths:
    """Reads the paths of one document's prose, line by line: a 款 serves the 项 that follow until the next 款 or 类."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._children: dict[str, dict[str, set[str]]] = {}
        self._level: dict[int, dict[str, set[str]]] = {1: {}, 2: {}, 3: {}}
        self._state: tuple[str | None, str | None] = (None, None)
        self._known: dict[Names, Codes] = {}
        for row in {id(figure.row): figure.row for figure in figures}.values():
            if row.code and row.classification == Classification.FUNCTION and row.level in (1, 2, 3):
                parent = row.code[: 2 * row.level - 1] if row.level > 1 else ""
                name = comparable(row.name)
                self._children.setdefault(parent, {}).setdefault(name, set()).add(row.code)
                self._level[row.level].setdefault(name, set()).add(row.code)

    def afresh(self) -> CodePaths:
        """Return the same names and codes for another reading of the prose from its first line."""
        again = copy(self)
        again._state = (None, None)
        return again

    def categories(self) -> dict[str, str]:
        """Return the code of each 类 by its name, where the document gives the name to one only."""
        return {name: next(iter(codes)) for name, codes in self._level[1].items() if len(codes) == 1}

    def is_named(self, code: str, name: str) -> bool:
        """Tell whether the tables print a code by this name."""
        return code in self._level[(len(code) - 1) // 2].get(comparable(name), ())

    def paths_in(self, text: str) -> list[CodePath]:
        """Return the paths of a line, in order; lines are to be given in reading order."""
        paths = []
        for group in _groups(text):
            names, spans = _names(group), tuple((name.start, name.end) for name in group)
            context, codes = self._complete(names)
            self._state = context[:2]
            last = group[-1]
            paths.append(CodePath(group[0].start, last.mark_end, names, codes[last.level], context, codes, spans))
        return paths

    def resolve(self, names: Names) -> str | None:
        """Return the code of the lowest level named, without regard to earlier lines; None where it is not certain."""
        lowest = max((level for level in range(3) if names[level]), default=None)
        return None if lowest is None else self._codes(names)[lowest]

    def _complete(self, names: Names) -> tuple[Names, Codes]:
        above, middle = self._state
        if names[0]:
            return names, self._codes(names)
        if names[1] is None:
            context = (above, middle, names[2])
            return context, self._codes(context)
        below, alone = (above, names[1], names[2]), (None, names[1], names[2])
        codes, codes_alone = self._codes(below), self._codes(alone)
        return (alone, codes_alone) if codes[1] is None and codes_alone[1] else (below, codes)

    def _codes(self, names: Names) -> Codes:
        if names not in self._known:
            self._known[names] = self._resolved(names)
        return self._known[names]

    def _resolved(self, names: Names) -> Codes:
        category, subcategory, item = (comparable(name) if name else None for name in names)
        first = self._child("", category) if category else None
        second = self._subcategory(first, subcategory) if subcategory else None
        third = None
        if item and second:
            third = self._child(second, item.removeprefix(subcategory or "") or item) or self._child(second, item)
        elif item:
            third = self._lone_item(first, item)
            second = third[:5] if third else None
        lowest = third or second
        return (lowest[:3] if lowest else first), second, third

    def _subcategory(self, category: str | None, name: str) -> str | None:
        if category is not None:
            return self._child(category, name)
        return _only(self._level[2].get(name, set()))

    def _lone_item(self, category: str | None, name: str) -> str | None:
        """An 项 whose 款 is unknown: its name, with or without that of its 款 before it, must be the only one."""
        codes = set() if name in WORDS.generic else set(self._level[3].get(name, ()))
        for above, found in self._level[2].items():
            if above and name.startswith(above) and len(found) == 1:
                codes |= self._children.get(next(iter(found)), {}).get(name.removeprefix(above), set())
        return _only({code for code in codes if category is None or code.startswith(category)})

    def _child(self, parent: str, name: str) -> str | None:
        """The code below `parent` with this name, else with the only name that differs from it in part."""
        siblings = self._children.get(parent, {})
        if name in siblings:
            return _only(siblings[name])
        return _only({code for other, codes in siblings.items() if differs_in_part(name, other) for code in codes})


def _only(codes: set[str]) -> str | None:
    return next(iter(codes)) if len(codes) == 1 else None


class _Name(NamedTuple):
    """A name marked as 类, 款 or 项."""

    level: int
    start: int
    end: int
    mark_end: int
    text: str


def _groups(text: str) -> list[list[_Name]]:
    """Return the marked names of a line; those that follow one another downwards stand together."""
    groups: list[list[_Name]] = []
    reached = 0
    for mark in WORDS.mark.finditer(text):
        start = max(_stops(text, reached, mark.start()), default=reached)
        start = lead.end() if (lead := WORDS.lead.match(text, start, mark.start())) else start
        name = squeeze(text[start : mark.start()])
        if name:
            found = _Name(WORDS.levels.index(mark[1]), start, mark.start(), mark.end(), name)
            follows = groups and start - reached <= 2 and not _stops(text, reached, start)
            if follows and groups[-1][-1].level < found.level:
                groups[-1].append(found)
            else:
                groups.append([found])
        reached = mark.end()
    return groups


def _stops(text: str, start: int, end: int) -> list[int]:
    return [found.end() for found in WORDS.stop.finditer(text, start, end) if found["stop"]]


def _names(group: list[_Name]) -> Names:
    texts = {name.level: name.text for name in group}
    return texts.get(0), texts.get(1), texts.get(2)
