"""Bodies whose disclosure a line titles as a whole (某局2031年部门预算): several may be bound into one file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.bodies import LETTER, bodies
from dagster_project.extraction.knowledge.identity import identity_words
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.model.document import Prose, Titled
from dagster_project.extraction.vocabulary import DocumentScope

WORDS = identity_words()
DEPARTMENT = WORDS.scopes[DocumentScope.DEPARTMENT]
TITLE = re.compile(
    rf"{WORDS.year_in_front.pattern}((?:{LETTER}|[()]){{2,30}}?{bodies().alone}){WORDS.of_a_body.pattern}"
)
ENDS = re.compile(f"{bodies().alone}$")

YEAR_FIRST = years().printed


def titled_in(caption: Iterable[Prose]) -> Titled | None:
    """Return the body that a line over a table titles a disclosure of, or two of a cover; None for several."""
    found: list[Titled] = []
    above = ""
    for block in caption:
        words = WORDS.heading.sub("", fold(block.text), count=1)
        # 某小学 over 2031年单位预算
        whole = above + words if YEAR_FIRST.match(words) and not words.endswith(WORDS.table) else words
        match, above = TITLE.fullmatch(words) or TITLE.fullmatch(whole), words
        if match and not any(are_one(match[1], other.name) for other in found):
            found.append(Titled(match[1], block.line, DEPARTMENT.search(match[2]) is not None))
    return found[0] if len(found) == 1 else None


def are_one(name: str, other: str) -> bool:
    """Tell whether two names may mean one body: all letters of one stand in the other, in their order."""
    short, long = sorted((name, other), key=len)
    letters = iter(long)
    return all(letter in letters for letter in short)


def is_below(name: str, other: str) -> bool:
    """Tell whether a name goes on behind that of another body to one of its own (某局机关, 某小学附属幼儿园)."""
    behind = name.removeprefix(other).rstrip(")")
    return name.startswith(other) and bool(ENDS.search(other) and ENDS.search(behind))
