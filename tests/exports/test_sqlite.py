"""The SQLite file holds every table with its keys, and its figures divide as people expect."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from exports.conftest import AMOUNTS, TEXTS

from dagster_project.exports.sources import Source, sources
from dagster_project.exports.sqlite import FILE, METADATA, write_sqlite
from dagster_project.publication.releases import Release, current_release
from dagster_project.settings import Settings


def test_values_are_exact_and_amounts_divide(
    small_release: Release, small_sources: list[Source], tmp_path: Path
) -> None:
    write_sqlite(small_release, small_sources, tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        rows = connection.execute("select text, amount_cny, holds from rpt_texts order by number").fetchall()
        (third,) = connection.execute("select amount_cny / 4 from rpt_texts where number = 9").fetchone()
        dictionary = connection.execute(
            "select unit, description_zh from dictionary where \"column\" = 'rate'"
        ).fetchall()
    assert [row[0] for row in rows] == TEXTS
    expected = [None if amount is None else Decimal(amount) for amount in AMOUNTS]
    exact = [None if row[1] is None else Decimal(str(row[1])) for row in rows]
    # a hundred trillion yuan have more digits than a REAL keeps
    assert [given == stated for given, stated in zip(exact, expected, strict=True)].index(False) == 4
    assert (exact[:4], exact[5:]) == (expected[:4], expected[5:])
    assert [row[2] for row in rows] == [1, *[0] * 10]
    assert third == 1.25
    assert dictionary == [("1 = 100 %", "比率")]
    described = json.loads((tmp_path / METADATA).read_text(encoding="utf-8"))
    assert described["databases"]["yusuan"]["tables"]["rpt_texts"]["columns"]["rate"] == "Rate, 1 = 100 % (比率)"


@pytest.mark.xdist_group("warehouse")
def test_every_table_has_its_rows_and_its_references_hold(installation: Settings, tmp_path: Path) -> None:
    release = current_release(installation)
    assert release is not None
    write_sqlite(release, sources(release, installation.dbt_project), tmp_path)
    summed = "select sum(cast(round(total_cny * 100) as integer)) from rpt_expenditure where is_additive"
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        references = connection.execute("select \"table\" from pragma_foreign_key_list('fct_ledger')").fetchall()
        counts = {
            table: connection.execute(f'select count(*) from "{table}"').fetchone()[0] for table in release.row_counts()
        }
        (fen,) = connection.execute(summed).fetchone()
    assert references == [("dim_documents",)]
    assert counts == release.row_counts()
    with duckdb.connect(str(release.warehouse), read_only=True) as connection:
        total = connection.execute("select sum(total_cny) from rpt_expenditure where is_additive").fetchone()
    assert total == (Decimal(fen) / 100,)
