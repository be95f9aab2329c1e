"""Function codes that prose names in words: 科学技术支出（类）科学技术管理事务（款）…（项）, 教育支出-普通教育-小学.

A name leads to the code that the document's own tables print for it, 类 first, then the 款 below it, then the 项; the
digits that are printed with a name lead to the code that they are, where the tables print it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from operator import attrgetter
from typing import NamedTuple

from dagster_project.extraction.knowledge.wording.codes import code_words
from dagster_project.extraction.locate.texts import Item, Texts
from dagster_project.extraction.model.meaning import Figure
from dagster_project.extraction.wording.code_marks import Marked, marked_names
from dagster_project.extraction.wording.code_names import comparable
from dagster_project.extraction.wording.code_tree import Codes, CodeTree, Names, Printed

WORDS = code_words()


class CodePath(NamedTuple):
    """Names of 类, 款 and 项 printed one after the other, and the code they lead to."""

    start: int
    end: int
    """Character after the last bracket, or after the last of names that dashes part."""
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

    def is_of_part(self, text: str) -> bool:
        """Tell whether the words behind it in its line speak of what is within the code (行政运行（项）中安排1万元)."""
        return WORDS.inside.match(text, self.end) is not None


def with_marks(texts: Texts[Item]) -> list[Item]:
    """Return the texts that mark a name as that of a code, or part names by a dash: no other has a path."""
    return texts.holding(WORDS.mark, WORDS.dash)


class CodePaths:
    """Reads the paths of one document's prose, line by line: a 款 serves the 项 that follow until the next 款 or 类."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self.tree = CodeTree(figures)
        self._state: tuple[str | None, str | None] = (None, None)

    def afresh(self) -> CodePaths:
        """Return the same names and codes for another reading of the prose from its first line."""
        again = copy(self)
        again._state = (None, None)
        return again

    def paths_in(self, text: str) -> list[CodePath]:
        """Return the paths of a line, in order; lines are to be given in reading order."""
        paths = list(self._dashed(text))
        dashed = [(path.start, path.end) for path in paths]
        for group in marked_names(text):
            if any(start < group[-1].end and group[0].start < end for start, end in dashed):
                # 教育支出-普通教育（款）: the mark is of the last of the names that dashes part
                continue
            if not group[0].is_code:
                paths.append(self._marked(group))
            elif (path := self._coded(group[-1])) is not None:
                # of codes that follow one another downwards the last is meant
                paths += [*filter(None, map(self._coded, group[:-1])), path]
        return sorted(paths, key=attrgetter("start"))

    def resolve(self, names: Names) -> str | None:
        """Return the code of the lowest level named, without regard to earlier lines; None where it is not certain."""
        lowest = max((level for level in range(3) if names[level]), default=None)
        return None if lowest is None else self.tree.codes_of(names)[lowest]

    def _marked(self, group: Sequence[Marked]) -> CodePath:
        names = _by_level({name.level: name.text for name in group})
        context, codes = self._complete(names)
        self._state = context[:2]
        codes = self._with_digits(group, codes)
        last, spans = group[-1], tuple((name.start, name.end) for name in group)
        return CodePath(group[0].start, last.mark_end, names, codes[last.level], context, codes, spans)

    def _complete(self, names: Names) -> tuple[Names, Codes]:
        above, middle = self._state
        if names[0]:
            return names, self.tree.codes_of(names)
        if names[1] is None:
            context = (above, middle, names[2])
            return context, self.tree.codes_of(context)
        below, alone = (above, names[1], names[2]), (None, names[1], names[2])
        codes, codes_alone = self.tree.codes_of(below), self.tree.codes_of(alone)
        return (alone, codes_alone) if codes[1] is None and codes_alone[1] else (below, codes)

    def _with_digits(self, group: Sequence[Marked], codes: Codes) -> Codes:
        """Complete the codes that names lead to by those whose digits are printed; where both differ, none is sure."""
        found, above = list(codes), None
        for name in group:
            upper = above or (found[name.level - 1] if name.level else None) or ""
            whole = name.digits if len(name.digits) == 2 * name.level + 3 else upper + name.digits
            above = whole if name.digits and len(whole) == 2 * name.level + 3 else None
            if above and found[name.level] is None and self.tree.has(above):
                found[name.level] = above
            elif above and found[name.level] not in (None, above):
                found[name.level] = None
        return found[0], found[1], found[2]

    def _coded(self, name: Marked) -> CodePath | None:
        """A code in brackets behind the name that the tables print for it: other digits in brackets are no code."""
        printed = self.tree.name_behind(name.text, name.digits)
        if printed is None:
            return None
        names = _by_level({name.level: name.text if comparable(name.text) == printed else printed})
        codes = _by_level({level: name.digits[: 2 * level + 3] for level in range(name.level + 1)})
        return CodePath(name.start, name.mark_end, names, name.digits, names, codes, ((name.start, name.end),))

    def _dashed(self, text: str) -> Iterator[CodePath]:
        """Names that dashes part, each one that the tables print below the name before it, and the last as a whole."""
        reached = 0
        for dash in WORDS.dash.finditer(text):
            if dash.start() >= reached and (found := self.tree.category_behind(text[: dash.start()])):
                named = [found, *self._below(text, dash, found)]
                reached = named[-1].end
                if len(named) > 1 and WORDS.after.match(text, reached):
                    names = _by_level({level: each.name for level, each in enumerate(named)})
                    codes = _by_level({level: each.code for level, each in enumerate(named)})
                    spans = tuple((each.start, each.end) for each in named)
                    yield CodePath(found.start, reached, names, named[-1].code, names, codes, spans)

    def _below(self, text: str, dash: re.Match[str] | None, above: Printed) -> Iterator[Printed]:
        for _ in WORDS.levels[1:]:
            below = self.tree.printed_at(text, dash.end(), above.code) if dash else None
            if below is None:
                return
            yield below
            above, dash = below, WORDS.dash.match(text, below.end)


def _by_level(found: Mapping[int, str]) -> tuple[str | None, str | None, str | None]:
    return found.get(0), found.get(1), found.get(2)
