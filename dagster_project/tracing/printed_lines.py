"""The lines of a document as printed, from the archive, with figures marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.text import Text

from dagster_project.errors import UsageError
from dagster_project.extraction.read.persons import may_name_person, redact
from dagster_project.extraction.read.persons_in_prose import without_persons
from dagster_project.extraction.read.text import decode

MARK = "bold black on yellow"
BETWEEN_CELLS = re.compile(r"(\t|\||\s{2,})")
Span = tuple[int, int]


def archived_content(archived: Path) -> bytes:
    """Return the bytes of an archived document; raises UsageError where it is not in the archive."""
    if not archived.is_file():
        raise UsageError(f"{archived} is not in the archive; run `yusuan run` with the document in the raw folder.")
    return archived.read_bytes()


def printed_lines(archived: Path, numbers: Iterable[int] | None = None) -> dict[int, str]:
    """Return lines of an archived text document by number, from 1; persons beside their labels become （略）.

    All lines where no numbers are given; numbers that the document does not have are left out.
    """
    decoded, _ = decode(archived_content(archived))
    lines = decoded.text.split("\n") if decoded else []
    wanted = range(1, len(lines) + 1) if numbers is None else numbers
    return {number: _without_persons(lines[number - 1].rstrip("\r")) for number in wanted if 0 < number <= len(lines)}


def marked(line: str, figures: Iterable[str | None]) -> Text:
    """Return a printed line, tabs shown as bars, with the given figures marked where they stand alone."""
    return marked_at(line, [span for figure in figures if figure for span in standing_alone(line, figure)])


def marked_at(line: str, spans: Iterable[Span], brackets: str = "") -> Text:
    """Return a printed line, tabs shown as bars, with the given spans of it marked, and between `brackets`."""
    before, after = brackets[:1], brackets[1:]
    text, end = Text(), 0
    for start, stop in sorted(set(spans)):
        # a span inside one that is marked already has nothing to add
        if start >= end:
            text.append(_barred(line[end:start])).append(before + _barred(line[start:stop]) + after, MARK)
            end = stop
    return text.append(_barred(line[end:]))


def standing_alone(line: str, figure: str) -> list[Span]:
    """Return where a figure stands in a line by itself: 5 does not stand in 15, nor in 5.2."""
    return [match.span() for match in re.finditer(rf"(?<![\d.,]){re.escape(figure)}(?![\d]|[.,]\d)", line)]


def window(numbers: Sequence[int], at: int, around: int = 2) -> Sequence[int]:
    """Return the numbers of the lines around one, itself included; none where it is not among them."""
    if at not in numbers:
        return ()
    place = numbers.index(at)
    return numbers[max(0, place - around) : place + around + 1]


def _barred(text: str) -> str:
    return text.replace("\t", " │ ")


def _without_persons(line: str) -> str:
    if not may_name_person(line):
        return line
    parts = BETWEEN_CELLS.split(without_persons(line).text)
    printed = tuple(part.strip() for part in parts[::2])
    for number, (before, after) in enumerate(zip(printed, redact(0, printed, set()), strict=True)):
        if before != after:
            parts[2 * number] = after
    return "".join(parts)
