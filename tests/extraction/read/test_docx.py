"""Word documents in document order: paragraphs, tables with merged cells, tracked changes, text boxes."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from blocks import Reading
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import RGBColor

from dagster_project.extraction.vocabulary import Omission, Unread

ROWS = (("项目", "金额"), ("甲", "1.50"))


def saved(document: Document) -> bytes:
    """Return a document as bytes."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def add_table(document: Document, rows: tuple[tuple[str, ...], ...] = ROWS) -> None:
    """Append a table."""
    table = document.add_table(len(rows), len(rows[0]))
    for cells, row in zip(rows, table.rows, strict=True):
        for text, cell in zip(cells, row.cells, strict=True):
            cell.text = text


def append(document: Document, xml: str) -> None:
    """Append an element of WordprocessingML."""
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml.replace(" NS", f" {nsdecls('w')}", 1)))


def test_paragraphs_and_tables_keep_their_order() -> None:
    document = docx.Document()
    document.add_paragraph("表一")
    add_table(document)
    document.add_paragraph("注：无。")
    add_table(document)
    reading = Reading(saved(document))
    assert reading.prose == ["表一", "注：无。"]
    assert reading.grids == [[*ROWS], [*ROWS]]
    assert reading.places == [(None, None)] * 4
    assert reading.document.format == "docx"


def test_merged_cells_hold_their_text_once() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for cell, text in zip(table.columns[0].cells, ("项目", "", "甲"), strict=True):
        cell.text = text
    for (row, column), text in {(0, 1): "支出", (1, 1): "基本", (1, 2): "项目", (2, 1): "1", (2, 2): "2"}.items():
        table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    assert Reading(saved(document)).cells == [("项目", "支出", ""), ("", "基本", "项目"), ("甲", "1", "2")]


def test_title_and_unit_inside_the_table_are_prose() -> None:
    document = docx.Document()
    table = document.add_table(4, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "支出决算表"
    table.cell(1, 0).text, table.cell(1, 1).text = "部门：某局", "单位：元"
    for row, cells in enumerate(ROWS, 2):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    reading = Reading(saved(document))
    assert reading.prose == ["支出决算表", "部门：某局", "单位：元"]
    assert reading.cells == [*ROWS]


def test_captions_set_apart_by_a_tab_are_lines() -> None:
    document = docx.Document()
    document.add_paragraph("编制部门：某局\t单位：万元")
    assert Reading(saved(document)).prose == ["编制部门：某局", "单位：万元"]


def test_signs_that_are_elements_are_read() -> None:
    document = docx.Document()
    for sign in (
        "<w:noBreakHyphen/>",
        '<w:sym w:font="Symbol" w:char="F02D"/>',
        '<w:sym w:font="Symbol" w:char="00b3"/>',
    ):
        append(document, f"<w:p NS><w:r><w:t>增减</w:t>{sign}<w:t>12.50%</w:t></w:r></w:p>")
    append(document, '<w:p NS><w:r><w:sym w:font="Wingdings 2" w:char="00B3"/><w:t>符合</w:t></w:r></w:p>')
    append(document, "<w:p NS><w:r><w:t>编制部门：某局</w:t><w:ptab/><w:t>单位：万元</w:t></w:r></w:p>")
    signs = ["增减-12.50%", "增减-12.50%", "增减≥12.50%"]
    assert Reading(saved(document)).prose == [*signs, "符合", "编制部门：某局", "单位：万元"]


def test_edges_that_differ_a_little_are_one_column() -> None:
    cell = "<w:tc><w:tcPr>{span}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
    two, one = '<w:gridSpan w:val="2"/>', ""
    first = cell.format(span=two, text="项目") + cell.format(span=one, text="金额")
    second = cell.format(span=one, text="甲") + cell.format(span=two, text="1.50")
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (2000, 40, 2000))
    document = docx.Document()
    append(
        document, f"<w:tbl NS><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{first}</w:tr><w:tr>{second}</w:tr></w:tbl>"
    )
    assert Reading(saved(document)).cells == [*ROWS]


def test_deleted_and_hidden_text_is_left_out_and_inserted_text_read() -> None:
    document = docx.Document()
    append(
        document,
        "<w:p NS><w:r><w:t>支出</w:t></w:r><w:del><w:r><w:delText>99万元</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>12万元</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>88万元</w:t></w:r></w:p>",
    )
    append(document, "<w:sdt NS><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    assert Reading(saved(document)).prose == ["支出12万元", "控件"]


def test_text_box_is_read_once_after_its_paragraph() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>框中</w:t></w:r></w:p></w:txbxContent>"
    document = docx.Document()
    append(
        document,
        '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" NS><w:r><w:t>段落</w:t></w:r><w:r>'
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
    )
    assert Reading(saved(document)).prose == ["段落", "框中"]


def test_reading_aid_over_a_word_is_no_part_of_it() -> None:
    document = docx.Document()
    aid, base = "<w:rt><w:r><w:t>yù suàn</w:t></w:r></w:rt>", "<w:rubyBase><w:r><w:t>预算</w:t></w:r></w:rubyBase>"
    append(document, f"<w:p NS><w:r><w:t>2031年</w:t></w:r><w:r><w:ruby>{aid}{base}</w:ruby></w:r></w:p>")
    assert Reading(saved(document)).prose == ["2031年预算"]


def test_table_in_a_cell_follows_the_table_around_it() -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text, outer.cell(0, 1).text = "外", "1"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "内", "2"
    assert Reading(saved(document)).grids == [[("外", "1")], [("内", "2")]]


def test_document_with_macros_is_read_and_noted() -> None:
    document = docx.Document()
    add_table(document)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(document))) as source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            plain, other = (
                b"openxmlformats-officedocument.wordprocessingml.document.main",
                b"ms-word.document.macroEnabled.main",
            )
            package.writestr(name, source.read(name).replace(plain, other))
        package.writestr("word/vbaProject.bin", b"macro")
    reading = Reading(target.getvalue())
    assert reading.cells == [*ROWS]
    assert "macros" in reading.messages


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_truncated_document_is_an_issue(share: float) -> None:
    content = saved(docx.Document())
    assert Reading(content[: int(len(content) * share)]).codes == ["unreadable_file"]


def test_numbers_of_markup_that_are_none_are_ignored() -> None:
    document = docx.Document()
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
    row = "<w:tr>" + cell.format("nan", "甲") + cell.format("99999999999", "1") + "</w:tr>"
    append(document, f"<w:tbl NS><w:tblPr/><w:tblGrid/>{row}</w:tbl>")
    assert Reading(saved(document)).cells == [("甲", "1")]


WHITE = '<w:color w:val="FFFFFF"/>'


def paragraph(run: str, properties: str = "") -> str:
    """Return a paragraph of a plain run and one with these properties."""
    seen, other = "<w:r><w:t>支出12万元</w:t></w:r>", f"<w:r><w:rPr>{run}</w:rPr><w:t>99万元</w:t></w:r>"
    return f"<w:p NS><w:pPr>{properties}</w:pPr>{seen}{other}</w:p>"


def styled(xml: str) -> Document:
    """Return a document that knows these styles."""
    document = docx.Document()
    for style in xml.split("\n"):
        document.styles.element.append(parse_xml(style.replace(" NS", f" {nsdecls('w')}", 1)))
    return document


STYLES_OF_TEXT = """<w:style NS w:type="character" w:styleId="Pale"><w:rPr><w:color w:val="FEFEFE"/></w:rPr></w:style>
<w:style NS w:type="character" w:styleId="Paler"><w:basedOn w:val="Pale"/></w:style>
<w:style NS w:type="paragraph" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style NS w:type="paragraph" w:styleId="Band"><w:pPr><w:shd w:val="clear" w:fill="1A5AA0"/></w:pPr></w:style>
<w:style NS w:type="table" w:styleId="Dark"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="1A5AA0"/></w:tcPr></w:tblStylePr></w:style>"""


@pytest.mark.parametrize(
    ("run", "properties"),
    [
        (WHITE, ""),
        ('<w:rStyle w:val="Paler"/>', ""),
        (WHITE, '<w:shd w:val="clear" w:fill="FFFFFF"/>'),
        (WHITE, '<w:shd w:val="clear" w:fill="auto"/>'),
        ("<w:vanish/>", ""),
    ],
)
def test_white_and_hidden_words_are_not_read_and_told(run: str, properties: str) -> None:
    document = styled(STYLES_OF_TEXT)
    append(document, paragraph(run, properties))
    reading = Reading(saved(document))
    assert reading.prose == ["支出12万元"]
    assert [(left.reason, left.digits) for left in reading.document.left_out] == [(Omission.HIDDEN, "99")]
    assert [(issue.unread, issue.unread_count) for issue in reading.problems] == [(Unread.HIDDEN, 1)]


def test_words_hidden_by_the_style_of_their_paragraph_are_not_read() -> None:
    document = styled(STYLES_OF_TEXT)
    shown = '<w:rPr><w:vanish w:val="0"/></w:rPr>'
    append(
        document,
        f'<w:p NS><w:pPr><w:pStyle w:val="Gone"/></w:pPr><w:r>{shown}<w:t>12</w:t></w:r><w:r><w:t>99</w:t></w:r></w:p>',
    )
    assert Reading(saved(document)).prose == ["12"]


@pytest.mark.parametrize(
    ("run", "properties"),
    [
        (WHITE + '<w:highlight w:val="blue"/>', ""),
        (WHITE + '<w:shd w:val="clear" w:fill="1A5AA0"/>', ""),
        (WHITE + '<w:shd w:val="pct50" w:fill="FFFFFF"/>', ""),
        (WHITE, '<w:shd w:val="clear" w:fill="1A5AA0"/>'),
        (WHITE, '<w:pStyle w:val="Band"/>'),
        ('<w:color w:val="auto"/>', ""),
        ('<w:rStyle w:val="Paler"/><w:color w:val="FF0000"/>', ""),
    ],
)
def test_white_words_on_a_shade_are_read(run: str, properties: str) -> None:
    document = styled(STYLES_OF_TEXT)
    append(document, paragraph(run, properties))
    reading = Reading(saved(document))
    assert reading.prose == ["支出12万元99万元"]
    assert not reading.problems


@pytest.mark.parametrize(("style", "shade", "second"), [("", "", ""), ("", "1A5AA0", "2.50"), ("Dark", "", "2.50")])
def test_white_cells_are_blank_where_neither_they_nor_their_table_are_shaded(
    style: str, shade: str, second: str
) -> None:
    document = styled(STYLES_OF_TEXT)
    add_table(document, (*ROWS, ("乙", "2.50")))
    table = document.tables[0]._tbl
    for old in table.tblPr.findall(qn("w:tblStyle")):
        table.tblPr.remove(old)
    if style:
        table.tblPr.insert(0, parse_xml(f'<w:tblStyle {nsdecls("w")} w:val="{style}"/>'))
    cell = document.tables[0].cell(2, 1)
    cell.paragraphs[0].runs[0].font.color.rgb = RGBColor(255, 255, 255)
    if shade:
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{shade}"/>'))
    assert Reading(saved(document)).cells == [*ROWS, ("乙", second)]
