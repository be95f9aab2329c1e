"""The models built on Spark, their tables brought into a build database of DuckDB: from there all goes on as ever.

build/<release id>/spark/<schema>.db/<table>/*.parquet   while it is built
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import duckdb

from dagster_project.engine.tables import session_for_models
from dagster_project.errors import RunFailed
from dagster_project.settings import Settings
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.dbt import OnSpark, run_dbt
from dagster_project.warehouse.literals import file_pattern, literal
from dagster_project.warehouse.memory import clear
from dagster_project.warehouse.nodes import NodeResult, node_results
from dagster_project.warehouse.prepared import loaded_manifest

WITHOUT_UNIT_TESTS = ("--exclude-resource-type", "unit_test")
TABLES = "select schema_name, table_name from duckdb_tables() where database_name = current_database()"


def built_on_spark(settings: Settings, build: Build, progress: Callable[[str], None]) -> list[NodeResult]:
    """Build seeds and models and run the tests on Spark; a red test is a result, not an error.

    Where all models were built their tables stand in the build database, with the constraints and comments that dbt
    gives them there. Raises RunFailed where dbt itself could not run.
    """
    tables = build.folder / "spark"
    tables.mkdir(parents=True)
    clear(settings.spill)
    sources = {"extracted": settings.extracted, "stated": settings.stated, "judged": settings.judged}
    command = ["build", *WITHOUT_UNIT_TESTS]
    target = settings.dbt_target / "build-on-spark"
    with _spark(settings, build, sources, tables) as there:
        results = node_results(run_dbt(command, settings, build, target, progress=progress, there=there))
        is_whole = all(each.status == "success" for each in results if each.unique_id.startswith(("model.", "seed.")))
        if is_whole:
            _make_empty_tables(settings, build)
            # before a server drops them
            _fill(build.database, tables)
    if is_whole:
        results = _with_failing_rows(settings, build, results)
    shutil.rmtree(tables)
    return results


@contextmanager
def _spark(settings: Settings, build: Build, sources: Mapping[str, Path], tables: Path) -> Iterator[OnSpark]:
    """Have Spark with the sources: the server that is stated, else a session of this process."""
    server = settings.cluster.server
    if server is None:
        with session_for_models(settings.cluster.master, sources, tables):
            yield OnSpark()
        return
    from dagster_project.engine.server import PREFIX, schemas_for_models

    prefix = PREFIX + build.release_id.lower().replace("-", "_") + "_"
    schemas = {node.schema for node in loaded_manifest(settings).nodes.values()}
    with schemas_for_models(server, prefix, sources, tables, schemas, settings.builds):
        yield OnSpark(server, prefix)


def _make_empty_tables(settings: Settings, build: Build) -> None:
    """Have dbt make each table as it is in DuckDB, almost without rows."""
    command = ["build", "--empty", *WITHOUT_UNIT_TESTS, "--exclude-resource-type", "test"]
    made = node_results(run_dbt(command, settings, build, settings.dbt_target / "build", loaded_manifest(settings)))
    if red := [f"{result.name}: {result.message}" for result in made if result.is_red]:
        raise RunFailed("The tables of Spark have no place in DuckDB:\n" + "\n".join(red))


def _fill(database: Path, tables: Path) -> None:
    """Copy what Spark wrote into the tables of the same names; rows keep their order."""
    with duckdb.connect(str(database)) as connection:
        for schema, table in connection.execute(TABLES).fetchall():
            folder = tables / f"{schema}.db" / table
            # a model that reads no table has its row for all that
            connection.execute(f'delete from {schema}."{table}"')
            if any(folder.glob("*.parquet")):
                rows = f"read_parquet({literal(file_pattern(folder) + '/*.parquet')})"
                connection.execute(f'insert into {schema}."{table}" by name from {rows}')


def _with_failing_rows(settings: Settings, build: Build, results: list[NodeResult]) -> list[NodeResult]:
    """Return the results with the queries that show in DuckDB what fails a test: so documents are named."""
    red = [result.name for result in results if result.is_red]
    if not red:
        return results
    command = ["test", "--select", *red]
    asked = node_results(run_dbt(command, settings, build, settings.dbt_target / "build", loaded_manifest(settings)))
    rows = {result.unique_id: result.failing_rows for result in asked}
    return [replace(result, failing_rows=rows.get(result.unique_id)) for result in results]
