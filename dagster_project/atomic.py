"""The one way to write: beside its place, synced, then renamed, so that a reader sees the old or the new, whole."""

from __future__ import annotations

import errno
import fcntl
import os
import re
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ROWS_PER_GROUP = 65_536
BESIDE = re.compile(r"\..+\.\d+-[0-9a-f]{8}")
"""The names that `_beside` makes."""
NO_LINK = {errno.EPERM, errno.EOPNOTSUPP, errno.EXDEV, errno.EMLINK}
"""What a file system says that makes no hard links, or no more of them for one file."""


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Let one process at a time into the block; others wait until it is through, or at its end, however it ends."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def replaced(place: Path, *, lasting: bool = True) -> Iterator[Path]:
    """Yield a path beside `place` for a file or a link; what was written there then takes its place.

    Where the block raises, `place` stays as it was and nothing is left beside it. What is not `lasting` may be the old
    again after a power cut, but never half of the new: waiting for the name takes longer than waiting for the file.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(place)
    try:
        yield beside
        if not beside.is_symlink():
            sync(beside)
        beside.replace(place)
        if lasting:
            sync(place.parent)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def made_whole(folder: Path, *, lasting: bool = True) -> Iterator[Path]:
    """Yield a folder beside `folder` to be filled; it then appears under that name, unless there is one already.

    Where the block raises, nothing is left. What is not `lasting` may be gone after a power cut, but never half there.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(folder)
    beside.mkdir()
    try:
        yield beside
        if not folder.is_dir():
            sync_whole(beside)
            beside.rename(folder)
            if lasting:
                sync(folder.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def remove(folder: Path) -> None:
    """Remove a folder, so that it is there whole or not at all."""
    if folder.is_dir():
        beside = _beside(folder)
        folder.rename(beside)
        sync(folder.parent)
        shutil.rmtree(beside)


def sweep(folder: Path, *, below: bool = True) -> None:
    """Remove what a process that was killed left in a folder, and `below` it: files, links and folders half-made."""
    for place, folders, files in os.walk(folder):
        for name in filter(BESIDE.fullmatch, (*files, *folders)):
            left = Path(place, name)
            shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()
        folders[:] = [name for name in folders if below and not BESIDE.fullmatch(name)]


def sync_whole(folder: Path) -> None:
    """Wait until a folder and all in it stand on the disk."""
    for written in [*folder.rglob("*"), folder]:
        sync(written)


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, stand on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_text(text: str, file: Path) -> None:
    """Write a text file in UTF-8."""
    with replaced(file) as beside:
        beside.write_text(text, encoding="utf-8")


def write_table(table: pa.Table, file: Path, *, lasting: bool = True) -> None:
    """Write a table as Parquet; `lasting` as `replaced` says."""
    with replaced(file, lasting=lasting) as beside:
        pq.write_table(table, beside, compression="zstd", row_group_size=ROWS_PER_GROUP)


def _beside(place: Path) -> Path:
    return place.with_name(f".{place.name}.{os.getpid()}-{uuid.uuid4().hex[:8]}")


def link(file: Path, place: Path) -> None:
    """Let a file stand in another place, too: as a hard link, or as a copy where the file system makes none."""
    try:
        os.link(file, place)
    except OSError as error:
        if error.errno not in NO_LINK:
            raise
        shutil.copyfile(file, place)
