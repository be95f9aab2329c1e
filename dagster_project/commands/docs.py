"""`yusuan docs`: the documentation site of the published release."""

from __future__ import annotations

from dagster_project.commands.frame import DataFolder, console, first_run
from dagster_project.errors import UsageError
from dagster_project.publication.releases import current_release
from dagster_project.settings import Settings, switch_telemetry_off

EXAMPLE = "yusuan docs"


def docs(data: DataFolder = None) -> None:
    """Build the page that documents every table and column into the current release; it opens from disk."""
    switch_telemetry_off()
    from dagster_project.warehouse.build import build_of
    from dagster_project.warehouse.site import build_site  # imports dbt: two seconds

    settings = Settings.load(data=data)
    release = current_release(settings)
    if release is None:
        raise UsageError(f"There is no release to document yet. {first_run(data)}")
    with console.status("documenting the warehouse"):
        build_site(settings, build_of(settings, release.release_id), release.docs_page)
    console.print(f"Open {settings.current / release.docs_page.relative_to(release.folder)}", soft_wrap=True)
