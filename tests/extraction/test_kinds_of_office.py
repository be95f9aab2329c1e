"""Ways in which Word and spreadsheets print a figure, or do not print it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import docx
import openpyxl
import pytest
import xlwt
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from kinds import BEFORE_LAST, HEADER, LAST, RIGHT, ROWS, STATEMENT, TITLE, UNIT, amounts, outcome

from dagster_project.extraction.read import ocr
from dagster_project.extraction.read.docx.markup import formula

Paragraph = Any
Mark = Callable[[Paragraph], None]


def word(mark: Mark | None = None, place: tuple[int, int] = (LAST, 2), header: str = "") -> bytes:
    """Return the statement as a Word document; `mark` adds to the paragraph of a cell."""
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(STATEMENT)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    else:
        document.add_paragraph(UNIT)
    table = document.add_table(0, len(HEADER))
    for row in (HEADER, *ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    if mark is not None:
        mark(table.rows[place[0] + 1].cells[place[1]].paragraphs[0])
    return saved(document)


def saved(document: Any) -> bytes:
    """Return a document, or a workbook, as bytes."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


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


def with_file(kind: str, data: bytes, markup: Callable[[str], Any]) -> bytes:
    """Return a Word document with a title, a unit, and a file shown below them."""
    document = docx.Document()
    for line in (TITLE, STATEMENT, UNIT):
        document.add_paragraph(line)
    name = docx.opc.packuri.PackURI(f"/word/embeddings/file1.{kind}")
    part = docx.opc.part.Part(name, "application/octet-stream", data, document.part.package)
    key = document.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package")
    document.add_paragraph().add_run()._r.append(markup(key))
    return saved(document)


def embedded(key: str) -> Any:
    """Return the markup of an embedded object."""
    found, inner = OxmlElement("w:object"), OxmlElement("w:r")
    found.append(inner)
    shown = inner.makeelement("{urn:schemas-microsoft-com:office:office}OLEObject", {qn("r:id"): key})
    inner.append(shown)
    return found


def test_an_embedded_workbook_is_read_and_said() -> None:
    found = outcome(with_file("xlsx", workbook(), embedded))
    assert found.rows == RIGHT
    assert any("embedded" in message for code, message in found.issues if code == "left_out")


def test_another_embedded_object_is_told() -> None:
    found = outcome(with_file("bin", b"\0 nothing known", embedded))
    assert any("file1.bin" in message for code, message in found.issues if code == "left_out")


def test_a_picture_is_told_where_recognition_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    pillow = pytest.importorskip("PIL.Image")
    picture = io.BytesIO()
    pillow.new("RGB", (600, 300), "white").save(picture, "PNG")
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_picture(io.BytesIO(picture.getvalue()), width=docx.shared.Inches(5))
    monkeypatch.setattr(ocr, "NEEDED", ("a_module_nobody_has",))
    ocr.missing.cache_clear()
    try:
        codes = dict(outcome(saved(document)).issues)
    finally:
        ocr.missing.cache_clear()
    assert "image1.png" in codes["ocr_needed"]


def workbook(change: Callable[[Any], None] | None = None, format: str = "#,##0.00", factor: int = 1) -> bytes:
    """Return the statement as a workbook whose figures are numbers in a format."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in ([TITLE], [STATEMENT], [UNIT], HEADER, *ROWS):
        sheet.append([_value(text, factor) if column > 1 else text for column, text in enumerate(row)])
    for cells in sheet.iter_rows(min_row=5, min_col=3):
        for cell in cells:
            cell.number_format = format
    if change is not None:
        change(sheet)
    return saved(book)


def _value(text: str, factor: int = 1) -> float | str | None:
    bare = text.replace(",", "")
    return float(bare) * factor if bare.replace(".", "").isdecimal() else text or None


def _extra_row(sheet: Any) -> None:
    sheet.append(["2010308", "信访事务", 77.77, None, 77.77])
    sheet.row_dimensions[sheet.max_row].hidden = True


def _extra_column(sheet: Any) -> None:
    sheet.insert_cols(3)
    for row in range(5, sheet.max_row + 1):
        sheet.cell(row, 3).value = 77.77
    sheet.column_dimensions["C"].hidden = True


def _hidden_start_of_title(sheet: Any) -> None:
    sheet.insert_cols(1)
    for row in (1, 2, 3):
        sheet.cell(row, 1).value, sheet.cell(row, 2).value = sheet.cell(row, 2).value, None
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=6)
    sheet.column_dimensions["A"].hidden = True


@pytest.mark.parametrize(
    ("change", "said"), [(_extra_row, "row 10"), (_extra_column, "column C"), (_hidden_start_of_title, "column A")]
)
def test_hidden_rows_and_columns_are_left_out_and_said(change: Callable[[Any], None], said: str) -> None:
    found = outcome(workbook(change))
    assert found.rows == RIGHT
    assert any(said in message for code, message in found.issues if code == "left_out")


def test_a_hidden_row_of_an_old_workbook() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    extra = ("2010308", "信访事务", "77.77", "", "77.77")
    for number, row in enumerate(((TITLE,), (STATEMENT,), (UNIT,), HEADER, *ROWS, extra)):
        for column, text in enumerate(row):
            sheet.write(number, column, _value(text) if column > 1 else text)
    sheet.row(9).hidden = True
    found = outcome(saved(book))
    assert found.rows == RIGHT
    assert any("row 10" in message for _, message in found.issues)


@pytest.mark.parametrize("format", ['0!.0,"万"', '0\\.0,"万"', '0"."0,"万元"'])
def test_formats_that_show_ten_thousands(format: str) -> None:
    found = outcome(workbook(format=format, factor=10_000)).rows
    assert found["201"] == amounts("1500.5", "900.3", "600.2")


@pytest.mark.parametrize("titles", [[TITLE, STATEMENT], [TITLE.replace("部门预算", STATEMENT)]])
def test_the_issuer_in_the_first_row_of_a_sheet(titles: list[str]) -> None:
    def retitle(sheet: Any) -> None:
        sheet.title = STATEMENT
        sheet.delete_rows(1, 2)
        for title in reversed(titles):
            sheet.insert_rows(1)
            sheet.cell(1, 1).value = title

    found = outcome(workbook(retitle))
    assert found.rows == RIGHT
    assert not {"issuer_unknown", "year_unknown"} & set(dict(found.issues))


def test_a_figure_that_its_column_is_too_narrow_for_is_told() -> None:
    def narrow(sheet: Any) -> None:
        sheet.cell(5 + BEFORE_LAST, 3).value = "####"

    found = outcome(workbook(narrow))
    assert found.unread == ["####"]
    assert found.rows["2010301"][1] == Decimal("900.30")


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


def changed(package: bytes, change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None) -> bytes:
    """Return a package with other parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in (more or {}).items():
            new.writestr(name, part)
    return target.getvalue()


def strict(name: str, part: bytes) -> bytes:
    return (
        part.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"
        )
        .replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        .replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
    )


def test_the_strict_kind_of_packages() -> None:
    for package in (word(), workbook()):
        found = outcome(changed(package, strict))
        assert found.rows == RIGHT
        assert not found.issues


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_of_word_are_printed(kind: str) -> None:
    note = f"""<w:{kind}s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:{kind} w:id="2"><w:p>
        <w:r><w:{kind}Ref/></w:r><w:r><w:t>其中含上年结转</w:t></w:r><w:r><w:t>12.50万元。</w:t></w:r></w:p></w:{kind}></w:{kind}s>"""
    found = outcome(changed(word(), lambda _, part: part, {f"word/{kind}s.xml": note.encode()}))
    assert found.rows == RIGHT
    assert found.in_text == [Decimal("125000.00")]
    assert not found.issues


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
