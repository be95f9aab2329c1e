"""The digits of a text file: all of its characters, but for the marks between `<` and `>` in a line of a table."""

from __future__ import annotations

import re

from dagster_project.extraction.recount import Printed

MARK = re.compile(r"<[A-Za-z/][^<>]*>")


def printed(content: bytes, encoding: str | None) -> Printed:
    """Return the text; of lines that are split into cells without their marks."""
    lines = content.decode(encoding or "utf-8").split("\n")
    bare = (MARK.sub(" ", line) if "<" in line and _is_parted(line) else line for line in lines)
    return Printed({None: "\n".join(bare)})


def _is_parted(line: str) -> bool:
    return "\t" in line or line.lstrip()[:1] == "|"
