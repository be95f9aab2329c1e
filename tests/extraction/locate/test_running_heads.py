"""Lines that run through a document, also where they count its pages; titles, owners and units are none."""

from __future__ import annotations

import pytest

from dagster_project.extraction.locate.running_heads import as_it_runs, running_heads
from dagster_project.extraction.model.document import Document, Layout, Prose

PAGES = range(1, 7)


def _heads(lines: dict[int, str]) -> frozenset[str]:
    blocks = tuple(Prose(page * 10, lines[page]) for page in PAGES if page in lines)
    layout = Layout(has_lines=False, pages={page * 10: page for page in PAGES})
    return running_heads(Document("d.pdf", "d", "d", "pdf", None, 0, blocks, layout=layout))


@pytest.mark.parametrize("line", ["海洋观测局预算公开", "第{}页，共45页", "预算公开 · {}"])
def test_a_line_on_most_pages_runs_whatever_it_counts(line: str) -> None:
    heads = _heads({page: line.format(page) for page in PAGES})
    assert as_it_runs(line.format(7)) in heads


@pytest.mark.parametrize(
    "line", ["表{}", "表{} 支出总表", "单位：万元", "（万元）", "单位：万", "元", "注：金额单位为万元"]
)
def test_what_stands_over_tables_runs_nowhere(line: str) -> None:
    assert not _heads({page: line.format(page) for page in PAGES})


def test_a_line_on_few_pages_is_none() -> None:
    assert not _heads({1: "第1页，共45页", 2: "第2页，共45页"})
