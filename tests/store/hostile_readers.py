"""Readers that do what a defect may do, by what stands in the document; harmless outside the process they run in."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Sequence

from fake_extraction import fake_extract

from dagster_project.extraction import extract
from dagster_project.extraction.identify.corrections import Correction
from dagster_project.extraction.record.extraction import Extraction


def crash() -> None:
    """Die as of a wrong address."""
    os.kill(os.getpid(), signal.SIGSEGV)


def out_of_memory() -> None:
    """Raise what an allocation raises."""
    raise MemoryError


def recurse() -> None:
    """Call itself without end."""
    recurse()


def leave() -> None:
    """Ask for the end of the process, as a command line does."""
    raise SystemExit(0)


def vanish() -> None:
    """End the process at once, as if all were well."""
    os._exit(0)


def loop() -> None:
    """Never come back."""
    while True:
        # no less endless, and others may work meanwhile
        time.sleep(1)


def ignore() -> None:
    """Never come back, and hear no alarm, as in a library that takes the signal for itself."""
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    loop()


def swell() -> None:
    """Hold ever more memory."""
    held = []
    while True:
        held.append(bytearray(b"1") * 2**22)


def slip() -> None:
    """Raise as a defect of the code does."""
    raise KeyError(f"header of {object()}")


DEFECTS: dict[str, Callable[[], None]] = {
    each.__name__: each for each in (crash, out_of_memory, recurse, leave, vanish, loop, ignore, swell, slip)
}


def extract_or_crash(content: bytes, file: str, corrections: Sequence[Correction] = ()) -> Extraction:
    """Extract for good, unless the document wants the process dead."""
    if content.startswith(b"crash"):
        crash()
    return extract(content, file, corrections)


def hostile_extract(content: bytes, file: str, corrections: Sequence[Correction] = ()) -> Extraction:
    """Extract as the fake does, unless the document names a defect."""
    defect = DEFECTS.get(content.decode().split("\n")[0])
    if defect is not None:
        defect()
    return fake_extract(content, file)
