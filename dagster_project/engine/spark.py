"""Spark as this project uses it: a session for the time of some work, and what it is told beside its configuration."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from dagster_project.errors import UsageError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

APPLICATION = "yusuan"
MISSING = (
    "Spark needs {what}. Install it ({remedy}), or leave out what asks for Spark: YUSUAN_ENGINE and YUSUAN_MODELS as "
    "spark, YUSUAN_SOURCE, YUSUAN_LAKE."
)
DOCUMENT_AS_BYTES = 2**17
"""What a document costs beside its size, as so many bytes: Spark fills a task by both, the largest documents first."""
BYTES_OF_TASK = 2**23
DOCUMENTS = {
    "spark.sql.files.openCostInBytes": DOCUMENT_AS_BYTES,
    "spark.sql.files.maxPartitionBytes": BYTES_OF_TASK,
    # documents of one batch lie in memory together
    "spark.sql.execution.arrow.maxRecordsPerBatch": 64,
    "spark.sql.execution.arrow.maxBytesPerBatch": BYTES_OF_TASK,
    # up to so many files the driver looks at them itself, else as many tasks do
    "spark.sql.sources.parallelPartitionDiscovery.threshold": 4096,
    "spark.sql.sources.parallelPartitionDiscovery.parallelism": 64,
}
"""What is told to a session that reads documents, or what was extracted from them."""
QUIET = {"spark.ui.showConsoleProgress": "false"}
OF_A_CALL = "An error occurred while calling"
"""How py4j begins what it tells of an error in Java: with the call, not with the cause."""
NOTHING: Mapping[str, str] = MappingProxyType({})


def refuse_without_spark() -> None:
    """Raise UsageError where pyspark or Java is not installed."""
    if importlib.util.find_spec("pyspark") is None:
        raise UsageError(MISSING.format(what="the package pyspark", remedy="`make spark`"))
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        raise UsageError(MISSING.format(what="Java", remedy="Java 17, on PATH or named by JAVA_HOME"))


@contextmanager
def session(
    master: str | None, usual: Mapping[str, object] = NOTHING, needed: Mapping[str, str] = NOTHING
) -> Iterator[SparkSession]:
    """Yield a session on a cluster, ended with the block; without a master, where Spark's configuration says.

    What is `usual` is told to it where its configuration says nothing of it, what is `needed` in any case.

    Executors run the Python that PYSPARK_PYTHON names, else the one of this process.
    """
    refuse_without_spark()
    from pyspark import SparkConf
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    stated = SparkConf()
    builder: Any = SparkSession.builder.appName(stated.get("spark.app.name") or APPLICATION)
    builder = builder.master(master) if master else builder
    told = {name: stated.get(name) or value for name, value in (QUIET | dict(usual)).items()}
    for name, value in (told | dict(needed)).items():
        builder = builder.config(name, value)
    spark: SparkSession = builder.getOrCreate()
    try:
        yield spark
    finally:
        spark.stop()


def cause(error: Exception) -> str:
    """Return the line that says why, of what Spark wraps around it."""
    lines = [line.strip(": ") for line in str(error).splitlines() if line.strip() and not line.startswith(OF_A_CALL)]
    ours = [line.partition("RunFailed: ")[2] for line in lines if "RunFailed: " in line]
    return next(iter([*ours, *lines]), traceback.format_exception_only(error)[-1])
