"""What a package of Word or Excel holds beside its text: notes, files and pictures shown in it, strict names."""

from __future__ import annotations

import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from kinds import RIGHT, STATEMENT, TITLE, UNIT, outcome
from office_kinds import changed, saved, word, workbook

from dagster_project.extraction.read import ocr


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
