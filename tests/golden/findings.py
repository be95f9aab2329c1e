"""What fails on the real documents, each check read against the document by hand: no more, and no fewer."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import duckdb

FILE = Path(__file__).parent / "findings.csv"
SQL = """
    select
        documents.document_file, checks.rule_id, checks.page, checks.line, checks.actual_value, checks.expected_value,
        checks.value_unit, checks.actual_text, checks.expected_text
    from marts.fct_failed_checks as checks
    inner join marts.dim_documents as documents using (document_id)
"""


def verified(documents: Path | None = None) -> Counter[tuple[str, ...]]:
    """Return the verified failures on the documents of a folder, or on all."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    if documents is None:
        return Counter(map(tuple, rows))
    names = [path.name for path in documents.iterdir()]
    return Counter(tuple(row) for row in rows if any(name.startswith(row[0]) for name in names))


def counts() -> str:
    """Return the verified findings as a table of rules and documents, as CHANGELOG.md prints it."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    by_rule: dict[str, Counter[str]] = {}
    for row in rows:
        by_rule.setdefault(row[1], Counter())[row[0]] += 1
    lines = ["| rule | findings by document |", "|---|---|"]
    for rule, documents in sorted(by_rule.items()):
        lines.append(
            f"| `{rule}` | " + ", ".join(f"{name}: {times}" for name, times in sorted(documents.items())) + " |"
        )
    return "\n".join([*lines, f"| {len(by_rule)} rules | {len(rows)} findings |"])


def found(connection: duckdb.DuckDBPyConnection) -> Counter[tuple[str, ...]]:
    """Return the failures of a warehouse in the form of the verified ones."""
    with FILE.open(encoding="utf-8", newline="") as file:
        prefixes = {row[0] for row in list(csv.reader(file))[1:]}
    result: Counter[tuple[str, ...]] = Counter()
    for name, rule, page, line, actual, expected, unit, actual_text, expected_text in connection.execute(
        SQL
    ).fetchall():
        prefix = next((prefix for prefix in prefixes if name.startswith(prefix)), name)
        sides = (
            (actual_text, expected_text)
            if unit is None
            else (_plain(actual, unit, "0.01"), _plain(expected, unit, "0.1"))
        )
        result[(prefix, rule, str(page or ""), str(line or ""), *(side or "" for side in sides))] += 1
    return result


def _plain(value: Decimal, unit: str, of_percent: str) -> str:
    places = Decimal(of_percent) if unit == "%" else Decimal(1)
    return f"{value.quantize(places, ROUND_HALF_UP)} {unit}"
