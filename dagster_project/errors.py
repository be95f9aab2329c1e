"""The errors a user can mend, told apart from defects of the code."""

from __future__ import annotations


class UsageError(Exception):
    """Something the user gave or left out; the message says what, where, and the remedy. Exit code 2."""


class RunFailed(Exception):
    """A run stopped before publication: a defect, or an invariant that did not hold. Exit code 1."""


class Busy(RunFailed):
    """Another run is at work in the same data folder. Exit code 3."""
