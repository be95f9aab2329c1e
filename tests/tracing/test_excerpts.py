"""Excerpts show the lines or rows around a figure, and mark the figure itself and not another that is printed alike."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from paper import Paper

from dagster_project.atomic import write_table
from dagster_project.extraction.read import read
from dagster_project.extraction.schemas import TABLES
from dagster_project.review.words import words_in
from dagster_project.settings import Settings
from dagster_project.store.buckets import bucket_file
from dagster_project.tracing.excerpts import Printed, excerpt, printed_part, sentence
from dagster_project.tracing.operands import Operand

NOWHERE = Operand(
    side="actual",
    role="addend",
    sign=1,
    operand_id="",
    ledger_id=None,
    document_file="a.txt",
    document_id="ab" * 8,
    content_sha256="ab" * 32,
    format="text",
    page=None,
    line=None,
    table_number=None,
    row_number=None,
    column_number=None,
    span_start=None,
    reading_method="text",
    value_as_printed=None,
    unit_applied=None,
    value=None,
    value_unit=None,
    value_text=None,
    subject=None,
    nth=None,
    of_so_many=None,
)


def operand(**known: Any) -> Operand:
    """Return an operand of which only so much is known."""
    return NOWHERE._replace(**known)


def shown(printed: Printed, *operands: Operand) -> list[str]:
    """Return the lines of an excerpt, what is marked between brackets, line ends stripped."""
    marked = [(each, each.value_as_printed) for each in operands]
    return [line.plain.rstrip() for line in excerpt(printed, marked, "[]")]


LINES = Printed(
    "line", dict(enumerate(["a 5", "", "b 15", "c\t5\t5.2\t5", "", "d", "e", "f", "g", "h 5", "i"], start=1))
)


def test_what_is_printed_is_shown_with_its_unit_and_values_without_idle_zeros() -> None:
    assert operand(value_as_printed="1,200", unit_applied="万元", value=Decimal(12000000)).printed == "1,200 万元"
    assert operand(value_as_printed="≥50%", unit_applied="%").printed == "≥50%"
    assert operand(value=Decimal("1200.5000"), value_unit="%").printed == "1,200.5 %"
    assert operand(value=Decimal("1000.0000"), value_unit=None).printed == "1,000"
    assert operand(value_text="扶贫").printed == "扶贫"


def test_two_lines_before_and_after_blank_ones_not_counted() -> None:
    assert shown(LINES, operand(line=4, value_as_printed="5.2")) == [
        "line 1  a 5",
        "line 3  b 15",
        "line 4  c │ 5 │ [5.2] │ 5",
        "line 6  d",
        "line 7  e",
    ]


def test_lines_of_several_operands_are_shown_once_with_a_gap_between() -> None:
    first, second, third = (
        operand(line=line, value_as_printed=text) for line, text in ((1, "5"), (3, "15"), (10, "5"))
    )
    assert shown(LINES, first, second, third) == [
        "line  1  a [5]",
        "line  3  b [15]",
        "line  4  c │ 5 │ 5.2 │ 5",
        "line  6  d",
        "…",
        "line  8  f",
        "line  9  g",
        "line 10  h [5]",
        "line 11  i",
    ]


def test_of_figures_printed_alike_the_one_in_question_is_marked() -> None:
    cell = operand(line=4, value_as_printed="5", table_number=1, row_number=1, column_number=4, nth=2, of_so_many=2)
    assert "line 4  c │ 5 │ 5.2 │ [5]" in shown(LINES, cell)
    # where the line holds more of them than the ledger knows, which one it is cannot be told
    assert "line 4  c │ [5] │ 5.2 │ [5]" in shown(LINES, cell._replace(of_so_many=1, nth=1))


def test_the_figure_of_a_cell_fills_it() -> None:
    """A target ≥2次 beside its actual 2次; an amount within words is marked where no cell holds it alone."""
    cell = operand(line=1, value_as_printed="2次", table_number=1, row_number=1, column_number=3, nth=1, of_so_many=1)
    assert shown(Printed("line", {1: "培训\t≥2次\t2次"}), cell) == ["line 1  培训 │ ≥2次 │ [2次]"]
    assert shown(Printed("line", {1: "| 培训 | ≥2次 | 2次 |"}), cell) == ["line 1  | 培训 | ≥2次 | [2次] |"]
    assert shown(Printed("line", {1: "培训  ≥2次  2次"}), cell) == ["line 1  培训  ≥2次  [2次]"]
    assert shown(Printed("line", {1: "培训\t共2次，都在本年"}), cell) == ["line 1  培训 │ 共[2次]，都在本年"]


def test_long_lines_around_a_figure_are_cut_and_its_own_is_not() -> None:
    printed = Printed("line", {1: "长" * 201, 2: "长" * 201 + "5", 3: "长" * 200})
    assert shown(printed, operand(line=2, value_as_printed="5")) == [
        f"line 1  {'长' * 200}…",
        f"line 2  {'长' * 201}[5]",
        f"line 3  {'长' * 200}",
    ]


def test_prose_is_marked_at_its_character() -> None:
    prose = Printed("line", {1: "收入5万元，支出5万元"})
    assert shown(prose, operand(line=1, value_as_printed="5", operand_id="d:l1:s8")) == [
        "line 1  收入5万元，支出[5]万元"
    ]


def test_a_rate_that_no_ledger_row_holds_is_marked_at_its_character() -> None:
    prose = Printed("line", {1: "增长12.5%，其中12.5%为"})
    assert shown(prose, operand(line=1, operand_id="d:l1:s2")) == ["line 1  增长[12.5%]，其中12.5%为"]
    assert shown(prose, operand(line=1, operand_id="d:h1:s0")) == ["line 1  增长12.5%，其中12.5%为"]


def test_what_is_not_on_the_line_is_not_marked() -> None:
    assert "line 6  d" in shown(LINES, operand(line=6, value_as_printed="5"))
    assert shown(LINES, operand(line=99, value_as_printed="5")) == []
    assert shown(LINES, operand(value_as_printed="5")) == []


def test_a_text_document_is_shown_from_the_archive_without_persons(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "raw", tmp_path)
    settings.archive.mkdir()
    text = "合计\t7\n填报人：甲某\t联系电话\t12345678\n小计  7  联系人  乙某\n"
    (settings.archive / NOWHERE.content_sha256).write_bytes(text.encode("gb18030"))
    of_text = operand(line=1, value_as_printed="7")
    printed = shown(printed_part(settings, of_text), of_text)
    assert printed == [
        "line 1  合计 │ [7]",
        "line 2  填报人：（略） │ 联系电话 │ （略）",
        "line 3  小计  7  联系人  （略）",
    ]


def test_a_table_without_lines_is_shown_by_its_rows(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "raw", tmp_path)
    rows = {
        (1, 4): ["合计", "30", "30"],
        (2, 4): ["甲", "", "10"],
        (3, 4): ["乙", "20", "20\n"],
        (1, 5): ["别的", "1", "2"],
    }
    cells = [
        {
            "document_id": NOWHERE.document_id,
            "table_number": table,
            "row_number": row,
            "page": 9,
            "line": None,
            "column_number": column,
            "text": text,
        }
        for (row, table), texts in rows.items()
        for column, text in enumerate(texts, start=1)
    ]
    schema = TABLES["cells"].arrow()
    write_table(pa.Table.from_pylist(cells, schema=schema), bucket_file(settings.extracted, "cells", "ab"))
    cell = operand(format="pdf", table_number=4, row_number=3, column_number=3, value_as_printed="20")
    assert shown(printed_part(settings, cell), cell) == [
        "row 1  合计 │ 30 │ 30",
        "row 2  甲 │  │ 10",
        "row 3  乙 │ 20 │ [20]",
    ]
    gone = cell._replace(document_id="cd" * 8)
    assert shown(printed_part(settings, gone), gone) == []


def test_prose_of_a_pdf_is_read_again(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "raw", tmp_path)
    settings.archive.mkdir()
    paper = Paper()
    for number, line in enumerate(["一、收入。", "二、收入5万元，支出5万元。", "三、说明。"]):
        paper.text(60, 100 + 40 * number, line)
    content = paper.save()
    (settings.archive / NOWHERE.content_sha256).write_bytes(content)
    document, _ = read(content, "a.pdf")
    (line,) = (block for block in document.blocks if "5" in getattr(block, "text", ""))
    start = line.text.rindex("5")  # type: ignore[union-attr]
    key = f"{NOWHERE.document_id}:l{line.line}:s{start}"  # type: ignore[union-attr]
    prose = operand(format="pdf", operand_id=key, page=1, value_as_printed="5")
    printed = shown(printed_part(settings, prose), prose)
    assert any(line.endswith("二、收入5万元，支出[5]万元。") for line in printed)
    archived = settings.archive / NOWHERE.content_sha256
    assert sentence(archived, "a.pdf", key) == "二、收入5万元，支出5万元。"
    assert sentence(archived, "a.pdf", f"{NOWHERE.document_id}:t1:r1:c1") == ""
    # to recognise a page again would take minutes
    scan = prose._replace(reading_method="ocr")
    assert shown(printed_part(settings, scan), scan) == []


@pytest.mark.parametrize(("language", "gutter"), [("zh", "第 8 行"), ("en", "line 8")])
def test_lines_are_numbered_in_the_language_of_the_reader(language: str, gutter: str) -> None:
    printed = Printed("line", {8: "b 15"})
    (line,) = excerpt(printed, [(operand(line=8, value_as_printed="15"), "15")], places=words_in(language).places)
    assert line.plain == f"{gutter}  b 15"
