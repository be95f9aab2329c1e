"""Rows of what the words of a document say about it, in the order of their schemas' columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dagster_project.extraction.wording.reader import Wording

Values = tuple[Any, ...]


def wording_rows(key: str, wording: Wording) -> dict[str, Iterable[Values]]:
    """Return the rows of citations, code_mentions, labels and announced_tables."""
    return {
        "citations": (
            (
                key,
                None,
                each.line,
                each.line,
                each.start,
                each.end,
                each.table_number,
                each.row_number,
                each.column_number,
                each.title_as_printed,
                each.title,
                each.number_as_printed,
                each.number,
            )
            for each in wording.citations
        ),
        "code_mentions": (
            (
                key,
                None,
                each.line,
                each.line,
                each.start,
                each.end,
                each.level,
                each.name,
                each.code,
                each.code_above,
                each.states_amount,
            )
            for each in wording.code_mentions
        ),
        "labels": (
            (key, None, each.line, each.line, each.start, *each.cell, each.kind, each.words, each.printed, each.meant)
            for each in wording.labels
        ),
        "announced_tables": (
            (key, None, each.line, each.line, each.title_as_printed, each.title, each.table_number, each.found_as)
            for each in wording.announced_tables
        ),
    }
