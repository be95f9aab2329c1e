"""What sqlfluff takes for dbt's adapter: a macro that differs between databases is a function of its first argument."""

from __future__ import annotations

from collections.abc import Callable


def dispatch(macro: str, package: str) -> Callable[..., str]:
    """Return a stand-in for the macro that dbt would choose; its SQL can be parsed, not run."""
    return lambda expression, *_: f"{macro}({expression})"
