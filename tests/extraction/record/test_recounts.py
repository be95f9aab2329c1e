"""What is printed and not read is told, with its page; every other digit is a number, none by rule, or left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from other_formats import mht, ods, odt, on_ofd, xml2003
from paper import Paper
from pdf_reading import table
from workbooks import rows

from dagster_project.extraction.model.document import Block, Document, Grid, Prose
from dagster_project.extraction.model.issues import IssueCode
from dagster_project.extraction.pipeline import understand
from dagster_project.extraction.read import read
from dagster_project.extraction.record.differences import digits_that_differ
from dagster_project.extraction.recount import Printed, html

ROWS = (("科目编码", "科目名称", "金额"), ("201", "一般公共服务支出", "1,234.50"), ("20101", "人大事务", "77.00"))
TITLE = "2026年部门预算"
TEXT = "2026年部门预算，共 3 个，联系电话 0755-1234567。\n单位：万元\n" + "\n".join("\t".join(row) for row in ROWS)
PAGE = "<html><body><p>2026年部门预算</p><nav>第 4 页</nav><table>{}</table>".format(
    "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
)


def on_paper() -> bytes:
    """Return a PDF with the table on its second page."""
    paper = Paper()
    paper.text(50, 80, "2026年部门预算")
    paper.new_page()
    table(paper, ROWS)
    return paper.save()


FILES = {
    "text": TEXT.encode(),
    "html": PAGE.encode(),
    "pdf": on_paper(),
    "xlsx": rows(("2026年部门预算",), *ROWS[:1], ("201", "一般公共服务支出", 1234.5), ("20101", "人大事务", 77)),
    "ods": ods(TITLE, ROWS),
    "odt": odt(TITLE, ROWS),
    "xml": xml2003(TITLE, ROWS),
    "mht": mht(PAGE),
    "ofd": on_ofd(TITLE, ROWS),
}
BY_CELL = {"xlsx", "ods", "xml"}
"""Formats of which the cells of a row are counted, not their digits."""


def fates(document: Document) -> tuple[Counter[str], list[tuple[int | None, str]]]:
    """Return the digits of each fate, and the pages and messages of the issues."""
    tables = understand(document, []).tables
    found: Counter[str] = Counter()
    for row in tables["recounts"].to_pylist():
        found[row["fate"]] += row["digits"]
    issues = [row for row in tables["issues"].to_pylist() if row["code"] == IssueCode.COUNT_DIFFERS]
    return found, [(row["page"], row["message"]) for row in issues]


def without(block: Block, cell: str) -> Block:
    """Return a block in which a cell is blank."""
    if isinstance(block, Prose):
        return block
    return Grid(
        tuple(row._replace(cells=tuple("" if each == cell else each for each in row.cells)) for row in block.rows)
    )


@pytest.mark.parametrize("kind", FILES)
def test_every_digit_that_is_printed_has_a_fate(kind: str) -> None:
    document, _ = read(FILES[kind], f"a.{kind}")
    found, issues = fates(document)
    assert not issues
    assert found["printed"] == found["in_ledger"] + found["not_a_number"] + found["left_out"] > 0
    assert found["in_ledger"] > 0


@pytest.mark.parametrize(
    ("kind", "page", "lost"),
    [
        ("text", None, 4),
        ("html", None, 4),
        ("pdf", 2, 4),
        ("xlsx", 1, 1),
        ("ods", 1, 1),
        ("odt", None, 4),
        ("xml", 1, 1),
        ("mht", None, 4),
        ("ofd", 2, 4),
    ],
)
def test_number_that_a_reader_drops_is_told_with_its_page(kind: str, page: int | None, lost: int) -> None:
    document, _ = read(FILES[kind], f"a.{kind}")
    cell = "77" if kind in ("xlsx", "xml") else "77.00"
    found, issues = fates(replace(document, blocks=tuple(without(block, cell) for block in document.blocks)))
    assert found["lost"] == lost
    assert [at for at, _ in issues] == [page]
    row = 4 if kind == "xlsx" else 5
    assert (f"1 of row {row}" if kind in BY_CELL else "77, 00") in issues[0][1]


@pytest.mark.parametrize(
    ("kind", "reasons"),
    [
        ("odt", {"hidden": 4, "deleted": 4}),
        ("mht", {"site": 5, "hidden": 2}),
        ("ofd", {"hidden": 2, "off_page": 2}),
    ],
)
def test_digits_that_are_not_shown_are_left_out_for_a_reason(kind: str, reasons: dict[str, int]) -> None:
    document, _ = read(FILES[kind], f"a.{kind}")
    rows = understand(document, []).tables["recounts"].to_pylist()
    assert {row["by_rule"]: row["digits"] for row in rows if row["fate"] == "left_out"} == reasons


def test_number_that_no_page_prints_is_told() -> None:
    document, _ = read(FILES["pdf"], "a.pdf")
    found, issues = fates(replace(document, blocks=(*document.blocks, Prose(1, "编 888"))))
    assert found["added"] == 3
    assert "does not print, by a second count: 888" in issues[0][1]


def test_number_of_a_person_is_left_out_and_not_lost() -> None:
    document, _ = read("| 联系人 | 13800000000 | 5 |\n".encode(), "a.txt")
    found, issues = fates(document)
    assert not issues
    assert found["left_out"] == 11


def test_row_that_goes_on_on_the_next_page_moves_no_number() -> None:
    assert digits_that_differ({1: ("1 2", "1 2 33"), 2: ("33 4", "4"), 3: ("5", "")}) == {
        1: ([0] * 10, [0] * 10),
        2: ([0] * 10, [0] * 10),
        3: ([0, 0, 0, 0, 0, 1, 0, 0, 0, 0], [0] * 10),
    }


@pytest.mark.parametrize(("between", "lost"), [("4 4", 0), ("4", 1)])
def test_row_that_goes_on_over_several_pages_moves_no_number(between: str, lost: int) -> None:
    """Page 2 prints a digit that was read on page 1, or is read as it is printed: then nothing goes on over it."""
    differing = digits_that_differ({1: ("1", "1 2 3 4"), 2: (between, "4"), 3: ("2 3 5", "5")})
    assert [sum(digits) for digits in differing[3]] == [2 * lost, 0]
    assert sum(differing[1][1]) == (0 if lost == 0 else 3)


def test_file_that_cannot_be_counted_again_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(content: bytes, encoding: str | None) -> Printed:
        raise ValueError("no such encoding")

    monkeypatch.setattr(html, "printed", broken)
    document, issues = read(FILES["html"], "a.html")
    assert document.printed is None
    assert [issue.code for issue in issues] == [IssueCode.NOT_COUNTED_AGAIN]
