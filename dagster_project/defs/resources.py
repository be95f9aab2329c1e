"""What every step is handed: the folders, and the lock that keeps a second run out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

import dagster as dg

from dagster_project.defs.following import Following, publishes
from dagster_project.engine import bring_home
from dagster_project.intake.inventory import RawDocument, take_inventory
from dagster_project.intake.known import KnownFiles
from dagster_project.publication.inputs import inputs_of
from dagster_project.publication.lock import run_lock
from dagster_project.publication.releases import drop_unpublished
from dagster_project.runs.recorder import Recorder
from dagster_project.settings import Settings


class Workspace(dg.ConfigurableResource):  # type: ignore[type-arg]
    """The folders of this installation, locked for the time of a run."""

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Iterator[Workspace]:
        """Hold the run lock while the run lasts; one process runs all steps, so it is taken once.

        At its end the run is written down, where it was of the job, and what it did not publish is taken away.
        """
        run, settings = context.run, self.settings
        assert run is not None
        with run_lock(settings.lock):
            following = Following(Recorder(settings, run.run_id))
            if context.instance:
                context.instance.add_event_listener(run.run_id, following.hear)
            try:
                yield self
            finally:
                drop_unpublished(settings, run.run_id)
                following.recorder.documents = self.__dict__.get("documents")
                if publishes(run):
                    following.close()

    @property
    def settings(self) -> Settings:
        """The folders, as the environment names them."""
        return Settings.load()

    @cached_property
    def documents(self) -> tuple[RawDocument, ...]:
        """What lies in the raw folder: looked at once in a run, so that every step has the same before it."""
        bring_home(self.settings)
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
