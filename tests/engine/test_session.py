"""A session in which the models are built knows their sources, wherever they lie, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from declared import sources_in
from standalone import LOOPBACK, missing

from dagster_project.engine.spark import session
from dagster_project.engine.tables import session_for_models

pytestmark = [
    pytest.mark.spark,
    pytest.mark.xdist_group("spark"),
    pytest.mark.skipif(bool(missing()), reason=f"{missing()} is not installed: `make spark`, and Java 17"),
]
FOLDER = "湖 [2031] {a} 'b' \"c\" 100% d* back\\slash'"
CATALOG = "spark.sql.catalogImplementation"


def properties_of_java() -> Any:
    """Return what Spark's configuration is read from: as spark-defaults.conf leaves it there when Java starts."""
    from pyspark import SparkContext

    with session("local[1]"):
        java: Any = SparkContext._jvm
    return java.java.lang.System


def test_sources_are_found_in_a_folder_of_any_name_and_nothing_stays_in_a_metastore(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pyspark.sql import SparkSession

    monkeypatch.setenv("SPARK_LOCAL_IP", LOOPBACK)
    monkeypatch.chdir(tmp_path)
    sources = sources_in(tmp_path / FOLDER)
    java = properties_of_java()
    java.setProperty(CATALOG, "hive")
    try:
        for _ in range(2):
            with session_for_models("local[1]", sources, tmp_path / FOLDER / "tables"):
                spark = SparkSession.getActiveSession()
                assert spark is not None
                assert [str(row.amount) for row in spark.sql("from extracted.documents").collect()] == ["2.50"]
                assert [row.file for row in spark.sql("from stated.corrections").collect()] == ["a.txt"]
                assert spark.sql(r"select 'a\d'").collect()[0][0] == r"a\d", "as the models say patterns"
    finally:
        java.clearProperty(CATALOG)
    assert not (tmp_path / "metastore_db").exists()
