"""A verdict is published beside its finding; one that lapsed is an issue that everybody sees, and no crash."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest
from stepping import run_steps
from typer.testing import CliRunner

from dagster_project.cli import app
from dagster_project.settings import Settings
from dagster_project.settings.variables import DATA, RAW

pytestmark = pytest.mark.xdist_group("warehouse")
FINDINGS = (
    "select * exclude (verdict, verdict_reason) from marts.rpt_findings where document_file = ? order by finding_id"
)


def rows(settings: Settings, sql: str, *values: str) -> list[tuple[Any, ...]]:
    """Return rows of the published warehouse."""
    with duckdb.connect(str(settings.warehouse.resolve()), read_only=True) as connection:
        return connection.execute(sql, list(values)).fetchall()


def yusuan(settings: Settings, *arguments: str) -> str:
    """Return what a command prints."""
    environment = {RAW: str(settings.raw), DATA: str(settings.data), "COLUMNS": "300", "NO_COLOR": "1"}
    return CliRunner().invoke(app, list(arguments), env=environment).output


def test_verdicts_stand_beside_findings_and_lapse_with_their_document(installation: Settings, tmp_path: Path) -> None:
    file, judged, other, sha = rows(
        installation,
        """select document_file, min(finding_id), max(finding_id), any_value(content_sha256)
           from marts.rpt_findings join marts.dim_documents using (document_file)
           group by all having count(*) > 1 order by document_file limit 1""",
    )[0]
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    settings.raw.mkdir()
    shutil.copy(installation.raw / file, settings.raw)
    review = [
        {"finding": judged, "verdict": "explained", "reason": "they were renamed", "expect": {"document": sha[:8]}},
        {"finding": other, "verdict": "false", "reason": "read wrongly", "expect": {"actual": "something else"}},
        {"finding": "0" * 16, "verdict": "true", "reason": "gone", "expect": {"document": sha[:8]}},
    ]
    # one entry per line; JSON is YAML
    settings.review.write_text("".join(f"- {json.dumps(entry)}\n" for entry in review))
    run_steps(settings)
    assert rows(settings, FINDINGS, file) == rows(installation, FINDINGS, file)
    verdicts = "select finding_id, verdict, verdict_reason from marts.rpt_findings where verdict is not null"
    assert rows(settings, verdicts) == [(judged, "explained", "they were renamed")]
    issues = "select document_file, line, severity from marts.fct_issues where code = 'review_failed'"
    assert rows(settings, issues) == [("findings_review.yml", 2, "warning"), ("findings_review.yml", 3, "warning")]
    assert "verdict explained: they were renamed" in yusuan(settings, "findings", "--lang", "en")
    assert "verdict explained: they were renamed" in yusuan(settings, "trace", judged)
    explained = yusuan(settings, "findings", "--verdict", "explained", "--format", "json").splitlines()[0]
    assert [finding["finding_id"] for finding in json.loads(explained)] == [judged]
    assert "2 are not applied" in yusuan(settings, "doctor")

    with (settings.raw / file).open("a", encoding="utf-8") as document:
        document.write("\n（更正）\n")
    run_steps(settings)
    assert len(rows(settings, FINDINGS, file)) == len(rows(installation, FINDINGS, file))
    assert rows(settings, verdicts) == []
    messages = "select message from marts.fct_issues where code = 'review_failed' order by line limit 1"
    assert f"the document {sha[:8]} is not read any more" in rows(settings, messages)[0][0]


def test_the_doctor_tells_of_a_review_that_is_no_list(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    settings.raw.mkdir()
    settings.review.write_text("just words")
    assert "holds no list" in yusuan(settings, "doctor")
