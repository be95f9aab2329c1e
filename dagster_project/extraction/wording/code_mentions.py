"""Names of 类, 款 and 项 in prose, each with the code that the document's own tables print for it."""

from __future__ import annotations

import re
from typing import NamedTuple

from dagster_project.extraction.locate.texts import Texts
from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.wording.code_paths import CodePaths, with_marks

AMOUNT = re.compile(r"\d\s*[万亿]?元")
NOTHING = re.compile(r"(?<![\d.,])0(?:\.0+)?\s*[万亿]?元")


class CodeMention(NamedTuple):
    """A name marked as 类, 款 or 项; `code_above` is that of the name above it, where it was resolved."""

    line: int
    start: int
    end: int
    level: int
    name: str
    code: str | None
    code_above: str | None
    states_amount: bool
    """True where its line states amounts of money, none of them zero: it is no definition, and the code has money."""


def code_mentions(prose: Texts[Prose], paths: CodePaths) -> list[CodeMention]:
    """Return the names of codes in prose, in order."""
    found = []
    for block in with_marks(prose):
        read = paths.paths_in(block.text)
        stated = bool(read and AMOUNT.search(block.text) and NOTHING.search(block.text) is None)
        for path in read:
            levels = [level for level in range(3) if path.names[level]]
            for level, (start, end) in zip(levels, path.spans, strict=True):
                above = path.codes[level - 1] if level else None
                name = path.names[level] or ""
                found.append(CodeMention(block.line, start, end, level + 1, name, path.codes[level], above, stated))
    return found
