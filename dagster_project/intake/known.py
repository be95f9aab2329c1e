"""Files of the raw folder that were hashed before and have not changed since: their bytes are not read again.

A file is taken for unchanged while its place, size, inode and both of its times are. One that was written so shortly
before it was looked at that a later change might not show in its times is not remembered.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from dagster_project.atomic import write_text

STEP = 2 * 10**9
"""Nanoseconds within which two changes of a file may bear the same time: on FAT they are told to two seconds."""


class Stamp(NamedTuple):
    """What changes with the content of a file: device, inode, size, and the times of content and of inode."""

    device: int
    inode: int
    size: int
    modified: int
    changed: int

    @classmethod
    def of(cls, status: os.stat_result) -> Stamp:
        """Return the stamp of a file as it was told."""
        return cls(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


class Content(NamedTuple):
    """A document that a file is or holds: its name, the hash and the number of its bytes, and what is wrong with it."""

    file: str
    sha256: str
    size: int
    problem: str | None


class NotKnown(Exception):
    """A file is new or has changed, and was not to be read."""


class KnownFiles:
    """What the files below a folder held when they were last read, by place: kept in a file, where one is named.

    With `distrusted`, nothing of it is believed; with `all_known`, a file that would have to be read raises NotKnown.
    """

    def __init__(self, kept: Path | None, *, distrusted: bool = False, all_known: bool = False) -> None:
        self.kept, self.all_known, self.began = kept, all_known, time.time_ns()
        self.before = {} if distrusted or kept is None else _read(kept)
        self.seen: dict[str, tuple[Stamp, list[Content]]] = {}

    def contents(self, place: str, stamp: Stamp) -> list[Content]:
        """Return what an unchanged file holds; nothing where it must be read."""
        known = self.before.get(place)
        if known is not None and known[0] == stamp:
            self.seen[place] = known
            return known[1]
        if self.all_known:
            raise NotKnown(place)
        return []

    def remember(self, place: str, stamp: Stamp, contents: Iterable[Content]) -> None:
        """Keep what a file holds, unless it was changed only just now."""
        if max(stamp.modified, stamp.changed) < self.began - STEP:
            self.seen[place] = stamp, list(contents)

    def write(self) -> None:
        """Write what was seen of the files that are there, if it is anything new."""
        if self.kept is not None and self.seen != self.before:
            write_text(json.dumps(self.seen), self.kept)


def _read(place: Path) -> Mapping[str, tuple[Stamp, list[Content]]]:
    """Return what was written; nothing where it cannot be read: then every file is read."""
    try:
        written = json.loads(place.read_text(encoding="utf-8"))
        return {
            file: (Stamp(*stamp), [Content(*content) for content in contents])
            for file, (stamp, contents) in written.items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
