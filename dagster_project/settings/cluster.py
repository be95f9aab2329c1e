"""What documents are read on and models are built on: this machine, or a cluster of Spark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dagster_project.errors import UsageError
from dagster_project.settings.lake import NOWHERE, Lake
from dagster_project.settings.server import Server
from dagster_project.settings.variables import ENGINE, MODELS, SOURCE, SPARK_ARCHIVE, SPARK_MASTER, SPARK_SERVER


class Engine(StrEnum):
    """What documents are read on, and what models are built on: this machine, or a cluster of Spark."""

    EMBEDDED = "embedded"
    SPARK = "spark"


@dataclass(frozen=True)
class Cluster:
    """What a run is told of Hadoop and Spark; all else stands in the `spark-defaults.conf` of whoever runs the cluster.

    `archive` is the folder in which executors find the bytes of documents, where they do not see that of this machine;
    `source` the folder that documents are brought from. Both are addresses of any file system that Hadoop knows.
    """

    engine: Engine = Engine.EMBEDDED
    master: str | None = None
    archive: str | None = None
    source: str | None = None
    models: Engine = Engine.EMBEDDED
    """What the models are built on; on Spark all of them each time, whatever is new."""
    lake: Lake | None = None
    """Where the published tables stand, too."""
    server: Server | None = None
    """What the models are built on where that is Spark, in place of a session of this process."""

    @classmethod
    def load(cls, environment: Mapping[str, str]) -> Cluster:
        """Return what is stated; raises UsageError for an engine or a lake that cannot be, or a server without work."""
        master, archive, source = (environment.get(name) or None for name in (SPARK_MASTER, SPARK_ARCHIVE, SOURCE))
        engine, models = (_engine(environment, variable) for variable in (ENGINE, MODELS))
        lake, server = Lake.load(environment), Server.load(environment)
        if server is not None and models is not Engine.SPARK:
            raise UsageError(f"{SPARK_SERVER} names a server for the models. Set {MODELS}=spark, or leave it out.")
        return cls(engine, master, archive, source, models, lake, server)

    @property
    def is_asked_for(self) -> bool:
        """Tell whether anything is to be done on Spark, or with Hadoop's file systems."""
        writes_lake = self.lake is not None and self.lake.delta_folder is None
        return writes_lake or self.source is not None or Engine.SPARK in {self.engine, self.models}

    def environment(self) -> dict[str, str]:
        """Return the variables under which a process finds the same."""
        stated = {SPARK_MASTER: self.master, SPARK_ARCHIVE: self.archive, SOURCE: self.source}
        engines = {ENGINE: self.engine.value, MODELS: self.models.value}
        lake = self.lake.environment() if self.lake else NOWHERE
        server = {SPARK_SERVER: self.server.address if self.server else ""}
        return {**engines, **{name: value or "" for name, value in stated.items()}, **lake, **server}


def _engine(environment: Mapping[str, str], variable: str) -> Engine:
    stated = environment.get(variable) or Engine.EMBEDDED
    if stated not in list(Engine):
        raise UsageError(f"{variable} is “{stated}”. State one of: {', '.join(Engine)}.")
    return Engine(stated)
