"""What the files of each bucket were made of, by size, inode and time of each.

A file that is as it was when last looked into is not opened again. What each file bears in itself stays the truth: it
is looked into where this note is gone, or tells of another file.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq

from dagster_project.atomic import write_text
from dagster_project.extraction.schemas import TABLES
from dagster_project.settings import Settings
from dagster_project.store.buckets import bucket_file, is_made_of


class File(NamedTuple):
    """What tells one file of a bucket from another that took its place, and the number of its rows."""

    size: int
    inode: int
    modified: int
    rows: int


class Signature(NamedTuple):
    """What a bucket was made of, and its files in the order of the tables."""

    ingredients: str
    files: tuple[File, ...]
    judged_by: str = ""
    """The digest of the invariants of extracted rows that were found to hold for it."""


@dataclass(frozen=True)
class Signatures:
    """The buckets of a folder, each with its signature as it was when last looked into."""

    extracted: Path
    file: Path
    known: dict[str, Signature]

    @classmethod
    def read(cls, settings: Settings) -> Signatures:
        """Return what is noted; nothing where no note can be read."""
        try:
            noted = json.loads(settings.known_buckets.read_text(encoding="utf-8"))
            known = {bucket: Signature(made, tuple(File(*f) for f in files), by) for bucket, made, files, by in noted}
        except (FileNotFoundError, ValueError, TypeError):
            known = {}
        return cls(settings.extracted, settings.known_buckets, known)

    def is_made_of(self, bucket: str, ingredients: str) -> bool:
        """Tell whether a bucket was made of just these; files that are not as they were are looked into."""
        known = self.known.get(bucket)
        if known and known.ingredients == ingredients and self._is_as_it_was(bucket, known):
            return True
        if not is_made_of(self.extracted, bucket, ingredients):
            return False
        self.note(bucket, ingredients)
        return True

    def note(self, bucket: str, ingredients: str) -> None:
        """Note a bucket whose files are whole and made of these."""
        files = (bucket_file(self.extracted, name, bucket) for name in TABLES)
        self.known[bucket] = Signature(ingredients, tuple(File(*_told(f), pq.read_metadata(f).num_rows) for f in files))

    def write(self, keep: Collection[str]) -> None:
        """Write down what is noted of some buckets; the others are gone."""
        kept = [(bucket, *self.known[bucket]) for bucket in sorted(keep) if bucket in self.known]
        write_text(json.dumps(kept), self.file)

    def unjudged(self, by: str) -> list[str]:
        """Return the buckets that were written since the invariants of this digest were found to hold."""
        return [bucket for bucket, known in self.known.items() if known.judged_by != by]

    def judged(self, by: str) -> None:
        """Note that the invariants of this digest hold for all buckets."""
        for bucket, known in self.known.items():
            self.known[bucket] = known._replace(judged_by=by)
        self.write(keep=self.known)

    def rows(self) -> dict[str, int]:
        """Return the number of rows of each table."""
        counted = ([file.rows for file in known.files] for known in self.known.values())
        return {name: sum(rows) for name, *rows in zip(TABLES, *counted, strict=True)}

    def holding(self, name: str) -> list[str]:
        """Return the buckets in which a table has rows, in their order."""
        place = list(TABLES).index(name)
        return sorted(bucket for bucket, known in self.known.items() if known.files[place].rows)

    def _is_as_it_was(self, bucket: str, known: Signature) -> bool:
        places = (bucket_file(self.extracted, name, bucket) for name in TABLES)
        try:
            return all(_told(place) == file[:3] for place, file in zip(places, known.files, strict=True))
        except (FileNotFoundError, ValueError):
            return False


def _told(file: Path) -> tuple[int, int, int]:
    stat = file.stat()
    return stat.st_size, stat.st_ino, stat.st_mtime_ns
