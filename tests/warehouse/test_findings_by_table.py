"""Rows that bear findings are counted once each, and so are the findings."""

from __future__ import annotations

from pathlib import Path

import duckdb

from dagster_project.warehouse.findings_by_table import bearing_findings


def test_rows_and_findings_are_counted(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "w.duckdb")) as connection:
        connection.execute("create schema marts")
        rows = "(values ('f1 f2'), ('f2'), (null), ('')) as rows(finding_ids)"
        connection.execute(
            f"create table marts.rpt_some as from {rows}; create table marts.rpt_none as from {rows} limit 0"
        )
    some, none = bearing_findings(tmp_path / "w.duckdb", ("rpt_some", "rpt_none"))
    assert (some.bearing, some.rows, some.findings) == (2, 4, 2)
    assert some.description == "2 of 4 rows bear 2 findings: see `finding_ids`"
    assert (none.bearing, none.rows, none.findings) == (0, 0, 0)
