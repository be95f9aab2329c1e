"""Issues and findings of the shipped documents are all listed, in the language asked for."""

from __future__ import annotations

import json
import re
from pathlib import Path

import duckdb
import pytest
from calling import yusuan
from lxml import html

from dagster_project.languages import in_chinese
from dagster_project.settings import Settings

pytestmark = pytest.mark.xdist_group("warehouse")


def test_issues_are_listed_and_filtered(installation: Settings) -> None:
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        known = connection.execute("select code, severity, document_file from marts.fct_issues").fetchall()
    assert known, "the documents shipped have issues"
    for option, number in (("--code", 0), ("--severity", 1), ("--file", 2)):
        wanted = known[0][number]
        printed = yusuan("issues", option, wanted, "--format", "json", installation=installation).output
        rows = json.loads(printed.splitlines()[0])
        expected = [row for row in known if (wanted in row[number] if number != 1 else row[number] == wanted)]
        assert sorted((row["code"], row["severity"], row["document_file"]) for row in rows) == sorted(expected)
    assert f"{len(known)} issue" in yusuan("issues", installation=installation).output
    assert yusuan("issues", "--code", "no_such_code", installation=installation).exit_code == 2


def test_issues_and_findings_are_told_in_the_language_asked_for(installation: Settings) -> None:
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        messages = [message for (message,) in connection.execute("select message from marts.fct_issues").fetchall()]
    english = yusuan("issues", "--lang", "en", installation=installation).output
    chinese = yusuan("issues", "--lang", "zh", installation=installation).output
    assert all(message in english for message in messages)
    assert all(in_chinese(message) in chinese for message in messages)
    assert "条读取说明" in chinese
    assert re.search(r"\d+ 条疑点：错误 \d+、警告 \d+、提示 \d+", yusuan("findings", installation=installation).output)
    assert re.search(r"\d+ findings: \d+ errors?", yusuan("findings", "--lang", "en", installation=installation).output)


def test_findings_are_as_many_as_the_warehouse_has(installation: Settings) -> None:
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        count = connection.execute("select count(*) from marts.rpt_findings").fetchone()
    result = yusuan("findings", "--lang", "en", installation=installation)
    assert count is not None
    assert f"{count[0]:,} findings" in result.output


def test_the_page_of_findings_shows_each_line_once(installation: Settings, tmp_path: Path) -> None:
    page = tmp_path / "findings.html"
    result = yusuan("findings", "--html", str(page), "--pdf", str(tmp_path / "notes"), installation=installation)
    assert result.exit_code == 0, result.output
    for part in html.parse(page).iterfind(".//pre"):
        numbers = re.findall(r"^(?:line|第) *(\d+) ", part.text_content(), re.MULTILINE)
        assert numbers
        assert len(numbers) == len(set(numbers))
    none = yusuan("findings", "--pdf", str(tmp_path / "notes"), installation=installation)
    assert none.exit_code == 2
    assert "Try --html" in none.output
