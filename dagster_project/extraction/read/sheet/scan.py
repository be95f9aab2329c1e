"""What the XML of an XLSX sheet tells before a library is let near it: how far it reaches, what its formulas lost.

calamine reserves memory for every cell up to the last one that a sheet names, and cannot be stopped.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple
from xml.parsers import expat

from dagster_project.extraction.read.sheet.book import Area, Damaged, Place

PLACE = re.compile(r"([A-Z]{0,3})([1-9]\d{0,6})")
WIDEST = 16_384
MOST_TEXT = 2**28
"""Characters of shared texts, each counted as often as a cell shows it."""
TEXTS = {"s", "str", "inlineStr"}
PAINTING = {"tablePart", "picture"}
"""What gives cells a ground that their formats do not tell of."""
EVERYWHERE = "A1:XFD1048576"


class Shared(NamedTuple):
    """The texts that cells share, by their number: how long each is, markup included, and which have several looks."""

    lengths: Sequence[int] = ()
    rich: Container[int] = ()


class Formats(NamedTuple):
    """The numbers of the formats whose cells nobody sees, and of those that show no texts."""

    unseen: Container[str] = ()
    without_texts: Container[str] = ()


class Scan:
    """One pass over a sheet. Raises Damaged where it is no XML, or has a cell that stands nowhere."""

    def __init__(self, xml: bytes, shared: Shared, formats: Formats) -> None:
        """Scan the XML."""
        self.last_row = self.last_column = self.rows = self.unplaced = 0
        self._shared, self._characters = shared, 0
        self.lost = 0
        """Cells with an error, or with a formula without a result; a formula for a text may well give none."""
        self.hides_zeros = False
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self._formats, self._format, self._at, self._is_rich = formats, "0", (0, -1), False
        self._unseen: set[Place] = set()
        self._painted: list[str] = []
        self._type = ""
        self._value = ""
        self._has_formula = self._in_value = False
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        try:
            parser.Parse(xml, True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise Damaged("is damaged. Open it in a spreadsheet program") from error

    @property
    def height(self) -> int:
        """The last row that holds a cell."""
        return max(self.last_row, self.rows)

    @property
    def width(self) -> int:
        """The last column that holds a cell; cells that name none may all stand in one row."""
        return max(self.last_column, min(self.unplaced, WIDEST))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind == "c":
            self._type, self._format = attributes.get("t", ""), attributes.get("s", "0")
            self._value, self._has_formula, self._is_rich = "", False, False
            self._place(attributes.get("r"))
        elif kind == "row":
            self.rows += 1
            self._place(attributes.get("r", "1"))
            self._at = int(attributes.get("r", self.rows)) - 1, -1
            if _is_hidden(attributes, "ht"):
                self.hidden_rows.add(int(attributes.get("r", self.rows)) - 1)
        elif kind == "col" and _is_hidden(attributes, "width"):
            first, last = (min(_number(attributes.get(name, "")), WIDEST) for name in ("min", "max"))
            self.hidden_columns.update(range(first - 1, last))
        elif kind == "f":
            self._has_formula = True
        elif kind == "v":
            self._in_value = True
        elif kind == "rPr":
            self._is_rich = True
        elif kind == "sheetView":
            self.hides_zeros |= attributes.get("showZeros") in ("0", "false")
        elif kind == "conditionalFormatting":
            self._painted += attributes.get("sqref", "").split()
        elif kind in PAINTING:
            self._painted.append(EVERYWHERE)

    def _end(self, name: str) -> None:
        kind = name.rpartition(":")[2]
        if kind == "v":
            self._in_value = False
        elif kind == "c":
            has_no_result = self._has_formula and not self._value and self._type != "str"
            self.lost += self._type == "e" or has_no_result
            if self._type == "s" and self._value.isdecimal() and int(self._value[:9]) < len(self._shared.lengths):
                number = int(self._value[:9])
                self._is_rich = number in self._shared.rich
                self._characters += self._shared.lengths[number]
                if self._characters > MOST_TEXT:
                    raise Damaged("repeats its texts too often. Open it in a spreadsheet program")
            if (self._format in self._formats.unseen and not self._is_rich) or (
                self._format in self._formats.without_texts and self._type in TEXTS
            ):
                self._unseen.add(self._at)

    def _text(self, text: str) -> None:
        if self._in_value:
            self._value += text

    def _place(self, reference: str | None) -> None:
        if reference is None:
            self.unplaced += 1
            self._at = self._at[0], self._at[1] + 1
            return
        place = PLACE.fullmatch(reference)
        if place is None:
            raise Damaged("has a cell that stands nowhere. Open it in a spreadsheet program")
        row, column = int(place[2]), _column(place[1])
        self.last_row, self.last_column = max(self.last_row, row), max(self.last_column, column)
        self._at = row - 1, column - 1

    def unseen(self) -> Iterator[Place]:
        """Yield the cells that nobody sees; what is painted by what stands in it, or as a table, may be seen."""
        areas = [area for reference in self._painted for area in _area(reference)]
        for row, column in self._unseen:
            if not any(top <= row <= bottom and left <= column <= right for (top, left), (bottom, right) in areas):
                yield row, column

    def _doctype(self, *_: object) -> None:
        raise Damaged("defines entities. Open it in a spreadsheet program")


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    return attributes.get("hidden") in ("1", "true") or attributes.get(size) in ("0", "0.0")


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 8 else 0


def _column(letters: str) -> int:
    """Return the number of a column, from 1; 0 where there are no letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _area(reference: str) -> Iterator[Area]:
    ends = [PLACE.fullmatch(end) for end in reference.split(":")]
    if all(ends):
        first, *_, last = [(int(end[2]) - 1, _column(end[1]) - 1) for end in [*ends, ends[-1]] if end]
        yield first, last
