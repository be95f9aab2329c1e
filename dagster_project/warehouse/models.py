"""The models of a release, built from nothing: by dbt itself the first time, then by what it sent the first time.

What dbt sends to the database follows from the code alone, but for the folders, the id and the time of the release; of
what it takes for few documents nearly all is its own planning and compiling.
"""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace

import pyarrow as pa

from dagster_project.settings import Settings
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.dbt import run_dbt
from dagster_project.warehouse.memory import DOUBLINGS, clear
from dagster_project.warehouse.nodes import NodeResult, node_results
from dagster_project.warehouse.prepared import loaded_manifest
from dagster_project.warehouse.statements import record_statements, run_statements, sent_statements


def build_models(settings: Settings, build: Build, progress: Callable[[str], None]) -> list[NodeResult]:
    """Build seeds and models and run the tests in a release's build database; a red test is a result, not an error.

    Where anything is red of what was sent before, dbt begins anew: it knows what waits for what. Unit tests are about
    the code alone and are not run here: `make test` runs them. Raises RunFailed where dbt itself could not run.
    """
    sent = sent_statements(settings)
    if sent.is_file():
        results = run_statements(settings, build, sent, progress)
        if not any(result.is_red for result in results):
            return results
        shutil.rmtree(build.folder)
    results = built_by_dbt(settings, build, progress)
    if not any(result.is_red for result in results):
        record_statements(settings, build, results)
    return results


def built_by_dbt(settings: Settings, build: Build, progress: Callable[[str], None]) -> list[NodeResult]:
    """Let dbt build all, and what does not fit into the memory stated in twice as much, a few times.

    What was left out for it is built then, too: a folder may grow overnight.
    """
    build.folder.mkdir(parents=True)
    results = built_once(settings, build, progress)
    for _ in range(DOUBLINGS):
        if not any(result.is_too_large for result in results):
            break
        left = {result.unique_id for result in results if result.is_too_large or result.status == "skipped"}
        twice = replace(settings.bounds, database_megabytes=2 * settings.bounds.database_megabytes)
        settings = replace(settings, bounds=twice)
        done = [result for result in results if result.unique_id not in left]
        results = done + built_once(
            settings, build, progress, [each.name for each in results if each.unique_id in left]
        )
    return results


def built_once(
    settings: Settings, build: Build, progress: Callable[[str], None], only: Sequence[str] = ()
) -> list[NodeResult]:
    """Build all, or only the nodes of these names, within the memory stated, come what may."""
    clear(settings.spill)
    # what reading has left is given back to the system before dbt takes its part
    gc.collect()
    pa.default_memory_pool().release_unused()
    target, manifest = settings.dbt_target / "build", loaded_manifest(settings)
    # what dbt writes of a build is asked of its results instead: it would take a tenth of dbt's own time
    command = ["build", "--no-write-json", "--exclude-resource-type", "unit_test"]
    command += ["--select", *only] if only else []
    finished = run_dbt(command, settings, build, target, manifest, progress)
    return node_results(finished)
