"""Corrections change what they expect to find, and say so where they no longer fit."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_extraction import fake_extract

from dagster_project.corrections import load_corrections
from dagster_project.errors import UsageError
from dagster_project.extraction.store import read_extracted
from dagster_project.refresh import RefreshReport, refresh
from dagster_project.settings import Settings

YEAR = "- {file: a.txt, field: fiscal_year, expect: 2021, value: 2022, reason: cover page misprinted}\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return a raw folder with one document, which the fake extractor takes for one of 2021."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("alpha")
    return Settings(tmp_path / "raw", tmp_path / "data")


def corrected(settings: Settings, corrections: str) -> RefreshReport:
    """Refresh with the given corrections."""
    settings.corrections.write_text(corrections)
    return refresh(settings, fake_extract, "1")


def rows(settings: Settings, table: str) -> list[dict[str, object]]:
    """Return the rows of an extracted table."""
    return list(read_extracted(settings.extracted, table).to_pylist())


def test_a_correction_replaces_the_value_and_gives_its_reason_as_evidence(settings: Settings) -> None:
    corrected(settings, YEAR)
    (document,) = rows(settings, "documents")
    assert document["fiscal_year"] == 2022
    evidence = document["fiscal_year_evidence"]
    assert evidence == "corrections.yml: cover page misprinted (fiscal_year was 2021)"
    assert rows(settings, "issues") == []


def test_a_correction_that_no_longer_fits_is_an_issue_and_changes_nothing(settings: Settings) -> None:
    corrected(settings, YEAR.replace("expect: 2021", "expect: 2019"))
    assert rows(settings, "documents")[0]["fiscal_year"] == 2021
    (issue,) = rows(settings, "issues")
    assert (issue["code"], issue["document_file"]) == ("correction_failed", "a.txt")
    assert "expects fiscal_year = 2019, the document has 2021" in str(issue["message"])


def test_a_correction_taken_back_restores_the_value(settings: Settings) -> None:
    corrected(settings, YEAR)
    corrected(settings, "[]")
    assert rows(settings, "documents")[0]["fiscal_year"] == 2021


def test_a_document_may_be_named_by_its_content(settings: Settings) -> None:
    sha = "8ed3f6ad685b959ead7022518e1af76cd816f8e8ec7ccdda1ed4018e8f2223f8"
    report = corrected(settings, YEAR.replace("file: a.txt", f"content_sha256: {sha}"))
    assert rows(settings, "documents")[0]["fiscal_year"] == 2022
    assert report.unused_corrections == ()


def test_a_correction_of_no_document_is_reported(settings: Settings) -> None:
    report = corrected(settings, YEAR.replace("a.txt", "gone.txt"))
    assert [correction.file for correction in report.unused_corrections] == ["gone.txt"]


def test_no_file_means_no_corrections(tmp_path: Path) -> None:
    assert load_corrections(tmp_path / "corrections.yml") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {file: a, field: colour, expect: x, value: y, reason: z}", "entry 1, field"),
        ("- {field: fiscal_year, expect: 1, value: 2, reason: z}", "either file or content_sha256"),
        ("- {file: a, field: fiscal_year, expect: '1', value: 2, reason: z}", "fiscal_year is a number"),
        ("- {file: a, field: organisation, expect: x, value: y, reason: ''}", "entry 1, reason"),
        ("- {file: a, field: organisation, value: y, reason: z}", "entry 1, expect"),
        ("{file: [", "not readable YAML"),
        ("just words", "the file: Input should be a valid list"),
    ],
)
def test_what_is_wrong_with_the_file_is_said(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "corrections.yml"
    file.write_text(text)
    with pytest.raises(UsageError, match=message):
        load_corrections(file)
