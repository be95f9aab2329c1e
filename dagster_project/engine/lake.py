"""The lake: published tables, written by Spark to a folder or a schema in which others work.

All rows lie on this machine, in the release: Spark reads them in this process, so that no executor needs to see its
disk, and writes to whatever file systems and catalogs its configuration knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.engine.hadoop import address_of
from dagster_project.engine.spark import cause, session
from dagster_project.engine.tables import ESCAPES, quoted
from dagster_project.errors import RunFailed, UsageError
from dagster_project.settings import Lake

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

OPTIONS = {"delta": {"overwriteSchema": "true"}}
"""What a format wants to be told, for a table to have the columns of another version."""
CATALOG = "spark_catalog"
PASSING = (
    "{} is a schema of a catalog that ends with Spark's session. Name one that lasts, as lake.yusuan, with "
    "`spark.sql.catalog.lake` in spark-defaults.conf, or set `spark.sql.catalogImplementation hive` there."
)
DAMAGED = "Where a table is damaged there, remove its folder."
REMEDY = "Check YUSUAN_LAKE, YUSUAN_LAKE_FORMAT and spark-defaults.conf; the next run writes what is missing there."


@dataclass(frozen=True)
class LakeTable:
    """A table as it lies here, a file of Parquet or a folder of them, and what is said of it and of its columns."""

    name: str
    files: Path
    description: str
    comments: Mapping[str, str]

    def pieces(self) -> Iterator[Path]:
        """Yield its files, in order."""
        yield from [self.files] if self.files.is_file() else sorted(self.files.iterdir())


def write_tables(lake: Lake, cores: int, tables: Iterable[LakeTable]) -> Iterator[LakeTable]:
    """Write tables to the lake, each over what has its name there, and yield each once it stands there.

    Raises RunFailed with the table that cannot be written, UsageError where what was stated is the cause.
    """
    with lacking(lake, lake.place), session(f"local[{cores}]", needed={ESCAPES: "false"}) as spark:
        # what fails is told by what is raised
        spark.sparkContext.setLogLevel("OFF")
        if not lake.is_folder:
            _make_schema(spark, lake)
        for table in tables:
            with lacking(lake, f"{table.name} in {lake.place}"):
                _write(spark, lake, table)
            yield table


@contextmanager
def lacking(lake: Lake, what: str) -> Iterator[None]:
    """Tell what fails in the block as what the lake lacks; raises RunFailed."""
    try:
        yield
    except (UsageError, RunFailed, GeneratorExit):
        raise
    except Exception as error:
        remedy = REMEDY if lake.delta_folder is None else f"{REMEDY} {DAMAGED}"
        raise RunFailed(f"The lake lacks {what}, as {lake.format}: {cause(error)}. {remedy}") from error


def _make_schema(spark: SparkSession, lake: Lake) -> None:
    """Make the schema where there is none; raises UsageError where what is written to it would be lost."""
    first = lake.place.split(".")[0]
    is_of_catalog = spark.conf.get(f"spark.sql.catalog.{first}", None) is not None
    catalog = first if is_of_catalog else spark.conf.get("spark.sql.defaultCatalog", CATALOG)
    is_own = spark.conf.get(f"spark.sql.catalog.{catalog}", None) is None
    if is_own and spark.conf.get("spark.sql.catalogImplementation") == "in-memory":
        raise UsageError(PASSING.format(lake.place))
    if not spark.catalog.databaseExists(lake.place):
        spark.sql(f"create schema if not exists {_name(lake.place)}")


def _write(spark: SparkSession, lake: Lake, table: LakeTable) -> None:
    rows = spark.read.parquet(address_of(table.files))
    fields: list[Any] = [rows[name].alias(name, metadata=_said(table.comments.get(name))) for name in rows.columns]
    writer = rows.select(fields).write.format(lake.format).options(**OPTIONS.get(lake.format, {})).mode("overwrite")
    if lake.is_folder:
        writer.save(f"{lake.place.rstrip('/')}/{table.name}")
    else:
        writer.saveAsTable(_name(f"{lake.place}.{table.name}"))
        spark.sql(f"comment on table {_name(f'{lake.place}.{table.name}')} is {quoted(table.description)}")


def _said(comment: str | None) -> dict[str, str]:
    return {"comment": comment} if comment else {}


def _name(dotted: str) -> str:
    return ".".join(f"`{part}`" for part in dotted.split("."))
