"""A disk that fails at a chosen operation, and a process that is killed there: for tests of what is left behind."""

from __future__ import annotations

import errno
import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow.parquet as pq
import pytest
from examples import ALL

from dagster_project.publication import exported, publish, readers_file

CALLS = ("replace", "rename", "unlink", "mkdir", "rmdir", "symlink", "chmod")


class Killed(BaseException):
    """The process is no more: whatever it still tries to do with the disk fails with this."""


class Named(NamedTuple):
    """A name that was given on a disk: to what stood elsewhere before, if anywhere, and the file or link it was of."""

    place: Path
    before: Path | None = None
    content: bytes | None = None
    link: Path | None = None

    @classmethod
    def moved(cls, source: str | Path, target: str | Path) -> Named:
        """Return what a rename is about to do."""
        place = Path(target)
        link = place.readlink() if place.is_symlink() else None
        return cls(place, Path(source), place.read_bytes() if link is None and place.is_file() else None, link)

    @classmethod
    def made(cls, folder: str | Path, *_: object) -> Named:
        """Return what making a folder is about to do."""
        return cls(Path(folder))

    def undo(self) -> None:
        """Take the name off again, as if it had never been given."""
        if not os.path.lexists(self.place):
            return
        if self.before is None:
            shutil.rmtree(self.place)
            return
        self.place.replace(self.before)
        if self.link is not None:
            self.place.symlink_to(self.link)
        elif self.content is not None:
            self.place.write_bytes(self.content)


NAMING = {"replace": Named.moved, "rename": Named.moved, "mkdir": Named.made}


class Disk:
    """Counts the writes, renames and syncs in its block; the one numbered `at` fails.

    `how` is the name of an error of the system, which is raised once; `kill`, after which nothing is done any more; or
    `power`, a kill that takes with it what was written and not synced, and the new names in folders that were not.
    """

    def __init__(self, how: str = "", at: int = 0) -> None:
        self.how, self.at = how, at
        self.count = 0
        self.is_dead = False
        self.unsynced: set[Path] = set()
        self.unnamed: list[Named] = []

    def operate(self, action: Callable[[], Any], half: Callable[[], object] = lambda: None) -> Any:
        """Do an operation, or half of it where it is the one that fails."""
        self.count += 1
        if self.is_dead:
            raise Killed
        if self.count != self.at:
            return action()
        half()
        if self.how in {"kill", "power"}:
            self.is_dead = True
            raise Killed
        raise OSError(getattr(errno, self.how), self.how)

    @contextmanager
    def failing(self) -> Iterator[Disk]:
        """Put this disk under the block; what the block raises for it ends with it."""
        with pytest.MonkeyPatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, self._call(getattr(os, name)))
            patch.setattr(os, "fsync", lambda handle: self.operate(lambda: self._sync(handle)))
            patch.setattr(io, "open", self._open(io.open))
            patch.setattr(pq, "write_table", self._write_table(pq.write_table))
            try:
                yield self
            except Killed:
                pass
            except Exception:
                if not self.at:
                    raise
        if self.how == "power" and self.is_dead:
            self._cut_power()

    def _cut_power(self) -> None:
        for file in self.unsynced:
            if file.is_file():
                os.truncate(file, 0)
        for named in reversed(self.unnamed):
            named.undo()

    def _call(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            def act() -> Any:
                named = NAMING[real.__name__](*arguments) if real.__name__ in NAMING else None
                result = real(*arguments, **options)
                if named:
                    self._named(named)
                return result

            return self.operate(act)

        return call

    def _named(self, named: Named) -> None:
        self.unnamed.append(named)
        if source := named.before:
            below = {file for file in self.unsynced if file == source or source in file.parents}
            self.unsynced = (self.unsynced - below) | {named.place / file.relative_to(source) for file in below}

    def _sync(self, handle: int) -> None:
        synced = Path(f"/proc/self/fd/{handle}").readlink()
        self.unsynced.discard(synced)
        self.unnamed = [named for named in self.unnamed if named.place.parent.resolve() != synced]

    def _open(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def opened(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
            if not set(mode) & set("wxa"):
                return real(file, mode, *arguments, **options)
            self.unsynced.add(Path(os.path.realpath(file)))
            return _File(self, real(file, mode, *arguments, **options))

        return opened

    def _write_table(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def write(table: Any, where: Path, **options: Any) -> None:
            def whole() -> None:
                real(table, where, **options)
                self.unsynced.add(Path(os.path.realpath(where)))

            def half() -> None:
                whole()
                os.truncate(where, Path(where).stat().st_size // 2)

            self.operate(whole, half)

        return write


class _File:
    """A file that is open for writing on such a disk."""

    def __init__(self, disk: Disk, file: Any) -> None:
        self._disk, self._file = disk, file

    def write(self, data: Any) -> Any:
        return self._disk.operate(lambda: self._file.write(data), lambda: self._file.write(data[: len(data) // 2]))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()


def duckdb_on(disk: Disk, patch: pytest.MonkeyPatch) -> None:
    """Let what DuckDB writes of a release lie on the disk, too: nobody else can see it write."""

    def wrapped(real: Callable[..., Any], written: Callable[[Path], list[Path]]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            def whole() -> Any:
                result = real(*arguments)
                disk.unsynced.update(file.resolve() for file in written(arguments[-1]))
                return result

            def half() -> None:
                for file in whole() and written(arguments[-1]):
                    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])

            return disk.operate(whole, half)

        return call

    patch.setattr(publish, "write_readers_file", wrapped(readers_file.write_readers_file, lambda file: [file]))
    patch.setattr(publish, "export", wrapped(exported.export, lambda release: list(release.parquet.iterdir())))


HOW = ("kill", "power", "ENOSPC", "EIO")
# of two ways each takes the operations that the other leaves out; no code asks which error a disk has
STRIKES = {"kill": (1, 2), "power": (2, 2), "ENOSPC": (1, 4), "EIO": (3, 4)}


def struck(how: str, count: int) -> range:
    """Return at which of so many operations something fails in this run: at all of them in a long one."""
    first, stride = (1, 1) if ALL else STRIKES[how]
    return range(first, count + 1, stride)
