"""The folders of one installation, and what else a run is told, on its way through the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from dagster_project.settings.bounds import Bounds
from dagster_project.settings.cluster import Cluster
from dagster_project.settings.variables import DAGSTER_HOME, DATA, RAW, SITE, SOURCE, SPILL

PROJECT = Path(__file__).resolve().parents[2]


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

        Raises UsageError for a bound or a cluster that cannot be.
        """
        folders = cls.of_folders(raw, data, environment)
        return replace(folders, bounds=Bounds.load(environment), cluster=Cluster.load(environment))

    @classmethod
    def of_folders(
        cls, raw: Path | None = None, data: Path | None = None, environment: Mapping[str, str] = os.environ
    ) -> Settings:
        """Return where things are, which is all that reading a release needs: what a run is told may be wrong.

        Documents that are brought from elsewhere have a raw folder of their own in the data folder.
        """
        data = (data or Path(environment.get(DATA) or "data")).expanduser().absolute()
        raw = data / "brought" if environment.get(SOURCE) else raw or Path(environment.get(RAW) or "raw")
        return cls(
            raw=raw.expanduser().absolute(),
            data=data,
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
    def lake_note(self) -> Path:
        """What stands in the lake, as far as this installation wrote it there."""
        return self.data / "lake.json"

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
