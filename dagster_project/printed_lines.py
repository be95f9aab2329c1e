"""The lines of a document as printed, from the archive, with figures marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from rich.text import Text

from dagster_project.errors import UsageError
from dagster_project.extraction.read.text import decode

MARK = "bold black on yellow"


def printed_lines(archived: Path, numbers: Iterable[int]) -> dict[int, str]:
    """Return lines of an archived text document by number, from 1; numbers it does not have are left out."""
    if not archived.is_file():
        raise UsageError(f"{archived} is not in the archive; run `yusuan run` with the document in the raw folder.")
    decoded, _ = decode(archived.read_bytes())
    lines = decoded.text.split("\n") if decoded else []
    return {number: lines[number - 1].rstrip("\r") for number in numbers if 0 < number <= len(lines)}


def marked(line: str, figures: Iterable[str | None]) -> Text:
    """Return a printed line, tabs shown as bars, with the given figures marked where they stand alone."""
    text = Text(line.replace("\t", " │ "))
    for figure in {figure for figure in figures if figure}:
        # 5 is not marked inside 15, nor inside 5.2
        text.highlight_regex(rf"(?<![\d.,]){re.escape(figure)}(?![\d]|[.,]\d)", MARK)
    return text
