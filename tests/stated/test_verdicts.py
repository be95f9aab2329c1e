"""Verdicts on findings: an entry is data, and it lapses when what it judged is no longer there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import jinja2
import pytest

from dagster_project.intake.inventory import take_inventory
from dagster_project.settings import PROJECT
from dagster_project.stated.problems import state_problems
from dagster_project.stated.verdicts import load_review

ENTRY = "- {finding: 0123456789abcdef, verdict: true, reason: misprint, expect: {document: 01234567}}\n"
MODEL = PROJECT / "dbt" / "models" / "marts" / "findings" / "fct_finding_verdicts.sql"


def reviewed(tmp_path: Path, text: str) -> list[dict[str, Any]]:
    """Return the rows of a review file with the given text."""
    file = tmp_path / "findings_review.yml"
    file.write_text(text, encoding="utf-8")
    return list(load_review(file).to_pylist())


def problem(tmp_path: Path, text: str) -> str:
    """Return what is wrong with the last entry of a review file."""
    return str(reviewed(tmp_path, text)[-1]["problem"])


def test_entries_are_rows_with_their_line(tmp_path: Path) -> None:
    first, second = reviewed(
        tmp_path, f"# what we hold\n{ENTRY}\n" + ENTRY.replace("0123456789abcdef", "fedcba9876543210")
    )
    assert (first["entry"], first["line"], second["entry"], second["line"]) == (1, 2, 2, 4)
    assert (first["verdict"], first["verdict_reason"], first["expect_document"]) == ("true", "misprint", "01234567")
    assert first["problem"] is second["problem"] is None


def test_scalars_are_what_is_written(tmp_path: Path) -> None:
    """YAML would take an id of digits for a number, a date for a date, true for a boolean, 1,234 for a text."""
    text = """
- finding: 0123456701234567
  verdict: false
  reason: 12
  reviewed_on: 2024-03-05
  expect: {actual: "1,234.50", expected: 扶贫}
"""
    (row,) = reviewed(tmp_path, text)
    assert row["problem"] is None
    assert (row["finding_id"], row["verdict"], row["reviewed_on"]) == ("0123456701234567", "false", "2024-03-05")
    assert (row["expect_actual"], str(row["expect_actual_value"])) == ("1,234.50", "1234.500000")
    assert (row["expect_expected"], row["expect_expected_value"]) == ("扶贫", None)


def test_no_file_means_no_verdicts(tmp_path: Path) -> None:
    assert load_review(tmp_path / "findings_review.yml").num_rows == 0
    assert reviewed(tmp_path, "# nothing yet\n") == []


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("verdict: true", "verdict: perhaps", "verdict: Input should be 'true', 'false' or 'explained'"),
        ("reason: misprint, ", "", "reason: Field required"),
        ("reason: misprint", "reason: ''", "reason: String should have at least 1 character"),
        ("document: 01234567", "", "expect: Value error, give document, actual or expected"),
        (", expect: {document: 01234567}", "", "expect: Field required"),
        ("document: 01234567", "document: shenzhen.txt", "expect.document: "),
        ("finding: 0123456789abcdef", "finding: 0123", "finding: "),
        ("verdict: true", "verdict: true, severity: note", "severity: Extra inputs are not permitted"),
        ("verdict: true", "verdict: true, reviewed_on: soon", "reviewed_on: "),
        ("verdict: true", "verdict: true, reviewed_on: 86400", "reviewed_on: "),
        ("verdict: true", "verdict: true, reviewed_on: 2031-02-31", "reviewed_on: "),
        (ENTRY, "- a word\n", "Input should be a valid dictionary"),
    ],
)
def test_an_entry_that_cannot_be_used_is_a_row_that_says_why(
    tmp_path: Path, before: str, after: str, message: str
) -> None:
    wrong = ENTRY.replace(before, after)
    assert wrong != ENTRY
    assert problem(tmp_path, wrong).startswith(message)
    assert "mend the entry" in problem(tmp_path, wrong)


def test_a_finding_is_judged_once(tmp_path: Path) -> None:
    assert problem(tmp_path, ENTRY + ENTRY) == "entry 1 judges the same finding; keep one of them"


@pytest.mark.parametrize("text", ["- {", "verdict: true", "\x00", "just words"])
def test_a_file_that_is_no_list_is_told_and_judges_nothing(tmp_path: Path, text: str) -> None:
    assert reviewed(tmp_path, text) == []
    file = tmp_path / "findings_review.yml"
    (told,) = state_problems(tmp_path / "corrections.yml", file, tmp_path / "stated", ()).to_pylist()
    assert (told["file"], told["code"]) == ("findings_review.yml", "review_failed")
    assert "raw/README.md" in told["problem"]


def test_the_review_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "findings_review.yml").write_text(ENTRY)
    assert take_inventory(tmp_path, tmp_path.parent / "archive") == ()


def _plain(expression: str) -> str:
    """Stand in for the macro of that name."""
    return f"rtrim(rtrim(cast({expression} as varchar), '0'), '.')"


def verdict(tmp_path: Path, entry: str, finding: str) -> dict[str, Any]:
    """Return the row of `fct_finding_verdicts` for one entry beside one finding (see `FINDING`) of one document."""
    (tmp_path / "findings_review.yml").write_text(entry, encoding="utf-8")
    stated = load_review(tmp_path / "findings_review.yml")
    sql = jinja2.Template(MODEL.read_text(encoding="utf-8")).render(
        ref=lambda name: name, source=lambda group, name: name, plain=_plain, and_kept=lambda *rows: ""
    )
    with duckdb.connect() as connection:
        connection.register("findings_review", stated)
        connection.execute(f"create table fct_findings as select {finding}")
        connection.execute(f"create table fct_failed_checks as select *, '{CHECK}' as check_id from fct_findings")
        connection.execute(
            f"create table dim_documents as select 'd' as document_id, '{'01234567' * 8}' as content_sha256"
        )
        return dict(connection.sql(sql).to_arrow_table().to_pylist()[0])


CHECK = "c" * 16
FINDING = """'0123456789abcdef' as finding_id, 'd' as document_id, 1234.5::decimal(20, 2) as actual_value,
    1300::decimal(20, 2) as expected_value, null::varchar as actual_text, null::varchar as expected_text"""
NAMED = FINDING.replace("1234.5", "null").replace("1300", "null").replace("null::varchar as actual", "'扶贫' as actual")


@pytest.mark.parametrize(
    ("expect", "finding"),
    [
        ("document: 01234567", FINDING),
        ("document: " + "01234567" * 8, FINDING),
        ("actual: '1,234.50', expected: 1300", FINDING),
        ("actual: 扶贫", NAMED),
    ],
)
def test_a_verdict_applies_to_what_it_judged(tmp_path: Path, expect: str, finding: str) -> None:
    row = verdict(tmp_path, ENTRY.replace("document: 01234567", expect), finding)
    assert (row["is_applied"], row["problem"], row["verdict"]) == (True, None, "true")


def test_a_verdict_on_a_check_is_one_on_its_finding(tmp_path: Path) -> None:
    row = verdict(tmp_path, ENTRY.replace("0123456789abcdef", CHECK), FINDING)
    assert (row["is_applied"], row["finding_id"], row["cause_id"]) == (True, CHECK, "0123456789abcdef")


@pytest.mark.parametrize(
    ("expect", "finding", "message"),
    [
        ("actual: '1,234.60'", FINDING, "it judges the printed 1,234.60, the finding has 1234.5"),
        ("expected: 1301", FINDING, "it judges 1301 as expected, the finding has 1300"),
        ("actual: 扶贫支出", NAMED, "it judges the printed 扶贫支出, the finding has 扶贫"),
        ("expected: 扶贫", NAMED, "it judges 扶贫 as expected, the finding has none"),
        ("document: 76543210", FINDING, "it judges the document 76543210, the finding is of 01234567"),
        ("document: 01234567", FINDING.replace("0123456789abcdef", "f"), "there is no such finding, or no more"),
        ("document: 76543210", FINDING.replace("0123456789abcdef", "f"), "the document 76543210 is not read any more"),
    ],
)
def test_a_verdict_lapses_with_what_it_judged(tmp_path: Path, expect: str, finding: str, message: str) -> None:
    row = verdict(tmp_path, ENTRY.replace("document: 01234567", expect), finding)
    assert not row["is_applied"]
    assert row["problem"].startswith(f"Entry 1, finding 0123456789abcdef: {message}")
    assert "judge anew or drop the entry" in row["problem"]
