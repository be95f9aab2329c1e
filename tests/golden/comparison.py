"""How extracted rows are compared with a golden, and how what differs is told.

In a golden `*` is not compared, an empty field means NULL, `a|b` allows either and a text ending in `…` is a prefix.
Blanks are ignored: the documents print them at will. Lines are compared with the originals only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import cache

Row = dict[str, str]
Columns = dict[str, str | Callable[[Row], str]]


@cache
def bare(text: str) -> str:
    """Text without blanks, and without the asterisk that marks obligatory rows of a form."""
    return re.sub(r"\s", "", text).lstrip("*")


@cache
def equal(expected: str, got: str, folder: str = "originals") -> bool:
    """Whether a value equals its golden: wildcard, alternatives, prefix, number, or text without blanks."""
    want, have = bare(expected), bare(got)
    if expected == "*" or want == have:
        return True
    if want.endswith("…"):
        return have.startswith(want[:-1]) or (folder == "raw" and have == "（略）")
    if "|" in want and have:
        return have in want.split("|")
    try:
        return Decimal(want) == Decimal(have)
    except InvalidOperation:
        return False


@cache
def has(expected: str, got: str) -> bool:
    """Whether a golden text is part of a value."""
    return expected == "*" or bare(expected) in bare(got)


def compare(expected: list[Row], got: list[Row], columns: Columns, folder: str) -> None:
    """Match each golden row with exactly as many rows as there are equal golden rows; say what differs per row.

    `columns` gives, by golden column, the extracted column (or a function); a golden `…_contains` is a part of it.
    """
    assert expected or not got, "the golden holds no row of this document"
    assert got or not expected, f"{len(expected)} rows expected, none extracted"

    def value(row: Row, column: str) -> str:
        source = columns[column]
        return source(row) if callable(source) else row[source]

    compared = [c for c in columns if not (c == "line" and folder == "raw")]
    groups = Counter(tuple(row[c] for c in compared) for row in expected)
    found = [[value(row, c) for c in compared] for row in got]
    failures = []
    for group, times in groups.items():
        scores = [
            [
                (has if c.endswith(("_contains", "label")) else lambda e, g: equal(e, g, folder))(e, g)
                for c, e, g in zip(compared, group, row, strict=True)
            ]
            for row in found
        ]
        hits = sum(all(score) for score in scores)
        if hits == times:
            continue
        failures.append(f"expected {times}×, found {hits}×: " + " · ".join(filter(None, group)))
        if not hits and scores:
            best = max(range(len(scores)), key=lambda i: sum(scores[i]))
            failures += [
                f"      {c}: expected {e!r}, got {found[best][k]!r}"
                for k, (c, e) in enumerate(zip(compared, group, strict=True))
                if not scores[best][k]
            ]
    assert not failures, "\n".join([f"{len(failures)} lines of differences", *failures[:80]])


def same(*columns: str) -> Columns:
    """Golden columns that bear the name of their extracted column."""
    return {column: column for column in columns}
