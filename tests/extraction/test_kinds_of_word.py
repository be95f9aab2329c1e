"""Ways in which Word prints a figure, or does not print it."""

from __future__ import annotations

import io
from decimal import Decimal

import docx
import pytest
from docx.oxml import parse_xml
from kinds import HEADER, RIGHT, ROWS, STATEMENT, TITLE, UNIT, outcome
from office_kinds import Mark, Paragraph, saved, word

from dagster_project.extraction.read.docx.markup import formula


def raised(paragraph: Paragraph) -> None:
    paragraph.add_run("1").font.superscript = True


def struck(paragraph: Paragraph) -> None:
    paragraph.add_run("9").font.strike = True


def doubly_struck(paragraph: Paragraph) -> None:
    paragraph.add_run("9").font.double_strike = True


def hidden(paragraph: Paragraph) -> None:
    paragraph.add_run("9").font.hidden = True


def in_brackets(paragraph: Paragraph) -> None:
    paragraph.add_run("[1]").font.superscript = True


@pytest.mark.parametrize("mark", [raised, struck, doubly_struck, hidden, in_brackets])
def test_marks_of_word(mark: Mark) -> None:
    assert outcome(word(mark)).rows == RIGHT


def as_a_formula(paragraph: Paragraph) -> None:
    run = paragraph.runs[0]
    names = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = parse_xml(f"<m:oMath {names}><m:r><m:t>{run.text}</m:t></m:r></m:oMath>")
    run._r.getparent().replace(run._r, formula)


def test_a_figure_set_as_a_formula() -> None:
    found = outcome(word(as_a_formula))
    assert found.rows == RIGHT
    assert "count_differs" not in dict(found.issues)


def test_a_fraction_in_a_formula_is_no_one_number() -> None:
    names = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    part = "<m:{0}><m:r><m:t>{1}</m:t></m:r></m:{0}>"
    inner = f"<m:f><m:fPr/>{part.format('num', 12)}{part.format('den', 34)}</m:f>"
    raised = f"<m:sSup>{part.format('e', 5)}{part.format('sup', 6)}</m:sSup>"
    assert formula(parse_xml(f"<m:oMath {names}>{inner}<m:r><m:t>+</m:t></m:r>{raised}</m:oMath>")) == "12/34+5 6"


def test_the_unit_in_the_header_of_pages() -> None:
    assert outcome(word(header=UNIT)).rows == RIGHT
    assert outcome(word(header=f"{TITLE} {UNIT}")).rows == RIGHT


def test_the_unit_over_a_table_goes_before_that_of_the_page() -> None:
    document = docx.Document(io.BytesIO(word()))
    document.sections[0].header.paragraphs[0].text = "单位：元"
    assert outcome(saved(document)).rows == RIGHT


def test_a_table_that_lays_out_others_is_none() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = STATEMENT
    cell.add_paragraph(UNIT)
    table = cell.add_table(0, len(HEADER))
    for row in (HEADER, *ROWS):
        for inner, text in zip(table.add_row().cells, row, strict=True):
            inner.text = text
    assert outcome(saved(document)).rows == RIGHT


def test_columns_that_tabs_set_apart() -> None:
    document = docx.Document()
    for line in (
        TITLE,
        "目录",
        "一、部门概况\t1",
        "二、部门预算表\t3",
        STATEMENT,
        f"部门：某局\t{UNIT}",
        *map("\t".join, (HEADER, *ROWS)),
    ):
        document.add_paragraph(line)
    document.add_paragraph("\t支出1,500.50万元。")
    found = outcome(saved(document))
    assert found.rows == RIGHT
    assert found.in_text == [Decimal("15005000.00")]
    assert not found.issues
