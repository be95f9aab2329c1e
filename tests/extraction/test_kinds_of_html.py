"""Ways in which a page of the web holds a figure, or hides one."""

from __future__ import annotations

import pytest
from kinds import BEFORE_LAST, LAST, RIGHT, amounts, as_html, outcome


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
