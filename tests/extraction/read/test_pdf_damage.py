"""PDFs that cannot be read, or should not be opened, end in an issue that says what to do."""

from __future__ import annotations

import io
import zlib

import pypdfium2
import pytest
from paper import Paper
from pdf_reading import content_of, grids, prose, table
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from dagster_project.extraction import extract
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read import ocr, pdf
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.page import recogniser
from dagster_project.extraction.read.pdf import document
from dagster_project.extraction.vocabulary import Unread

MISSING = Issue(IssueCode.OCR_NEEDED, Severity.ERROR, f"To have scans read, install the extra: {ocr.INSTALL}")


def _good(pages: int = 1) -> bytes:
    paper = Paper()
    for number in range(pages):
        if number:
            paper.new_page()
        table(paper, [("合计", "1,234.50"), ("基本支出", "1.00")])
    return paper.save()


def _pdf(stream: bytes, filters: str, kids: int = 1) -> bytes:
    """Return a PDF whose pages all draw one packed stream."""
    pages = b" ".join(b"%d 0 R" % (4 + number) for number in range(kids))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (pages, kids),
        b"<</Length %d/Filter %b>>\nstream\n%b\nendstream" % (len(stream), filters.encode(), stream),
        *[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R>>"] * kids,
    ]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Size %d/Root 1 0 R>>\n%%%%EOF" % (len(objects) + 1)


def _issue(content: bytes) -> Issue:
    found = pdf.read(content)
    assert isinstance(found, Issue)
    assert found.severity is Severity.ERROR
    return found


def test_encrypted_document_names_the_remedy() -> None:
    target = io.BytesIO()
    canvas = Canvas(target, encrypt=StandardEncryption("secret", "other"))
    canvas.drawString(50, 50, "1")
    canvas.save()
    assert "password" in _issue(target.getvalue()).message


def test_document_that_may_be_read_but_not_changed_is_read() -> None:
    target = io.BytesIO()
    paper = Paper(target=target)
    paper.canvas = Canvas(target, pagesize=(595, 842), encrypt=StandardEncryption("", "owner", canModify=0))
    paper.text(50, 60, "支出总表")
    assert prose(content_of(paper.save())) == ["支出总表"]


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n", b"%PDF-1.7\nabc\n%%EOF", _good()[:300], b"%PDF-" + bytes(range(256)) * 9]
)
def test_damaged_document_is_an_issue(content: bytes) -> None:
    assert _issue(content).code is IssueCode.UNREADABLE_FILE


def test_document_cut_off_at_its_end_is_read() -> None:
    whole = _good()
    assert grids(content_of(whole[: whole.rindex(b"xref\n")])) == grids(content_of(whole))


def test_one_damaged_page_does_not_lose_the_others() -> None:
    content = _good(3)
    second = content.index(b"/Type /Page\n", content.index(b"/Type /Page\n") + 1)
    found = content_of(content[:second] + b"/Type /Bage\n" + content[second + 12 :])
    assert len(grids(found)) >= 2


def test_too_many_pages_are_refused() -> None:
    message = _issue(_pdf(zlib.compress(b"q Q "), "/FlateDecode", kids=2_001)).message
    assert "2001" in message
    assert "2000" in message


def test_two_thousand_pages_are_read() -> None:
    assert content_of(_pdf(zlib.compress(b"q Q "), "/FlateDecode", kids=2_000)).blocks == ()


@pytest.mark.parametrize("unit", [b"q ", b" ", b"0 0 m 9 9 l S\n"])
@pytest.mark.parametrize("filters", ["/FlateDecode", "[/FlateDecode/FlateDecode]", "[/ASCIIHexDecode/FlateDecode]"])
def test_bomb_is_not_opened(unit: bytes, filters: str) -> None:
    packed = zlib.compress(unit * (20_000_000 // len(unit)))
    if filters.count("Flate") == 2:
        packed = zlib.compress(packed)
    if "ASCIIHex" in filters:
        packed = packed.hex().encode() + b">"
    assert "unpacks" in _issue(_pdf(packed, filters)).message


def _nested(levels: int, times: int) -> bytes:
    """Return a PDF whose page draws a drawing that draws another, and so on, each so many times."""
    paper = Paper()
    for level in range(levels):
        paper.canvas.beginForm(f"level{level}")
        for _ in range(times):
            if level:
                paper.canvas.doForm(f"level{level - 1}")
            else:
                paper.line(50, 50, 60, 60)
        paper.canvas.endForm()
    paper.text(50, 60, "支出总表")
    paper.canvas.doForm(f"level{levels - 1}")
    return paper.save()


def test_drawings_that_multiply_are_not_opened() -> None:
    assert "unpacks" in _issue(_nested(9, 10)).message


def test_drawings_within_drawings_are_read() -> None:
    assert prose(content_of(_nested(5, 2))) == ["支出总表"]


def test_page_that_draws_too_much_is_left_out() -> None:
    found = content_of(_pdf(zlib.compress(b"0 0 m 9 9 l S\n" * (document.OBJECTS + 1)), "/FlateDecode"))
    (issue,) = found.issues
    assert (issue.code, issue.severity) == (IssueCode.UNREADABLE_FILE, Severity.WARNING)
    assert "Page 1 is" in issue.message


def test_pages_after_the_time_is_up_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "SECONDS", -1.0)
    (issue,) = content_of(_good(3)).issues
    assert "pages 1–3" in issue.message


def _scan(paper: Paper) -> None:
    """Put a picture of a page on the paper."""
    image = pypdfium2.PdfDocument(_good())[0].render(scale=1).to_pil()
    paper.canvas.drawInlineImage(image, 0, 0, paper.width, paper.height)


def test_scan_without_the_extra_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "missing", lambda: MISSING)
    paper = Paper()
    _scan(paper)
    paper.text(297, 820, "- 1 -", align="centre")
    found = content_of(paper.save())
    assert (found.blocks, found.issues) == ((), (MISSING._replace(unread=Unread.PICTURES, unread_count=1, page=1),))


def test_scanned_page_among_others_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "missing", lambda: MISSING)
    paper = Paper()
    table(paper, [("合计", "1"), ("基本支出", "1")])
    paper.new_page()
    _scan(paper)
    found = content_of(paper.save())
    (issue,) = found.issues
    assert grids(found) == [[("合计", "1"), ("基本支出", "1")]]
    assert (issue.code, issue.severity) == (IssueCode.OCR_NEEDED, Severity.WARNING)
    assert issue.message.startswith("Page 2 is")
    assert ocr.INSTALL in issue.message


@pytest.mark.parametrize(("name", "most"), [("SECONDS", 0.000001), ("SCANS", 1)])
def test_scans_after_the_bound_are_named(monkeypatch: pytest.MonkeyPatch, name: str, most: float) -> None:
    def recognise(image: object, builder: Builder, number: int) -> None:
        sum(range(100_000))
        builder.prose(f"recognised {number}", number)

    monkeypatch.setattr(ocr, "missing", lambda: None)
    monkeypatch.setattr(ocr, "draw", lambda page, is_glimpse: page)
    monkeypatch.setattr(ocr, "recognise", recognise)
    monkeypatch.setattr(recogniser, name, most)
    paper = Paper()
    for _ in range(2):
        _scan(paper)
        paper.new_page()
    _scan(paper)
    found = content_of(paper.save())
    assert prose(found) == ["recognised 1"]
    (issue,) = found.issues
    assert issue.message.startswith("Each of pages 2–3 is")


def test_blank_page_is_nothing_to_say() -> None:
    paper = Paper()
    paper.text(50, 60, "支出总表")
    paper.new_page()
    found = content_of(paper.save())
    assert (len(found.blocks), found.issues) == (1, ())


@pytest.mark.parametrize(
    ("numbers", "named"),
    [([3], "Page 3 is"), ([3, 4], "Each of pages 3–4 is"), ([1, 3, 4, 5, 9], "Each of pages 1, 3–5, 9 is")],
)
def test_pages_are_named_in_runs(numbers: list[int], named: str) -> None:
    assert recogniser.name_pages(numbers) == named


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", _good()])
def test_every_document_has_its_row(content: bytes) -> None:
    assert extract(content, "document.pdf").tables["documents"].num_rows == 1


def test_any_loss_of_bytes_ends_in_content_or_an_issue() -> None:
    whole = _good(2)
    for start in range(0, len(whole), 97):
        assert pdf.read(whole[:start] + whole[start + 60 :] or b"%PDF") is not None
