"""OpenDocument: what cells show, what is hidden or a comment, and what is repeated without end."""

from __future__ import annotations

import io
import zipfile

import pytest
from blocks import Reading

from dagster_project.extraction.recount.digits import sequences

DECLARED = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
    for prefix in ("office", "table", "text", "style", "draw")
)


def package(body: str, styles: str = "", **parts: str) -> bytes:
    """Return an OpenDocument package."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        inner = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>{body}</office:body>"
        archive.writestr("content.xml", f"<office:document-content {DECLARED}>{inner}</office:document-content>")
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), part)
    return target.getvalue()


def row(*cells: str, attributes: str = "") -> str:
    """Return a row; a cell that is no markup is text."""
    shown = (
        cell if cell.startswith("<") else f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>"
        for cell in cells
    )
    return f"<table:table-row {attributes}>{''.join(shown)}</table:table-row>"


def sheet(*rows: str, before: str = "") -> Reading:
    """Read a spreadsheet of one sheet."""
    table = f'<table:table table:name="表">{before}{"".join(rows)}</table:table>'
    return Reading(package(f"<office:spreadsheet>{table}</office:spreadsheet>"))


def text(body: str, styles: str = "") -> Reading:
    """Read a text."""
    return Reading(package(f"<office:text>{body}</office:text>", styles))


HEADER = row("项目", "金额")


def test_a_cell_is_read_as_it_is_shown() -> None:
    value = '<table:table-cell office:value-type="float" office:value="{}">{}</table:table-cell>'
    reading = sheet(
        HEADER,
        row("甲", value.format("1234.5678", "<text:p>1,234.57</text:p>")),
        row("乙", value.format("1234.5", "")),
        row("丙", value.format("77.25", "<text:p>###</text:p>")),
        row("丁", '<table:table-cell office:value-type="percentage" office:value="0.125"/>'),
        row("戊", '<table:table-cell office:value-type="date" office:date-value="2031-05-06"/>'),
    )
    assert [cells[1] for cells in reading.cells] == ["金额", "1,234.57", "1234.5", "77.25", "12.5%", "2031-05-06"]
    assert reading.document.format == "ods"


def test_comments_and_markup_are_no_text_of_a_cell() -> None:
    comment = "<office:annotation><text:p>2030年为99</text:p></office:annotation>"
    cell = f"<table:table-cell>{comment}<text:p>公务<text:span>接待</text:span>费<text:line-break/>1<text:s text:c='2'/>2</text:p></table:table-cell>"
    assert sheet(HEADER, row(cell, "5")).cells[1] == ("公务接待费 1 2", "5")


def test_hidden_rows_and_columns_are_left_out_and_said() -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
    group = f"<table:table-row-group>{row('丙', '9', '3')}</table:table-row-group>"
    reading = sheet(
        row("项目", "旧", "金额"),
        row("甲", "7", "1"),
        row("乙", "8", "2", attributes='table:visibility="filter"'),
        group,
        before=columns,
    )
    assert [tuple(filter(None, cells)) for cells in reading.cells] == [("项目", "金额"), ("甲", "1"), ("丙", "3")]
    assert [line for _, line in reading.places] == [1, 2, 4]
    assert reading.codes == ["left_out"]


def test_what_is_repeated_is_read_as_often_as_it_is_shown() -> None:
    blank = '<table:table-row table:number-rows-repeated="1048500"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    twice = '<table:table-cell table:number-columns-repeated="2"><text:p>1</text:p></table:table-cell>'
    reading = sheet(row("项目", "甲", "乙"), row("丙", twice, attributes='table:number-rows-repeated="2"'), blank)
    assert reading.cells == [("项目", "甲", "乙"), ("丙", "1", "1"), ("丙", "1", "1")]


@pytest.mark.parametrize(
    "last",
    [
        row("1", attributes='table:number-rows-repeated="99999999"')
        + row("2", attributes='table:number-rows-repeated="1048576"') * 2,
        row('<table:table-cell table:number-columns-repeated="99999"><text:p>1</text:p></table:table-cell>'),
        row(
            '<table:table-cell table:number-columns-repeated="16000"><text:p>1</text:p></table:table-cell>',
            attributes='table:number-rows-repeated="1000"',
        ),
    ],
)
def test_a_sheet_without_end_is_not_read(last: str) -> None:
    reading = sheet(HEADER, row("甲", "1"), last)
    assert reading.codes == ["left_out"]
    assert "Delete the empty" in reading.messages


def test_merged_cells_and_errors() -> None:
    reading = sheet(
        row(
            '<table:table-cell table:number-columns-spanned="2"><text:p>预算</text:p></table:table-cell>',
            "<table:covered-table-cell><text:p>草稿</text:p></table:covered-table-cell>",
            "合计",
        ),
        row("甲", "1", '<table:table-cell office:value-type="error"><text:p>#REF!</text:p></table:table-cell>'),
    )
    assert reading.cells == [("预算", "", "合计"), ("甲", "1", "")]
    assert "hold an error" in reading.messages


def test_a_text_keeps_its_order() -> None:
    table = f"<table:table><table:table-header-rows>{HEADER}</table:table-header-rows>{row('甲', '1')}</table:table>"
    reading = text(
        "<text:tracked-changes><text:p>删去99</text:p></text:tracked-changes>"
        "<text:h>一、收支</text:h><text:list><text:list-item><text:p>第一</text:p></text:list-item></text:list>"
        f"<text:section><text:p>支出表</text:p>{table}</text:section>"
        "<text:p><draw:frame><draw:text-box><text:p>框内</text:p></draw:text-box></draw:frame></text:p>"
    )
    assert reading.prose == ["一、收支", "第一", "支出表", "框内"]
    assert reading.cells == [("项目", "金额"), ("甲", "1")]
    assert reading.document.format == "odt"


def test_notes_follow_the_text_without_their_marks() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>其中含上年结转12.50万元。</text:p></text:note-body></text:note>"
    )
    found = text(f"<text:p>支出12万元{note}。</text:p><text:p>完</text:p>")
    assert found.prose == ["支出12万元。", "完", "其中含上年结转12.50万元。"]
    assert found.document.printed is not None
    assert found.document.printed.texts is not None
    assert sequences(found.document.printed.texts[None]) == ["12", "12", "50"]


def test_a_table_that_lays_out_others_is_none() -> None:
    inner = f"<table:table>{row('项目', '预算数')}{row('合计', '12.50')}{row('其一', '2.50')}{row('其二', '10.00')}</table:table>"
    cell = f"<table:table-cell><text:p>单位：万元</text:p>{inner}</table:table-cell>"
    found = text(f"<table:table>{row(cell)}</table:table>")
    assert found.prose == ["单位：万元"]
    assert found.grids == [[("项目", "预算数"), ("合计", "12.50"), ("其一", "2.50"), ("其二", "10.00")]]


def test_hidden_words_and_paragraphs_are_left_out() -> None:
    hiding = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    reading = text(
        '<text:p>甲<text:span text:style-name="H">乙</text:span></text:p><text:p text:style-name="H">丙</text:p>',
        hiding,
    )
    assert reading.prose == ["甲"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (package("<office:presentation/>"), "without sheets or text"),
        (package("</office:body>"), "damaged"),
        (package("<", **{"META-INF__manifest_dot_xml": "<m><encryption-data/></m>"}), "password"),
        (package("").replace(b"<office:document-content", b"<!DOCTYPE a []><office:d"), "damaged"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, words: str) -> None:
    reading = Reading(content)
    assert reading.codes == ["unreadable_file"]
    assert words in reading.messages
