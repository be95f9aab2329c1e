"""A cluster of this machine for the tests that run on one: a master and two workers of one core."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from standalone import LOOPBACK, MEGABYTES, Standalone, missing, standalone

from dagster_project.settings import PROJECT

TESTS = PROJECT / "tests"
DEFAULTS = f"""
spark.driver.bindAddress {LOOPBACK}
spark.driver.host {LOOPBACK}
spark.executor.memory {MEGABYTES - 256}m
spark.ui.enabled false
"""


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standalone]:
    """Start a cluster, and let this process find what Spark is to be told; skip where there is no Spark."""
    if missing():
        pytest.skip(f"{missing()} is not installed: `make spark`, and Java 17")
    folder = tmp_path_factory.mktemp("spark")
    (folder / "spark-defaults.conf").write_text(DEFAULTS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_CONF_DIR", str(folder))
        patch.setenv("SPARK_LOCAL_IP", LOOPBACK)
        with standalone(2, folder / "cluster", [PROJECT, TESTS, TESTS / "store", TESTS / "engine"]) as started:
            yield started
