"""How many examples something is tried on: of many a share in each test run, all of them in a long one.

They are the same every time, and none is timed: a red property is red for everybody, on a busy machine and on an idle one.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

ALL = os.environ.get("YUSUAN_TEST_EXAMPLES") == "all"
SHARE = 1 if ALL else 4
FEWEST = 40
"""Where there are no more in all, each run tries them all: some ways to print a table are rare."""


def share(number: int) -> int:
    """Return how many of so many examples this run tries."""
    return max(number // SHARE, min(number, FEWEST))


def examples(number: int) -> settings:
    """Try a property on so many examples, or on the share of them that this run tries."""
    return settings(max_examples=share(number))


def repeatable() -> None:
    """Let every property take the same examples each time, whatever else it states; call it before any is loaded."""
    settings.register_profile(
        "repeatable",
        derandomize=True,
        database=None,
        deadline=None,
        max_examples=share(60),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    settings.load_profile("repeatable")
