"""One run at a time: a lock that the operating system lets go of when its process ends, however it ends."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dagster_project.errors import Busy


@contextmanager
def run_lock(file: Path) -> Iterator[None]:
    """Hold the lock for the time of the block; raises Busy where another run holds it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Busy(f"Another run is at work in {file.parent}. Wait for it to end, then run again.") from error
        yield


def is_locked(file: Path) -> bool:
    """Tell whether a run is at work; for the moment of asking, none begins."""
    if not file.exists():
        return False
    with file.open() as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
