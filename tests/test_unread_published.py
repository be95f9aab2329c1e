"""The coverage tells of each document what it carries that was not read."""

from __future__ import annotations

from pathlib import Path

import duckdb
import openpyxl
import pytest
from budgets import BUDGET
from paper import Paper
from stepping import run_steps
from workbooks import ROWS, saved

from dagster_project.settings import Settings

NOT_READ = ("pages_not_read", "pictures_not_read", "objects_not_read", "annotations_not_read", "hidden_not_read")


@pytest.mark.xdist_group("assess")
def test_what_was_not_read_stands_in_the_coverage(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    settings.raw.mkdir()
    book = openpyxl.Workbook()
    for row in ROWS:
        book.worksheets[0].append(row)
    book.worksheets[0].row_dimensions[2].hidden = True
    (settings.raw / "book.xlsx").write_bytes(saved(book))
    paper = Paper()
    paper.text(60, 40, "深圳市龙岗区海洋观测局 2031年部门预算", 14)
    (settings.raw / "page.pdf").write_bytes(paper.save())
    (settings.raw / "text.txt").write_text(BUDGET.format(issuer="深圳市南山区海洋观测局"), encoding="utf-8")
    run_steps(settings)
    with duckdb.connect(str(settings.warehouse.resolve()), read_only=True) as connection:
        asked = f"document_file, page_count, pages_rendered, rendered_share, {', '.join(NOT_READ)}"
        rows = connection.execute(f"select {asked} from rpt_coverage order by document_file").fetchall()
    assert rows == [
        ("book.xlsx", None, None, None, 0, 0, 0, 0, 1),
        ("page.pdf", 1, 0, 0, 0, 0, 0, 0, 0),
        ("text.txt", None, None, None, 0, 0, 0, 0, 0),
    ]
