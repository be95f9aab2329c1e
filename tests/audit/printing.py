"""Prints a document and remembers where each figure, rate, count, target and name of it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

FEN = {"元": 100, "万元": 1_000_000}
"""Facts are whole fen; a printed unit is so many of them."""


class Token(NamedTuple):
    """Something of a line that a mutation may replace: its text, what kind of thing it is, which fact it prints."""

    text: str
    kind: str
    key: str


Part = str | Token
Cell = Part | Sequence[Part]


class Mark(NamedTuple):
    """A printed token and its place: characters of the text, line from 1, and cell (from 1) or character of the line."""

    start: int
    end: int
    line: int
    column: int | None
    offset: int
    text: str
    kind: str
    family: str
    key: str


@dataclass(frozen=True)
class Style:
    """How an office prints money: the unit of its tables, its decimals, thousands, and what stands for zero."""

    unit: str = "万元"
    decimals: int = 2
    thousands: bool = True
    zero: str | None = None

    def number(self, fen: int) -> str:
        """Return fen in the unit, rounded half up."""
        value = (Decimal(fen) / FEN[self.unit]).quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)
        return f"{value:,}" if self.thousands else f"{value}"

    def money(self, fen: int, key: str) -> Token:
        """Return a figure of a table."""
        text = self.zero if fen == 0 and self.zero is not None else self.number(fen)
        return Token(text, "money" if text[-1:].isdigit() else "none", key)


def percent(part: int, whole: int, key: str, decimals: int = 2) -> Token:
    """Return `part` of `whole` as a percentage."""
    rate = (Decimal(100) * part / whole).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return Token(f"{rate}%", "rate", key)


def count(number: int, key: str) -> Token:
    """Return a number of heads, vehicles, projects or days."""
    return Token(str(number), "count", key)


def _with_units(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts with the unit behind each figure as a token; of zero every unit is right."""
    before: Part = ""
    for part in parts:
        if (
            isinstance(part, str)
            and isinstance(before, Token)
            and before.kind == "money"
            and before.text.strip("0.")
            and part.startswith(" 万元")
        ):
            yield " "
            yield Token("万元", "unit", f"{before.key}|unit")
            yield part[3:]
        else:
            yield part
        before = part


def alone(token: Token) -> Token:
    """Return a token that no other figure of its document depends on: no change of it can be told."""
    return token._replace(kind="alone")


class Page:
    """A text that grows line by line; `family` names the part of the document that is being printed."""

    def __init__(self, style: Style) -> None:
        self.style, self.family = style, ""
        self.lines: list[str] = []
        self.marks: list[Mark] = []
        self._length = 0

    @property
    def text(self) -> str:
        """All lines."""
        return "".join(self.lines)

    def say(self, *parts: Part) -> None:
        """Print a paragraph, and a blank line after it; the unit behind a figure can be misprinted, and a zero is printed."""
        written = [
            part._replace(text=self.style.number(0))
            if isinstance(part, Token) and part.text == self.style.zero
            else part
            for part in parts
        ]
        self._line("".join(self._place([*_with_units(written)], 0, None)))
        self._line("")

    def row(self, *cells: Cell) -> None:
        """Print a row of cells with tabs between them."""
        line = ""
        for column, cell in enumerate(cells, 1):
            parts = [cell] if isinstance(cell, (str, Token)) else list(cell)
            line += "\t" * (column > 1)
            line += "".join(self._place(parts, len(line), column))
        self._line(line)

    def table(
        self, number: str, title: str, place: str, rows: Sequence[Sequence[Cell]], is_alone: bool = False
    ) -> None:
        """Print a whole table."""
        self.head(number, title, place, is_alone)
        for cells in rows:
            self.row(*cells)
        self.end()

    def head(self, number: str, title: str, place: str, is_alone: bool = False, has_unit: bool = True) -> None:
        """Print number, title, place and unit over a table, which is `is_alone` where no other holds its figures."""
        for line in (number, title, f"单位名称：{place}"):
            self.say(line)
        if not has_unit:
            return
        unit = Token(self.style.unit, "unit", f"unit of {title}")
        self.say("单位：", alone(unit) if is_alone else unit)

    def end(self) -> None:
        """Print the blank line below a table."""
        self._line("")

    def _place(self, parts: Sequence[Part], offset: int, column: int | None) -> list[str]:
        found = []
        for part in parts:
            text = part if isinstance(part, str) else part.text
            if isinstance(part, Token):
                start = self._length + offset
                place = (start, start + len(text), len(self.lines) + 1, column, offset)
                self.marks.append(Mark(*place, text, part.kind, self.family, part.key))
            offset += len(text)
            found.append(text)
        return found

    def _line(self, line: str) -> None:
        self.lines.append(line + "\n")
        self._length += len(line) + 1
