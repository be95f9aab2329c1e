"""Build the warehouse; a document that a test names as the cause of a failure is withheld, and it is built again.

What is about no document stops the release: a model that cannot be built, a failure that no document is named for, or
that names most of them: then the fault is ours.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import duckdb

from dagster_project.invariants.judged import WITHHELD, read_judged, withhold
from dagster_project.invariants.released import violating_release
from dagster_project.invariants.violations import Violation, violations
from dagster_project.settings import Engine, Settings
from dagster_project.store.buckets import scan_extracted
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.memory import Memory
from dagster_project.warehouse.models import build_models
from dagster_project.warehouse.nodes import NodeResult
from dagster_project.warehouse.on_spark import built_on_spark

ROUNDS = 3


def build_in_rounds(
    settings: Settings, build: Build, progress: Callable[[str], None], told: Callable[[str], None]
) -> list[NodeResult]:
    """Build until nothing names a document that is not withheld yet, at most ROUNDS times; return the last results.

    `progress` is told each node, `told` each document withheld and why.
    """
    build_all = built_on_spark if settings.cluster.models is Engine.SPARK else build_models
    for last in range(1, ROUNDS + 1):
        results = build_all(settings, build, progress)
        found = _violating(settings, build.database, results)
        if not found or last == ROUNDS or _are_most(found, settings):
            break
        withhold(settings, found)
        for violation in found:
            told(f"{violation.document_id} is withheld: {violation.sentence} {'; '.join(violation.examples)}")
        shutil.rmtree(build.folder)
    return results


def _are_most(found: Iterable[Violation], settings: Settings) -> bool:
    """Tell whether these are more documents than one, and more than half of all that were read."""
    named = {violation.document_id for violation in found}
    read: int = scan_extracted(settings.extracted, "documents").count_rows()
    return len(named) > max(1, read // 2)


def _violating(settings: Settings, database: Path, results: list[NodeResult]) -> list[Violation]:
    """Return the documents that red tests and the invariants of the release name and that are not withheld yet."""
    red = [result for result in results if result.is_red]
    withheld = set(read_judged(settings.judged, WITHHELD.name).column("document_id").to_pylist())
    folders, memory = (settings.extracted, settings.judged), Memory.of(settings)
    found = _named_by_tests(database, red) if red else violating_release(database, *folders, memory)
    return [violation for violation in found if violation.document_id not in withheld]


def _named_by_tests(database: Path, red: Iterable[NodeResult]) -> list[Violation]:
    """Return the documents that the failing rows of tests name."""
    if not database.exists():
        return []
    with duckdb.connect(str(database), read_only=True) as connection:
        found = [
            violations(connection, result.name, f"The test {result.name} fails.", result.failing_rows)
            for result in red
            if result.failing_rows
        ]
    return [violation for of_test in found for violation in of_test]
