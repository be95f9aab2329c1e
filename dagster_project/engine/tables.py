"""Spark as the dbt models find it: it knows their sources, and the functions of DuckDB that Spark lacks.

Executors read the Parquet of the data folder, and write tables into a folder, under the paths of this machine. All is
said in SQL, to a session of this process or to a server, which takes what is said for a caller of `sql`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dagster_project.engine.hadoop import address_of
from dagster_project.engine.spark import DOCUMENTS, session

Sql = Callable[[str], object]
"""Says a statement to Spark."""
FUNCTIONS = {
    "regexp_matches(content string, pattern string) returns boolean": "content rlike pattern",
    "starts_with(content string, beginning string) returns boolean": "startswith(content, beginning)",
    "error(message string) returns string": "raise_error(message)",
}
"""Functions of DuckDB that the models call by name, as SQL."""
PARTITIONS = "spark.sql.shuffle.partitions"
ESCAPES = "spark.sql.parser.escapedStringLiterals"
"""Told to be true for the models: a backslash is one, as in DuckDB. A text with both quotes cannot be said then."""
ENDS = {"spark.sql.catalogImplementation": "in-memory"}
"""What is declared ends with the session, also where a run is killed, and where the configuration names a metastore."""
WITHHELD = "withheld_documents"
FOUND = "found"
"""Where the extracted tables stand with all documents; in `extracted` they stand without those that are withheld."""


@contextmanager
def session_for_models(master: str | None, sources: Mapping[str, Path], tables: Path) -> Iterator[None]:
    """Have a session for dbt, which takes the one that there is; tables become Parquet below `tables`.

    `sources` names the folders of the sources `extracted`, `stated` and `judged`. A table `marts.x` lies in the folder
    `marts.db/x`.
    """
    needed = {"spark.sql.warehouse.dir": f"file://{tables}", ESCAPES: "false"} | ENDS
    with session(master, DOCUMENTS, needed) as spark:
        # plans of models fill a screen each, and where one fails dbt says so
        spark.sparkContext.setLogLevel("OFF")
        if spark.sparkContext.getConf().get(PARTITIONS) is None:
            spark.conf.set(PARTITIONS, str(spark.sparkContext.defaultParallelism))
        for head, body in FUNCTIONS.items():
            spark.sql(f"create temporary function {head} return {body}")
        for schema in (FOUND, *sources):
            spark.sql(f"create database {schema}")
        declare_sources(spark.sql, sources)
        spark.conf.set(ESCAPES, "true")
        yield


def declare_sources(sql: Sql, sources: Mapping[str, Path], prefix: str = "") -> None:
    """Let Spark know the tables of the sources, in schemas of these names, which are there and bear the prefix."""
    for schema in ("stated", "judged"):
        for file in sorted(sources[schema].glob("*.parquet")):
            _declare(sql, f"{prefix}{schema}.{file.stem}", sources[schema], f"pathGlobFilter {quoted(file.name)}")
    for folder in sorted(sources["extracted"].glob("[!_]*/")):
        found = f"{prefix}{FOUND}.{folder.name}"
        _declare(sql, found, folder, "recursiveFileLookup 'true', pathGlobFilter 'part.parquet'")
        sql(
            f"create view {prefix}extracted.{folder.name} as "
            f"select * from {found} left anti join {prefix}judged.{WITHHELD} using (document_id)"
        )


def _declare(sql: Sql, name: str, folder: Path, which: str) -> None:
    """Declare a table of files of a folder, `which` as options: a metastore makes a folder of a place that is none."""
    sql(f"create table {name} using parquet options (path {quoted(address_of(folder))}, {which})")


def quoted(text: str) -> str:
    """Return a text as Spark reads it where a backslash escapes, as it does unless it is told otherwise."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
