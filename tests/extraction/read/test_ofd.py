"""OFD: where its texts stand, what of it is shown, and what is said of the rest."""

from __future__ import annotations

import html
import re
import zipfile
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from blocks import Reading
from ofd_paper import Dialect, OfdPaper
from paper import rule, write

from dagster_project.extraction.read import ocr
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.ofd import objects, pages
from dagster_project.extraction.read.ofd.numbers import advances

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "documents" / "ofd"
FILES = sorted(FOLDER.glob("*.ofd"))
ROWS = [("项目", "金额"), ("基本支出", "1,200.50"), ("项目支出", "34.00")]


def drawn(*inner: str, dialect: Dialect | None = None, **extra: bytes) -> Reading:
    """Read a page that holds these objects."""
    paper = OfdPaper(
        dialect=dialect or Dialect(), extra={name.replace("__", "/"): part for name, part in extra.items()}
    )
    paper.pages[0] += inner
    return Reading(paper.save())


def run(code: str, more: str = "", x: float = 20, y: float = 40, attributes: str = "") -> str:
    """Return a text object of 4 mm; `code` is its TextCode, `more` what stands before it."""
    return f'<TextObject Boundary="{x} {y} 100 10" Font="3" Size="4" {attributes}>{more}{code}</TextObject>'


def table(paper: OfdPaper, rows: list[tuple[str, str]], top: float = 100) -> None:
    """Draw a ruled table of two columns."""
    across, down = [50, 150, 250], [top + 20 * number for number in range(len(rows) + 1)]
    rule(paper, across, down)  # type: ignore[arg-type]
    write(paper, across, down, rows)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("1 2 3", [1, 2, 3]),
        ("g 2 1.5 4", [1.5, 1.5, 4]),
        ("1 g 2 0.5 -7.5", [1, 0.5, 0.5, -7.5]),
        ("g 999999999 1", [1] * 5),
        ("g", [0.0] * 0),
        ("x 1e400", [0, 0]),
        (None, []),
    ],
)
def test_advances_repeat(told: str | None, found: list[float]) -> None:
    assert advances(told, 5) == found


def test_a_table_on_a_page_is_read() -> None:
    paper = OfdPaper()
    paper.text(50, 80, "支出表")
    table(paper, ROWS)
    reading = Reading(paper.save())
    assert (reading.prose, reading.cells) == (["支出表"], ROWS)
    assert reading.document.format == "ofd"
    assert reading.codes == []


def test_two_letters_drawn_as_one_take_one_advance() -> None:
    transform = '<CGTransform CodePosition="1" CodeCount="2" GlyphCount="1"><Glyphs>7</Glyphs></CGTransform>'
    code = '<TextCode X="0" Y="5" DeltaX="2 2 10">afib乙</TextCode>'
    assert drawn(run(code, transform), run('<TextCode X="0" Y="5">丙</TextCode>', x=40)).prose == ["afib 乙 丙"]


def test_one_letter_drawn_as_two_takes_two_advances() -> None:
    transform = '<CGTransform CodePosition="0" CodeCount="1" GlyphCount="2"><Glyphs>7 8</Glyphs></CGTransform>'
    assert drawn(run('<TextCode X="0" Y="5" DeltaX="2 8 2">甲乙丙</TextCode>', transform)).prose == ["甲 乙丙"]


def test_a_run_goes_on_on_the_next_line() -> None:
    code = '<TextCode X="0" Y="5" DeltaX="4 -4 4" DeltaY="0 6 0">甲乙丙丁</TextCode>'
    assert drawn(run(code), run('<TextCode X="0" Y="5">12</TextCode>', y=80)).prose == ["甲乙", "丙丁", "12"]


def test_a_run_without_advances_is_not_printed_upon_itself() -> None:
    assert drawn(run('<TextCode X="0" Y="5">合计1,234.56</TextCode>')).prose == ["合计1,234.56"]


def test_what_is_not_shown_is_not_read_and_said() -> None:
    reading = drawn(
        run('<TextCode X="0" Y="5">甲</TextCode>'),
        run('<TextCode X="0" Y="5">乙</TextCode>', attributes='Visible="false"', y=50),
        run('<TextCode X="0" Y="5">丙</TextCode>', attributes='Alpha="0"', y=60),
        run('<TextCode X="0" Y="5">丁</TextCode>', '<FillColor Value="255 255 255"/>', y=70),
        f'<PageBlock Visible="false">{run("<TextCode>戊</TextCode>", y=80)}</PageBlock>',
    )
    assert reading.prose == ["甲"]
    assert reading.codes == ["left_out"]
    assert "not shown" in reading.messages


def test_white_on_a_coloured_ground_is_read() -> None:
    ground = '<PathObject Boundary="10 30 100 30" Fill="true" Stroke="false"><FillColor Value="0 80 160"/>'
    box = f"{ground}<AbbreviatedData>M 0 0 L 100 0 L 100 30 L 0 30 C</AbbreviatedData></PathObject>"
    reading = drawn(box, run('<TextCode X="0" Y="5">甲</TextCode>', '<FillColor Value="255 255 255"/>'))
    assert (reading.prose, reading.codes) == (["甲"], [])


def test_white_and_curved_lines_are_no_rulings() -> None:
    paper = OfdPaper(dialect=Dialect(parameters=True))
    table(paper, ROWS)
    paper.pages[0] = [
        each.replace("<Abbreviated", '<StrokeColor Value="255"/><Abbreviated') if "L 0" not in each else each
        for each in paper.pages[0]
    ]
    white = Reading(paper.save())
    assert "lattice" not in set(white.document.layout.methods.values())


def test_a_template_is_painted_below_the_page() -> None:
    paper = OfdPaper(dialect=Dialect(template=True))
    table(paper, ROWS)
    paper.ruled[0].append(run('<TextCode X="0" Y="5">支出表</TextCode>', y=20))
    reading = Reading(paper.save())
    assert (reading.prose, reading.cells) == (["支出表"], ROWS)


def test_a_table_goes_on_on_the_next_page() -> None:
    paper = OfdPaper()
    table(paper, ROWS[:2], top=780)
    paper.new_page()
    table(paper, ROWS[2:], top=60)
    reading = Reading(paper.save())
    assert [row for grid in reading.grids for row in grid] == ROWS
    assert [page for page, _ in reading.places] == [1, 1, 2]


def test_a_damaged_page_costs_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = OfdPaper()
    table(paper, ROWS)
    paper.new_page()
    paper.text(50, 80, "<")
    paper.pages[1][0] = "<TextObject>"
    reading = Reading(paper.save())
    assert reading.cells == ROWS
    assert reading.codes == ["unreadable_file"]
    assert "Page 2 is damaged" in reading.messages
    monkeypatch.setattr(objects, "OBJECTS", 5)
    monkeypatch.setattr(pages, "SECONDS", 60.0)
    assert "draws too much" in Reading(paper.save()).messages


def test_annotations_that_print_figures_are_said() -> None:
    listed = b'<Annotations><Page PageID="1"><FileLoc>Annot.xml</FileLoc></Page></Annotations>'
    stamp = b"<Annot><Appearance><TextObject><TextCode>%s</TextCode></TextObject></Appearance></Annot>"
    for text, severity in ((b"120.5", "warning"), ("作废".encode(), "note")):
        reading = drawn(
            run('<TextCode X="0" Y="5">甲</TextCode>'),
            **{"Doc_0__Annotations.xml": listed, "Doc_0__Annot.xml": b"<PageAnnot>" + stamp % text + b"</PageAnnot>"},
        )
        assert [issue.severity.value for issue in reading.problems] == [severity]
        assert "annotations" in reading.messages


def test_signs_that_only_a_font_knows_are_said() -> None:
    reading = drawn(run('<TextCode X="0" Y="5" DeltaX="4 4">支\ue123\ue124</TextCode>'))
    assert "only its own font knows" in reading.messages


def test_a_page_in_latin_letters_is_no_picture() -> None:
    words = "Total expenditure of the general public budget by function and organisation"
    paper = OfdPaper()
    paper.text(50, 80, words)
    reading = Reading(paper.save())
    assert ("".join(reading.prose[0].split()), reading.codes) == (words.replace(" ", ""), [])


def test_a_page_that_is_a_picture_is_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    images = pytest.importorskip("dagster_project.extraction.read.ocr.images")
    seen = []

    def recognise(image: object, builder: Builder, number: int) -> None:
        seen.append(np.asarray(image).shape)
        builder.prose("recognised", number)

    monkeypatch.setattr(ocr, "missing", lambda: None)
    monkeypatch.setattr(ocr, "recognise", recognise)
    picture = images.Pillow.new("RGB", (210, 297), "white")
    target = images.io.BytesIO()
    picture.save(target, "PNG")
    resources = b'<Res><MultiMedias><MultiMedia ID="9"><MediaFile>a.png</MediaFile></MultiMedia></MultiMedias></Res>'
    image = '<ImageObject Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="9"/>'
    parts = {"Doc_0__a.png": target.getvalue(), "Doc_0__Res.xml": resources}
    assert drawn(image, **parts).prose == ["recognised"]
    assert seen == [(297, 210, 3)]
    halves = [
        f'<ImageObject Boundary="0 {top} 210 148.5" CTM="210 0 0 148.5 0 0" ResourceID="9"/>' for top in (0, 148.5)
    ]
    assert drawn(*halves, **parts).prose == ["recognised"]
    assert seen[1] == (2400, 1696, 3)
    missing = drawn(image.replace('"9"', '"8"'), **parts)
    assert missing.codes == ["left_out"]
    assert "Save the OFD file as PDF" in missing.messages


def test_a_picture_needs_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = ocr.Issue(ocr.IssueCode.OCR_NEEDED, ocr.Severity.ERROR, ocr.INSTALL)
    monkeypatch.setattr(ocr, "missing", lambda: lacking)
    assert drawn('<ImageObject Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="9"/>').codes == ["ocr_needed"]


def test_a_package_without_pages_is_damaged() -> None:
    paper = OfdPaper()
    paper.pages, paper.ruled = [], []
    assert Reading(paper.save()).codes == ["unreadable_file"]


@pytest.mark.skipif(not FILES, reason="the shared documents are not beside the project")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name[:8])
def test_every_printed_character_of_a_real_file_is_read(file: Path) -> None:
    with zipfile.ZipFile(file) as package:
        written = "".join(
            html.unescape(code)
            for name in package.namelist()
            if name.endswith(("Content.xml", "Content_0.xml"))
            for code in re.findall(r"<(?:\w+:)?TextCode[^>]*>([^<]*)<", package.read(name).decode())
        )
    reading = Reading(file.read_bytes())
    read = "".join([*reading.prose, *(cell for grid in reading.grids for row in grid for cell in row)])
    assert Counter("".join(read.split())) == Counter("".join(written.split()))
