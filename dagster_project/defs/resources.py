"""What every step is handed: the folders, and the lock that keeps a second run out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

import dagster as dg

from dagster_project.intake.inventory import RawDocument, take_inventory
from dagster_project.intake.known import KnownFiles
from dagster_project.publication.inputs import inputs_of
from dagster_project.publication.lock import run_lock
from dagster_project.settings import Settings

MAIN_JOB = "main_job"


class Workspace(dg.ConfigurableResource):  # type: ignore[type-arg]
    """The folders of this installation, locked for the time of a run."""

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Iterator[Workspace]:
        """Hold the run lock while the run lasts; one process runs all steps, so it is taken once."""
        with run_lock(self.settings.lock):
            yield self

    @property
    def settings(self) -> Settings:
        """The folders, as the environment names them."""
        return Settings.load()

    @cached_property
    def documents(self) -> tuple[RawDocument, ...]:
        """What lies in the raw folder: looked at once in a run, so that every step has the same before it."""
        return take_inventory(self.settings.raw, self.settings.archive, KnownFiles(self.settings.known))

    @cached_property
    def inputs(self) -> str:
        """The digest of what a release follows from, as it was when the run first asked."""
        return self.inputs_now()

    def inputs_now(self) -> str:
        """Return the digest of what a release follows from, with what persons state as it is now."""
        return inputs_of(self.settings, self.documents)


@dg.definitions
def resources() -> dg.Definitions:
    """Return the resources and the executor of every job."""
    return dg.Definitions(resources={"workspace": Workspace()}, executor=dg.in_process_executor)
