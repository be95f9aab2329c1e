"""The families of rules (`class` in the seed of rules) that documents are audited by, and what each found in a release.

A finding is about a document: it warns, and never keeps a release back. What does is in `invariants/`.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dagster_project.extraction.vocabulary import Severity

FOUND = "select class, severity, rule_id, count(*) from marts.fct_findings group by all order by all"


@dataclass(frozen=True)
class Family:
    """One family of rules: how many findings it has, by severity and by rule."""

    name: str
    by_severity: Counter[str]
    by_rule: Counter[str]

    @property
    def findings(self) -> int:
        """Findings of the family, of every severity."""
        return self.by_severity.total()

    @property
    def description(self) -> str:
        """What was found, in one line."""
        counts = ", ".join(f"{self.by_severity[severity]:,} {severity}" for severity in Severity)
        return f"{self.findings:,} findings ({counts}): `yusuan findings --class {self.name}`"


def family_names(rules: Path) -> tuple[str, ...]:
    """Return the classes that a seed of rules names, in alphabetical order."""
    with rules.open(encoding="utf-8", newline="") as file:
        return tuple(sorted({row["class"] for row in csv.DictReader(file)}))


def judge_families(warehouse: Path, names: tuple[str, ...]) -> list[Family]:
    """Return each family with what it found in a warehouse."""
    families = {name: Family(name, Counter(), Counter()) for name in names}
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        for name, severity, rule, count in connection.execute(FOUND).fetchall():
            families[name].by_severity[severity] += count
            families[name].by_rule[rule] += count
    return list(families.values())
