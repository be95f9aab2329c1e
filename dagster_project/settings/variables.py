"""The variables of the environment: what each is called, how a number is read from one, how a process is given them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from dagster_project.errors import UsageError

RAW = "YUSUAN_RAW"
DATA = "YUSUAN_DATA"
ACCEPT_FEWER = "YUSUAN_ACCEPT_FEWER"
SPILL = "YUSUAN_SPILL"
SITE = "YUSUAN_SITE"
LANGUAGE = "YUSUAN_LANG"
DOCS = "YUSUAN_DOCS"
KEEP_BUILD = "YUSUAN_KEEP_BUILD"
DAGSTER_HOME = "DAGSTER_HOME"
RUNS_KEPT = "YUSUAN_RUNS_KEPT"
WEBHOOK = "YUSUAN_WEBHOOK"
MAIL_TO = "YUSUAN_MAIL_TO"
MAIL_FROM = "YUSUAN_MAIL_FROM"
MAIL_SERVER = "YUSUAN_MAIL_SERVER"
WORKERS = "YUSUAN_WORKERS"
SECONDS = "YUSUAN_SECONDS"
MEMORY = "YUSUAN_MEMORY"
DATABASE_MEMORY = "YUSUAN_DATABASE_MEMORY"
ENGINE = "YUSUAN_ENGINE"
MODELS = "YUSUAN_MODELS"
SPARK_MASTER = "YUSUAN_SPARK_MASTER"
SPARK_ARCHIVE = "YUSUAN_SPARK_ARCHIVE"
SOURCE = "YUSUAN_SOURCE"
SPARK_SERVER = "YUSUAN_SPARK_SERVER"
LAKE = "YUSUAN_LAKE"
LAKE_FORMAT = "YUSUAN_LAKE_FORMAT"


def whole_number(environment: Mapping[str, str], variable: str) -> int | None:
    """Return the number that a variable states, None where it states none; raises UsageError for no whole number."""
    stated = environment.get(variable)
    if not stated:
        return None
    if not stated.isdecimal() or int(stated) == 0:
        raise UsageError(f"{variable} is “{stated}”. State a whole number from 1, or leave it out.")
    return int(stated)


@contextmanager
def environment_set(variables: Mapping[str, str]) -> Iterator[None]:
    """Set environment variables for the time of the block and put back what was there before."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def switch_telemetry_off() -> None:
    """Keep Dagster and dbt from reporting usage; call it before either of them is imported."""
    os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("DBT_SEND_ANONYMOUS_USAGE_STATS", "false")
