"""What went wrong with a document that could not be read: told the same for the same input, the traceback apart.

What an exception says may hold words of the document, addresses and times: it stands in the traceback alone.
"""

from __future__ import annotations

import re
import signal
import traceback
from pathlib import Path
from typing import NamedTuple

from dagster_project import extraction

OURS = Path(extraction.__file__).resolve().parent
FRAME = re.compile(r'^  File "(.+)", line (\d+) in (.+)$', re.MULTILINE)
"""A frame as faulthandler writes it."""
CRASHES = {signal.SIGSEGV, signal.SIGBUS, signal.SIGABRT, signal.SIGFPE, signal.SIGILL}


class Frame(NamedTuple):
    """A place in the code that was being run."""

    file: str
    line: int
    function: str


class Failure(NamedTuple):
    """What happened, and the last frame of our code where that is the same each time."""

    what: str
    where: str | None
    traceback: str = ""

    @classmethod
    def of(cls, error: BaseException) -> Failure:
        """Return what an exception says of the reader."""
        frames = [
            Frame(frame.filename, frame.lineno or 0, frame.name) for frame in traceback.extract_tb(error.__traceback__)
        ]
        whole = "".join(traceback.format_exception(error))
        return cls(f"it raised {type(error).__name__}", _last_of_ours(frames), whole)

    @classmethod
    def of_death(cls, code: int, told: str) -> Failure:
        """Return what a process's exit status says, and what it wrote when it died."""
        if code >= 0:
            return cls(f"its process ended with exit status {code}", None, told)
        # the thread that crashed is told last, its last frame first
        frames = [Frame(file, int(line), name) for file, line, name in FRAME.findall(told.rpartition("Current")[2])]
        where = _last_of_ours(frames[::-1]) if -code in CRASHES else None
        return cls(f"its process died of {signal.Signals(-code).name}", where, told)

    def message(self, traceback_lies: str) -> str:
        """Return the failure as an issue tells it."""
        where = f" in {self.where}" if self.where else ""
        return (
            f"The reader failed on this document: {self.what}{where}. Nothing of it was read. The traceback lies in "
            f"the data folder, {traceback_lies}. Report it; `yusuan run --retry` reads the document once more."
        )


def _last_of_ours(frames: list[Frame]) -> str | None:
    for frame in reversed(frames):
        path = Path(frame.file)
        if path.is_relative_to(OURS):
            return f"{path.relative_to(OURS.parent).as_posix()}, line {frame.line} ({frame.function})"
    return None
