"""Web pages in one file: every page of it is read once, in order, whatever it is packed in."""

from __future__ import annotations

import base64

import pytest
from blocks import Reading

TABLE = "<table><tr><td>项目</td><td>金额</td></tr><tr><td>{}</td><td>{}</td></tr></table>"


def packed(*pages: tuple[str, str, bytes], head: str = "MIME-Version: 1.0\n") -> bytes:
    """Return pages (kind, charset, bytes) as one file."""
    lines = [f'{head}Content-Type: multipart/related; type="text/html"; boundary="x"\n\n'.encode()]
    for kind, charset, page in pages:
        named = f'Content-Type: {kind}; charset="{charset}"\nContent-Transfer-Encoding: base64\n\n'
        lines += [b"--x\n", named.encode(), base64.encodebytes(page)]
    return b"".join([*lines, b"--x--\n"])


def page(name: str, figure: int, encoding: str = "gb18030", more: str = "") -> tuple[str, str, bytes]:
    """Return a page with a table."""
    return "text/html", encoding, f"<html>{more}<body>{TABLE.format(name, figure)}</body></html>".encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_is_read_in_the_charset_of_its_part(encoding: str) -> None:
    reading = Reading(packed(page("人事", 1, encoding)))
    assert reading.cells == [("项目", "金额"), ("人事", "1")]
    assert reading.document.format == "mhtml"


def test_a_charset_that_only_the_part_says_is_kept() -> None:
    reading = Reading(packed(("text/html", "big5", "<html><body><p>收支總表</p></body></html>".encode("big5"))))
    assert reading.prose == ["收支總表"]


def test_the_sheets_of_a_workbook_are_read_in_order() -> None:
    frames = ("text/html", "utf-8", b"<html><frameset><frame src='sheet001.htm'></frameset></html>")
    tabs = (
        "text/html",
        "utf-8",
        b"<html><body><table><tr><td>&nbsp;<a href='s'>A 2031</a></td></tr></table></body></html>",
    )
    hidden = page(
        "丙", 3, more="<xml><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></xml>"
    )
    picture = ("image/png", "", b"\x89PNG")
    reading = Reading(packed(frames, page("甲", 1), hidden, picture, page("乙", 2), tabs))
    assert [grid[1] for grid in reading.grids] == [("甲", "1"), ("乙", "2")]
    assert reading.messages.startswith("Sheet 2 is hidden") or reading.messages.startswith("Sheet 3 is hidden")


def test_a_browser_says_first_who_saved_it() -> None:
    head = "From: <Saved by Blink>\nSnapshot-Content-Location: http://a/\nSubject: =?utf-8?Q?a?=\nMIME-Version: 1.0\n"
    assert Reading(packed(page("甲", 1), head=head)).cells[1] == ("甲", "1")


def test_persons_stay_redacted() -> None:
    row = "<table><tr><td>项目</td><td>联系人</td><td>13912345678</td></tr><tr><td>甲</td><td>金额</td><td>1</td></tr></table>"
    reading = Reading(packed(("text/html", "utf-8", row.encode())))
    assert "13912345678" not in str(reading.grids)
    assert len(reading.document.redacted) == 1


def test_a_file_without_pages_says_so() -> None:
    reading = Reading(packed(("image/png", "", b"\x89PNG")))
    assert reading.codes == ["unreadable_file"]
