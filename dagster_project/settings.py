"""Where things are: the only module that knows folders and reads the environment.

`YUSUAN_RAW` and `YUSUAN_DATA` move the two folders a user cares about; everything else follows from them.
`YUSUAN_WORKERS`, `YUSUAN_SECONDS` and `YUSUAN_MEMORY` bound what reading documents may take, `YUSUAN_DATABASE_MEMORY`
what the database may in which they are checked and the warehouse is built; what does not fit lies in `YUSUAN_SPILL` for
that time. `YUSUAN_SITE` is where the site to read stands; where it is set, each run makes it after it has published. A
run that fails is told to `YUSUAN_WEBHOOK` and by mail to `YUSUAN_MAIL_TO`, from `YUSUAN_MAIL_FROM` through
`YUSUAN_MAIL_SERVER`. `YUSUAN_ENGINE` and the variables of `Cluster` say what documents are read on, and where they are
brought from.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path

from dagster_project.errors import UsageError

PROJECT = Path(__file__).resolve().parents[1]
RAW = "YUSUAN_RAW"
DATA = "YUSUAN_DATA"
ACCEPT_FEWER = "YUSUAN_ACCEPT_FEWER"
SPILL = "YUSUAN_SPILL"
SITE = "YUSUAN_SITE"
DOCS = "YUSUAN_DOCS"
DAGSTER_HOME = "DAGSTER_HOME"
RUNS_KEPT = "YUSUAN_RUNS_KEPT"
WEBHOOK = "YUSUAN_WEBHOOK"
MAIL_TO = "YUSUAN_MAIL_TO"
MAIL_FROM = "YUSUAN_MAIL_FROM"
MAIL_SERVER = "YUSUAN_MAIL_SERVER"
DATABASE_MEMORY = "YUSUAN_DATABASE_MEMORY"
ENGINE = "YUSUAN_ENGINE"
MODELS = "YUSUAN_MODELS"
SPARK_MASTER = "YUSUAN_SPARK_MASTER"
SPARK_ARCHIVE = "YUSUAN_SPARK_ARCHIVE"
SOURCE = "YUSUAN_SOURCE"
BOUNDS = {
    "workers": "YUSUAN_WORKERS",
    "seconds": "YUSUAN_SECONDS",
    "megabytes": "YUSUAN_MEMORY",
    "database_megabytes": DATABASE_MEMORY,
}


def switch_telemetry_off() -> None:
    """Keep Dagster and dbt from reporting usage; call it before either of them is imported."""
    os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("DBT_SEND_ANONYMOUS_USAGE_STATS", "false")


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True)
class Bounds:
    """What reading may take: processes at a time, seconds for one document, megabytes for one process; and a build."""

    workers: int = field(default_factory=cores)
    seconds: int = 900
    megabytes: int = 2048
    database_megabytes: int = 256
    """What a database holds in memory while it is checked, built and sealed; the rest spills to disk."""

    @classmethod
    def load(cls, environment: Mapping[str, str]) -> Bounds:
        """Return the bounds that are stated, and the defaults of the others; raises UsageError for no whole number."""
        stated = {name: environment[variable] for name, variable in BOUNDS.items() if environment.get(variable)}
        for name, value in stated.items():
            if not value.isdecimal() or int(value) == 0:
                raise UsageError(f"{BOUNDS[name]} is “{value}”. State a whole number from 1, or leave it out.")
        return cls(**{name: int(value) for name, value in stated.items()})

    def environment(self) -> dict[str, str]:
        """Return the variables under which a process finds the same bounds."""
        return {BOUNDS[name]: str(value) for name, value in asdict(self).items()}


class Engine(StrEnum):
    """What documents are read on, and what models are built on: this machine, or a cluster of Spark."""

    EMBEDDED = "embedded"
    SPARK = "spark"


@dataclass(frozen=True)
class Cluster:
    """What a run is told of Hadoop and Spark; all else stands in the `spark-defaults.conf` of whoever runs the cluster.

    `archive` is the folder in which executors find the bytes of documents, where they do not see that of this machine;
    `source` the folder that documents are brought from. Both are addresses of any file system that Hadoop knows.
    """

    engine: Engine = Engine.EMBEDDED
    master: str | None = None
    archive: str | None = None
    source: str | None = None
    models: Engine = Engine.EMBEDDED
    """What the models are built on; on Spark all of them each time, whatever is new."""

    @classmethod
    def load(cls, environment: Mapping[str, str]) -> Cluster:
        """Return what is stated; raises UsageError for an engine that there is not."""
        master, archive, source = (environment.get(name) or None for name in (SPARK_MASTER, SPARK_ARCHIVE, SOURCE))
        return cls(_engine(environment, ENGINE), master, archive, source, _engine(environment, MODELS))

    @property
    def is_asked_for(self) -> bool:
        """Tell whether anything is to be done on Spark, or with Hadoop's file systems."""
        return self.source is not None or Engine.SPARK in {self.engine, self.models}

    def environment(self) -> dict[str, str]:
        """Return the variables under which a process finds the same."""
        stated = {SPARK_MASTER: self.master, SPARK_ARCHIVE: self.archive, SOURCE: self.source}
        engines = {ENGINE: self.engine.value, MODELS: self.models.value}
        return {**engines, **{name: value or "" for name, value in stated.items()}}


def _engine(environment: Mapping[str, str], variable: str) -> Engine:
    stated = environment.get(variable) or Engine.EMBEDDED
    if stated not in list(Engine):
        raise UsageError(f"{variable} is “{stated}”. State one of: {', '.join(Engine)}.")
    return Engine(stated)


@dataclass(frozen=True)
class Told:
    """Whom a failed run is told; an empty text is nobody. May hold a password: it is shown nowhere."""

    webhook: str
    mail_to: str
    mail_from: str
    mail_server: str = field(repr=False)

    @classmethod
    def load(cls, environment: Mapping[str, str] = os.environ) -> Told:
        """Return what the environment states."""
        stated = (environment.get(name) or "" for name in (WEBHOOK, MAIL_TO, MAIL_FROM, MAIL_SERVER))
        webhook, mail_to, mail_from, mail_server = stated
        return cls(webhook, mail_to, mail_from or "yusuan@localhost", mail_server or "smtp://localhost:25")


@dataclass(frozen=True)
class Settings:
    """The folders of one installation, absolute, and its bounds; nothing is created by looking at them."""

    raw: Path
    data: Path
    project: Path = PROJECT
    bounds: Bounds = field(default_factory=Bounds)
    cluster: Cluster = field(default_factory=Cluster)
    stated_spill: Path | None = None
    stated_site: Path | None = None
    stated_dagster: Path | None = None

    @classmethod
    def load(
        cls, raw: Path | None = None, data: Path | None = None, environment: Mapping[str, str] = os.environ
    ) -> Settings:
        """Return the settings: an argument wins over the environment, which wins over `./raw` and `./data`.

        Documents that are brought from elsewhere have a raw folder of their own in the data folder.
        """
        cluster = Cluster.load(environment)
        data = (data or Path(environment.get(DATA) or "data")).expanduser().absolute()
        raw = data / "brought" if cluster.source else raw or Path(environment.get(RAW) or "raw")
        return cls(
            raw=raw.expanduser().absolute(),
            data=data,
            bounds=Bounds.load(environment),
            cluster=cluster,
            stated_spill=_stated(environment, SPILL),
            stated_site=_stated(environment, SITE),
            stated_dagster=_stated(environment, DAGSTER_HOME),
        )

    def environment(self) -> dict[str, str]:
        """Return the variables under which a process finds the same folders and bounds."""
        stated = {SPILL: self.stated_spill, SITE: self.stated_site, DAGSTER_HOME: self.stated_dagster}
        # an empty text states nothing: it takes the place of what the process was started with
        folders = {name: str(folder or "") for name, folder in stated.items()}
        stated_elsewhere = {**folders, **self.bounds.environment(), **self.cluster.environment()}
        return {RAW: str(self.raw), DATA: str(self.data), **stated_elsewhere}

    @property
    def corrections(self) -> Path:
        """Corrections stated by a person; may be absent."""
        return self.raw / "corrections.yml"

    @property
    def review(self) -> Path:
        """Verdicts on findings stated by a person; may be absent."""
        return self.raw / "findings_review.yml"

    @property
    def archive(self) -> Path:
        """The bytes of every document ever read, named by their SHA-256."""
        return self.data / "archive"

    @property
    def known(self) -> Path:
        """What the files of the raw folder held when they were last read, so that unchanged ones are not read again."""
        return self.data / "known_files.json"

    @property
    def known_buckets(self) -> Path:
        """What each bucket of the extracted tables was made of, so that unchanged files are not opened again."""
        return self.data / "known_buckets.json"

    @property
    def extracted(self) -> Path:
        """Parquet of the extracted tables: `<table>/bucket=<two hex digits>/part.parquet`."""
        return self.data / "extracted"

    @property
    def stated(self) -> Path:
        """Parquet of what persons state beside the documents: `<table>.parquet`."""
        return self.data / "stated"

    @property
    def judged(self) -> Path:
        """Parquet of what was judged of the documents before dbt: `<table>.parquet`."""
        return self.data / "judged"

    @property
    def releases(self) -> Path:
        """One folder per release, the one being built included."""
        return self.data / "releases"

    @property
    def builds(self) -> Path:
        """One folder per build database, named by its release: the current one's, and the one being built."""
        return self.data / "build"

    @property
    def spill(self) -> Path:
        """Where the database puts what does not fit into memory while it builds."""
        return self.stated_spill or self.builds / "spill"

    @property
    def current(self) -> Path:
        """The pointer: a symbolic link to the release that readers see."""
        return self.data / "current"

    @property
    def warehouse(self) -> Path:
        """The DuckDB file that readers open; it resolves through `current`."""
        return self.data / "warehouse.duckdb"

    @property
    def site(self) -> Path:
        """The site to read."""
        return self.stated_site or self.data / "site"

    @property
    def runs(self) -> Path:
        """The history of runs, one JSON object a line."""
        return self.data / "runs.jsonl"

    @property
    def dagster(self) -> Path:
        """The home of Dagster's instance: its settings, runs, events and logs."""
        return self.stated_dagster or self.data / "dagster"

    @property
    def lock(self) -> Path:
        """The file that one run at a time holds locked."""
        return self.data / ".lock"

    @property
    def dbt_project(self) -> Path:
        """The dbt project; its `profiles.yml` stands in it."""
        return self.project / "dbt"

    @property
    def dbt_target(self) -> Path:
        """Where dbt leaves manifest, compiled SQL and logs."""
        return self.data / "dbt"


def _stated(environment: Mapping[str, str], name: str) -> Path | None:
    """Return the folder that a variable names, absolute."""
    return Path(environment[name]).expanduser().absolute() if environment.get(name) else None


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


def docs_wanted(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether each release is to hold the page that describes it: whether YUSUAN_DOCS says 1."""
    stated = environment.get(DOCS) or "0"
    if stated not in {"0", "1"}:
        raise UsageError(f"{DOCS} is “{stated}”. State 1, or leave it out.")
    return stated == "1"


def runs_kept(environment: Mapping[str, str] = os.environ) -> int:
    """Return how many runs of the main job Dagster keeps: what YUSUAN_RUNS_KEPT says, else 60."""
    stated = environment.get(RUNS_KEPT) or "60"
    if not stated.isdecimal() or int(stated) == 0:
        raise UsageError(f"{RUNS_KEPT} is “{stated}”. State a whole number from 1, or leave it out.")
    return int(stated)


def accepted_loss(environment: Mapping[str, str] = os.environ) -> float:
    """Return the share of its documents that a release may lack: what YUSUAN_ACCEPT_FEWER says, else a tenth."""
    stated = environment.get(ACCEPT_FEWER) or "0.1"
    try:
        share = float(stated)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise UsageError(f"{ACCEPT_FEWER} is “{stated}”. State a share between 0 and 1, or leave it out.")
    return share
