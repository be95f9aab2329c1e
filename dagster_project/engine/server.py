"""Models on a Spark Thrift server: what dbt finds there is declared before, and taken away behind it.

dbt opens a connection for each model, and each begins anew in the schema `default`: what is to be known in all of them
stands in the server's catalog. Schemas are named by the build, so that nobody else's are met; functions stand in
`default`, the same for all who build there, and stay.
"""

from __future__ import annotations

import base64
import importlib.util
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from dagster_project.engine.hadoop import PATTERN, address_of
from dagster_project.engine.spark import cause
from dagster_project.engine.tables import ESCAPES, FOUND, FUNCTIONS, Sql, declare_sources, quoted
from dagster_project.errors import RunFailed, UsageError
from dagster_project.settings import Server

OPTIONS = {f"set:hiveconf:{ESCAPES}": "false", "set:hiveconf:spark.sql.ansi.enabled": "false"}
"""What a connection is told: the server hears what is named so, and of other names nothing (dbt/profiles.yml)."""
TOLD = re.compile(r"errorMessage='(.*?)(?:\\\\n|', |'\))")
PREFIX = "yusuan_"
"""How the names of schemas begin, before that of the build."""
MISSING = "A Spark Thrift server needs the package PyHive: `make spark`, or leave out YUSUAN_SPARK_SERVER."


@contextmanager
def schemas_for_models(
    server: Server, prefix: str, sources: Mapping[str, Path], tables: Path, schemas: Iterable[str], builds: Path
) -> Iterator[None]:
    """Have sources and empty schemas for dbt on a server, named with a prefix; they go with the block.

    A table of `schemas` lies in `<schema>.db/<table>` below `tables`, which the server sees under the same path. What
    lies below `builds` from runs that were killed is dropped before: the caller holds the run lock.
    """
    if PATTERN.search(str(tables)):
        raise UsageError(f"{tables} has what Hadoop takes for a pattern in its name. Name another, --data.")
    with connected(server) as sql:
        made = sorted({FOUND, *sources, *schemas})
        _drop_left(sql, builds)
        try:
            for schema in made:
                place = quoted(address_of(tables / f"{schema}.db"))
                sql(f"create database {prefix}{schema} location {place}")
            for head, body in FUNCTIONS.items():
                sql(f"create or replace function default.{head} return {body}")
            declare_sources(sql, sources, prefix)
        except BaseException:
            _drop(sql, prefix, made)
            raise
    try:
        yield
    finally:
        # a connection of its own: an hour may have passed
        with connected(server) as sql:
            _drop(sql, prefix, made)


def _drop_left(sql: Sql, builds: Path) -> None:
    found: Any = sql(f"show databases like '{PREFIX}*'")
    for (schema,) in found:
        told: Any = sql(f"describe database {schema}")
        place = next(value for name, value, *_ in told if name == "Location")
        place = re.sub("^file:/*", "/", place)
        # a metastore keeps an address, in which names may be escaped
        if any(each.startswith(f"{builds}/") for each in (place, unquote(place))):
            _drop(sql, "", [schema])


def _drop(sql: Sql, prefix: str, schemas: Iterable[str]) -> None:
    for schema in schemas:
        sql(f"drop database if exists {prefix}{schema} cascade")


@contextmanager
def connected(server: Server) -> Iterator[Sql]:
    """Yield what says a statement on a connection; raises RunFailed with what the server answers."""
    if importlib.util.find_spec("pyhive") is None:
        raise UsageError(MISSING)
    from pyhive import hive

    def connect() -> Any:
        if server.url is not None:
            return hive.connect(thrift_transport=_behind_https(server), configuration=OPTIONS)
        return hive.connect(
            host=server.host,
            port=server.port,
            username=server.user,
            password=server.password,
            auth="LDAP" if server.password else None,
            configuration=OPTIONS,
        )

    def sql(statement: str) -> object:
        with closing(connection.cursor()) as cursor:
            try:
                cursor.execute(statement)
                return cursor.fetchall() if cursor.description else []
            except hive.Error as error:
                found = TOLD.search(str(error))
                raise RunFailed(f"Spark refuses “{statement}”: {found[1] if found else cause(error)}") from error

    try:
        connection = connect()
    except Exception as error:
        where = f"{server.host}:{server.port}"
        raise RunFailed(f"{where} lets nobody in: {cause(error)}. Check YUSUAN_SPARK_SERVER.") from error
    with closing(connection):
        yield sql


def _behind_https(server: Server) -> Any:
    """Return a way to a server over HTTPS, as dbt-spark takes it: its token goes in the head of each request."""
    from thrift.transport.THttpClient import THttpClient

    transport = THttpClient(server.url)
    token = base64.b64encode(f"{server.user}:{server.password}".encode()).decode()
    transport.setCustomHeaders({"Authorization": f"Basic {token}"})
    return transport
