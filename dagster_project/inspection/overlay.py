"""What became of each cell of a table, with the words that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from dagster_project.extraction.amounts import parse_number
from dagster_project.extraction.model.document import REDACTED, Area
from dagster_project.extraction.vocabulary import ReadingStatus
from dagster_project.inspection.reading import Reading, Row
from dagster_project.inspection.words import OverlayWords, words_in
from dagster_project.languages import Language, in_chinese

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


def marks(reading: Reading, language: str = "en") -> dict[int, list[Mark]]:
    """Return the cells with text of every table, row by row; `language` is that of their words, zh or en."""
    said = words_in(language)
    meanings = _Meanings(reading, said, in_chinese if language == Language.ZH else str)
    return {number: list(_of_table(reading, number, meanings, said)) for number in reading.located}


def _of_table(reading: Reading, number: int, meanings: _Meanings, said: OverlayWords) -> Iterator[Mark]:
    layout = reading.document.layout
    for row_number, row in enumerate(reading.located[number].rows, 1):
        for column, text in enumerate(row.cells, 1):
            if not text:
                continue
            key = (row.line, column - 1)
            confidence = layout.confidences.get(key, Decimal(1))
            fate, words = meanings.of(number, row_number, column, text)
            lines = [text, said.place.format(number, row_number, column), *words]
            if confidence < DOUBTFUL:
                lines.append(said.recognised.format(f"{confidence.normalize():f}"))
            is_contradicted = meanings.contradicted(number, row_number, column)
            if is_contradicted:
                lines.append(said.contradicted)
            page, box = reading.page(row.line), layout.boxes.get(key)
            is_doubtful = confidence < DOUBTFUL or is_contradicted
            yield Mark(row_number, column, text, fate, is_doubtful, "\n".join(lines), page, box)


class _Meanings:
    """Everything the extracted rows say of a cell, found by its place."""

    def __init__(self, reading: Reading, said: OverlayWords, told: Callable[[str], str]) -> None:
        self.said, self.told = said, told
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
        place, said = (table, row, column), self.said
        numbers = self.numbers.get(place, [])
        dispositions = {number["disposition"] for number in numbers}
        if "unmapped" in dispositions:
            return Fate.UNMAPPED, [said.not_used.format(self.told(number["reason"])) for number in numbers]
        if line := self.lines.get(place):
            return (Fate.FACT if dispositions else Fate.UNDISCLOSED), _statement_words(line, said)
        if "redacted" in dispositions:
            return Fate.REDACTED, [said.personal]
        if text == REDACTED:
            # some documents print it themselves
            return Fate.REDACTED, [said.left_out]
        if "fact" in dispositions:
            return Fate.FACT, [words for number in numbers for words in _number_words(number, said, self.told)]
        if "label" in dispositions:
            return Fate.LABEL, [said.label.format(self.told(number["reason"])) for number in numbers]
        return self._text(table, row, text)

    def contradicted(self, table: int, row: int, column: int) -> bool:
        """Tell whether the reading of a number is doubtful by the document's own arithmetic."""
        numbers = self.numbers.get((table, row, column), [])
        return any(number["reading_status"] == ReadingStatus.DOUBTFUL for number in numbers)

    def _text(self, table: int, row: int, text: str) -> tuple[Fate, list[str]]:
        if row < self.first.get(table, 0):
            return Fate.LABEL, [self.said.header]
        squeezed = _squeezed(text)
        if squeezed in self.labels.get((table, row), "") or _is_understood(squeezed, self.words[table]):
            return Fate.LABEL, [self.said.part_of_row]
        return Fate.TEXT, [self.said.kept_as_text]


def _is_understood(text: str, words: set[str]) -> bool:
    """Tell whether a text is among `words`, or is one of them with its numbering before it."""
    return text in words or any(
        text[cut:] in words for cut in range(1, min(len(text), 6)) if text[cut - 1] in "、.．）)：:"
    )


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _place(row: Row) -> tuple[int, int, int]:
    return row["table_number"] or 0, row["row_number"] or 0, row["column_number"] or 0


def _statement_words(line: Row, said: OverlayWords) -> list[str]:
    if line["disclosure"] == "figure":
        unit = said.unit_from.format(line["unit_applied"] or said.unit_unknown, said.of("basis", line["unit_basis"]))
        value = _amount(line, unit, said)
    else:
        value = said.not_disclosed.format(said.of("disclosure", line["disclosure"]))
    measure, phase = said.of("measure", line["measure"]), said.of("phase", line["phase"])
    name = (said.code, line["code"], line["name_as_printed"]) if line["code"] else (line["name_as_printed"],)
    return [
        value,
        _joined(measure, phase, line["fiscal_year"], said.of("fund", line["fund"]), said.of("side", line["side"])),
        _joined(*name),
        *filter(None, [line["organisation"], line["column_label"] and said.column.format(line["column_label"])]),
    ]


def _number_words(number: Row, said: OverlayWords, told: Callable[[str], str]) -> Iterator[str]:
    yield _amount(number, number["unit_applied"] or said.no_unit, said)
    yield told(number["reason"]).capitalize()
    label = _joined(number["row_label"], number["column_label"])
    if label:
        yield label


def _amount(row: Row, unit: str, said: OverlayWords) -> str:
    amount = row["amount_cny"]
    value = row["value_as_printed"]
    return said.amount.format(value, unit, f"{amount:,}") if amount is not None else f"{value} ({unit})"


def _joined(*parts: Any) -> str:
    return " · ".join(str(part) for part in parts if part is not None and part != "")
