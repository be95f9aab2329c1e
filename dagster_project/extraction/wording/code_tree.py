"""The function codes that a document's own tables print, by their names: 类, the 款 below it, the 项 below that."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.knowledge.wording.codes import code_words
from dagster_project.extraction.model.meaning import Figure
from dagster_project.extraction.vocabulary import Classification
from dagster_project.extraction.wording.code_names import comparable, differs_in_part

WORDS = code_words()
Names = tuple[str | None, str | None, str | None]
Codes = tuple[str | None, str | None, str | None]


class Printed(NamedTuple):
    """A name of the tables that stands in a text, its code, and its first and last character there."""

    name: str
    code: str
    start: int
    end: int


class CodeTree:
    """Codes by the comparable names that tables print for them."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._children: dict[str, dict[str, set[str]]] = {}
        self._level: dict[int, dict[str, set[str]]] = {1: {}, 2: {}, 3: {}}
        self._printed: dict[str, dict[str, set[str]]] = {}
        self._known: dict[Names, Codes] = {}
        for row in {id(figure.row): figure.row for figure in figures}.values():
            if row.code and row.classification == Classification.FUNCTION and row.level in (1, 2, 3):
                parent = row.code[: 2 * row.level - 1] if row.level > 1 else ""
                name = comparable(row.name)
                self._children.setdefault(parent, {}).setdefault(name, set()).add(row.code)
                self._level[row.level].setdefault(name, set()).add(row.code)
                for printed in (squeeze(row.name), name):
                    self._printed.setdefault(parent, {}).setdefault(printed, set()).add(row.code)

    def categories(self) -> dict[str, str]:
        """Return the code of each 类 by its name, where the document gives the name to one only."""
        return {name: next(iter(codes)) for name, codes in self._level[1].items() if len(codes) == 1}

    def has(self, code: str) -> bool:
        """Tell whether the tables print a code."""
        return any(code in codes for codes in self._level.get(len(code) // 2, {}).values())

    def name_behind(self, words: str, code: str) -> str | None:
        """Return the name of a code that `words` are, or end with; None where they do not."""
        words = comparable(words)
        names = (name for name, codes in self._level[len(code) // 2].items() if name and code in codes)
        return max((name for name in names if words.endswith(name)), key=len, default=None)

    def category_behind(self, text: str) -> Printed | None:
        """Return the 类 whose name `text` ends with, as tables print it."""
        name = max((name for name in self._printed.get("", {}) if text.endswith(name)), key=len, default="")
        return self._as_printed("", name, len(text) - len(name))

    def printed_at(self, text: str, start: int, parent: str) -> Printed | None:
        """Return the name below a code that stands at `start`, as tables print it."""
        found = (name for name in self._printed.get(parent, {}) if text.startswith(name, start))
        return self._as_printed(parent, max(found, key=len, default=""), start)

    def _as_printed(self, parent: str, name: str, start: int) -> Printed | None:
        """A name that the tables give to one code alone; None for others, and for none."""
        code = _only(self._printed.get(parent, {}).get(name, set()))
        return Printed(name, code, start, start + len(name)) if name and code else None

    def codes_of(self, names: Names) -> Codes:
        """Return the code of each name and of the 类 above the lowest; None for what is not certain."""
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
