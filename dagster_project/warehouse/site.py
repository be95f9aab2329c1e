"""The documentation site of a release: one static page made by dbt, opened from disk."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.atomic import replaced
from dagster_project.errors import RunFailed
from dagster_project.settings import Settings
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.dbt import run_dbt
from dagster_project.warehouse.prepared import loaded_manifest

if TYPE_CHECKING:
    from dbt.cli.main import dbtRunnerResult


def build_site(settings: Settings, database: Path, page: Path) -> None:
    """Make the page of dbt docs from a database of a release, that of its build or the readers'.

    dbt opens its database for writing, so it is shown a copy, in a folder of the same name.
    """
    with tempfile.TemporaryDirectory(dir=settings.data, prefix=".docs-") as folder:
        copy = Build(Path(folder) / database.parent.name)
        copy.folder.mkdir()
        shutil.copyfile(database, copy.database)
        target = Path(folder) / "target"
        made = run_dbt(["docs", "generate", "--static"], settings, copy, target, loaded_manifest(settings))
        if not made.success:
            raise RunFailed(f"dbt cannot document the warehouse: {_reason(made)}")
        with replaced(page) as beside:
            shutil.copyfile(target / "static_index.html", beside)


def _reason(made: dbtRunnerResult) -> str:
    """Return what dbt gives as the reason: its exception, or the errors of the catalog and of models it compiled."""
    compiled = getattr(getattr(made.result, "_compile_results", None), "results", ())
    of_models = [f"{result.node.name}: {result.message}" for result in compiled if str(result.status) == "error"]
    return str(made.exception or "\n".join([*(getattr(made.result, "errors", None) or []), *of_models]))
