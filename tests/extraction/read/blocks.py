"""What a reader made of a file, as plain lists."""

from __future__ import annotations

from dagster_project.extraction.model.document import Document, Grid
from dagster_project.extraction.read import read


class Reading:
    """A file as read."""

    def __init__(self, content: bytes) -> None:
        found, self.problems = read(content, "document")
        self.document: Document = found

    @property
    def prose(self) -> list[str]:
        """Its lines of prose, without leading blanks."""
        return [block.text.strip() for block in self.document.blocks if not isinstance(block, Grid)]

    @property
    def grids(self) -> list[list[tuple[str, ...]]]:
        """The cells of its grids."""
        return [[row.cells for row in block.rows] for block in self.document.blocks if isinstance(block, Grid)]

    @property
    def cells(self) -> list[tuple[str, ...]]:
        """The cells of its only grid."""
        (grid,) = self.grids
        return grid

    @property
    def places(self) -> list[tuple[int | None, int | None]]:
        """Page and line of each row."""
        layout = self.document.layout
        return [
            (layout.pages.get(row.line), layout.line(row.line))
            for block in self.document.blocks
            if isinstance(block, Grid)
            for row in block.rows
        ]

    @property
    def codes(self) -> list[str]:
        """Codes of its issues."""
        return [issue.code.value for issue in self.problems]

    @property
    def messages(self) -> str:
        """Messages of its issues."""
        return "\n".join(issue.message for issue in self.problems)
