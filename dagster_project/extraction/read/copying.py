"""Puts what one reader made of a part of a document into the whole: an embedded workbook, a picture of a table."""

from __future__ import annotations

from collections.abc import Collection

from dagster_project.extraction.amounts import amounts_in
from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.model.document import PROSE, Content, Grid, Prose
from dagster_project.extraction.read.builder import Builder


def add_content(found: Content, builder: Builder, page: int | None = None, known: Collection[str] = ()) -> None:
    """Add the blocks of a content, with how they were read and what is to be said of them.

    `known` are lines, without blanks, that stand in the document already.
    """
    layout, keys = found.layout, {}
    for block in found.blocks:
        if isinstance(block, Prose):
            if squeeze(block.text) not in known:
                builder.prose(block.text, page, confidence=layout.confidences.get((block.line, PROSE)))
                keys[block.line] = builder.key
            continue
        builder.end_grid()
        for row in block.rows:
            certainties = [layout.confidences.get((row.line, column)) for column in range(len(row.cells))]
            known_ones = [each for each in certainties if each is not None]
            builder.row(row.cells, page, method=layout.methods.get(row.line), confidences=known_ones)
            keys[row.line] = builder.key
        builder.end_grid()
    builder.redacted.update((keys[line], place) for line, place in found.redacted if line in keys)
    for issue in found.issues:
        builder.issue(issue._replace(line=keys.get(issue.line or 0)))


def says_something(found: Content) -> bool:
    """Tell whether a table, or an amount of money, was found in a picture: others are photographs and ornaments."""
    return any(isinstance(block, Grid) or bool(amounts_in(block.text)) for block in found.blocks)
