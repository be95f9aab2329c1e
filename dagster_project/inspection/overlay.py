"""What became of each cell of a table, with the words that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from dagster_project.extraction.amounts import parse_number
from dagster_project.extraction.model.document import REDACTED, Area
from dagster_project.extraction.vocabulary import ReadingStatus
from dagster_project.inspection.reading import Reading, Row

DOUBTFUL = Decimal("0.8")
"""Confidence below which the recognition of a cell is doubtful, as its issue says."""
RECORDS = ("statement_lines", "projects", "indicators", "scores", "ledger")
"""Tables whose text columns hold what was understood of the words of a row."""


class Fate(StrEnum):
    """What became of a cell; the value is its class in the page."""

    FACT = "fact"
    UNMAPPED = "unmapped"
    UNDISCLOSED = "undisclosed"
    LABEL = "label"
    TEXT = "text"
    REDACTED = "redacted"


class Mark(NamedTuple):
    """A cell with text: its place in the table, what became of it, and where it stands on which page."""

    row: int
    column: int
    text: str
    fate: Fate
    doubtful: bool
    words: str
    page: int | None
    box: Area | None

    @property
    def is_number(self) -> bool:
        """Tell whether the cell is a number and nothing else."""
        return parse_number(self.text) is not None


def marks(reading: Reading) -> dict[int, list[Mark]]:
    """Return the cells with text of every table, row by row."""
    meanings = _Meanings(reading)
    return {number: list(_of_table(reading, number, meanings)) for number in reading.located}


def _of_table(reading: Reading, number: int, meanings: _Meanings) -> Iterator[Mark]:
    layout = reading.document.layout
    for row_number, row in enumerate(reading.located[number].rows, 1):
        for column, text in enumerate(row.cells, 1):
            if not text:
                continue
            key = (row.line, column - 1)
            confidence = layout.confidences.get(key, Decimal(1))
            fate, words = meanings.of(number, row_number, column, text)
            lines = [text, f"Table {number}, row {row_number}, column {column}", *words]
            if confidence < DOUBTFUL:
                lines.append(f"Doubtful: recognised with a confidence of {confidence.normalize():f}")
            is_contradicted = meanings.contradicted(number, row_number, column)
            if is_contradicted:
                lines.append("Doubtful: the document's own sums contradict its reading")
            said = "\n".join(lines)
            page, box = reading.page(row.line), layout.boxes.get(key)
            yield Mark(row_number, column, text, fate, confidence < DOUBTFUL or is_contradicted, said, page, box)


class _Meanings:
    """Everything the extracted rows say of a cell, found by its place."""

    def __init__(self, reading: Reading) -> None:
        self.kinds = {table["table_number"]: table["statement_kind"] for table in reading.rows["tables"]}
        self.lines = {_place(line): line for line in reading.rows["statement_lines"]}
        self.numbers: dict[tuple[int, int, int], list[Row]] = defaultdict(list)
        for number in reading.rows["ledger"]:
            self.numbers[_place(number)].append(number)
        self.words: dict[int, set[str]] = defaultdict(set)
        self.labels: dict[tuple[int, int], str] = {}
        self.first: dict[int, int] = {}
        for name in RECORDS:
            for record in reading.rows[name]:
                self._learn(record, name)
        # a header that is printed again on the next page is a header there too
        for table, first in self.first.items():
            headers = reading.located[table].rows[: first - 1]
            self.words[table] |= {_squeezed(text) for row in headers for text in row.cells}

    def _learn(self, record: Row, name: str) -> None:
        table, row = record["table_number"], record["row_number"]
        if table is None or row is None or record.get("disposition") in ("unmapped", "redacted"):
            return
        if name != "ledger" or record["disposition"] == "fact":
            self.first[table] = min(self.first.get(table, row), row)
        self.labels.setdefault((table, row), _squeezed(record.get("row_label") or ""))
        for value in record.values():
            if isinstance(value, str):
                self.words[table] |= {_squeezed(value), *map(_squeezed, value.split(" / "))}

    def of(self, table: int, row: int, column: int, text: str) -> tuple[Fate, list[str]]:
        """Return what became of a cell, and lines that say what it means."""
        place = (table, row, column)
        numbers = self.numbers.get(place, [])
        dispositions = {number["disposition"] for number in numbers}
        if "unmapped" in dispositions:
            return Fate.UNMAPPED, [f"Not used: {number['reason']}" for number in numbers]
        if line := self.lines.get(place):
            return (Fate.FACT if dispositions else Fate.UNDISCLOSED), _statement_words(line)
        if "redacted" in dispositions:
            return Fate.REDACTED, ["Personal data, not kept"]
        if text == REDACTED:
            # some documents print it themselves
            return Fate.REDACTED, ["Left out: so printed, or personal data"]
        if "fact" in dispositions:
            return Fate.FACT, [words for number in numbers for words in _number_words(number)]
        if "label" in dispositions:
            return Fate.LABEL, [f"Label: {number['reason']}" for number in numbers]
        return self._text(table, row, text)

    def contradicted(self, table: int, row: int, column: int) -> bool:
        """Tell whether the reading of a number is doubtful by the document's own arithmetic."""
        numbers = self.numbers.get((table, row, column), [])
        return any(number["reading_status"] == ReadingStatus.DOUBTFUL for number in numbers)

    def _text(self, table: int, row: int, text: str) -> tuple[Fate, list[str]]:
        if row < self.first.get(table, 0):
            return Fate.LABEL, ["Header"]
        squeezed = _squeezed(text)
        if squeezed in self.labels.get((table, row), "") or _is_understood(squeezed, self.words[table]):
            return Fate.LABEL, ["Label, or part of what its row says"]
        return Fate.TEXT, ["Kept as text"]


def _is_understood(text: str, words: set[str]) -> bool:
    """Tell whether a text is among `words`, or is one of them with its numbering before it."""
    return text in words or any(
        text[cut:] in words for cut in range(1, min(len(text), 6)) if text[cut - 1] in "、.．）)：:"
    )


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _place(row: Row) -> tuple[int, int, int]:
    return row["table_number"] or 0, row["row_number"] or 0, row["column_number"] or 0


def _statement_words(line: Row) -> list[str]:
    if line["disclosure"] == "figure":
        value = _amount(line, f"{line['unit_applied'] or 'unit unknown'}, from the {line['unit_basis']}")
    else:
        value = f"Not disclosed: {line['disclosure']}"
    return [
        value,
        _joined(line["measure"], line["phase"], line["fiscal_year"], line["fund"], line["side"]),
        _joined("code", line["code"], line["name_as_printed"]) if line["code"] else _joined(line["name_as_printed"]),
        *filter(None, [line["organisation"], line["column_label"] and f"Column: {line['column_label']}"]),
    ]


def _number_words(number: Row) -> Iterator[str]:
    yield _amount(number, number["unit_applied"] or "no unit")
    yield number["reason"].capitalize()
    label = _joined(number["row_label"], number["column_label"])
    if label:
        yield label


def _amount(row: Row, unit: str) -> str:
    amount = row["amount_cny"]
    value = row["value_as_printed"]
    return f"{value} ({unit}) = {amount:,} yuan" if amount is not None else f"{value} ({unit})"


def _joined(*parts: Any) -> str:
    return " · ".join(str(part) for part in parts if part is not None and part != "")
