"""Corrections change what they expect to find, and say so where they no longer fit."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from dagster_project.settings import Settings
from dagster_project.stated.corrections import load_corrections
from dagster_project.stated.problems import state_problems
from dagster_project.store.buckets import read_extracted
from dagster_project.store.refresh import RefreshReport, refresh

DOCUMENT = """深圳市龙岗区海洋观测局 2021年部门预算

表7

一般公共预算支出表

单位：万元

预算单位\t科目编码\t科目名称\t支出总计
区海洋观测局本级\t\t\t300
\t220\t自然资源海洋气象等支出\t300
"""
YEAR = "- {file: a.txt, field: fiscal_year, expect: 2021, value: 2022, reason: cover page misprinted}\n"
FIGURE = "- {file: a.txt, table: 1, row: 3, column: 4, expect: '300', value: '310', reason: smudged}\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return a raw folder with one document, a budget of 2021."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(DOCUMENT, encoding="utf-8")
    return Settings(tmp_path / "raw", tmp_path / "data")


def corrected(settings: Settings, corrections: str) -> RefreshReport:
    """Refresh with the given corrections."""
    settings.corrections.write_text(corrections, encoding="utf-8")
    return refresh(settings, version="1", isolated=False)


def rows(settings: Settings, table: str) -> list[dict[str, object]]:
    """Return the rows of an extracted table."""
    return list(read_extracted(settings.extracted, table).to_pylist())


def years(settings: Settings) -> set[object]:
    """Return the fiscal years of the document and of its facts."""
    return {row["fiscal_year"] for table in ("documents", "statement_lines") for row in rows(settings, table)}


def test_a_correction_reaches_the_document_and_its_facts(settings: Settings) -> None:
    corrected(settings, YEAR)
    assert years(settings) == {2022}
    assert not any(row["is_comparative"] for row in rows(settings, "statement_lines"))
    evidence = rows(settings, "documents")[0]["fiscal_year_evidence"]
    assert evidence == "corrections.yml: cover page misprinted (fiscal_year was 2021)"
    assert rows(settings, "issues") == []


def test_a_correction_that_no_longer_fits_is_an_issue_and_changes_nothing(settings: Settings) -> None:
    corrected(settings, YEAR.replace("expect: 2021", "expect: 2019"))
    assert years(settings) == {2021}
    (issue,) = rows(settings, "issues")
    assert (issue["code"], issue["document_file"]) == ("correction_failed", "a.txt")
    assert "expects fiscal_year = 2019, the document has 2021" in str(issue["message"])


def test_a_correction_taken_back_restores_the_value(settings: Settings) -> None:
    corrected(settings, YEAR)
    corrected(settings, "[]")
    assert years(settings) == {2021}


def test_a_document_may_be_named_by_its_content(settings: Settings) -> None:
    sha = hashlib.sha256(DOCUMENT.encode()).hexdigest()
    report = corrected(settings, YEAR.replace("file: a.txt", f"content_sha256: {sha}"))
    assert years(settings) == {2022}
    assert report.unused_corrections == ()


def test_a_correction_of_a_second_copy_corrects_the_content(settings: Settings) -> None:
    (settings.raw / "copy.txt").write_text(DOCUMENT, encoding="utf-8")
    report = corrected(settings, YEAR.replace("a.txt", "copy.txt"))
    assert years(settings) == {2022}
    assert (len(rows(settings, "documents")), report.unused_corrections) == (2, ())


@pytest.mark.parametrize("named", ["file: a.txt, table: 1, row: 3, column: 4", "ledger_id: '{id}:t1:r3:c4'"])
def test_a_figure_is_corrected_by_place_or_by_ledger_id(settings: Settings, named: str) -> None:
    place = FIGURE.replace("file: a.txt, table: 1, row: 3, column: 4", named)
    report = corrected(settings, place.replace("{id}", hashlib.sha256(DOCUMENT.encode()).hexdigest()[:16]))
    amounts = [(row["value_as_printed"], str(row["amount_cny"])) for row in rows(settings, "statement_lines")]
    assert amounts == [("300", "3000000.00"), ("300", "3100000.00")]
    assert report.unused_corrections == ()


def test_a_correction_of_no_document_is_reported(settings: Settings) -> None:
    report = corrected(settings, YEAR.replace("a.txt", "gone.txt"))
    assert [correction.file for correction in report.unused_corrections] == ["gone.txt"]


def test_no_file_means_no_corrections(tmp_path: Path) -> None:
    assert load_corrections(tmp_path / "corrections.yml") == ((), (), ())


def test_a_slip_in_one_entry_leaves_the_others(settings: Settings) -> None:
    corrected(settings, YEAR.replace("2022", "'2022'") + "\n" + YEAR)
    assert years(settings) == {2022}
    told = state_problems(settings.corrections, settings.review, settings.stated, ()).to_pylist()
    assert [(row["line"], row["severity"]) for row in told] == [(1, "error"), (3, "warning")]
    assert "fiscal_year is a number" in told[0]["problem"]


def test_a_broken_file_leaves_its_last_readable_version_in_force(settings: Settings) -> None:
    corrected(settings, YEAR)
    corrected(settings, YEAR + "- {file: [")
    assert years(settings) == {2022}
    (*_, told) = state_problems(settings.corrections, settings.review, settings.stated, ()).to_pylist()
    assert (told["file"], told["line"], told["severity"]) == ("corrections.yml", None, "error")
    assert "line 2" in told["problem"]
    assert "the 1 of its last readable version count" in told["problem"]
    settings.corrections.unlink()
    refresh(settings, version="1", isolated=False)
    assert years(settings) == {2021}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {file: a, field: fiscal_year, expect: 1, value: 99999999999, reason: z}", "99999999999 is no year"),
        ("- {file: a, field: fiscal_year, expect: 1, value: 2031-01-01, reason: z}", "Entry 1, value"),
        ("- {file: a, table: 1, row: 2, column: 3, expect: x, value: '9999999999999999999', reason: z}", "no number"),
        ("- [a, b]", "Entry 1"),
        ("- {file: a, field: colour, expect: x, value: y, reason: z}", "entry 1, field"),
        ("- {field: fiscal_year, expect: 1, value: 2, reason: z}", "either file or content_sha256"),
        ("- {file: a, field: fiscal_year, expect: '1', value: 2, reason: z}", "fiscal_year is a number"),
        ("- {file: a, field: organisation, expect: x, value: y, reason: ''}", "entry 1, reason"),
        ("- {file: a, field: organisation, value: y, reason: z}", "entry 1, expect"),
        ("- {file: a, field: phase, expect: null, value: final, reason: z}", "phase is one of approved, revised"),
        ("- {file: a, field: organisation, expect: x, value: null, reason: z}", "an organisation has a name"),
        ("- {file: a, table: 1, row: 2, expect: x, value: '1', reason: z}", "or table, row and column"),
        ("- {table: 1, row: 2, column: 3, expect: x, value: '1', reason: z}", "file, content_sha256 or ledger_id"),
        ("- {ledger_id: '12:t1', expect: '1', value: '2', reason: z}", "entry 1, ledger_id"),
        ("- {file: a, table: 1, row: 2, column: 3, expect: x, value: y, reason: z}", "'y' is no number"),
        ("{file: [", "line 1: "),
        ("just words", "holds no list"),
        ("- {file: a, field: fiscal_year, expect: 1, value: 2031-02-31, reason: z}", "day is out of range"),
        ("[" * 2_000, "nested more than"),
    ],
)
def test_what_is_wrong_with_the_file_is_said(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "corrections.yml"
    file.write_text(text)
    ((_, problem),) = load_corrections(file).problems
    assert message.lower() in problem.lower()
