"""What a process costs: seconds, and the most memory it held, both of one document after another."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

PEAK = re.compile(r"^VmHWM:\s*(\d+)", re.MULTILINE)
FORGET_PEAK = "5"


class Cost(NamedTuple):
    """What reading one document took: seconds by the clock, and megabytes that its process held at most.

    0 megabytes where the system does not tell.
    """

    seconds: float
    megabytes: float


def megabytes_held(process: int) -> float:
    """Return what a process holds in memory, not what it has reserved; 0 where the system does not tell."""
    try:
        resident = Path(f"/proc/{process}/statm").read_text().split()[1]
    except (OSError, IndexError):
        return 0
    return int(resident) * os.sysconf("SC_PAGE_SIZE") / 2**20


def peak_megabytes(process: int) -> float:
    """Return the most that a process held since `forget_peak`; 0 where the system does not tell, or it is gone."""
    try:
        told = PEAK.search(Path(f"/proc/{process}/status").read_text())
    except OSError:
        return 0
    return int(told[1]) / 1024 if told else 0


def forget_peak(process: int) -> None:
    """Let the peak of a process begin anew; where the system does not know how, it is that of its whole life."""
    with suppress(OSError):
        Path(f"/proc/{process}/clear_refs").write_text(FORGET_PEAK)
