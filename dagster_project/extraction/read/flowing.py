"""A builder for flowing text, in which tables may stand as lines whose columns blanks or tabs set apart."""

from __future__ import annotations

from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.spaced import GAP, rows_among


class FlowingText(Builder):
    """Collects lines as well; one that may be a row waits for the lines after it."""

    def __init__(self, format: str) -> None:
        super().__init__(format)
        self.waiting: list[str] = []

    def line(self, text: str) -> None:
        """Add a line of prose, or of a table whose columns blanks or tabs set apart: the lines around it tell."""
        if GAP.search(text):
            self.waiting.append(text)
        else:
            self.prose(text.replace("\t", " "))

    def _settle(self) -> None:
        waiting, self.waiting = self.waiting, []
        for found in rows_among(waiting) if waiting else ():
            if isinstance(found, str):
                self.prose(found.replace("\t", " ").strip())
            else:
                self.row(found)
