"""What the benchmarks measure with."""

from __future__ import annotations

import time
from collections.abc import Callable


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds of one round."""
    start = time.process_time()
    work()
    return time.process_time() - start
