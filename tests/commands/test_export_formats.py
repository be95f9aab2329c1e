"""`yusuan export` writes the tables asked for, in each form, and over nothing that is there."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from calling import yusuan

from dagster_project.settings import Settings

pytestmark = pytest.mark.xdist_group("warehouse")


def test_export_takes_what_it_is_told(installation: Settings, tmp_path: Path) -> None:
    arguments = ["export", str(tmp_path), "--table", "rpt_totals", "--format"]
    assert "1 table of" in yusuan(*arguments, "xlsx", installation=installation).output
    assert "1 table of" in yusuan(*arguments, "sqlite", installation=installation).output
    assert {file.name for file in tmp_path.iterdir()} == {"yusuan.xlsx", "yusuan.sqlite", "datasette.json"}
    assert yusuan("export", str(tmp_path), "--table", "rpt_nothing", installation=installation).exit_code == 2
    assert yusuan(*arguments, "xlsx", "--for-spreadsheets", installation=installation).exit_code == 2


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_export_writes_every_table(installation: Settings, tmp_path: Path, form: str) -> None:
    result = yusuan("export", str(tmp_path), "--format", form, installation=installation)
    assert result.exit_code == 0, result.output
    assert (tmp_path / f"rpt_expenditure.{form}").is_file()
    exported = duckdb.sql(f"select count(*) from '{tmp_path}/fct_ledger.{form}'").fetchall()
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        assert exported == connection.execute("select count(*) from marts.fct_ledger").fetchall()
    assert yusuan("export", str(tmp_path / f"fct_ledger.{form}"), installation=installation).exit_code == 2
