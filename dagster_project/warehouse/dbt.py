"""How dbt is called: in this process, its database closed afterwards.

In process because a dbt of its own needs four seconds to start and to parse what is parsed already.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.settings import Server, Settings, environment_set
from dagster_project.settings.variables import DATABASE_MEMORY, SPILL
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.literals import file_pattern, quotes_doubled

# dbt is a second and a half of import that a night without it need not wait for
if TYPE_CHECKING:
    from dbt.cli.main import dbtRunnerResult
    from dbt.contracts.graph.manifest import Manifest


@dataclass(frozen=True)
class OnSpark:
    """Where dbt works on Spark: in the session that there is, or on a server, in schemas with a prefix."""

    server: Server | None = None
    prefix: str = ""

    @property
    def target(self) -> str:
        """What `profiles.yml` calls it."""
        return "spark_server" if self.server else "spark"

    @property
    def options(self) -> tuple[str, ...]:
        """What dbt is told: names of another build, which it has kept, are none of this one."""
        return ("--no-partial-parse",) if self.server else ()

    def environment(self) -> dict[str, str]:
        """Return the environment that the profile and the names of schemas are made of."""
        if self.server is None:
            return {}
        gate = self.server.gate
        return {
            "YUSUAN_SERVER_METHOD": "http" if gate else "thrift",
            "YUSUAN_SERVER_ORGANIZATION": gate.organization if gate else "",
            "YUSUAN_SERVER_CLUSTER": gate.cluster if gate else "",
            "YUSUAN_SERVER_HOST": self.server.host,
            "YUSUAN_SERVER_PORT": str(self.server.port),
            "YUSUAN_SERVER_USER": self.server.user,
            "YUSUAN_SERVER_PASSWORD": self.server.password or "",
            "YUSUAN_SCHEMA_PREFIX": self.prefix,
        }


def variables(settings: Settings, build: Build) -> dict[str, str]:
    """Return the environment that the dbt project reads: where the Parquet is, and which release is built."""
    return {
        "YUSUAN_EXTRACTED": in_a_source(settings.extracted),
        "YUSUAN_STATED": in_a_source(settings.stated),
        "YUSUAN_JUDGED": in_a_source(settings.judged),
        "YUSUAN_KEPT": in_a_source(build.kept),
        "YUSUAN_WAREHOUSE": str(build.database),
        "YUSUAN_RELEASE_ID": build.release_id,
        "YUSUAN_BUILT_AT": build.built_at.isoformat(),
    }


def limits(settings: Settings) -> dict[str, str]:
    """Return the environment that says what the database may hold in memory, and where it puts what does not fit."""
    return {DATABASE_MEMORY: str(settings.bounds.database_megabytes), SPILL: str(settings.spill)}


def in_a_source(folder: Path) -> str:
    """Return a folder as it stands in the location of a dbt source: in a literal of SQL, meant as it is named."""
    return quotes_doubled(file_pattern(folder))


def run_dbt(
    command: list[str],
    settings: Settings,
    build: Build,
    target: Path,
    manifest: Manifest | None = None,
    progress: Callable[[str], None] = lambda node: None,
    there: OnSpark | None = None,
) -> dbtRunnerResult:
    """Run one dbt command, its artifacts and log below `target`, and close the database it opened.

    `progress` is told the name of each node when it is done. It works `there` on Spark, else in the build
    database.
    """

    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner

    def listen(event: object) -> None:
        if getattr(getattr(event, "info", None), "name", None) == "NodeFinished":
            progress(event.data.node_info.node_name)  # type: ignore[attr-defined]

    project = str(settings.dbt_project)
    folders = [
        "--target",
        there.target if there else "duckdb",
        "--project-dir",
        project,
        "--profiles-dir",
        project,
        "--target-path",
        str(target),
    ]
    options = there.options if there else ()
    quiet = ["--log-path", str(target), "--log-level", "none", "--log-level-file", "none"]
    # dbt steps into its project's folder; `chdir` steps out again
    environment = variables(settings, build) | limits(settings) | (there.environment() if there else {})
    with environment_set(environment), contextlib.chdir(Path.cwd()):
        try:
            return dbtRunner(manifest=manifest, callbacks=[listen]).invoke([*command, *folders, *quiet, *options])
        finally:
            DuckDBConnectionManager.close_all_connections()  # type: ignore[no-untyped-call]
            gc.collect()
