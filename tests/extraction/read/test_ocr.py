"""Scans: ruled pages of a real budget drawn as images give the facts that its text gives."""

from __future__ import annotations

import io
import socket
import struct
import zlib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from blocks import Reading

from dagster_project.extraction import Extraction, extract
from dagster_project.extraction.folding import fold
from dagster_project.extraction.model.issues import IssueCode
from dagster_project.extraction.read import ocr

pytestmark = pytest.mark.skipif(ocr.missing() is not None, reason=f"scans are not read here: {ocr.INSTALL}")
if ocr.missing() is None:
    from scanned_pages import jpeg, noisy, pdf, png, scan, sealed

    from dagster_project.extraction.read.ocr.ink import Piece
    from dagster_project.extraction.read.ocr.texts import Word, cell_text

DOCUMENT = Path(__file__).parents[3] / "raw" / "longgang_miit_department_budget_2022.txt"
TABLE = "一般公共预算支出表（按功能分类）"
KIND = "budget_general_expenditure"


def pages_of_table() -> list[list[str]]:
    """Return the lines of the two pages of the table by function, from its number to its last row."""
    lines = DOCUMENT.read_text(encoding="utf-8").split("\n")
    found = []
    for title in (number for number, line in enumerate(lines) if line.strip() == TABLE):
        rows = [number for number in range(title, title + 40) if "\t" in lines[number]]
        last = next(number for number in rows if number + 1 not in rows and number > rows[0] + 2)
        found.append(lines[title - 2 : last + 1])
    return found


def cells_of(lines: list[str]) -> list[tuple[str, ...]]:
    """Return the cells of the table on a page of text."""
    rows = [line.split("\t") for line in lines if "\t" in line and set(line) - set("-\t")]
    width = max(map(len, rows))
    return [tuple(cell.strip() for cell in [*row, *[""] * (width - len(row))]) for row in rows]


def codes(extraction: Extraction) -> list[tuple[Any, ...]]:
    """Return the rows with a function code, as they are printed and as they are understood."""
    columns = (
        "code_as_printed",
        "code",
        "row_role",
        "measure",
        "value_as_printed",
        "amount_cny",
        "fiscal_year",
        "phase",
    )
    lines = extraction.tables["statement_lines"].to_pylist()
    return [
        tuple(line[name] for name in columns)
        for line in lines
        if line["statement_kind"] == KIND and line["classification"] == "function"
    ]


PAGES = pages_of_table()
FIRST, SECOND = PAGES


def test_function_codes_of_a_scanned_budget_are_those_of_its_text() -> None:
    text = DOCUMENT.read_bytes()
    cover = text.decode().strip().split("\n", 1)[0]
    scanned = extract(pdf([scan([cover]), *map(scan, PAGES)]), "scan.pdf")
    expected = codes(extract(text, "text.txt"))
    assert len(expected) == 25 * 3
    assert codes(scanned) == expected


def test_every_number_of_a_scan_says_that_it_was_recognised() -> None:
    page = [*FIRST, "本年预算安排1,530.47万元，比上年增加230.15万元。"]
    numbers = extract(png(scan(page)), "scan.png").tables["ledger"].to_pylist()
    assert {number["table_number"] is None for number in numbers} == {True, False}
    assert {(number["reading_method"], number["page"], number["line"]) for number in numbers} == {("ocr", 1, None)}
    assert all(Decimal("0.9") < number["confidence"] <= 1 for number in numbers)
    assert {number["confidence"] for number in numbers if number["table_number"] is None} != {1}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(lambda page: png(page), id="clean"),
        pytest.param(lambda page: jpeg(noisy(page.rotate(0.8, fillcolor="white"), 8)), id="askew"),
        pytest.param(lambda page: jpeg(page.rotate(90, expand=True)), id="sideways"),
        pytest.param(lambda page: jpeg(page.rotate(180)), id="head down"),
        pytest.param(lambda page: png(sealed(page, (1100, 900), 170)), id="sealed"),
        pytest.param(lambda page: png(page.convert("1")), id="black and white"),
    ],
)
def test_cells_of_a_page_are_read_in_their_places(content: Any) -> None:
    reading = Reading(content(scan(FIRST)))
    assert reading.cells == cells_of(FIRST)
    assert fold(reading.prose[1]) == fold(TABLE)


@pytest.mark.parametrize(
    ("lines", "widths", "read", "confidence"),
    [
        pytest.param(("1,378.4", "1"), (38, 6), "1,378.41", "0.97", id="full"),
        pytest.param(("0.0", "0"), (25, 8), "0.00", "0.5", id="broken off"),
        pytest.param(("1,3", "78.41"), (18, 29), "1,378.41", "0.5", id="within a group"),
        pytest.param(("0.0", "0"), (15, 5), "0.00", "0.5", id="within the margins of its cell"),
        pytest.param(("0.0", "0"), (12, 4), "0.0 | 0", "0.5", id="with room beside"),
        pytest.param(("12", "13"), (20, 20), "12 | 13", "0.5", id="two whole numbers"),
        pytest.param(("1.25", "3"), (28, 8), "1.25 | 3", "0.5", id="whole as it is"),
    ],
)
def test_a_number_in_two_lines_is_one_where_it_had_no_room(
    lines: tuple[str, str], widths: tuple[int, int], read: str, confidence: str
) -> None:
    words = [
        Word(Piece(number, 0, 10 * number, width, 10 * number + 8), text, 0.97)
        for number, (text, width) in enumerate(zip(lines, widths, strict=True))
    ]
    assert cell_text(words, 40) == (read, Decimal(confidence))


def test_a_telephone_on_a_scan_is_left_out_and_misses_in_no_count() -> None:
    read = extract(pdf([scan(["联系电话：023-63000000", *SECOND])]), "scan.pdf")
    assert [number["disposition"] for number in read.tables["ledger"].to_pylist()].count("redacted") == 1
    assert "63000000" not in str(read.tables["labels"].to_pylist())
    assert IssueCode.COUNT_DIFFERS not in {issue["code"] for issue in read.tables["issues"].to_pylist()}
    assert read.tables["recounts"].to_pylist() == []


def test_prose_above_and_below_a_table_keeps_its_order_and_wrapped_lines_are_joined() -> None:
    sentence = "本年支出增加的主要原因是新增产业发展专项资金并追加公用经费和项目经费合计一千五百三十万元整"
    reading = Reading(png(scan([sentence[:42], sentence[42:], *SECOND, "注：本表本年无发生额。"])))
    assert reading.cells == cells_of(SECOND)
    assert reading.prose[0] == sentence
    assert reading.prose[-1] == "注：本表本年无发生额。"
    first = reading.document.blocks[0]
    assert reading.document.layout.pages[first.line] == 1


def test_merged_and_open_cells() -> None:
    from PIL import ImageDraw

    page = scan(["A\tB\tC", "1,530\t2,570\t3,610", "4,720\t5,830\t6,940"])
    pen = ImageDraw.Draw(page)
    left, top, right = 140, 140, 140 + 3 * 116
    # the line between the first two cells of the first row, and the outer line on the left
    pen.rectangle((left + 100, top + 4, left + 130, top + 50), fill="white")
    pen.rectangle((left - 4, top - 4, left + 4, top + 400), fill="white")
    assert right < page.width
    grid = Reading(png(page)).cells
    assert [len(row) for row in grid] == [3, 3, 3]
    assert grid[0][1:] == ("", "C")
    assert grid[1:] == [("1,530", "2,570", "3,610"), ("4,720", "5,830", "6,940")]


def test_what_is_hardly_legible_is_an_issue_with_count_and_place() -> None:
    from PIL import ImageFilter

    reading = Reading(jpeg(noisy(scan(FIRST, dots=110).filter(ImageFilter.GaussianBlur(2)), 20), 20))
    found = [problem for problem in reading.problems if problem.code is IssueCode.LOW_CONFIDENCE]
    assert found
    assert "cells recognised in a table on page 1 are doubtful" in found[0].message
    assert "row 1 column" in found[0].message
    assert found[0].line in reading.document.layout.pages


@pytest.mark.parametrize("cut", [30, 200, 2000])
def test_a_damaged_image_is_an_issue(cut: int) -> None:
    (problem,) = Reading(png(scan(FIRST))[:cut]).problems
    assert problem.code is IssueCode.UNREADABLE_FILE
    assert "Deliver it again" in problem.message


def chunk(name: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@pytest.mark.parametrize("side", [10_000, 40_000])
def test_an_image_that_would_fill_the_memory_is_an_issue(side: int) -> None:
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    (problem,) = Reading(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"\x00" * 20)).problems
    assert problem.code is IssueCode.UNREADABLE_FILE
    assert "pixels" in problem.message


def test_an_empty_page_is_no_trouble() -> None:
    reading = Reading(png(scan([])))
    assert not reading.document.blocks
    assert not reading.problems


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    from dagster_project.extraction.read.ocr import engine

    def refused(*_: object) -> None:
        raise AssertionError("recognition wants the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    engine._engine.cache_clear()
    assert Reading(png(scan(["单位：万元"]))).prose == ["单位：万元"]


def test_images_of_other_kinds_of_pixels_are_read() -> None:
    page = scan(["a\tb", "1,530\t2,570"])
    for kind in ("L", "P", "RGBA", "I;16"):
        image = page.convert("L").convert("I;16") if kind == "I;16" else page.convert(kind)
        if kind == "I;16":
            image = image.point(lambda value: value * 257)
        target = io.BytesIO()
        image.save(target, "PNG")
        assert Reading(target.getvalue()).cells[1] == ("1,530", "2,570"), kind
