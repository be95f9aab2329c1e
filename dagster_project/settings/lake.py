"""Where the published tables stand beside the release: a lake that others work in, written by Spark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from dagster_project.errors import UsageError
from dagster_project.settings.variables import LAKE, LAKE_FORMAT

USUAL_FORMAT = "parquet"
SCHEMA = re.compile(r"\w+(\.\w+)*")
FORMAT = re.compile(r"\w+(\.\w+)*")


@dataclass(frozen=True)
class Lake:
    """A place for tables, and their format as Spark names it: parquet, orc; delta, iceberg where it has their package.

    The place is a folder of any file system that Hadoop knows (`hdfs:///yusuan/marts`), with a folder for each table,
    or a schema of a catalog that Spark knows (`yusuan`, `lake.yusuan`).
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
        if not lake.is_folder and not SCHEMA.fullmatch(place):
            raise UsageError(
                f"{LAKE} is “{place}”. State a folder, as hdfs:///yusuan/marts, or a schema, as lake.yusuan."
            )
        if not FORMAT.fullmatch(of_tables):
            raise UsageError(f"{LAKE_FORMAT} is “{of_tables}”. State parquet, orc, or a format that Spark is given.")
        return lake

    @property
    def is_folder(self) -> bool:
        """True for a folder, false for a schema."""
        return "/" in self.place

    def environment(self) -> dict[str, str]:
        """Return the variables under which a process finds the same."""
        return {LAKE: self.place, LAKE_FORMAT: self.format}


NOWHERE = {LAKE: "", LAKE_FORMAT: ""}
"""What a process is told where there is no lake."""
