"""An invariant is a query that returns what violates it."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

SHOWN = 5


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


def judge(connection: duckdb.DuckDBPyConnection, invariant: Invariant) -> Verdict:
    """Run an invariant's query and return the verdict."""
    result = connection.execute(invariant.violations)
    columns = [column[0] for column in result.description or []]
    rows = result.fetchmany(SHOWN)
    return Verdict(invariant, tuple(", ".join(f"{c}={v}" for c, v in zip(columns, row, strict=True)) for row in rows))
