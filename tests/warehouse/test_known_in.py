"""The test of keys finds what a dimension does not hold: here, a document that is taken out of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from dagster_project.settings import Settings

pytestmark = pytest.mark.xdist_group("warehouse")
FACTS = Path("compiled/yusuan/models/marts/facts")


@pytest.mark.parametrize("fact", ["fct_statement_lines", "fct_ledger"])
def test_a_document_that_the_dimension_lacks_is_found(
    installation: Settings, build_database: Path, tmp_path: Path, fact: str
) -> None:
    copy = shutil.copyfile(build_database, tmp_path / "warehouse.duckdb")
    (compiled,) = (installation.dbt_target / "build" / FACTS / f"{fact}.yml").glob("known_in_*.sql")
    with duckdb.connect(str(copy)) as connection:
        assert connection.execute(compiled.read_text("utf-8")).fetchall() == []
        row = connection.execute(f"select min(document_id) from marts.{fact}").fetchone()
        assert row is not None
        connection.execute("delete from marts.dim_documents where document_id = ?", row)
        assert connection.execute(compiled.read_text("utf-8")).fetchall() == [("document_id", row[0], row[0])]
