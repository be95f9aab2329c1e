"""Regulations cited in prose and in text cells: their title in 《…》 and their document number, each where printed.

A number belongs to the title it follows at once (《…》（深府〔2019〕1号）), in which it stands
(《…（粤府〔2017〕90号）》) or which it leads (苏财预[2017]82号《…》); any other number, and any title without one, is a
citation by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.knowledge.wording.citations import citation_words
from dagster_project.extraction.locate.tables import Located

WORDS = citation_words()
YEAR = re.compile(r"[〔\[【（(]\s*(?:19|20)\d\d")
MARK = re.compile("[《》]")
HINTS = re.compile("《"), re.compile(WORDS.sign)
"""A text without a title or a number holds none of them."""
LONGEST_AGENCY = 10


class Citation(NamedTuple):
    """A regulation as it is cited; `title` and `number` are folded, the number to the form 深府〔2019〕1号."""

    line: int
    start: int
    end: int
    table_number: int | None
    row_number: int | None
    column_number: int | None
    title_as_printed: str | None
    title: str | None
    number_as_printed: str | None
    number: str | None


class _Number(NamedTuple):
    start: int
    end: int
    number: str


class _Title(NamedTuple):
    start: int
    end: int
    is_closed: bool


def citations(located: Located) -> list[Citation]:
    """Return the regulations cited in a document, in order."""
    return [
        Citation(line, start, end, *cell, title, core_title(title) if title else None, printed, number)
        for line, text, cell in located.holding(*HINTS)
        for start, end, title, printed, number in _cited(text)
    ]


def core_title(title: str) -> str:
    """Return the regulation a title names: without spaces, brackets, quotes, and 关于印发…的通知 around it."""
    words = re.sub(r"[\s《》<>〈〉“”\"()（）〔〕\[\]【】，,、：:·—－-]", "", title)
    inner = WORDS.notice_of.search(words)
    return inner[1] if inner else words


def _cited(text: str) -> Iterator[tuple[int, int, str | None, str | None, str | None]]:
    titles, numbers = list(_titles(text)), list(_numbers(text))
    found: list[tuple[int, int, str | None, str | None, str | None]] = []
    bound: set[_Number] = set()
    for title, following in zip(titles, [*titles[1:], None], strict=False):
        number = _number_of(text, title, following, [each for each in numbers if each not in bound])
        words = _words(text, title, number)
        if number is not None:
            bound.add(number)
            start, end = min(title.start, number.start), max(title.end, number.end)
            found.append((start, end, words, squeeze(text[number.start : number.end]), number.number))
        elif title.is_closed and "。" not in words and WORDS.regulation.search(words):
            found.append((title.start, title.end, words, None, None))
    for number in numbers:
        if number not in bound:
            printed = squeeze(text[number.start : number.end])
            found.append((number.start, number.end, None, printed, number.number))
    return iter(sorted(found, key=lambda each: each[:2]))


def _titles(text: str) -> Iterator[_Title]:
    """Titles in 《…》, one in another left to it; an unclosed one ends with its line."""
    depth, start = 0, 0
    for match in MARK.finditer(text):
        if match.group() == "《":
            start = match.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield _Title(start, match.end(), True)
    if depth:
        yield _Title(start, len(text), False)


def _numbers(text: str) -> Iterator[_Number]:
    for match in WORDS.number.finditer(text) if YEAR.search(text) else ():
        agency = match["agency"]
        lead = WORDS.before_agency.match(agency)
        start = match.start() + (lead.end() if lead else 0)
        words = squeeze(text[start : match.start("open")])
        if words and len(words) <= LONGEST_AGENCY:
            serial = int(match["serial"] or match["unclosed"])
            number = WORDS.folded.format(agency=words, year=match["year"], serial=serial)
            yield _Number(start, match.end(), number)


def _number_of(text: str, title: _Title, following: _Title | None, numbers: Iterable[_Number]) -> _Number | None:
    inside = [each for each in numbers if title.start < each.start and each.end <= title.end]
    if inside and not title.is_closed:
        return inside[0]
    if inside and inside[0].start == title.start + 1:
        return inside[0]
    if inside:
        return inside[-1] if re.fullmatch(r"\s*[）)]?\s*》", text[inside[-1].end : title.end]) else None
    limit = following.start if following else len(text)
    for each in numbers:
        if title.end <= each.start < limit and WORDS.after_title.match(text[title.end : each.start]):
            return each
        if each.end <= title.start and WORDS.before_title.fullmatch(text[each.end : title.start]):
            return each
    return None


def _words(text: str, title: _Title, number: _Number | None) -> str:
    start, end = title.start + 1, title.end - 1 if title.is_closed else title.end
    if number is not None and number.start == start:
        start = number.end
    elif number is not None and start < number.start < end:
        end = number.start
    words = squeeze(text[start:end]).rstrip("（(")
    if number is not None and number.start >= title.end:
        tail = WORDS.after_title.match(text[title.end : number.start])
        words += (tail["tail"] or "") if tail else ""
    return words
