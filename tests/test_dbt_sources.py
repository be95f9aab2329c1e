"""The dbt sources are what the schemas say, the seed of statements what the knowledge says."""

from __future__ import annotations

import yaml

from dagster_project import dbt_sources
from dagster_project.extraction.schemas import TABLES


def test_generated_files_are_not_stale() -> None:
    assert dbt_sources.stale() == [], "run `python -m dagster_project.dbt_sources`"


def test_sources_describe_every_column_of_every_table() -> None:
    source = yaml.safe_load(dbt_sources.render_sources())["sources"][0]
    described = {table["name"]: [column["name"] for column in table["columns"]] for table in source["tables"]}
    assert described == {name: [column.name for column in table.columns] for name, table in TABLES.items()}


def test_check_reports_a_stale_file(tmp_path, monkeypatch, capsys) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(dbt_sources, "SOURCES", tmp_path / "_sources.yml")
    monkeypatch.setattr(dbt_sources, "COLUMNS", tmp_path / "_columns.md")
    monkeypatch.setattr(dbt_sources, "STATEMENTS", tmp_path / "statements.csv")
    assert dbt_sources.main(["--check"]) == 1
    assert "_sources.yml is stale" in capsys.readouterr().err
    assert dbt_sources.main([]) == 0
    assert dbt_sources.main(["--check"]) == 0
