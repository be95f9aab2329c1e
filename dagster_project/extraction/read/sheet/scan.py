"""What the XML of an XLSX sheet tells before a library is let near it: how far it reaches, what its formulas lost.

calamine reserves memory for every cell up to the last one that a sheet names, and cannot be stopped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.parsers import expat

from dagster_project.extraction.read.sheet.book import Damaged

PLACE = re.compile(r"([A-Z]{0,3})([1-9]\d{0,6})")
WIDEST = 16_384
MOST_TEXT = 2**28
"""Characters of shared texts, each counted as often as a cell shows it."""


class Scan:
    """One pass over a sheet. Raises Damaged where it is no XML, or has a cell that stands nowhere."""

    def __init__(self, xml: bytes, shared: Sequence[int]) -> None:
        """Scan the XML; `shared` are the lengths of the shared texts."""
        self.last_row = self.last_column = self.rows = self.unplaced = 0
        self._shared, self._characters = shared, 0
        self.lost = 0
        """Cells with an error, or with a formula without a result; a formula for a text may well give none."""
        self.hides_zeros = False
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
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
            self._type = attributes.get("t", "")
            self._value, self._has_formula = "", False
            self._place(attributes.get("r"))
        elif kind == "row":
            self.rows += 1
            self._place(attributes.get("r", "1"))
            if _is_hidden(attributes, "ht"):
                self.hidden_rows.add(int(attributes.get("r", self.rows)) - 1)
        elif kind == "col" and _is_hidden(attributes, "width"):
            first, last = (min(_number(attributes.get(name, "")), WIDEST) for name in ("min", "max"))
            self.hidden_columns.update(range(first - 1, last))
        elif kind == "f":
            self._has_formula = True
        elif kind == "v":
            self._in_value = True
        elif kind == "sheetView":
            self.hides_zeros |= attributes.get("showZeros") in ("0", "false")

    def _end(self, name: str) -> None:
        kind = name.rpartition(":")[2]
        if kind == "v":
            self._in_value = False
        elif kind == "c":
            has_no_result = self._has_formula and not self._value and self._type != "str"
            self.lost += self._type == "e" or has_no_result
            if self._type == "s" and self._value.isdecimal() and int(self._value[:9]) < len(self._shared):
                self._characters += self._shared[int(self._value[:9])]
                if self._characters > MOST_TEXT:
                    raise Damaged("repeats its texts too often. Open it in a spreadsheet program")

    def _text(self, text: str) -> None:
        if self._in_value:
            self._value += text

    def _place(self, reference: str | None) -> None:
        if reference is None:
            self.unplaced += 1
            return
        place = PLACE.fullmatch(reference)
        if place is None:
            raise Damaged("has a cell that stands nowhere. Open it in a spreadsheet program")
        column = 0
        for letter in place[1]:
            column = column * 26 + ord(letter) - 64
        self.last_row, self.last_column = max(self.last_row, int(place[2])), max(self.last_column, column)

    def _doctype(self, *_: object) -> None:
        raise Damaged("defines entities. Open it in a spreadsheet program")


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    return attributes.get("hidden") in ("1", "true") or attributes.get(size) in ("0", "0.0")


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 8 else 0
