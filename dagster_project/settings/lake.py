"""Where the published tables stand beside the release: a lake that others work in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from dagster_project.errors import UsageError
from dagster_project.settings.variables import LAKE, LAKE_FORMAT

USUAL_FORMAT = "parquet"
FORMATS = ("parquet", "orc", "delta", "iceberg")
"""Those that keep the types of columns, and what is said of them."""
FOLDER = re.compile(r"(\w[\w+.-]*:)?/.*")
"""Whole, since another process begins elsewhere, and Spark with the home of another file system."""
SCHEMA = re.compile(r"\w+(\.\w+)?")
HERE = re.compile(r"(file:(//)?)?(?P<path>/(?!/).*)")
DELTA = "delta"


@dataclass(frozen=True)
class Lake:
    """A place for tables, and their format as Spark names it: parquet, orc; delta, iceberg where it has their package.

    The place is a folder of any file system that Hadoop knows (`hdfs:///yusuan/marts`), with a folder for each table,
    or a schema, alone or behind a catalog that Spark knows (`yusuan`, `lake.yusuan`). Spark writes them all, but for
    tables of Delta in a folder of this machine.
    """

    place: str
    format: str = USUAL_FORMAT

    @classmethod
    def load(cls, environment: Mapping[str, str]) -> Self | None:
        """Return what is stated, None where no place is; raises UsageError for what is no place or no format."""
        place, of_tables = environment.get(LAKE), environment.get(LAKE_FORMAT) or USUAL_FORMAT
        if not place:
            return None
        lake = cls(place, of_tables)
        if lake.is_folder and not FOLDER.fullmatch(place):
            raise UsageError(
                f"{LAKE} is “{place}”. State the whole path of a folder, as hdfs:///yusuan/marts or /srv/lake."
            )
        if not lake.is_folder and not SCHEMA.fullmatch(place):
            raise UsageError(
                f"{LAKE} is “{place}”. State a folder, as hdfs:///yusuan/marts, or a schema, as yusuan or lake.yusuan."
            )
        if of_tables not in FORMATS:
            raise UsageError(f"{LAKE_FORMAT} is “{of_tables}”. State one of: {', '.join(FORMATS)}.")
        return lake

    @property
    def is_folder(self) -> bool:
        """True for a folder, false for a schema."""
        return "/" in self.place

    @property
    def delta_folder(self) -> Path | None:
        """The folder of this machine that holds tables of Delta, None where Spark writes."""
        here = HERE.fullmatch(self.place) if self.format == DELTA else None
        return Path(here["path"]) if here else None

    def environment(self) -> dict[str, str]:
        """Return the variables under which a process finds the same."""
        return {LAKE: self.place, LAKE_FORMAT: self.format}


NOWHERE = {LAKE: "", LAKE_FORMAT: ""}
"""What a process is told where there is no lake."""
