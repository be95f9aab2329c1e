"""Findings over their pages: both sides are marked where they are printed, and persons are black or gone."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
import pytest
from lxml import html
from paper import Paper, Turn, rule, write
from PIL import Image

from dagster_project import review
from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.read import read
from dagster_project.inspection import redaction as redactions
from dagster_project.inspection.pictures import pictures
from dagster_project.review import sheets
from dagster_project.review.copies import copied
from dagster_project.settings import Settings
from dagster_project.tracing.operands import Operand

ROWS = (("科目编码", "科目名称", "合计"), ("220", "海洋管理事务", "300.00"), ("22002", "行政运行", "120.00"))
ACROSS, DOWN = (60, 160, 360, 520), (200, 230, 260, 290)
CLERK = "填报人：王小明 联系电话：13912345678"
FINDING: dict[str, Any] = {
    "finding_id": "aaaa000000000000",
    "rule_id": "children_sum_to_parent",
    "severity": "error",
    "confidence": "proven",
    "document_file": "a.pdf",
    "rank": 1,
    "explains": "x y",
    "share_of_total": None,
    "repair": "p. 1 · 海洋管理事务 · approved → 120.00 万元",
    "verdict": None,
    "verdict_reason": None,
    "message_zh": "下级科目之和等于上级科目。<b>",
    "message_en": "Children sum to their parent.",
}


def paper(turn: Turn = 0) -> Paper:
    """Draw a page with a title, a sentence, and a table of two figures."""
    drawn = Paper(turn=turn)
    drawn.text(60, 60, "深圳市龙岗区海洋观测局 2031年部门预算", 14)
    drawn.text(60, 110, "收入预算120.00万元，支出预算300.00万元。")
    drawn.text(60, 180, "表1 一般公共预算支出表", 12)
    rule(drawn, ACROSS, DOWN)
    write(drawn, ACROSS, DOWN, ROWS)
    return drawn


def operand(content: bytes, side: str, **place: Any) -> Operand:
    """Return an operand of the finding; a place that is not given is None."""
    values = dict.fromkeys(Operand._fields) | {
        "side": side,
        "role": "addend",
        "sign": 1,
        "operand_id": "a:t1:r2:c3",
        "document_file": "a.pdf",
        "content_sha256": hashlib.sha256(content).hexdigest(),
        "format": "pdf",
        "page": 1,
    }
    return Operand(**(values | place))


def table_figure(content: bytes, side: str, row: int, printed: str) -> Operand:
    return operand(content, side, table_number=1, row_number=row, column_number=3, value_as_printed=printed)


@pytest.fixture
def archived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what makes a review of a document with operands."""

    def made(content: bytes, operands: list[Operand]) -> tuple[review.Documents, list[review.Reviewed]]:
        settings = Settings(tmp_path, tmp_path / "data")
        settings.archive.mkdir(parents=True, exist_ok=True)
        (settings.archive / hashlib.sha256(content).hexdigest()).write_bytes(content)
        monkeypatch.setattr(sheets, "operands_of", lambda *_: operands)
        documents = review.Documents(settings)
        return documents, list(review.reviewed(None, documents, [FINDING]))  # type: ignore[arg-type]

    return made


def boxed(area: tuple[float, ...], across: float, down: float) -> bool:
    """Tell whether a point of the upright page of 595 × 842 points lies in an area."""
    return area[0] <= across / 595 <= area[2] and area[1] <= down / 842 <= area[3]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_both_sides_are_marked_where_they_are_printed_however_the_page_is_turned(archived: Any, turn: Turn) -> None:
    content = paper(turn).save()
    document, _ = read(content, "a.pdf")
    sentence = next(block for block in document.blocks if "收入预算" in getattr(block, "text", ""))
    assert isinstance(sentence, Prose)
    at = sentence.text.index("300.00")
    place = {"value_as_printed": "300.00", "operand_id": f"a:l{sentence.line}:s{at}"}
    figures = [table_figure(content, "actual", 2, "300.00"), operand(content, "expected", **place)]
    _, ((_, _, (sheet,)),) = archived(content, figures)
    actual, expected = sheet.marks
    assert (actual.side, expected.side) == ("actual", "expected")
    assert boxed(actual.area, 440, 245)
    assert not boxed(actual.area, 440, 275)
    # the second amount of the sentence, which stands on the baseline 110
    assert 60 < 595 * expected.area[0] < 595 * expected.area[2] < 330
    assert boxed((0, *expected.area[1:2], 1, expected.area[3]), 100, 107)
    assert 595 * expected.area[0] > 60 + 9 * 12


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_note_frames_its_figure_in_the_copy(archived: Any, turn: Turn, tmp_path: Path) -> None:
    content = paper(turn).save()
    documents, found = archived(content, [table_figure(content, "actual", 2, "300.00")])
    (path,) = review.write_notes(documents, found, tmp_path / "copy.pdf", "zh")
    (beside,) = review.write_notes(documents, found, tmp_path / "notes", "zh")
    assert beside.read_bytes() == path.read_bytes()
    assert beside.parent == tmp_path / "notes"
    with pikepdf.open(path) as copy:
        (note,) = copy.pages[0].Annots
        assert "下级科目之和等于上级科目" in str(note.Contents)
        assert "建议改正 第 1 页 · 海洋管理事务 · 年初预算 → 120.00 万元" in str(note.Contents)
    before, after = (drawn(each, 0) for each in (content, path.read_bytes()))
    changed = np.argwhere((before != after).any(axis=2))
    (top, left), (bottom, right) = changed.min(axis=0), changed.max(axis=0)
    height, width = before.shape[:2]
    assert boxed((left / width, top / height, right / width, bottom / height), 440, 245)
    assert (bottom - top) / height < 40 / 842


def drawn(content: bytes, page: int) -> Any:
    with pypdfium2.PdfDocument(content) as document:
        return document[page].render(scale=1, draw_annots=True).to_numpy()[:, :, :3].copy()


def text(content: bytes, page: int) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return str(document[page].get_textpage().get_text_range())


def with_clerk() -> bytes:
    """A page that names a clerk in its text, and one that does not; the file names its author."""
    made = paper()
    made.text(60, 400, CLERK)
    made.new_page()
    made.text(60, 60, "本部门负责海洋观测。")
    made.canvas.setAuthor("王小明")
    return made.save()


def test_persons_are_black_in_a_picture() -> None:
    content = with_clerk()
    document, _ = read(content, "a.pdf")
    (uri,) = pictures(document, content, [1]).values()
    picture = np.asarray(Image.open(io.BytesIO(base64.b64decode(uri.split(",")[1]))).convert("L"))
    scale = picture.shape[0] / 842
    name, telephone = (picture[int(396 * scale), int(across * scale)] for across in (110, 200))
    assert (name, telephone) == (0, 0)
    assert picture[int(396 * scale), int(400 * scale)] == 255


def test_persons_are_gone_from_a_copy_and_other_pages_keep_their_text() -> None:
    content = with_clerk()
    document, _ = read(content, "a.pdf")
    with pypdfium2.PdfDocument(content) as pdf:
        hidden = redactions.redaction(document, pdf)
    target = io.BytesIO()
    with copied(content, hidden) as copy:
        copy.save(target)
    made = target.getvalue()
    assert text(made, 0) == ""
    assert "海洋观测" in text(made, 1)
    with pikepdf.open(io.BytesIO(made)) as copy:
        assert not copy.docinfo
    assert (drawn(made, 0) == 0).all(axis=2)[395, 110]
    assert "王小明" in text(content, 0)


def test_a_page_is_not_drawn_where_the_place_of_a_person_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    content = with_clerk()
    document, _ = read(content, "a.pdf")
    assert list(pictures(document, content, [1, 2])) == [1, 2]
    monkeypatch.setattr(redactions, "persons_on", lambda _: iter(()))
    assert list(pictures(document, content, [1, 2])) == [2]
    with pypdfium2.PdfDocument(content) as pdf, copied(content, redactions.redaction(document, pdf)) as copy:
        assert "/Contents" not in copy.pages[0].obj or not copy.pages[0].Contents.read_bytes()


def test_notes_of_others_and_what_hangs_on_a_page_are_not_taken_over() -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper().save())) as made:
        made.pages[0].obj["/PieceInfo"] = pikepdf.Dictionary(Author="王小明")
        made.pages[0].obj["/Annots"] = pikepdf.Array(
            [pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, T="王小明", Rect=[9, 9, 20, 20])]
        )
        made.save(target)
    with copied(target.getvalue(), redactions.Redaction()) as copy:
        assert not {"/PieceInfo", "/Annots"} & set(copy.pages[0].obj.keys())
        # what a viewer would have drawn over the page is in its picture
        assert list(copy.pages[0].Resources.XObject.keys()) == ["/Picture"]


def test_the_page_shows_each_finding_over_its_sheet(archived: Any, tmp_path: Path) -> None:
    content = paper().save()
    operands = [table_figure(content, "actual", 2, "300.00"), table_figure(content, "expected", 3, "120.00")]
    documents, found = archived(content, operands)
    said_in = {"zh": ("下级科目之和等于上级科目。<b>", "第 1 页"), "en": ("Children sum to their parent.", "page 1")}
    for language, (said, place) in said_in.items():
        file = tmp_path / f"{language}.html"
        review.write_page(documents, found, file, language)
        tree = html.fromstring(file.read_text("utf-8"))
        (article,) = tree.xpath("//article")
        assert article.xpath("string(.//p[@class='said'])") == said
        assert place in article.text_content()
        assert [mark.get("class") for mark in article.xpath(".//div[contains(@class, 'sheet')]/i")] == [
            "actual",
            "expected",
        ]
        assert len(re.findall("data:image/png", file.read_text("utf-8"))) == 1


def test_findings_of_a_document_stand_together_where_its_first_does(archived: Any, tmp_path: Path) -> None:
    documents, (one,) = archived(paper().save(), [])
    found = [
        one._replace(finding=one.finding | {"document_file": name, "finding_id": name + mark})
        for name, mark in (("b.pdf", "1"), ("a.pdf", "2"), ("b.pdf", "3"))
    ]
    review.write_page(documents, found, tmp_path / "page.html", "en")
    tree = html.fromstring((tmp_path / "page.html").read_text("utf-8"))
    assert [heading.text_content().strip() for heading in tree.xpath("//h2")] == ["b.pdf", "a.pdf"]
    assert [each.get("id") for each in tree.xpath("//article")] == ["b.pdf1", "b.pdf3", "a.pdf2"]


def test_a_chinese_page_holds_no_english_sentence(archived: Any, tmp_path: Path) -> None:
    content = paper().save()
    documents, found = archived(content, [table_figure(content, "actual", 2, "300.00")])
    review.write_page(documents, found, tmp_path / "zh.html", "zh")
    shown = html.fromstring((tmp_path / "zh.html").read_text("utf-8")).xpath("//body")[0].text_content()
    names = {FINDING["rule_id"], FINDING["finding_id"], "a.pdf", "b"}
    assert {word for word in re.findall(r"[A-Za-z_.]{2,}", shown) if not any(word in name for name in names)} == set()
