"""Ways in which a PDF prints a figure, or holds one that nobody sees."""

from __future__ import annotations

import io
from collections.abc import Callable
from decimal import Decimal

import pytest
from kinds import BEFORE_LAST, HEADER, LAST, RIGHT, STATEMENT, TITLE, UNIT, amounts, outcome, rows
from paper import Paper, rule, write
from pdf_reading import drawn, grids, prose

from dagster_project.extraction import extract
from dagster_project.extraction.read import ocr

ACROSS = (45, 135, 305, 385, 465, 545)
DOWN = tuple(120 + 20 * row for row in range(7))
Draw = Callable[[Paper], None]


def printed(
    before: Draw | None = None, after: Draw | None = None, changed: dict[tuple[int, int], str] | None = None
) -> bytes:
    """Return the statement on a page, with what is drawn before and after it."""
    paper = Paper()
    paper.text(150, 60, TITLE, 16)
    paper.text(200, 90, STATEMENT, 14)
    paper.text(470, 110, UNIT)
    if before is not None:
        before(paper)
    rule(paper, ACROSS, DOWN)
    write(paper, ACROSS, DOWN, [HEADER, *rows(changed)])
    if after is not None:
        after(paper)
    return paper.save()


def place(row: int, column: int) -> tuple[float, float]:
    """Return right and baseline of the figure in a cell of the statement."""
    return ACROSS[column + 1] - 3, (DOWN[row + 1] + DOWN[row + 2]) / 2 + 3


X, Y = place(LAST, 2)
BLANK = {(LAST, 2): ""}


def white_box(paper: Paper) -> None:
    paper.text(X, Y, "660.20", align="right")
    paper.box(X - 70, Y - 9, X + 1, Y + 4, fill="white")
    paper.text(X, Y, "600.20", align="right")


def white_words(paper: Paper) -> None:
    paper.canvas.setFillColor("white")
    paper.text(X - 30, Y, "9", align="right")
    paper.canvas.setFillColor("black")


def clipped(paper: Paper) -> None:
    paper.canvas.saveState()
    path = paper.canvas.beginPath()
    path.rect(0, 0, 10, 10)
    paper.canvas.clipPath(path, stroke=0, fill=0)
    paper.text(X - 30, Y, "9", align="right")
    paper.canvas.restoreState()


def not_drawn(paper: Paper) -> None:
    text = paper.canvas.beginText(X - 40, paper.height - Y)
    text.setFont("STSong-Light", 9)
    text.setTextRenderMode(3)
    text.textOut("9")
    paper.canvas.drawText(text)


def watermark(paper: Paper) -> None:
    paper.canvas.setFillColorRGB(0.85, 0.85, 0.85)
    paper.text(150, DOWN[5] + 5, "征求意见稿", 40)
    paper.canvas.setFillColor("black")


def footnote(paper: Paper) -> None:
    right, baseline = place(LAST, 4)
    paper.text(right, baseline - 4, "1", 4)


@pytest.mark.parametrize("mark", [white_words, clipped, not_drawn, footnote])
def test_text_that_nobody_sees_and_marks(mark: Draw) -> None:
    assert outcome(printed(after=mark)).rows == RIGHT


def test_what_lies_under_a_white_box_is_not_printed() -> None:
    assert outcome(printed(after=white_box, changed=BLANK)).rows == RIGHT


def test_pale_words_behind_a_table_are_a_watermark() -> None:
    found = outcome(printed(before=watermark))
    assert found.rows == RIGHT
    assert not any("征" in (row["row_label"] or "") for row in found.ledger)


def test_white_words_on_a_dark_ground_are_printed() -> None:
    def dark(paper: Paper) -> None:
        paper.box(X - 70, Y - 12, X + 2, Y + 5, fill="navy")
        paper.canvas.setFillColor("white")
        paper.text(X, Y, "600.20", align="right")
        paper.canvas.setFillColor("black")

    assert outcome(printed(after=dark, changed=BLANK)).rows == RIGHT


def test_shades_below_the_text_cover_nothing() -> None:
    def shade(paper: Paper) -> None:
        for top in DOWN[:-1]:
            paper.box(ACROSS[0], top, ACROSS[-1], top + 20, fill="lightgrey")

    assert outcome(printed(before=shade)).rows == RIGHT


@pytest.mark.parametrize("kind", ["field", "text"])
def test_what_is_entered_on_the_page(kind: str) -> None:
    def enter(paper: Paper) -> None:
        left, bottom = X - 60, paper.height - Y - 4
        if kind == "field":
            paper.canvas.acroForm.textfield(value="600.20", x=left, y=bottom, width=60, height=14, fontSize=9)
        else:
            paper.canvas.freeTextAnnotation("600.20", "0 g", Rect=(left, bottom, left + 60, bottom + 14))

    assert outcome(printed(after=enter, changed=BLANK)).rows == RIGHT


@pytest.mark.parametrize("clips", [True, False])
def test_a_name_cut_off_at_the_wall_pushes_no_figure_out(clips: bool) -> None:
    def name(paper: Paper) -> None:
        paper.canvas.saveState()
        if clips:
            path = paper.canvas.beginPath()
            path.rect(ACROSS[1], 0, ACROSS[2] - ACROSS[1], paper.height)
            paper.canvas.clipPath(path, stroke=0, fill=0)
        paper.text(
            ACROSS[1] + 2.5, place(BEFORE_LAST, 1)[1], "机关事业单位基本养老保险缴费支出及其他各" + "项支出" * clips
        )
        paper.canvas.restoreState()

    found = outcome(printed(after=name, changed={(BEFORE_LAST, 1): ""}))
    assert found.rows == RIGHT


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    across, down = (50, 110, 180, 240), (100, 130, 170, 200)

    def draw(paper: Paper) -> None:
        rule(paper, across, down)
        for column, text in enumerate(("项目编码", "项目名称", "预算数")):
            paper.text(across[column] + 3, 118, text)
        for line, text in enumerate(("44-GX-", "2031-", "002")):
            paper.text(53, 142 + 11 * line, text)
        for line, text in enumerate(("产业-", "发展")):
            paper.text(113, 142 + 11 * line, text)
        paper.text(237, 145, "12.50", align="right")
        paper.text(53, 188, "合计")
        paper.text(237, 188, "-", align="right")

    assert grids(drawn(draw)) == [
        [("项目编码", "项目名称", "预算数"), ("44-GX-2031-002", "产业-发展", "12.50"), ("合计", "", "-")]
    ]


def test_an_amount_is_joined_where_a_line_parts_its_unit() -> None:
    def draw(paper: Paper) -> None:
        paper.text(72, 100, "（一）行政运行。年初预算为")
        paper.text(190, 100, "560.05", 13)
        paper.text(235, 100, "万元，支出决算为511.89万")
        paper.text(54, 118, "元。决算数小于预算数的主要原因：人员进出及退休变化，减少人员经费开支，本项均按规定列支。")

    assert any("511.89万元" in line for line in prose(drawn(draw)))


def test_a_dash_and_the_next_figure_are_no_negative_number() -> None:
    lines = [
        ("201", "一般公共服务", "-", "1,234.50"),
        ("203", "国防支出", "-", "34.50"),
        ("204", "教育支出", "-", "12.00"),
    ]

    def draw(paper: Paper) -> None:
        for number, (code, name, dash, figure) in enumerate(lines):
            for left, text in ((50, code), (90, name), (200, dash), (209, figure)):
                paper.text(left, 100 + 16 * number, text)

    assert grids(drawn(draw)) == [lines]


def test_ruled_lines_down_the_page_part_columns() -> None:
    across = (50, 87, 160, 200, 240)
    lines = [
        ("201", "一般公共服务支出", "1,234.50", "1,234.50"),
        ("203", "国防", "34.50", "-"),
        ("204", "教育", "12.00", "1.00"),
    ]

    def draw(paper: Paper) -> None:
        for wall in across:
            paper.line(wall, 85, wall, 150)
        for number, row in enumerate(lines):
            for column, text in enumerate(row):
                left = column < 2
                x = across[column] + 2 if left else across[column + 1] - 2
                paper.text(x, 100 + 16 * number, text, align="left" if left else "right")

    assert grids(drawn(draw)) == [lines]


def picture(paper: Paper, left: float, top: float, right: float, bottom: float) -> None:
    """Draw a picture without anything on it."""
    pillow = pytest.importorskip("PIL.Image")
    from reportlab.lib.utils import ImageReader

    target = io.BytesIO()
    pillow.new("RGB", (60, 40), "lightgrey").save(target, "PNG")
    target.seek(0)
    paper.canvas.drawImage(ImageReader(target), left, paper.height - bottom, right - left, bottom - top)


@pytest.mark.usefixtures("_without_recognition")
def test_pictures_among_text_are_told_by_page() -> None:
    def more(paper: Paper) -> None:
        picture(paper, 45, 300, 545, 600)
        paper.new_page()
        picture(paper, 0, 0, 595, 842)
        paper.text(260, 825, "第2页共3页")

    found = outcome(printed(after=more))
    assert found.rows == RIGHT
    assert any(code == "ocr_needed" and "pages 1–2" in message for code, message in found.issues)


def issues_by_page(content: bytes) -> set[tuple[str, int | None]]:
    """Return the codes of the issues with their pages."""
    return {(issue["code"], issue["page"]) for issue in extract(content, "kind").tables["issues"].to_pylist()}


def on_a_second_page(paper: Paper) -> None:
    """Draw a picture between two lines of text."""
    paper.new_page()
    paper.text(60, 80, "各项支出的构成如下图所示。")
    picture(paper, 45, 300, 545, 600)


@pytest.mark.usefixtures("_without_recognition")
def test_what_was_not_read_bears_its_page() -> None:
    assert ("ocr_needed", 2) in issues_by_page(printed(after=on_a_second_page))


@pytest.mark.skipif(ocr.missing() is not None, reason="needs recognition")
def test_a_picture_of_no_table_is_told_and_not_read() -> None:
    content = printed(after=on_a_second_page)
    assert outcome(content).rows == RIGHT
    assert issues_by_page(content) == {("left_out", 2)}


@pytest.mark.usefixtures("_without_recognition")
def test_a_layer_of_earlier_recognition_is_never_certain() -> None:
    paper = Paper()
    picture(paper, 0, 0, 595, 842)
    lines = [(TITLE,), (STATEMENT,), (UNIT,), HEADER, *rows()]
    for number, line in enumerate(lines):
        text = paper.canvas.beginText()
        text.setTextRenderMode(3)
        text.setFont("STSong-Light", 9)
        for left, cell in zip((50, 120, 330, 410, 490), line, strict=False):
            text.setTextOrigin(left, paper.height - 60 - 20 * number)
            text.textOut(cell)
        paper.canvas.drawText(text)
    found = outcome(paper.save())
    assert found.rows["201"] == amounts("1500.50", "900.30", "600.20")
    assert {row["confidence"] for row in found.ledger} == {Decimal("0.5")}
    assert "ocr_needed" in dict(found.issues)
