"""Ways in which a page of the web holds a figure, or hides one."""

from __future__ import annotations

import pytest
from kinds import BEFORE_LAST, HEADER, LAST, RIGHT, STATEMENT, TITLE, UNIT, amounts, as_html, outcome, rows


@pytest.mark.parametrize(
    "cell",
    [
        "<del>660.20</del>600.20",
        "<s>660.20</s> 600.20",
        '<span style="text-decoration: line-through">660.20</span>600.20',
        '<span style="display:none">9</span>600.20',
        '<span style="font-size:0">9</span>600.20',
        '<input type="text" readonly value="600.20">',
        '<input value="600.20"><input type="hidden" value="9">',
        "<textarea>600.20</textarea>",
        "<select><option>1.00<option selected>600.20</select>",
        '<td align=right x:num="600.2">####</td>',
        "6&#8203;00.20",
        "600.20<script>9</script>",
        "600.20<sup>1</sup>",
        "600.20<sup>[<b>1</b>2]</sup>",
        '600.20<span style="font-size:7pt; vertical-align: super">①1</span>',
    ],
)
def test_what_is_shown_in_a_cell(cell: str) -> None:
    assert outcome(as_html({(LAST, 2): cell})).rows == RIGHT


@pytest.mark.parametrize(
    ("row", "around"),
    [
        ('<tr class="header">', "{}"),
        ('<tr class="menu">', "{}"),
        ("<tr>", "<footer>{}</footer>"),
        ("<tr>", '<div class="sidebar">{}</div>'),
        ("<tr>", "<table><tr><td>{}</td></tr></table>"),
        ("<tr>", "<aside><nav>{}</nav></aside>"),
    ],
)
def test_names_of_classes_drop_no_figures(row: str, around: str) -> None:
    assert outcome(as_html(row=row, around=around)).rows == RIGHT


def test_a_table_in_a_cell_is_a_note() -> None:
    nested = "行政运行<table><tr><td>注</td><td>含结转</td></tr></table>"
    found = outcome(as_html({(BEFORE_LAST, 1): nested}))
    assert found.rows == RIGHT
    assert {row["row_label"] for row in found.ledger} >= {"2010301 行政运行"}


def test_two_lines_of_a_cell_are_two_figures() -> None:
    found = outcome(as_html({(BEFORE_LAST, 2): "900<br>800"}))
    assert found.rows["2010301"] == amounts("", "900.30", "")
    assert found.unread == ["900 | 800"]


def test_a_code_that_is_broken_is_one_code() -> None:
    assert outcome(as_html({(BEFORE_LAST, 0): "2010<br>301"})).rows == RIGHT


def test_frames_are_named() -> None:
    page = b"<html><frameset rows='*,39'><frame src='book.files/sheet001.htm'><frame src='tabs.htm'></frameset></html>"
    assert any("book.files/sheet001.htm" in message for _, message in outcome(page).issues)


@pytest.mark.parametrize(
    "path", ["当前位置：<a>首页</a> > <a>财政预决算</a>", "您现在所在的位置: <a>首页</a>>>部门决算信息"]
)
def test_where_in_its_site_a_page_stands_says_nothing_of_the_page(path: str) -> None:
    content = as_html().replace(b"<h1>", f"<div>{path}</div><h1>".encode())
    assert outcome(content).kind == "budget"


def test_blank_rows_part_the_tables_of_a_sheet_saved_as_one() -> None:
    def row(*cells: str) -> str:
        return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"

    def table(title: str, *lines: list[str]) -> str:
        captions = f"<tr><td colspan=5>{title}</td></tr><tr><td colspan=4></td><td>{UNIT}</td></tr>"
        return captions + "".join(row(*line) for line in lines) + row("", "")

    three = [["合计", "因公出国（境）费用", "公务接待费"], ["35.60", "30.50", "5.10"]]
    first, second = table(STATEMENT, list(HEADER), *rows()), table("一般公共预算“三公”经费支出表", *three)
    found = outcome(f"<meta charset=utf-8><table><tr><td colspan=5>{TITLE}</td></tr>{first}{second}</table>".encode())
    assert found.rows == RIGHT
    in_second = {row["value_as_printed"]: row["disposition"] for row in found.ledger if row["table_number"] == 2}
    assert in_second == dict.fromkeys(three[1], "fact")


def filled(text: str, width: int) -> str:
    """Return a text with the blanks that fill a column of a typewriter."""
    return text + " " * (width - sum(1 + (character > "\u2e80") for character in text))


@pytest.mark.parametrize("line", ["{}\n", "{}<br>", "<p>{}</p>"])
def test_columns_that_blanks_set_apart(line: str) -> None:
    table = [HEADER, *rows()]
    widths = [24, 40, 12, 12, 12]
    shown = ["".join(map(filled, row, widths)).rstrip() for row in table]
    text = "".join(map(line.format, [TITLE, STATEMENT, UNIT, *shown, "以上。"]))
    page = f"<pre>{text}</pre>" if line.endswith("\n") else text.replace(" ", "&nbsp;")
    found = outcome(f"<html><meta charset=utf-8><body>{page}</body></html>".encode())
    assert found.rows == RIGHT
    assert not found.issues
