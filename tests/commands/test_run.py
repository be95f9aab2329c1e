"""`yusuan run` names a folder that cannot be, and publishes what there is, be it nothing."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest
from calling import yusuan


def test_run_names_a_raw_folder_that_is_missing(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    for name, hint in (("documnts", f"Do you mean {tmp_path / 'documents'}?"), ("elsewhere", "Create it")):
        result = yusuan("run", "--raw", str(tmp_path / name), "--data", str(tmp_path))
        assert result.exit_code == 2
        assert f"There is no folder {tmp_path / name}, and nothing was run. {hint}" in result.output
    assert list(tmp_path.iterdir()) == [tmp_path / "documents"], "a run that did not begin is in no history"


def test_run_names_a_data_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = yusuan("run", "--raw", str(tmp_path), "--data", str(tmp_path / "file" / "data"))
    assert result.exit_code == 2
    assert f"data folder {tmp_path / 'file' / 'data'} (Not a directory)" in result.output


@pytest.mark.xdist_group("empty")
def test_run_on_an_empty_folder_publishes_an_empty_warehouse_and_tells_of_a_slip(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "corrections.yml").write_text("just words")
    result = yusuan("run", "--raw", str(tmp_path / "raw"), "--data", str(tmp_path / "data"))
    assert result.exit_code == 0, result.output
    assert re.search(r"documents +│ +0", result.output)
    assert re.search(r"Published \S+ in [\d.]+ s: .*building the warehouse [\d.]+", result.output)
    assert f'yusuan query "select * from rpt_coverage" --data {tmp_path / "data"}' in result.output.replace("'", '"')
    assert "yusuan issues --data" in result.output
    assert "yusuan findings" not in result.output
    with duckdb.connect(str((tmp_path / "data" / "warehouse.duckdb").resolve()), read_only=True) as connection:
        told = connection.execute("select document_file, severity, message from fct_issues").fetchall()
    assert [row[:2] for row in told] == [("corrections.yml", "error")]
    assert "it holds no list" in told[0][2]
