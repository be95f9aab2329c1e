"""The documentation site of a release: one static page made by dbt, opened from disk."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from dagster_project.atomic import replaced
from dagster_project.errors import RunFailed, UsageError
from dagster_project.publication.releases import Release, current_release
from dagster_project.settings import Settings
from dagster_project.warehouse.dbt import run_dbt


def build_site(settings: Settings) -> Path:
    """Build the dbt docs of the current release into it and return `index.html`.

    dbt opens its database for writing, so it is shown a copy under the same name.
    """
    release = current_release(settings)
    if release is None:
        raise UsageError("There is no release to document yet. Run `make run` first.")
    with tempfile.TemporaryDirectory(dir=settings.data, prefix=".docs-") as folder:
        copy = Release(Path(folder) / release.release_id)
        copy.folder.mkdir()
        shutil.copyfile(release.warehouse, copy.warehouse)
        target = Path(folder) / "target"
        made = run_dbt(["docs", "generate", "--static"], settings, copy, target)
        if not made.success:
            raise RunFailed(f"dbt cannot document the warehouse: {made.exception}")
        page = release.site / "docs" / "index.html"
        with replaced(page) as beside:
            shutil.copyfile(target / "static_index.html", beside)
    return page
