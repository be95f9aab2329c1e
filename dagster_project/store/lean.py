"""What a process that reads documents does without: a third of its start is the loading of pandas.

pyarrow loads pandas, where it is installed, with the first value it is given, only to ask whether that is one of its.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType


class _WithoutPandas(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname == "pandas":
            raise ModuleNotFoundError("A process that reads documents does without pandas.", name=fullname)
        return None


def do_without_pandas() -> None:
    """Let pandas count as not installed in this process."""
    sys.meta_path.insert(0, _WithoutPandas())
