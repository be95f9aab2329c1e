"""Documents of which one table is another's: of another body, of the year before, or of nobody that is known.

The table is closed in itself, and so is the document without it; what else the document prints of it does not agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from corpus import KINDS

TITLES = {"final_account": "支出决算表", "provincial": "支出预算总表"}
"""The table that is pasted in, by kind of document."""
FIRST, SOURCES, EACH = 70_000, 75_000, 2
"""Numbers of the offices, of those whose table is taken, and documents of each kind and cause."""
HEADING = re.compile(r"(\S+ )(\d{4})( 年度?部门\S+)\n")


class Pasted(NamedTuple):
    """A document with a table that is not its own, the cause to be found, and the document it was taken from."""

    file: str
    text: str
    cause: str
    source: str | None

    @property
    def texts(self) -> Iterator[tuple[str, str]]:
        """The documents of the raw folder, each with its file name."""
        yield self.file, self.text
        if self.source is not None:
            yield f"source_of_{self.file}", self.source


def pasted() -> list[Pasted]:
    """Return the documents of each kind and cause; an account states in words what the year before was, and would differ."""
    return [
        _pasted(kind, cause, FIRST + 100 * place + number)
        for place, cause in enumerate(("other_organisation", "last_year", "table"))
        for kind in TITLES
        if (kind, cause) != ("final_account", "last_year")
        for number in range(EACH)
    ]


def _pasted(kind: str, cause: str, number: int) -> Pasted:
    own = KINDS[kind](number).text
    other = next(text for text in _others(kind, number) if _year(text) == _year(own))
    first, last = _rows(own, TITLES[kind])
    rows = slice(*_rows(other, TITLES[kind]))
    source = {"other_organisation": other, "last_year": _of_last_year(own, other[rows], TITLES[kind])}.get(cause)
    return Pasted(f"pasted_{kind}_{number}.txt", own[:first] + other[rows] + own[last:], cause, source)


def _others(kind: str, number: int) -> Iterator[str]:
    return (KINDS[kind](other).text for other in count(SOURCES + 1000 * (number - FIRST)))


def _year(text: str) -> str:
    heading = HEADING.match(text)
    assert heading
    return heading[2]


def _rows(text: str, title: str) -> tuple[int, int]:
    """Return where the rows of a table begin and end: behind title, place and unit, before the next blank line."""
    above = re.search(rf"\n{title}\n\n单位名称：.*\n\n单位：.*\n\n", text)
    assert above, title
    return above.end(), text.index("\n\n", above.end())


def _of_last_year(own: str, rows: str, title: str) -> str:
    """Return what the office of a document disclosed a year before: its heading, and this one table."""
    heading = HEADING.match(own)
    assert heading
    first, _ = _rows(own, title)
    above = own[own.rindex(f"\n{title}\n", 0, first) : first]
    return f"{heading[1]}{int(heading[2]) - 1}{heading[3]}\n\n公开03表\n{above}{rows}\n\n"
