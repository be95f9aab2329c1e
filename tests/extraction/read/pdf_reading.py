"""What a PDF reads as: its grids and its lines of prose, by page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from paper import Paper, Ruling, Spans, rule, write

from dagster_project.extraction.model.document import Content, Grid, Prose
from dagster_project.extraction.model.issues import Issue
from dagster_project.extraction.read import pdf

Rows = list[tuple[str, ...]]
ROWS = [("科目编码", "科目名称", "合计"), ("201", "一般公共服务支出", "1,234.50"), ("20101", "人大事务", "0.00")]
"""A table of which every cell holds something."""


def content_of(data: bytes) -> Content:
    """Read a PDF that can be read."""
    content = pdf.read(data)
    assert not isinstance(content, Issue), content
    return content


def drawn(draw: Callable[[Paper], None], paper: Paper | None = None) -> Content:
    """Read what `draw` puts on paper."""
    paper = paper or Paper()
    draw(paper)
    return content_of(paper.save())


def grids(content: Content) -> list[Rows]:
    """Return the cells of each grid."""
    return [[row.cells for row in block.rows] for block in content.blocks if isinstance(block, Grid)]


def prose(content: Content) -> list[str]:
    """Return the lines of prose."""
    return [block.text for block in content.blocks if isinstance(block, Prose)]


def methods(content: Content) -> set[str]:
    """Return how rows were read."""
    return set(content.layout.methods.values())


def table(
    paper: Paper,
    rows: Sequence[Sequence[str]],
    *,
    left: float = 50,
    top: float = 100,
    widths: Sequence[float] = (),
    height: float = 20,
    spans: Spans = (),
    ruling: Ruling = "strokes",
    open_top: bool = False,
) -> float:
    """Draw a ruled table; return where it ends."""
    across = list(accumulate([left, *(widths or [90] * len(rows[0]))]))
    down = list(accumulate([top, *[height] * len(rows)]))
    rule(paper, across, down, spans, ruling, open_top)
    write(paper, across, down, rows)
    return down[-1]
