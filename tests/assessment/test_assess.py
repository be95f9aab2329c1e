"""`yusuan assess` tells of each document what was read of it, leaves the folder as it was, and shows the worst tables."""

from __future__ import annotations

import csv
import json
import os
import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
from budgets import BUDGET
from lxml import html
from paper import Paper, rule, write
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from dagster_project.assessment import DocumentAssessment, making
from dagster_project.assessment.export import COLUMNS
from dagster_project.cli import app
from dagster_project.commands.frame import console
from dagster_project.errors import RunFailed
from dagster_project.main_run import Listener
from dagster_project.settings import Settings
from dagster_project.settings.variables import DATA

pytestmark = pytest.mark.xdist_group("assess")
ACROSS = (40, 160, 260, 360, 460)
DOWN = tuple(range(120, 320, 25))
READINGS = (("观测站", "气压", "湿度", "雨量"), *((f"第{row}站", f"{1000 + row}", "61", "7.5") for row in range(1, 7)))
GOOD = BUDGET.format(issuer="深圳市南山区海洋观测局")
CONTRADICTED = BUDGET.format(issuer="深圳市南山区气象局").replace(
    "120.00 | 100.00 | 20.00 |\n| 20108", "999.00 | 100.00 | 20.00 |\n| 20108"
)
LETTERS = re.compile("[A-Za-z]{2,}")
Documents = dict[str, dict[str, Any]]


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "width", 300)


def assess(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["assess", *map(str, arguments)], env={"TERM": "dumb", "NO_COLOR": "1"})


def pdf_without_a_known_table() -> bytes:
    paper = Paper()
    paper.text(60, 40, "深圳市龙岗区海洋观测局 2031年部门预算", 14)
    paper.text(60, 100, "观测结果如下。")
    rule(paper, ACROSS, DOWN)
    write(paper, ACROSS, DOWN, READINGS)
    return paper.save()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of documents, good and bad."""
    folder = tmp_path_factory.mktemp("新文件 [a] “b”")
    for name, text in {
        "good.txt": GOOD,
        "copy.txt": GOOD,
        "contradicted.txt": CONTRADICTED,
        "note.txt": "请于周五前交回钥匙。\n",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "stations.pdf").write_bytes(pdf_without_a_known_table())
    (folder / "broken.bin").write_bytes(b"\x00\x01\x02" * 99)
    return folder


def state(folder: Path) -> list[tuple[str, int, bytes]]:
    return [(file.name, file.stat().st_mtime_ns, file.read_bytes()) for file in sorted(folder.iterdir())]


@pytest.fixture(scope="module")
def assessed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return what is written of a whole assessment."""
    out = tmp_path_factory.mktemp("out")
    files = {form: out / f"assessment.{form}" for form in ("csv", "json", "html")}
    before = state(folder)
    result = assess(folder, *(part for form, file in files.items() for part in (f"--{form}", file)))
    assert result.exit_code == 0, result.output
    assert state(folder) == before
    screen = out / "screen.txt"
    screen.write_text(result.output, encoding="utf-8")
    return files | {"screen": screen}


@pytest.fixture
def documents(assessed: dict[str, Path]) -> Documents:
    read = json.loads(assessed["json"].read_text(encoding="utf-8"))["documents"]
    return {document["document_file"]: document for document in read}


def test_every_file_has_an_outcome(documents: Documents) -> None:
    assert {file: document["outcome"] for file, document in documents.items()} == {
        "broken.bin": "failed",
        "contradicted.txt": "read",
        "copy.txt": "read",
        "good.txt": "duplicate",
        "note.txt": "out_of_scope",
        "stations.pdf": "read",
    }
    assert documents["broken.bin"]["standing"] == "unread"
    assert "binary" in documents["broken.bin"]["outcome_because"]


def test_numbers_tables_and_identity_are_those_of_the_document(documents: Documents) -> None:
    good = documents["copy.txt"]
    assert (good["issuer"], good["document_kind"], good["fiscal_year"]) == ("深圳市南山区海洋观测局", "budget", 2026)
    assert (good["numbers"], good["facts"], good["labels"], good["unmapped"]) == (15, 12, 3, 0)
    assert (good["fact_share"], good["label_share"], good["unmapped_share"]) == (0.8, 0.2, 0)
    assert (good["tables"], good["tables_known"], good["tables_unknown"]) == (1, 1, 0)
    assert (good["digits_lost"], good["standing"], good["reasons"]) == (0, "sound", [])
    assert good["identities_satisfied"] > 0
    assert good["seconds"] > 0
    stations = documents["stations.pdf"]
    assert (stations["numbers"], stations["unmapped"], stations["tables_unknown"]) == (18, 18, 1)
    assert stations["standing"] == "unsound"


def test_what_contradicts_itself_is_counted(documents: Documents) -> None:
    assert documents["copy.txt"]["identities_failed"] == 0
    assert documents["contradicted.txt"]["identities_failed"] > 0


def test_csv_holds_what_json_holds(assessed: dict[str, Path], documents: Documents) -> None:
    with assessed["csv"].open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert [row["document_file"] for row in rows] == list(documents)
    assert list(rows[0]) == list(COLUMNS)
    assert all(
        row[name]
        == ("" if documents[row["document_file"]][name] is None else str(documents[row["document_file"]][name]))
        for row in rows
        for name in COLUMNS
        if name != "reasons"
    )


def test_the_summary_is_the_sum_of_what_counts(assessed: dict[str, Path], documents: Documents) -> None:
    summary = json.loads(assessed["json"].read_text(encoding="utf-8"))["summary"]
    counted = [document for document in documents.values() if document["standing"] != "aside"]
    assert (summary["documents"], len(counted)) == (6, 4)
    for name in ("numbers", "facts", "unmapped", "tables", "identities_satisfied", "digits_printed"):
        assert summary[name] == sum(document[name] or 0 for document in counted)
    assert summary["megabytes"] == max(document["megabytes"] or 0 for document in counted)
    assert summary["outcomes"] == {"read": 3, "duplicate": 1, "out_of_scope": 1, "withheld": 0, "failed": 1}


def test_the_page_shows_the_verdict_the_documents_and_the_worst_tables(assessed: dict[str, Path]) -> None:
    page = html.fromstring(assessed["html"].read_text(encoding="utf-8"))
    assert page.find(".//h1").text_content().startswith("Do not trust this folder yet")
    told = page.find_class("documents")[0].text_content()
    assert all(name in told for name in ("copy.txt", "stations.pdf", "broken.bin"))
    first = page.find_class("worst")[0]
    assert "18 of 18 numbers not used" in first.text_content()
    assert first.find(".//img").get("src").startswith("data:image/png;base64,")
    assert len(first.find_class("cell unmapped")) == 18
    assert not list(page.iter("script", "link"))


def test_the_screen_tells_the_verdict_last(assessed: dict[str, Path]) -> None:
    told = assessed["screen"].read_text(encoding="utf-8")
    assert "Do not trust this folder yet. Its reading" in told
    assert "6 documents: 1 sound" in told
    assert f"Written: {assessed['html']}" in told
    assert "summing up" in told
    assert "publishing" not in told


def test_quick_builds_no_warehouse_and_leaves_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    data = Path(os.environ[DATA])
    before = sorted(data.rglob("*"))
    out = tmp_path / "quick.json"
    result = assess(folder, "--quick", "--json", out)
    assert result.exit_code == 0, result.output
    assert "Printed totals were not looked at." in result.output
    read = json.loads(out.read_text(encoding="utf-8"))
    assert read["is_quick"]
    assert {document["additive_cny"] for document in read["documents"]} == {None}
    assert [file.name for file in tmp_path.iterdir()] == ["quick.json"]
    assert sorted(data.rglob("*")) == before


def test_a_narrow_screen_has_a_block_for_each_document(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "width", 80)
    told = assess(folder, "--quick").output
    assert max(cell_len(line) for line in told.splitlines()) <= 80
    blocks = told.split("worst tables")[0].split(" ──")
    assert "identities hold / fail" in next(block for block in blocks if "海洋观测局" in block)
    assert "numbers" in blocks[-1]


def test_a_warehouse_that_cannot_be_built_is_the_verdict(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(settings: Settings, listener: Listener) -> None:
        raise RunFailed("model.yusuan.rpt_totals: no such column")

    monkeypatch.setattr(making, "run_main_job", fails)
    result = assess(folder)
    assert result.exit_code == 1, result.output
    assert "The warehouse could not be built: model.yusuan.rpt_totals: no such column" in result.output
    assert "The warehouse cannot be built. Nothing" in result.output
    assert "stations.pdf" in result.output


def test_in_chinese_no_english_is_left(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    result = assess(folder, "--quick", "--lang", "zh", "--html", out)
    assert result.exit_code == 0, result.output
    page = html.fromstring(out.read_text(encoding="utf-8"))
    assert page.get("lang") == "zh"
    pictured = [str(word) for name in ("alt", "title") for word in page.xpath(f"//@{name}")]
    names = {name for file in folder.iterdir() for name in LETTERS.findall(file.name)} | {"MB"}
    for told in (page.find("body").text_content(), *pictured, result.output):
        said = told.replace(str(folder), "").replace(str(out), "")
        assert set(LETTERS.findall(said)) <= names, said


def test_a_folder_without_budgets_says_so(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("A letter.", encoding="utf-8")
    result = assess(tmp_path, "--quick")
    assert result.exit_code == 0, result.output
    assert "There is no budget in this folder" in result.output


def test_what_cannot_be_done_is_said_with_a_remedy(folder: Path, tmp_path: Path) -> None:
    for arguments, told in (
        ([tmp_path / "nowhere"], "There is no folder"),
        ([tmp_path], "There is no file in"),
        ([folder / "good.txt"], "yusuan inspect"),
        ([folder, "--csv", tmp_path], "name a file"),
        ([folder, "--csv", tmp_path / "nowhere" / "a.csv"], "name a file"),
        ([folder, "--html", folder / "page.html"], "would lie among the documents"),
        ([folder, "--html", tmp_path / "page"], "let it end with .html"),
    ):
        result = assess(*arguments)
        assert (result.exit_code, told in result.output) == (2, True), result.output


def test_every_field_says_what_it_is() -> None:
    fields = {**DocumentAssessment.model_fields, **DocumentAssessment.model_computed_fields}
    assert all(field.title and "(" in (field.description or "") for field in fields.values())
