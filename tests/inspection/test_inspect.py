"""The page of `yusuan inspect --html`: cells lie on what is printed, and bear the colour of what became of them."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from lxml import html
from paper import Paper, Turn, rule, write
from PIL import Image
from typer.testing import CliRunner, Result

from dagster_project.cli import app
from dagster_project.commands.frame import console
from dagster_project.inspection import page, read_document, write_page
from dagster_project.inspection.overlay import marks

DOCUMENTS = Path(__file__).resolve().parents[3] / "shared" / "documents" / "pdf"
DEPARTMENT = "深圳市龙岗区海洋观测局"
HEADER = ("科目编码", "科目名称", "支出总计", "基本支出", "项目支出")
ROWS = (
    ("220", "自然资源海洋气象等支出", "300", "120", "180"),
    ("22002", "海洋管理事务", "300", "120", "180"),
    ("2200201", "行政运行", "120", "120", "-"),
    ("2200299", "其他海洋管理事务支出", "180", "", "180"),
)
STRANGE = (("观测站", "气压"), ('甲站"><SCRIPT>alert(1)</SCRIPT>', "1013"))
ACROSS = (40, 110, 260, 340, 420, 500)
DOWN = (120, 145, 170, 195, 220, 245)
RED = (4, 2)
"""Row and column, from 0, of the figure that is printed in red."""


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "width", 300)


def inspect(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["inspect", *map(str, arguments)], env={"TERM": "dumb", "NO_COLOR": "1"})


def pdf(turn: Turn = 0, says_so: bool = True, pages: int = 1) -> bytes:
    """Draw a budget with one table on each page; one figure is red."""
    paper = Paper(turn=turn, says_so=says_so)
    for number in range(1, pages + 1):
        paper.text(60, 40, f"{DEPARTMENT} 2031年部门预算", 14)
        paper.text(60, 75, f"表{number} 一般公共预算支出表", 12)
        paper.text(60, 100, f"单位名称：{DEPARTMENT}")
        paper.text(420, 100, "单位：万元")
        rule(paper, ACROSS, DOWN)
        rows = [list(row) for row in (HEADER, *ROWS)]
        figure, rows[RED[0]][RED[1]] = rows[RED[0]][RED[1]], ""
        write(paper, ACROSS, DOWN, rows)
        paper.canvas.setFillColor("red")
        paper.text(ACROSS[RED[1] + 1] - 3, DOWN[RED[0] + 1] - 8, figure, align="right")
        paper.canvas.setFillColor("black")
        if number < pages:
            paper.new_page()
    return paper.save()


def text(*tables: Sequence[Sequence[str]]) -> str:
    """Write a budget with the general expenditure table, and `tables` that are of no known kind."""
    lines = [f"{DEPARTMENT} 2031年部门预算", "", "表7", "", "一般公共预算支出表", "", "单位：万元", ""]
    lines += ["\t".join(row) for row in (HEADER, *ROWS)]
    for table in tables:
        lines += ["", "观测结果如下。", "", *("\t".join(row) for row in table)]
    return "\n".join(lines) + "\n"


def written(content: bytes | str, folder: Path, name: str = "document") -> html.HtmlElement:
    """Return the page of a document."""
    write_page(read_document(content if isinstance(content, bytes) else content.encode(), name), folder / "page.html")
    return html.fromstring((folder / "page.html").read_text(encoding="utf-8"))


def cells(of: html.HtmlElement, printed: str) -> list[html.HtmlElement]:
    """Return the cells whose words begin with a text that is printed, over a page or in a table."""
    found: list[html.HtmlElement] = of.xpath("//main//*[contains(concat(' ', @class, ' '), ' cell ')]")
    return [cell for cell in found if cell.get("title").split("\n")[0] == printed]


def fate(of: html.HtmlElement, printed: str) -> set[str]:
    return {cell.get("class").split()[1] for cell in cells(of, printed)}


@pytest.mark.parametrize("says_so", [True, False])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_box_lies_on_the_printed_figure(tmp_path: Path, turn: Turn, says_so: bool) -> None:
    found = written(pdf(turn, says_so), tmp_path)
    (cell,) = [cell for cell in cells(found, "180") if f"column {RED[1] + 1}" in cell.get("title")]
    (picture,) = found.xpath("//img/@src")
    pixels = np.asarray(Image.open(io.BytesIO(base64.b64decode(picture.split(",")[1]))).convert("RGB")).astype(int)
    red = np.argwhere(pixels[:, :, 0] - pixels[:, :, 1] > 100) + 0.5
    left, top, width, height = (float(part) / 100 for part in re.findall(r":([\d.]+)%", cell.get("style")))
    y, x = (red / pixels.shape[:2]).T
    assert len(red) > 10
    assert x.min() > left
    assert x.max() < left + width
    assert y.min() > top
    assert y.max() < top + height
    across, down = width * pixels.shape[1], height * pixels.shape[0]
    cell_size = sorted((ACROSS[3] - ACROSS[2], DOWN[5] - DOWN[4]))
    assert sorted((across / 1.3, down / 1.3)) == pytest.approx(cell_size, abs=1)


@pytest.mark.parametrize("format", ["pdf", "text"])
def test_cells_bear_what_became_of_them(tmp_path: Path, format: str) -> None:
    found = written(pdf() if format == "pdf" else text(), tmp_path)
    assert fate(found, "300") == {"fact"}
    assert fate(found, "2200201") == {"label"}
    assert fate(found, "行政运行") == {"label"}
    assert fate(found, "基本支出") == {"label"}
    assert fate(found, "-") == {"undisclosed"}
    words = cells(found, "180")[-1].get("title")
    for expected in ("row 5", "1,800,000.00 yuan", "万元", "2200299", "project", DEPARTMENT):
        assert expected in words


def test_number_that_is_not_used_is_marked_with_the_reason_and_listed(tmp_path: Path) -> None:
    found = written(text(STRANGE), tmp_path)
    assert fate(found, "1013") == {"unmapped"}
    assert "Not used: the table is of no known kind" in cells(found, "1013")[0].get("title")
    assert "1 unmapped" in " ".join(found.xpath("//aside")[0].text_content().split())
    issues = found.xpath("//aside//ul")[0].text_content()
    assert "No known kind of statement matches this table" in issues
    assert "table 2" in issues


def test_doubtful_cell_is_marked_with_its_confidence() -> None:
    reading = read_document(text().encode(), "document")
    place = (reading.located[1].rows[1].line, 2)
    layout = replace(reading.document.layout, confidences={place: Decimal("0.50")})
    doubtful = [
        mark for mark in marks(replace(reading, document=replace(reading.document, layout=layout)))[1] if mark.doubtful
    ]
    assert [(mark.text, mark.fate.value) for mark in doubtful] == [("300", "fact")]
    assert "confidence of 0.5" in doubtful[0].words


def test_list_of_tables_says_kind_page_unit_and_header(tmp_path: Path) -> None:
    listed = " ".join(written(pdf(), tmp_path).xpath("//aside//ol")[0].text_content().split())
    for expected in (
        "一般公共预算支出表",
        "page 1",
        "budget_general_expenditure",
        "unit 万元 (table)",
        "支出总计 | 基本支出",
    ):
        assert expected in listed


def test_pages_beyond_the_bound_are_tables_and_the_page_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "PICTURES", 1)
    found = written(pdf(pages=2), tmp_path)
    assert len(found.xpath("//img")) == 1
    assert "1 of 2 pages are shown as printed" in found.text_content()
    assert len(cells(found, "220")) == 2
    assert [cell.tag for cell in cells(found, "220")] == ["i", "td"]


def test_page_is_complete_in_itself_and_text_stays_text(tmp_path: Path) -> None:
    written(text(STRANGE), tmp_path, name="<b>document</b>")
    source = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<script" not in source.lower()
    assert "甲站&#34;&gt;&lt;SCRIPT&gt;alert(1)&lt;/SCRIPT&gt;" in source
    assert "<b>document" not in source
    written(pdf(), tmp_path)
    source += (tmp_path / "page.html").read_text(encoding="utf-8")
    assert re.findall(r"https?:|//[a-z]|@import|url\(", re.sub(r"base64,[\w+/=]+", "", source)) == []
    assert all(reference.startswith(("data:", "#")) for reference in re.findall(r'(?:src|href)="([^"]*)"', source))


def test_document_that_cannot_be_read_has_a_page_with_its_issue(tmp_path: Path) -> None:
    found = written(b"%PDF-1.4 damaged", tmp_path)
    assert found.xpath("//aside//span[contains(@class, 'error')]")


def test_command_prints_the_tables_and_writes_the_page(tmp_path: Path) -> None:
    file, out = tmp_path / "budget.pdf", tmp_path / "page.html"
    file.write_bytes(pdf())
    result = inspect(file, "--html", out)
    assert result.exit_code == 0, result.output
    for expected in (
        "page",
        "unit (basis)",
        "header",
        "budget_general_expenditure",
        "万元 (table)",
        "支出总计 | 基本支出",
    ):
        assert expected in result.output
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_command_says_what_to_do_where_it_cannot_read_or_write(tmp_path: Path) -> None:
    file = tmp_path / "budget.txt"
    file.write_text(text(), encoding="utf-8")
    result = inspect(file, "--html", tmp_path / "nowhere" / "page.html")
    assert result.exit_code == 2
    assert "name a file in a folder that exists" in " ".join(result.output.split())
    result = inspect(file, "--html", tmp_path / "page")
    assert (result.exit_code, "let it end with .html" in " ".join(result.output.split())) == (2, True)
    result = inspect(file, "--html", file)
    assert result.exit_code == 2
    assert file.read_text(encoding="utf-8") == text()
    result = inspect(tmp_path, "--cells")
    assert result.exit_code == 2
    assert "prints the cells of one document" in " ".join(result.output.split())


def test_command_tells_of_every_document_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "budget.txt").write_text(text(), encoding="utf-8")
    (tmp_path / "other.pdf").write_bytes(pdf())
    result = inspect(tmp_path)
    assert result.exit_code == 0, result.output
    for expected in ("budget.txt", "other.pdf", f"{DEPARTMENT} · 2031", "in all"):
        assert expected in result.output
    assert "There is no file" in inspect(tmp_path / "missing.pdf").output
    assert "--html" in inspect("--help").output


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason=f"{DOCUMENTS} is absent")
def test_every_number_of_a_real_document_has_its_box(tmp_path: Path) -> None:
    file = min(DOCUMENTS.glob("*.pdf"), key=lambda path: path.stat().st_size)
    reading = read_document(file.read_bytes(), file.name)
    boxed = {
        (number, row, column)
        for number, table in reading.located.items()
        for row, each in enumerate(table.rows, 1)
        for column in range(1, len(each.cells) + 1)
        if (each.line, column - 1) in reading.document.layout.boxes
    }
    numbers = {
        (number["table_number"], number["row_number"], number["column_number"])
        for number in reading.rows["ledger"]
        if number["table_number"] is not None
    }
    assert numbers
    assert numbers <= boxed
    assert all(min(box) >= 0 and max(box) <= 1 for box in reading.document.layout.boxes.values())


def test_figures_that_their_sums_contradict_are_marked() -> None:
    exchanged = (
        ("220", "自然资源海洋气象等支出", "3,126.85", "5,961.96", "2,835.11"),
        ("22002", "海洋管理事务", "3,126.85", "5,961.96", "2,835.11"),
        ("2200201", "行政运行", "1,250.31", "2,039.32", "789.01"),
        ("2200299", "其他海洋管理事务支出", "1,876.54", "3,922.64", "2,046.10"),
    )
    lines = [f"{DEPARTMENT} 2031年部门预算", "", "表7", "", "一般公共预算支出表", "", "单位：万元", ""]
    content = "\n".join([*lines, *("\t".join(row) for row in (HEADER, *exchanged))]) + "\n"
    found = [mark for each in marks(read_document(content.encode(), "a.txt")).values() for mark in each]
    doubtful = [mark.text for mark in found if mark.doubtful]
    assert doubtful == [figure for row in exchanged for figure in row[2:]]
    assert all("sums contradict" in mark.words for mark in found if mark.doubtful)
