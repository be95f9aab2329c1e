"""Texts and paths as SQL writes them: a quote is doubled, and what a pattern of files would take for its own is not."""

from __future__ import annotations

import re
from pathlib import Path

OF_PATTERNS = re.compile(r"[\[*?]")


def literal(text: str) -> str:
    """Return a text as a literal of SQL."""
    return f"'{quotes_doubled(text)}'"


def quotes_doubled(text: str) -> str:
    """Return a text as it stands between the quotes of a literal."""
    return text.replace("'", "''")


def file_pattern(path: Path) -> str:
    """Return a path for `read_parquet`, which takes it for a pattern: a folder `[2031]` is meant as it is named."""
    return OF_PATTERNS.sub(r"[\g<0>]", str(path))


def read_parquet(table: Path) -> str:
    """Return as SQL the rows of a published table: of its file, or of the files in the folder of that name."""
    within = "/*.parquet" if table.is_dir() else ""
    return f"read_parquet({literal(file_pattern(table) + within)})"
