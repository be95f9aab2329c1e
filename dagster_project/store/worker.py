"""A worker process: reads the documents that come through a pipe, one by one, until the pipe closes or one fails.

It writes the tables of a document itself; only what went wrong travels back. Whatever happens in it happens to the
document it is reading, and a worker in which something went wrong reads no other.
"""

from __future__ import annotations

import faulthandler
import gc
import hashlib
import resource
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from dagster_project.errors import RunFailed
from dagster_project.extraction.identify.corrections import Correction
from dagster_project.extraction.record.extraction import Extraction
from dagster_project.store.failures import Failure
from dagster_project.store.parts import Parts
from dagster_project.store.surroundings import Entry

Extractor = Callable[[bytes, str, tuple[Correction, ...]], Extraction]


@dataclass(frozen=True)
class Reading:
    """How documents are read: by what, from where and to where."""

    extractor: Extractor
    archive: Path
    parts: Parts

    def read(self, entry: Entry, seconds: int = 0) -> None:
        """Read one document of the archive, in so many seconds where there are any, and keep its tables.

        Raises RunFailed where the disk is at fault; whatever else it raises is a defect of the extractor.
        """
        with _disk_at_fault():
            content = self._content(entry)
        with _alarm_after(seconds) if seconds else nullcontext():
            extracted = self.extractor(content, entry.document.file, entry.corrections)
        with _disk_at_fault():
            self.parts.write(entry.key, extracted)

    def attempt(self, entry: Entry, seconds: int) -> Failure | RunFailed | None:
        """Read one document, and return what went wrong."""
        return what_goes_wrong(lambda: self.read(entry, seconds))

    def _content(self, entry: Entry) -> bytes:
        place = self.archive / entry.document.content_sha256
        content = place.read_bytes()
        if hashlib.sha256(content).hexdigest() != entry.document.content_sha256:
            place.unlink()
            raise RunFailed(f"The copy of {entry.document.file} in the archive was damaged, and is removed. Run again.")
        return content


def what_goes_wrong(do: Callable[[], None]) -> Failure | RunFailed | None:
    """Do something with a document, and return what went wrong."""
    try:
        do()
    except RunFailed as error:
        return error
    except BaseException as error:  # also what would end the process: no library may wish that
        return Failure.of(error)
    return None


@contextmanager
def _alarm_after(seconds: int) -> Iterator[None]:
    """Let the kernel end this process after so many seconds in the block, also where its parent is gone."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


@contextmanager
def _disk_at_fault() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise RunFailed(
            f"The data folder cannot be read or written: {error}. Check its disk, then run again."
        ) from error


def main(descriptor: int) -> None:
    """Tell through the pipe that the process is ready, then after each document what went wrong with it."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    faulthandler.enable()
    faulthandler.register(signal.SIGALRM, chain=True)
    connection = Connection(descriptor)
    reading, seconds = connection.recv()
    gc.freeze()
    wrong = None
    while wrong is None:
        connection.send(wrong)
        try:
            entry = connection.recv()
        except EOFError:
            return
        wrong = reading.attempt(entry, seconds)
    connection.send(wrong)
