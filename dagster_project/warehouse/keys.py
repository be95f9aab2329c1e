"""The keys of the published tables, as the dbt project states and tests them: `unique_key` and `known_in`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Keys:
    """Which columns tell the rows of a table apart, and which of them name a row of another table."""

    unique: tuple[str, ...] = ()
    nullable: frozenset[str] = frozenset()
    """Columns of the unique key that may be NULL."""
    foreign: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Column → table and column where each of its values stands once."""

    @property
    def primary(self) -> tuple[str, ...]:
        """The unique key where no part of it may be NULL; else empty."""
        return () if self.nullable else self.unique


def stated_keys(dbt_project: Path) -> dict[str, Keys]:
    """Return the keys of each published table, by its name."""
    files = sorted((dbt_project / "models" / "marts").rglob("*.yml"))
    return {model["name"]: _keys(model) for file in files for model in _models(file)}


def _models(file: Path) -> list[dict[str, Any]]:
    models: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8")).get("models", [])
    return models


def _keys(model: dict[str, Any]) -> Keys:
    tests: dict[str, Any] = dict(_tests(model))
    unique = tests.get("unique_key", {})
    known = {
        column: (f"{of}.{column}").split(".")[:2] for column, of in tests.get("known_in", {}).get("keys", {}).items()
    }
    foreign = {column: (table, key) for column, (table, key) in known.items()}
    return Keys(tuple(unique.get("columns", ())), frozenset(unique.get("nullable", ())), foreign)


def _tests(model: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield each test of a model that has a name and arguments."""
    for test in model.get("data_tests", []):
        if isinstance(test, dict):
            for name, stated in test.items():
                yield name, stated.get("arguments", stated)
