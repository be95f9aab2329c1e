"""The worker processes: as many as may be, started when there is work, each bounded, replaced when one is lost.

A new interpreter, not a fork: the caller (Dagster) has threads. Each has a pipe of its own, so that it is known what it
was reading when it died, and none can die holding what others wait for.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import wait
from typing import BinaryIO, Generic, Protocol, TypeVar

from dagster_project.errors import RunFailed
from dagster_project.settings import Bounds
from dagster_project.store.costs import Cost, forget_peak, megabytes_held, peak_megabytes
from dagster_project.store.failures import Failure

Task = TypeVar("Task")
Given = TypeVar("Given", contravariant=True)
LOOK_EVERY = 0.1
"""Seconds between two looks at what the workers hold in memory, and how long they have been reading."""
PATIENCE = 2
"""Times the bound, after which a process is ended that did not hear its own alarm."""
LONGEST_TRACE = 2**16
FROM_OUTSIDE = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP}
ONE_HEAP = {"MALLOC_ARENA_MAX": "1"}
"""For the C library: recognition needs a fifth less memory where its threads share one heap, and no more time."""
PROGRAM = """
import sys
sys.path[:] = {path!r}
from dagster_project.store.lean import do_without_pandas
do_without_pandas()
from dagster_project.store.worker import main
main({descriptor})
"""


class Work(Protocol[Given]):
    """What is done with each document, in a process of its own: reading it, or making pages of it."""

    def attempt(self, entry: Given, seconds: int) -> Failure | RunFailed | None:
        """Do it in so many seconds and return what went wrong; RunFailed is no document's fault."""


def read_in_workers(
    entries: Sequence[Task], reading: Work[Task], bounds: Bounds
) -> Iterator[tuple[Task, Failure | None, Cost]]:
    """Yield each document once it has been read or has failed, with what that took, in no order.

    Raises RunFailed where it is no document's fault: workers that do not start or are told to end, a full disk.
    """
    waiting = deque(entries)
    team: list[_Worker[Task]] = []
    try:
        while waiting or team:
            busy = sum(worker.entry is not None for worker in team)
            while len(team) < min(bounds.workers, len(waiting) + busy):
                team.append(_Worker(reading, bounds))
            for worker in _answering(team):
                entry, cost, wrong = worker.entry, worker.cost(), worker.answer()
                if entry is not None:
                    yield entry, wrong, cost
                if wrong is None and waiting and not worker.is_worn():
                    worker.give(waiting.popleft())
                else:
                    team.remove(worker)
                    worker.stop()
    finally:
        for worker in team:
            worker.stop()


class Desk(Generic[Task]):
    """One worker process for documents that come one after another, kept between them; for who has no list of them."""

    def __init__(self, reading: Work[Task], bounds: Bounds) -> None:
        self.reading, self.bounds = reading, bounds
        self.worker: _Worker[Task] | None = None

    def read(self, entry: Task) -> tuple[Failure | None, Cost]:
        """Read a document and return what went wrong; raises RunFailed where it is no document's fault."""
        worker = self.worker or _Worker(self.reading, self.bounds)
        if self.worker is None:
            self.worker = worker
            self._answer(worker)
        worker.give(entry)
        wrong, cost = self._answer(worker)
        if wrong is not None or worker.is_worn():
            self.close()
        return wrong, cost

    def close(self) -> None:
        """End the process, if there is one."""
        if self.worker is not None:
            self.worker.stop()
            self.worker = None

    def _answer(self, worker: _Worker[Task]) -> tuple[Failure | None, Cost]:
        while not _answering([worker]):
            pass
        cost = worker.cost()
        try:
            return worker.answer(), cost
        except RunFailed:
            self.close()
            raise


def _answering(team: list[_Worker[Task]]) -> list[_Worker[Task]]:
    """Return the workers that have answered or died, none after a moment; mind the bounds of the others."""
    ready = wait([worker.connection for worker in team], LOOK_EVERY)
    for worker in team:
        if worker.connection not in ready:
            worker.mind_memory()
            worker.mind_time()
    return [worker for worker in team if worker.connection in ready]


class _Worker(Generic[Task]):
    """One process, with the document that it is reading; none while it starts."""

    def __init__(self, reading: Work[Task], bounds: Bounds) -> None:
        self.bounds = bounds
        self.entry: Task | None = None
        self.is_too_large = self.is_too_long = False
        self.began = time.monotonic()
        self.most = 0.0
        self.told: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 (closed by stop)
        self.connection, theirs = Pipe()
        program = PROGRAM.format(path=sys.path, descriptor=theirs.fileno())
        # a group of its own, so that what it has started ends with it, and a Ctrl-C is the parent's alone
        self.process = subprocess.Popen(
            [sys.executable, "-c", program],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=self.told,
            stderr=self.told,
            process_group=0,
            env=os.environ | ONE_HEAP,
        )
        theirs.close()
        with suppress(BrokenPipeError):
            self.connection.send((reading, bounds.seconds))

    def give(self, entry: Task) -> None:
        """Let it read a document."""
        self.told.seek(0)
        self.told.truncate()
        self.entry = entry
        self.began, self.most = time.monotonic(), 0.0
        forget_peak(self.process.pid)
        # where it has died meanwhile, its answer will say so
        with suppress(BrokenPipeError):
            self.connection.send(entry)

    def answer(self) -> Failure | None:
        """Return what went wrong with its document, after it has answered or died."""
        try:
            wrong: Failure | RunFailed | None = self.connection.recv()
        except (EOFError, OSError):
            wrong = self._death()
        if isinstance(wrong, RunFailed):
            raise wrong
        return wrong

    def _death(self) -> Failure:
        self._kill_group()
        code = self.process.wait()
        told = self._told()
        if self.entry is None:
            reason = f"it needs more than {self.bounds.megabytes} MB (YUSUAN_MEMORY)" if self.is_too_large else told
            raise RunFailed(f"A process that reads documents does not start: {reason}")
        if -code in FROM_OUTSIDE:
            raise RunFailed("A process that reads documents was told to end from outside. Run again.")
        if self.is_too_large:
            return Failure(f"it needed more than {self.bounds.megabytes} MB (YUSUAN_MEMORY)", None, told)
        if -code == signal.SIGALRM or self.is_too_long:
            return Failure(f"it took longer than {self.bounds.seconds} s (YUSUAN_SECONDS)", None, told)
        return Failure.of_death(code, told)

    def mind_memory(self) -> None:
        """End the process where it holds more than it may: first so that it tells where it was, then at once."""
        held = megabytes_held(self.process.pid)
        self.most = max(self.most, held)
        if held > self.bounds.megabytes:
            self.process.send_signal(signal.SIGKILL if self.is_too_large else signal.SIGALRM)
            self.is_too_large = True

    def mind_time(self) -> None:
        """End the process where it reads on long after its alarm: a library may have taken the signal for itself."""
        if self.entry is not None and 0 < PATIENCE * self.bounds.seconds < time.monotonic() - self.began:
            self.is_too_long = True
            self.process.send_signal(signal.SIGKILL)

    def is_worn(self) -> bool:
        """Tell whether it holds so much between two documents that the next would be blamed for it."""
        return self.is_too_large or megabytes_held(self.process.pid) > self.bounds.megabytes / 2

    def cost(self) -> Cost:
        """Return what its document took until now; of a process that died, the memory at the last look."""
        return Cost(time.monotonic() - self.began, max(self.most, peak_megabytes(self.process.pid)))

    def stop(self) -> None:
        """End the process, whatever it does: what it was given to keep is kept."""
        self._kill_group()
        self.process.wait()
        self.connection.close()
        self.told.close()

    def _kill_group(self) -> None:
        if self.process.returncode is None:
            os.killpg(self.process.pid, signal.SIGKILL)

    def _told(self) -> str:
        self.told.seek(0)
        return self.told.read()[-LONGEST_TRACE:].decode(errors="backslashreplace")
