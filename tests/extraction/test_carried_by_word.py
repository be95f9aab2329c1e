"""What Word documents carry beside their text is read, or told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from carrying import METAFILE, issues, page, saved
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from kinds import RIGHT, STATEMENT, TITLE, UNIT, outcome

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word(kind: str, data: bytes, markup: Callable[[str], Any], media: str = "application/octet-stream") -> bytes:
    """Return a Word document that shows a part of its package, named `shown` and its kind."""
    document = docx.Document()
    for line in (TITLE, STATEMENT, UNIT):
        document.add_paragraph(line)
    part = Part(PackURI(f"/word/shown.{kind}"), media, data, document.part.package)
    key = document.part.relate_to(part, f"{OFFICE}/{'aFChunk' if kind == 'html' else 'image'}")
    document.element.body.insert(-1, markup(key))
    return saved(document)


def drawing(uri: str, attribute: str, size: tuple[int, int] = (9_144_000, 4_572_000)) -> Callable[[str], Any]:
    """Return the markup of a drawing of a kind, by the key of what it shows; its size is in 914,400ths of an inch."""
    width, height = size
    names = " ".join(
        f'xmlns:{prefix}="http://schemas.openxmlformats.org/{name}"'
        for prefix, name in {
            "w": "wordprocessingml/2006/main",
            "wp": "drawingml/2006/wordprocessingDrawing",
            "a": "drawingml/2006/main",
            "r": "officeDocument/2006/relationships",
        }.items()
    )
    return lambda key: parse_xml(
        f'<w:p {names}><w:r><w:drawing><wp:inline><wp:extent cx="{width}" cy="{height}"/><a:graphic>'
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{uri}"><a:blip r:{attribute}="{key}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def chunk(key: str) -> Any:
    """Return the markup of a page in the place of a paragraph."""
    found = OxmlElement("w:altChunk")
    found.set(qn("r:id"), key)
    return found


def test_a_page_that_a_word_document_shows_in_its_text_is_read() -> None:
    found = outcome(word("html", page(), chunk))
    assert found.rows == RIGHT
    assert "count_differs" not in dict(found.issues)


def test_a_picture_that_recognition_does_not_know_is_told() -> None:
    [(message, unread)] = issues(word("emf", METAFILE, drawing("picture", "embed")), "ocr_needed")
    assert "shown.emf" in message
    assert unread == "pictures"


def test_a_picture_that_lies_elsewhere_is_told() -> None:
    assert len(issues(word("emf", METAFILE, drawing("picture", "link")), "ocr_needed")) == 1


def test_a_small_picture_is_an_ornament() -> None:
    small = drawing("picture", "embed", (914_400, 914_400))
    assert not issues(word("emf", METAFILE, small), "ocr_needed")


@pytest.mark.parametrize(("uri", "attribute"), [("chart", "id"), ("diagram", "dm")])
def test_a_chart_in_a_text_is_told(uri: str, attribute: str) -> None:
    [(message, unread)] = issues(word("xml", b"<c/>", drawing(uri, attribute), "text/xml"), "left_out")
    assert "shown.xml" in message
    assert unread == "pictures"


def test_a_picture_that_cannot_be_opened_is_told() -> None:
    # the head of a picture, and nothing of it
    [(message, unread)] = issues(
        word("png", b"\x89PNG\r\n\x1a\n" + bytes(40), drawing("picture", "embed")), "ocr_needed"
    )
    assert "shown.png" in message
    assert unread == "pictures"


def test_damaged_notes_cost_a_document_nothing_else() -> None:
    content, target = word("html", page(), chunk), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            package.writestr(name, source.read(name))
        package.writestr("word/footnotes.xml", "<notes")
    assert outcome(target.getvalue()).rows == RIGHT
