"""The dbt sources are what the schemas say, the seed of statements what the knowledge says."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dagster_project.derived import __main__ as derived
from dagster_project.derived import sources
from dagster_project.extraction.schemas import TABLES


def test_generated_files_are_not_stale() -> None:
    assert derived.stale() == [], "run `python -m dagster_project.derived`"


def test_sources_describe_every_column_of_every_table() -> None:
    source = yaml.safe_load(sources.render_sources())["sources"][0]
    described = {table["name"]: [column["name"] for column in table["columns"]] for table in source["tables"]}
    assert described == {name: [column.name for column in table.columns] for name, table in TABLES.items()}


def test_no_mart_repeats_in_words_what_a_schema_says() -> None:
    said = {(column.name, column.description) for table in TABLES.values() for column in table.columns}
    repeated = {
        f"{model['name']}.{column['name']}"
        for file in (sources.DBT / "models" / "marts").rglob("*.yml")
        for model in yaml.safe_load(file.read_text("utf-8")).get("models", ())
        for column in model["columns"]
        if (column["name"], column["description"]) in said
    }
    assert repeated == set(), "write {{ doc('<column>') }} or {{ doc('<table>__<column>') }}"


def test_check_reports_a_stale_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sources, "SOURCES", tmp_path / "_sources.yml")
    monkeypatch.setattr(sources, "COLUMNS", tmp_path / "_columns.md")
    monkeypatch.setattr(sources, "STATEMENTS", tmp_path / "statements.csv")
    monkeypatch.setattr(sources, "UNITS", tmp_path / "units_of_amount.sql")
    assert derived.main(["--check"]) == 1
    assert "_sources.yml is stale" in capsys.readouterr().err
    assert derived.main([]) == 0
    assert derived.main(["--check"]) == 0
