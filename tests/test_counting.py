"""Lines are counted of the first case of a test, and no tracer takes time from the others."""

from __future__ import annotations

import sys
import threading
from queue import SimpleQueue
from typing import Any

import pytest


@pytest.mark.parametrize("case", ["first", "further"])
def test_lines_of_a_further_case_are_not_counted(case: str) -> None:
    tracers: SimpleQueue[Any] = SimpleQueue()
    thread = threading.Thread(target=lambda: tracers.put(sys.gettrace()))
    thread.start()
    thread.join()
    in_thread = tracers.get()
    if case == "first":
        assert (in_thread is None) == (sys.gettrace() is None)
    else:
        assert (sys.gettrace(), in_thread) == (None, None)
