"""`yusuan docs`: the documentation site of the published release."""

from __future__ import annotations

from dagster_project.commands.frame import DataFolder, console, first_run, say
from dagster_project.errors import UsageError
from dagster_project.publication.releases import current_release
from dagster_project.settings import Settings, switch_telemetry_off

EXAMPLE = "yusuan docs"


def docs(data: DataFolder = None) -> None:
    """Build the page that documents every table and column into the current release; it opens from disk.

    After a rollback, too: a release that has no page yet gets one of the tables that readers see.

    Later releases keep it while the models are the same; with YUSUAN_DOCS=1 each run makes it where they are not.
    """
    switch_telemetry_off()
    from dagster_project.publication.documentation import make_docs  # imports dbt: two seconds

    settings = Settings.load(data=data)
    release = current_release(settings)
    if release is None:
        raise UsageError(f"There is no release to document yet. {first_run(data)}")
    with console.status("documenting the warehouse"):
        make_docs(settings, release)
    say(f"Open {settings.current / release.docs_page.relative_to(release.folder)}")
