"""What each table of a document was taken for: kind, pages, unit, header, and how many of its numbers became what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from dagster_project.inspection.reading import Reading, Row


class FoundTable(NamedTuple):
    """A table as recognised. `headers` are the labels of its columns, or the first row that has several words."""

    row: Row
    pages: tuple[int, ...]
    headers: tuple[str, ...]
    counts: Counter[str]

    @property
    def number(self) -> int:
        """Number of the table in the document, from 1."""
        return int(self.row["table_number"])

    @property
    def pages_shown(self) -> str:
        """Its pages as words: 3, 3–5, or nothing in text."""
        if not self.pages:
            return ""
        return f"{self.pages[0]}–{self.pages[-1]}" if len(self.pages) > 1 else str(self.pages[0])

    @property
    def unit(self) -> str:
        """Unit of its amounts, and what shows it."""
        unit, basis = self.row["unit_applied"], self.row["unit_basis"]
        return f"{unit} ({basis})" if unit else "not stated"


def found_tables(reading: Reading) -> list[FoundTable]:
    """Return all tables of the document in printed order."""
    counts: dict[int | None, Counter[str]] = defaultdict(Counter)
    for number in reading.rows["ledger"]:
        counts[number["table_number"]][number["disposition"]] += 1
    labels: dict[int, dict[int, str]] = defaultdict(dict)
    for line in reading.rows["statement_lines"]:
        labels[line["table_number"]].setdefault(line["column_number"], line["column_label"])
    found = []
    for row in reading.rows["tables"]:
        number = row["table_number"]
        keys = [each.line for each in reading.located[number].rows]
        pages = sorted({page for key in keys if (page := reading.page(key)) is not None})
        headers = [label for _, label in sorted(labels[number].items())] or _first_row(reading, number)
        found.append(FoundTable(row, tuple(pages), tuple(dict.fromkeys(filter(None, headers))), counts[number]))
    return found


def _first_row(reading: Reading, number: int) -> Iterable[str]:
    rows = (row.cells for row in reading.located[number].rows)
    return next((cells for cells in rows if sum(map(bool, cells)) > 1), ())
