"""An invariant is a query that returns what violates it; one that is about documents names the document of each row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

SHOWN = 5
DOCUMENT = "document_id"
SIDES = "sides"
"""Column that holds, as structs, the rows that contradict each other."""
LONGEST = 120


@dataclass(frozen=True)
class Invariant:
    """A sentence that must hold for a table, and the query that finds the rows for which it does not."""

    name: str
    table: str
    sentence: str
    violations: str


@dataclass(frozen=True)
class Verdict:
    """Whether an invariant holds; where it does not, the first rows that violate it."""

    invariant: Invariant
    examples: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """True where nothing violates it."""
        return not self.examples

    @property
    def description(self) -> str:
        """The sentence, and what contradicts it."""
        contradicted = "".join(f"\n  not so: {example}" for example in self.examples)
        return self.invariant.sentence + contradicted


@dataclass(frozen=True, order=True)
class Violation:
    """A document for which a sentence does not hold, and the rows that show it, both sides of each."""

    document_id: str
    name: str
    sentence: str
    examples: tuple[str, ...]


def judge(connection: duckdb.DuckDBPyConnection, invariant: Invariant) -> Verdict:
    """Run an invariant's query and return the verdict."""
    result = connection.execute(invariant.violations)
    columns = [column[0] for column in result.description or []]
    return Verdict(invariant, tuple(_shown(columns, row) for row in result.fetchmany(SHOWN)))


def violations(connection: duckdb.DuckDBPyConnection, name: str, sentence: str, query: str) -> list[Violation]:
    """Run a query of what violates a sentence and return it by document, in their order.

    A row that names no document, and a query without the column `document_id`, are about none.
    """
    result = connection.execute(query)
    columns = [column[0] for column in result.description or []]
    if DOCUMENT not in columns:
        return []
    place = columns.index(DOCUMENT)
    shown: dict[str, list[str]] = defaultdict(list)
    for row in result.fetchall():
        if row[place] is not None:
            shown[row[place]].append(_shown(columns, row))
    return [Violation(each, name, sentence, _first(examples)) for each, examples in sorted(shown.items())]


def _first(examples: Iterable[str]) -> tuple[str, ...]:
    ordered = sorted(set(examples))
    more = len(ordered) - SHOWN
    return (*ordered[:SHOWN], *([f"and {more:,} more"] if more > 0 else []))


def _shown(columns: Sequence[str], row: Sequence[Any]) -> str:
    named = zip(columns, row, strict=True)
    return ", ".join(f"{column}={_both(value) if column == SIDES else _cut(value)}" for column, value in named)


def _both(rows: list[dict[str, Any]]) -> str:
    """Return rows against each other: of each only the columns in which they differ."""
    differ = [column for column in rows[0] if len({repr(row[column]) for row in rows}) > 1]
    sides = sorted(", ".join(f"{column}={_cut(row[column])}" for column in differ) for row in rows)
    return " | ".join(f"({side or 'the same row'})" for side in sides[:SHOWN])


def _cut(value: object) -> str:
    text = str(value)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
