"""CSV for spreadsheets opens as what it is: texts run nothing, numbers are numbers, and codes keep their digits."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import pytest
from releasing import published
from typer.testing import CliRunner

from dagster_project.cli import app
from dagster_project.publication.releases import Release
from dagster_project.settings import Settings

AS_THEY_ARE = ["信息化", "-1,234.50", "+5", "-3", "1,280.50", "12.5%", "2150517", "2031-03-05", "a=b", "0", "0.5", ""]
CHANGED = [
    "=1+1",
    "+a",
    "-a",
    "@sum",
    "\t1",
    "\r1",
    "－",
    "＝1",
    " =1",
    "-1+2",
    "440300123456789012",
    "-440300123456",
    "0012",
    "12345678e1234567",
]


@pytest.fixture
def release(tmp_path: Path) -> Release:
    """Return a current release with one table, in a folder whose name could be a pattern."""
    settings = Settings(tmp_path / "raw", tmp_path / "data [1] 'x'")

    def fill(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute(
            "create schema marts; create table marts.fct_texts (text varchar, amount_cny decimal(20, 2))"
        )
        for text in [*AS_THEY_ARE, *CHANGED]:
            connection.execute("insert into marts.fct_texts values (?, -1.5)", [text])

    return published(settings, fill)


def exported(release: Release, folder: Path, *options: str) -> bytes:
    """Return the bytes of the one table, exported."""
    data = str(release.folder.parents[1])
    result = CliRunner().invoke(app, ["export", str(folder), "--data", data, *options])
    assert result.exit_code == 0, result.output
    return (folder / "fct_texts.csv").read_bytes()


def test_csv_for_spreadsheets_changes_what_they_would_run_or_shorten(release: Release, tmp_path: Path) -> None:
    content = exported(release, tmp_path / "out [2] 'y'", "--for-spreadsheets")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines(keepends=True)))
    assert rows[0] == ["text", "amount_cny"]
    assert sorted(row[0] for row in rows[1:]) == sorted(AS_THEY_ARE + [f"'{text}" for text in CHANGED])
    assert {row[1] for row in rows[1:]} == {"-1.50"}


def test_csv_for_programs_changes_nothing(release: Release, tmp_path: Path) -> None:
    content = exported(release, tmp_path / "out", "--format", "csv").decode()
    title, *texts = (row[0] for row in csv.reader(content.splitlines(keepends=True)))
    assert (title, sorted(texts)) == ("text", sorted([*AS_THEY_ARE, *CHANGED]))
