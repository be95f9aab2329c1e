"""Spark as the dbt models find it: a session that knows their sources, and the functions of DuckDB that Spark lacks.

Executors read the Parquet of the data folder, and write tables into a folder, under the paths of this machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.engine.hadoop import address_of
from dagster_project.engine.spark import DOCUMENTS, session

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

FUNCTIONS = {
    "regexp_matches(content string, pattern string) returns boolean": "content rlike pattern",
    "starts_with(content string, beginning string) returns boolean": "startswith(content, beginning)",
    "error(message string) returns string": "raise_error(message)",
}
"""Functions of DuckDB that the models call by name, as SQL."""
PARTITIONS = "spark.sql.shuffle.partitions"
WITHHELD = "withheld_documents"
FOUND = "found"
"""Where the extracted tables stand with all documents; in `extracted` they stand without those that are withheld."""


@contextmanager
def session_for_models(master: str | None, sources: Mapping[str, Path], tables: Path) -> Iterator[SparkSession]:
    """Yield a session for dbt, which takes the one that there is; tables become Parquet below `tables`.

    `sources` names the folders of the sources `extracted`, `stated` and `judged`. A table `marts.x` lies in the folder
    `marts.db/x`.
    """
    needed = {
        "spark.sql.warehouse.dir": f"file://{tables}",
        # a backslash is one, as in DuckDB
        "spark.sql.parser.escapedStringLiterals": "true",
    }
    with session(master, DOCUMENTS, needed) as spark:
        # plans of models fill a screen each, and where one fails dbt says so
        spark.sparkContext.setLogLevel("OFF")
        if spark.sparkContext.getConf().get(PARTITIONS) is None:
            spark.conf.set(PARTITIONS, str(spark.sparkContext.defaultParallelism))
        for head, body in FUNCTIONS.items():
            spark.sql(f"create temporary function {head} return {body}")
        _declare(spark, sources)
        yield spark


def _declare(spark: SparkSession, sources: Mapping[str, Path]) -> None:
    for schema in (FOUND, *sources):
        spark.sql(f"create database {schema}")
    for schema in ("stated", "judged"):
        for file in sorted(sources[schema].glob("*.parquet")):
            spark.catalog.createTable(f"{schema}.{file.stem}", address_of(file), "parquet")
    for folder in sorted(sources["extracted"].glob("[!_]*/")):
        # a pattern for Hadoop, which lists the buckets
        files = f"{address_of(folder)}/*/part.parquet"
        spark.catalog.createTable(f"{FOUND}.{folder.name}", files, "parquet")
        spark.sql(
            f"create view extracted.{folder.name} as "
            f"select * from {FOUND}.{folder.name} left anti join judged.{WITHHELD} using (document_id)"
        )
