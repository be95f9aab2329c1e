"""One warehouse for all tests that read one: built once by the main job from `raw/`, in a folder that pytest drops."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import repeatable
from preparing import Builds, prepared_once

from dagster_project.main_run import run_main_job
from dagster_project.settings import PROJECT, Settings
from dagster_project.settings.variables import DATA, KEEP_BUILD, RAW, environment_set
from dagster_project.store.failures import Failure
from dagster_project.store.parts import Parts
from dagster_project.warehouse.build import build_of

FOLDER = "数据 [2031] “a” 'b' 100% c"
BUILT = "built"
repeatable()


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a case of bytes by its argument: bytes hold the time they were made at, and workers must agree on names."""
    return argname if isinstance(val, bytes) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the warehouse, of which other builds take their statements, and with what waits for none of them.

    Groups come next, of which each is one worker's; single tests last, of which no worker has one too many.
    """
    items.sort(key=_turn)


def pytest_collection_finish() -> None:
    """Let no search for garbage go through what lives as long as the process, or begin with every few objects."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _turn(item: pytest.Item) -> int:
    group = item.get_closest_marker("xdist_group")
    if group is not None:
        return 0 if group.args == ("warehouse",) else 2
    return 1 if item.path.is_relative_to(PROJECT / "tests" / "extraction") else 3


@pytest.fixture(scope="session", autouse=True)
def builds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builds]:
    """Keep tests out of the data folder of the person who runs them, and let workers share what dbt made."""
    folder = tmp_path_factory.getbasetemp()
    shared = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(RAW, str(PROJECT / "raw"))
        patch.setenv(DATA, str(tmp_path_factory.mktemp("data")))
        patch.setattr(Parts, "fail", _no_reader_fails)
        # no test cuts the power: those that ask what is synced put a disk of their own under it
        patch.setattr(os, "fsync", lambda handle: None)
        yield prepared_once(patch, shared)


def _no_reader_fails(parts: Parts, key: str, failure: Failure) -> None:
    """Let a defect of the code be an error, where at night it costs the document that met it."""
    raise AssertionError(f"The reader failed: {failure.what} in {failure.where}\n{failure.traceback}")


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory, builds: Builds) -> Settings:
    """Return an installation in which the main job has run on the documents the repository ships, dbt in earnest.

    Its folder has a name of all that paths may hold.

    Mark tests that use it with `pytest.mark.xdist_group("warehouse")`, so that one worker builds it.
    """
    settings = Settings(PROJECT / "raw", tmp_path_factory.mktemp("installation") / FOLDER)
    with builds.in_earnest(), environment_set({KEEP_BUILD: "1"}):
        release = run_main_job(settings)
    # a later run drops the build database, and builds only what is touched
    kept = settings.data.parent / BUILT / release.release_id
    kept.mkdir(parents=True)
    shutil.copy(build_of(settings, release.release_id).database, kept)
    return settings


@pytest.fixture(scope="session")
def warehouse(installation: Settings) -> Path:
    """Return the readers' file of that installation."""
    return installation.warehouse.resolve()


@pytest.fixture(scope="session")
def build_database(installation: Settings) -> Path:
    """Return the build database of that installation as its first run left it: intermediate models and the audit."""
    (database,) = (installation.data.parent / BUILT).glob("*/*.duckdb")
    return database
