"""The digits of a text file: all of its characters, but for the marks between `<` and `>` in a line of a table."""

from __future__ import annotations

import re

MARK = re.compile(r"<[A-Za-z/][^<>]*>")


def printed(content: bytes, encoding: str | None) -> dict[int | None, str]:
    """Return the text; of lines that are split into cells without their marks."""
    lines = content.decode(encoding or "utf-8").split("\n")
    return {None: "\n".join(MARK.sub(" ", line) if "\t" in line or line.lstrip()[:1] == "|" else line for line in lines)}
