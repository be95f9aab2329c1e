"""The dbt project is prepared once per test run, for all workers: parsed, and built in earnest by the first that asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dagster_project.atomic import alone
from dagster_project.invariants import rounds
from dagster_project.settings import Settings
from dagster_project.warehouse import prepared
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.models import build_models, built_by_dbt
from dagster_project.warehouse.nodes import NodeResult
from dagster_project.warehouse.statements import sent_statements


class Builds:
    """Takes the place of `build_models`: who comes while dbt first builds waits for what it sends."""

    def __init__(self, lock: Path) -> None:
        self.lock = lock
        self._in_earnest = False

    @contextmanager
    def in_earnest(self) -> Iterator[None]:
        """Let dbt itself build within the block."""
        self._in_earnest = True
        try:
            yield
        finally:
            self._in_earnest = False

    def build_models(self, settings: Settings, build: Build, progress: Callable[[str], None]) -> list[NodeResult]:
        """Build by what was sent, or by dbt where nothing was yet, or in earnest."""
        with alone(self.lock):
            if not sent_statements(settings).is_file():
                return build_models(settings, build, progress)
        return (built_by_dbt if self._in_earnest else build_models)(settings, build, progress)


def prepared_once(patch: pytest.MonkeyPatch, folder: Path) -> Builds:
    """Let what is prepared lie in a folder of the test run; call it before the definitions are loaded."""
    builds = Builds(folder / "building.lock")
    patch.setattr(prepared, "homes", lambda settings: (folder / "dbt",))
    patch.setattr(rounds, "build_models", builds.build_models)
    return builds
