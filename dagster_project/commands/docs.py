"""`yusuan docs`: the documentation site of the published release."""

from __future__ import annotations

from dagster_project.commands.frame import DataFolder, console
from dagster_project.settings import Settings, switch_telemetry_off

EXAMPLE = "yusuan docs"


def docs(data: DataFolder = None) -> None:
    """Build the page that documents every table and column into the current release; it opens from disk."""
    switch_telemetry_off()
    from dagster_project.warehouse.site import build_site  # imports dbt: two seconds

    with console.status("documenting the warehouse"):
        build_site(Settings.load(data=data))
    console.print(f"Open {Settings.load(data=data).current / 'site' / 'docs' / 'index.html'}", soft_wrap=True)
