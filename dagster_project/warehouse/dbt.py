"""How dbt is called: in this process, from a manifest parsed once, its database closed afterwards.

In process because a dbt of its own needs four seconds to start and to parse what is parsed already.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from dagster_project.atomic import made_whole
from dagster_project.errors import RunFailed, UsageError
from dagster_project.settings import Server, Settings, environment_set
from dagster_project.settings.variables import DATABASE_MEMORY, SPILL
from dagster_project.warehouse.build import Build, build_of
from dagster_project.warehouse.literals import file_pattern, quotes_doubled
from dagster_project.warehouse.memory import DOUBLINGS

# dbt is a second and a half of import that a night without it need not wait for
if TYPE_CHECKING:
    from dbt.artifacts.schemas.run import RunResult
    from dbt.cli.main import dbtRunnerResult
    from dbt.contracts.graph.manifest import Manifest

SOURCES = {".sql", ".yml", ".yaml", ".csv", ".md"}
UNFIT = re.compile(r"[#?{}]")
"""dbt-duckdb takes the path of a database for an address, and that of a source for a format."""
OUT_OF_MEMORY = "Out of Memory Error"
PARSING = "19700101T000000Z-parsing"
# dbt's own name for the manifest it can load again
MANIFEST = "partial_parse.msgpack"


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


@dataclass(frozen=True)
class NodeResult:
    """What became of one model, seed or test: `success`, `pass`, `warn`, `fail`, `error` or `skipped`."""

    unique_id: str
    status: str
    seconds: float
    message: str | None
    failures: int | None
    failing_rows: str | None = None
    """Of a test, the query that returns what fails it."""
    relation: str | None = None
    """The table that it makes."""
    statement: str | None = None
    """What was sent to the database for it."""

    @property
    def name(self) -> str:
        """Name of the node, as the project writes it."""
        return self.unique_id.split(".")[2]

    @property
    def is_red(self) -> bool:
        """True for what must keep the release from its readers."""
        return self.status in {"error", "fail", "runtime error"}

    @property
    def is_too_large(self) -> bool:
        """True for what did not fit into the memory stated."""
        return OUT_OF_MEMORY in (self.message or "")


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


def build_models(settings: Settings, build: Build, progress: Callable[[str], None]) -> list[NodeResult]:
    """Build seeds and models and run the tests in a release's build database; a red test is a result, not an error.

    What cannot be built in the memory stated is built in twice as much, a few times, with all that was left out for it:
    a folder may grow overnight. Unit tests are about the code alone and are not run here: `make test` runs them.
    Raises RunFailed where dbt itself could not run.
    """
    build.folder.mkdir(parents=True)
    results = built_once(settings, build, progress)
    for _ in range(DOUBLINGS):
        if not any(result.is_too_large for result in results):
            break
        left = {result.unique_id for result in results if result.is_too_large or result.status == "skipped"}
        twice = replace(settings.bounds, database_megabytes=2 * settings.bounds.database_megabytes)
        settings = replace(settings, bounds=twice)
        done = [result for result in results if result.unique_id not in left]
        results = done + built_once(
            settings, build, progress, [each.name for each in results if each.unique_id in left]
        )
    return results


def built_once(
    settings: Settings, build: Build, progress: Callable[[str], None], only: Sequence[str] = ()
) -> list[NodeResult]:
    """Build all, or only the nodes of these names, within the memory stated, come what may."""
    clear(settings.spill)
    # what reading has left is given back to the system before dbt takes its part
    gc.collect()
    pa.default_memory_pool().release_unused()
    target, manifest = settings.dbt_target / "build", loaded_manifest(settings)
    # what dbt writes of a build is asked of its results instead: it would take a tenth of dbt's own time
    command = ["build", "--no-write-json", "--exclude-resource-type", "unit_test"]
    command += ["--select", *only] if only else []
    finished = run_dbt(command, settings, build, target, manifest, progress)
    return node_results(finished)


def node_results(finished: dbtRunnerResult) -> list[NodeResult]:
    """Return what became of each node; raises RunFailed where dbt itself could not run."""
    from dbt.artifacts.schemas.run import RunExecutionResult

    outcome = finished.result
    if not isinstance(outcome, RunExecutionResult):
        raise RunFailed(f"dbt build failed: {finished.exception}")
    return [_result(each) for each in outcome.results]


def clear(spill: Path) -> None:
    """Make the folder for what does not fit into memory, without what a build that was killed left in it."""
    spill.mkdir(parents=True, exist_ok=True)
    for left in spill.glob("duckdb_temp_*"):
        left.unlink()


def _result(of_dbt: RunResult) -> NodeResult:
    from dbt.artifacts.resources.types import NodeType

    node = of_dbt.node
    rows = node.compiled_code if node.resource_type == NodeType.Test else None
    # an exposure is a node, too, and makes nothing
    file, relation = getattr(node, "build_path", None), getattr(node, "relation_name", None)
    sent = Path(file).read_text(encoding="utf-8") if file else None
    told = (str(of_dbt.status), of_dbt.execution_time, of_dbt.message, of_dbt.failures)
    return NodeResult(node.unique_id, *told, rows, relation, sent)


def prepared_manifest(settings: Settings) -> Path:
    """Return `manifest.json` of the dbt project as it stands, parsed once per state of its files.

    Raises UsageError for a data folder that dbt cannot name.
    """
    if unfit := UNFIT.findall(str(settings.data)):
        raise UsageError(
            f"{settings.data} has {' '.join(unfit)} in its name, which dbt misreads. Name another, --data."
        )
    folder = settings.dbt_target / f"parsed-{_digest(settings)}"
    if not (folder / "manifest.json").exists():
        with made_whole(folder) as beside:
            parse(settings, beside)
            for old in settings.dbt_target.glob("parsed-*"):
                shutil.rmtree(old, ignore_errors=True)
    return folder / "manifest.json"


def parse(settings: Settings, target: Path) -> None:
    """Let dbt parse its project and write what it found below `target`; raises RunFailed where it cannot."""
    parsed = run_dbt(["parse"], settings, build_of(settings, PARSING), target)
    if not parsed.success:
        raise RunFailed(f"dbt cannot parse {settings.dbt_project}: {parsed.exception}")


def loaded_manifest(settings: Settings) -> Manifest:
    """Return the parsed project for one command of dbt, which adds to it what it compiles."""
    from dbt.contracts.graph.manifest import Manifest

    manifest = Manifest.from_msgpack(prepared_manifest(settings).with_name(MANIFEST).read_bytes())
    # dbt does so where it parses; our tests look up the columns of their model
    manifest.build_flat_graph()  # type: ignore[no-untyped-call]
    return manifest


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


def _digest(settings: Settings) -> str:
    """Return a digest of what parsing depends on: the project's files, and the folder its sources name."""
    project = settings.dbt_project
    digest = hashlib.sha256(str(settings.extracted).encode())
    for file in sorted(project.rglob("*")):
        if file.suffix in SOURCES and not {"target", "logs"} & set(file.relative_to(project).parts):
            digest.update(file.relative_to(project).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
