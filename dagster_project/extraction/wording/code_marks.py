"""Names that prose marks as those of codes: 行政运行（项）, 公共安全支出（204类）, 行政运行（2040601）."""

from __future__ import annotations

from typing import NamedTuple

from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.knowledge.wording.codes import code_words

WORDS = code_words()


class Marked(NamedTuple):
    """A name with a mark behind it."""

    level: int
    """0 for a 类, 1 for a 款, 2 for an 项."""
    start: int
    end: int
    mark_end: int
    text: str
    digits: str
    """Digits in the mark: those of the level, or of the code from the first on; empty where it has none."""
    is_code: bool
    """The mark is nothing but digits, which need not be a code."""


def marked_names(text: str) -> list[list[Marked]]:
    """Return the marked names of a line; those that follow one another downwards stand together."""
    groups: list[list[Marked]] = []
    reached = 0
    for mark in WORDS.mark.finditer(text):
        quoted = WORDS.quoted.search(text, reached, mark.start())
        end = quoted.start() if quoted else mark.start()
        start = max(_stops(text, reached, end), default=reached)
        start = lead.end() if (lead := WORDS.lead.match(text, start, end)) else start
        name = squeeze(text[start:end])
        above = groups[-1][-1] if groups and start - reached <= 2 and not _stops(text, reached, start) else None
        code = mark["code"] or _below(above, mark["own"])
        if name and (code or mark["level"]):
            level = len(code) // 2 - 1 if code else WORDS.levels.index(mark["level"])
            found = Marked(level, start, end, mark.end(), name, code or mark["digits"] or "", bool(code))
            follows = above and above.is_code == bool(mark["own"]) and not mark["code"]
            if follows and above and above.level < found.level:
                groups[-1].append(found)
            else:
                groups.append([found])
        reached = mark.end()
    return groups


def _below(above: Marked | None, own: str | None) -> str:
    """Return the whole code whose last digits alone stand behind that of the level above (林业（213）造林（02）)."""
    is_whole = above is not None and above.is_code and above.level < len(WORDS.levels) - 1
    return above.digits + own if above and own and is_whole else ""


def _stops(text: str, start: int, end: int) -> list[int]:
    return [found.end() for found in WORDS.stop.finditer(text, start, end) if found["stop"]]
