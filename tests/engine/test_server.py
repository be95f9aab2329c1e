"""The models built on a Spark Thrift server, as people operate one: the published tables are those of DuckDB."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path

import pytest
from declared import sources_in
from standalone import LOOPBACK, Process, missing
from test_cluster import KINDS, only_at_length
from test_models import published

from dagster_project.engine.server import PREFIX, connected, schemas_for_models
from dagster_project.engine.tables import FOUND
from dagster_project.errors import RunFailed
from dagster_project.main_run import run_main_job
from dagster_project.settings import Bounds, Cluster, Engine, Server, Settings

pytestmark = [
    pytest.mark.spark,
    pytest.mark.xdist_group("spark"),
    pytest.mark.skipif(
        bool(missing()) or find_spec("pyhive") is None, reason="Spark or PyHive is not installed: `make spark`"
    ),
]
SERVER = "org.apache.spark.sql.hive.thriftserver.HiveThriftServer2"
STARTED = re.compile(r"HiveThriftServer2 started")
DEFAULTS = """
spark.sql.warehouse.dir file://{0}/tables
spark.hadoop.javax.jdo.option.ConnectionURL jdbc:derby:;databaseName={0}/metastore;create=true
spark.driver.extraJavaOptions -Dderby.stream.error.file={0}/derby.log
spark.sql.shuffle.partitions 2
spark.ui.enabled false
"""


GATE = "sql/protocolv1/o/somebody/night"
"""A path over HTTPS, as dbt-spark asks for it."""
SECRET = "changeit"


@pytest.fixture(scope="module", params=["thrift", pytest.param("https", marks=only_at_length)])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Start a server with a metastore of its own, which speaks Thrift by itself or behind HTTPS."""
    folder = tmp_path_factory.mktemp("server")
    (folder / "spark-defaults.conf").write_text(DEFAULTS.format(folder))
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port = probe.getsockname()[1]
    listen = {"thrift.bind.host": LOOPBACK, "thrift.port": str(port)}
    address = f"thrift://somebody@{LOOPBACK}:{port}"
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "https":
            listen |= behind_https(folder, port)
            address = f"https://token:{SECRET}@{LOOPBACK}:{port}/{GATE}"
            patch.setenv("SSL_CERT_FILE", str(folder / "certificate.pem"))
        options = [part for name, value in listen.items() for part in ("--hiveconf", f"hive.server2.{name}={value}")]
        submit = ["org.apache.spark.deploy.SparkSubmit", "--master", "local[2]", "--class", SERVER, "spark-internal"]
        patch.setenv("SPARK_CONF_DIR", str(folder))
        process = Process([*submit, *options], folder / "process", [], memory="2g")
        try:
            process.told(STARTED)
            yield Server.load({"YUSUAN_SPARK_SERVER": address})
        finally:
            process.kill()


def behind_https(folder: Path, port: int) -> dict[str, str]:
    """Make a certificate for loopback, and return what makes a server answer by it."""
    keys = ["-keystore", str(folder / "keys"), "-storepass", SECRET, "-alias", "server"]
    made = ["-genkeypair", "-keyalg", "RSA", "-dname", f"CN={LOOPBACK}", "-ext", f"san=ip:{LOOPBACK}"]
    for command in (made, ["-exportcert", "-rfc", "-file", str(folder / "certificate.pem")]):
        subprocess.run(["keytool", *command, *keys], check=True, capture_output=True)
    return {
        "transport.mode": "http",
        "thrift.http.port": str(port),
        "thrift.http.path": GATE,
        "use.SSL": "true",
        "keystore.path": str(folder / "keys"),
        "keystore.password": SECRET,
    }


def test_what_a_server_refuses_and_that_there_is_none_is_told(server: Server) -> None:
    with connected(server) as sql, pytest.raises(RunFailed, match=r"refuses “select nothing”: .*nothing"):
        sql("select nothing")
    nobody = replace(server, port=1)
    with pytest.raises(RunFailed, match=r"127\.0\.0\.1:1 lets nobody in.*YUSUAN_SPARK_SERVER"), connected(nobody):
        pass


def test_what_a_killed_run_left_is_dropped_and_what_others_have_is_not(server: Server, tmp_path: Path) -> None:
    data = tmp_path / "数据 \"2031\" 'b' 100%"
    sources = sources_in(data)

    def schemas(build: str) -> AbstractContextManager[None]:
        tables = data / "build" / build / "spark"
        return schemas_for_models(server, f"{PREFIX}{build}_", sources, tables, ["marts"], data / "build")

    killed = schemas("one")
    killed.__enter__()
    shutil.rmtree(data / "build", ignore_errors=True)
    with connected(server) as sql:
        sql(f"create database {PREFIX}of_others location 'file://{tmp_path}/others/build/one.db'")
        with schemas("two"):
            assert sql(f"select amount from {PREFIX}two_extracted.documents") == [(Decimal("2.50"),)]
            assert {name for (name,) in sql("show databases")} == {
                "default",
                f"{PREFIX}of_others",
                *(f"{PREFIX}two_{schema}" for schema in (FOUND, "marts", *sources)),
            }
        assert sql("show databases") == [("default",), (f"{PREFIX}of_others",)]
        sql(f"drop database {PREFIX}of_others")
    killed.__exit__(None, None, None)


@only_at_length
def test_every_published_table_is_the_same_and_nothing_of_the_build_is_left(server: Server, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    for kind, document in KINDS.items():
        (tmp_path / "raw" / f"{kind}.txt").write_text(document(0).text, encoding="utf-8")
    here = Settings(tmp_path / "raw", tmp_path / "here", bounds=Bounds(workers=1))
    there = replace(here, data=tmp_path / "there", cluster=Cluster(models=Engine.SPARK, server=server))
    for settings in (here, there):
        run_main_job(settings)
    tables = [published(settings.warehouse) for settings in (here, there)]
    assert tables[0].keys() == tables[1].keys() != set()
    for name, (definition, rows) in tables[0].items():
        assert tables[1][name][0] == definition
        assert tables[1][name][1].equals(rows), name
    with connected(server) as sql:
        assert sql("show databases") == [("default",)]
