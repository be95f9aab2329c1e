"""Web pages: spans expanded, the site around the page ignored, encodings, and pages that are broken or huge."""

from __future__ import annotations

import codecs

import pytest
from blocks import Reading

from dagster_project.extraction.model.issues import IssueCode
from dagster_project.extraction.vocabulary import Omission, Unread

TABLE = "<table><tr><td>项目</td><td>金额</td></tr><tr><td>甲</td><td>1.50</td></tr></table>"
ROWS = [("项目", "金额"), ("甲", "1.50")]


def page(body: str, head: str = "") -> Reading:
    """Read a page with this body."""
    return Reading(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def test_headings_paragraphs_and_tables_keep_their_order() -> None:
    reading = page(f"<h1>支出决算表</h1><p>单位：<b>万元</b></p>{TABLE}<div>说明<br>二</div>")
    assert reading.prose == ["支出决算表", "单位：万元", "说明", "二"]
    assert reading.cells == ROWS
    assert reading.places == [(None, None)] * 2
    assert (reading.document.format, reading.document.encoding) == ("html", "utf-8")


def test_spans_become_text_and_blanks() -> None:
    reading = page(
        "<table><tr><th rowspan=2>项目</th><th colspan=2>支出</th></tr><tr><th>基本</th><th>项目</th></tr>"
        "<tr><td>甲</td><td>1</td><td>2</td></tr></table>"
    )
    assert reading.cells == [("项目", "支出", ""), ("", "基本", "项目"), ("甲", "1", "2")]


def test_columns_that_only_spans_make_are_left_out() -> None:
    reading = page(
        "<table><tr><td colspan=3>项目</td><td>金额</td></tr><tr><td colspan=3>甲</td><td>1</td></tr></table>"
    )
    assert reading.cells == [("项目", "金额"), ("甲", "1")]


def test_foot_of_a_table_is_read_last() -> None:
    reading = page("<table><tfoot><tr><td>合计</td><td>1</td></tr></tfoot><tr><td>甲</td><td>1</td></tr></table>")
    assert reading.cells == [("甲", "1"), ("合计", "1")]


@pytest.mark.parametrize(
    "chrome",
    [
        "<nav><p>{}</p></nav>",
        "<footer>{}</footer>",
        "<header>{}</header>",
        "<script>{}</script>",
        "<style>{}</style>",
        '<div class="breadcrumb">{}</div>',
        '<div id="footer">{}</div>',
        '<ul><li><a href="/">{}</a></li></ul>',
        '<p style="display:none">{}</p>',
        "<p hidden>{}</p>",
        '<div role="navigation">{}</div>',
        "<!-- {} -->",
        '<p>位置：<a href="/a">首页栏目</a> &gt; <a href="/b">{}</a></p>',
        "<select><option>{}</option></select>",
    ],
)
def test_the_site_around_the_page_is_ignored(chrome: str) -> None:
    reading = page(chrome.format("2099年部门预算 99万元") + f"<p>正文</p>{TABLE}")
    assert reading.prose == ["正文"]
    assert reading.cells == ROWS


def test_header_of_an_article_and_a_linked_heading_are_content() -> None:
    reading = page('<article><header><h1><a href="/">某局2031年部门预算</a></h1></header><p>正文</p></article>')
    assert reading.prose == ["某局2031年部门预算", "正文"]


def test_tables_that_only_lay_out_are_none() -> None:
    reading = page(f'<table class="menu"><tr><td>标题一</td></tr><tr><td>{TABLE}</td></tr></table>')
    assert reading.prose == ["标题一"]
    assert reading.cells == ROWS


def test_caption_title_and_notes_in_the_table_are_prose() -> None:
    reading = page(
        "<table><caption>支出决算表</caption><tr><td colspan=2>公开03表</td></tr><tr><td>部门：某局</td><td>单位：元</td></tr>"
        "<tr><td>项目</td><td>金额</td></tr><tr><td>甲</td><td>1.50</td></tr><tr><td colspan=2>注：含税。</td></tr></table>"
    )
    assert reading.prose == ["支出决算表", "公开03表", "部门：某局", "单位：元", "注：含税。"]
    assert reading.cells == ROWS


def test_years_over_columns_are_a_header_and_no_caption() -> None:
    reading = page(
        "<table><tr><td colspan=2>2030年</td><td colspan=2>2031年</td></tr>"
        "<tr><td>合计</td><td>公务接待费</td><td>合计</td><td>公务接待费</td></tr>"
        "<tr><td>2.00</td><td>1.00</td><td>4.00</td><td>3.00</td></tr></table>"
    )
    assert reading.prose == []
    assert reading.cells[0] == ("2030年", "", "2031年", "")


def test_blanks_lines_and_boxes_in_cells() -> None:
    reading = page(
        "<table><tr><td>&nbsp;基本\n  支出</td><td><p>1,234</p></td><td><input type=checkbox checked>是</td></tr>"
        "<tr><td>甲\u200b</td><td>2<br/></td><td><input type=checkbox>否</td></tr></table>"
    )
    assert reading.cells == [("基本 支出", "1,234", "☑是"), ("甲", "2", "☐否")]


def test_title_of_the_page_is_read_where_the_page_does_not_print_it() -> None:
    title = "<title>某局2031年部门预算-某市人民政府</title>"
    assert page(f"<p>一、收支</p>{TABLE}", title).prose == ["某局2031年部门预算", "一、收支"]
    assert page("<h2>某局 2031年部门预算</h2>", title).prose == ["某局 2031年部门预算"]


@pytest.mark.parametrize(
    ("encoding", "mark", "charset", "expected"),
    [
        ("gb18030", b"", "gb2312", "gb18030"),
        ("gb18030", b"", "", "gb18030"),
        ("utf-8", b"", "gbk", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "", "utf-8-sig"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "", "utf-16"),
        ("big5", b"", "big5", "big5"),
        ("gb18030", b"", "no-such", "gb18030"),
    ],
)
def test_encodings(encoding: str, mark: bytes, charset: str, expected: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">' if charset else ""
    reading = Reading(mark + f"<html><head>{head}</head><body><p>一二三四五元</p></body></html>".encode(encoding))
    assert reading.prose == ["一二三四五元"]
    assert reading.document.encoding == expected


def test_broken_byte_is_a_warning_and_the_rest_is_read() -> None:
    content = f'<html><meta charset="utf-8"><body><p>好</p>{TABLE}'.encode() + b"<p>\xff\xff\xff</p></body></html>"
    reading = Reading(content)
    assert reading.cells == ROWS
    assert reading.codes == ["undecodable_text"]


def test_deep_nesting_and_wide_spans_are_bounded() -> None:
    assert page("<div>" * 1_000 + TABLE).cells == ROWS
    assert page("<div>" * 50_000 + TABLE).codes == ["left_out"]
    wide = page("<table>" + "<tr><td colspan=9999 rowspan=99999>甲</td><td>1</td></tr>" * 50 + "</table>")
    assert wide.document.format == "html"
    tall = page("<table>" + "<tr>" + "<td rowspan=60000>1</td>" * 900 + "</tr>" + "<tr></tr>" * 2_000 + "</table>")
    assert tall.codes == ["left_out"]


@pytest.mark.parametrize("content", [b"<html></html>", b"<html><body></body></html>", b"<!doctype html>"])
def test_page_without_anything_has_no_blocks(content: bytes) -> None:
    assert Reading(content).document.blocks == ()


def test_text_that_mentions_tags_is_no_page() -> None:
    assert Reading("部门预算 <table> 说明".encode()).document.format == "text"


BLUE = "background:#1a5aa0"
WHITE = '<p class="x">支出12万元<span style="color:white">99万元</span></p>'


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ('<p>支出12万元<span style="color:#fff">99万元</span></p>', ""),
        ('<p>支出12万元<font color="white">99万元</font></p>', ""),
        ('<p>支出12万元<span style="COLOR: rgb(255, 255, 255)">99万元</span></p>', ""),
        (
            '<p>支出12万元<span class="x">99万元</span></p>',
            "<style>@media print {.x {display: none}} .x {color: #FEFEFE}</style>",
        ),
        ('<div style="color:white"><p style="color:black">支出12万元</p>99万元</div>', ""),
        (
            '<div style="background:#036"><div style="background:#fff"><p>支出12万元<b style="color:#fff">99万元</b></p></div></div>',
            "",
        ),
        ('<p>支出12万元<span style="position:absolute;left:-9999px">99万元</span></p>', ""),
        ('<p>支出12万元<span style="color:white">99万元</span></p>', '<link rel="stylesheet" href="a.css">'),
    ],
)
def test_text_in_the_colour_of_the_paper_is_not_read(body: str, head: str) -> None:
    reading = page(body, head)
    assert reading.prose == ["支出12万元"]
    assert [left.digits for left in reading.document.left_out if left.reason is Omission.HIDDEN] == ["99"]


def test_figures_in_the_colour_of_the_paper_are_told() -> None:
    reading = page('<p>支出12万元<span style="color:#fff">99万元</span></p>')
    (issue,) = reading.problems
    assert (issue.code, issue.unread, issue.unread_count) == (IssueCode.LEFT_OUT, Unread.HIDDEN, 1)
    assert not page('<p>支出12万元<span style="color:#fff">空</span></p>').problems


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f'<p>支出12万元<span style="color:white;{BLUE}">99万元</span></p>', ""),
        (f'<p style="{BLUE}">支出12万元<span style="color:white">99万元</span></p>', ""),
        (
            '<p class="x">支出12万元<span style="color:white">99万元</span></p>',
            "<style>div p.x {background: #036}</style>",
        ),
        ('<p class="x">支出12万元<span style="color:white">99万元</span></p>', '<link rel="stylesheet" href="a.css">'),
        ('<div style="background-image:url(a.png)">支出12万元<span style="color:white">99万元</span></div>', ""),
        ('<p>支出12万元<span style="color:#ffe0e0">99万元</span></p>', ""),
        ('<div style="color:white">支出<a href="/a" style="color:blue">12万元</a>99万元，另有说明</div>', ""),
        (WHITE, "<style>@media screen { .x { background: #036 } }</style>"),
        (WHITE, "<style>p { background: #fff } .x { background: #036 }</style>"),
        (WHITE, "<style>p[class] { background: #036 }</style>"),
        (WHITE, "<style>* { background: #036 }</style>"),
        ('<p>支出12万元<b class="x">99万元</b></p>', "<style>.x { color: #fff } .y .x { color: #333 }</style>"),
    ],
)
def test_white_text_on_what_may_be_dark_is_read(body: str, head: str) -> None:
    assert "99万元" in "".join(page(body, head).prose)


def test_white_cells_are_blank_and_white_headings_on_a_colour_are_read() -> None:
    reading = page(
        '<table><tr bgcolor="#336699" style="color:#fff"><th>项目</th><th>金额</th></tr>'
        '<tr><td>甲</td><td>1.50</td></tr><tr><td>乙</td><td style="color:#fff">2.50</td></tr></table>'
    )
    assert reading.cells == [("项目", "金额"), ("甲", "1.50"), ("乙", "")]
