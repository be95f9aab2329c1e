"""Counts the numbers of a text document a second time, sharing no code with the extraction.

Only what no two readers can disagree on is counted, so that a difference is always a defect: cells of table lines that
are nothing but a number, and amounts of money (a number followed by 元, 万元 …) anywhere. Numbers with a counter
word are left to the tests. It decides nothing about meaning.
"""

from __future__ import annotations

import re
from typing import NamedTuple

PLAIN = r"[(（]?[-−–+]?[0-9][0-9,]*(\.[0-9]+)?[%％‰]?[)）]?"
"""A cell without spaces that is nothing but a number; also valid in DuckDB's dialect."""
AMOUNT = r"[0-9０-９]\s*([百千万亿]|百万)?\s?元"
"""The end of an amount of money; also valid in DuckDB's dialect."""
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Marks of format, which no reader sees."""
TAG = re.compile(r"</?[A-Za-z][^>]*>")


class Line(NamedTuple):
    """What one line holds: its number from 1, whether it is of a table, and how many numbers are counted in it."""

    line: int
    is_table: bool
    numbers: int


def scan(text: str) -> list[Line]:
    """Return every table line, and every other line that holds an amount of money."""
    lines = []
    ends = "\n" if "\n" in text else "\r"
    for number, line in enumerate(UNSEEN.sub("", text).split(ends), 1):
        cells = _cells(line)
        if cells is not None:
            lines.append(Line(number, True, sum(_count(cell) for cell in cells)))
        elif amounts := len(re.findall(AMOUNT, line)):
            lines.append(Line(number, False, amounts))
    return lines


def _cells(line: str) -> list[str] | None:
    if line.lstrip().startswith("|"):
        return line.strip().strip("|").split("|")
    return line.split("\t") if "\t" in line else None


def _count(cell: str) -> int:
    bare = TAG.sub("", cell)
    return 1 if re.fullmatch(PLAIN, re.sub(r"\s", "", bare)) else len(re.findall(AMOUNT, bare))
