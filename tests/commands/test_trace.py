"""`yusuan trace` leads to the printed line."""

from __future__ import annotations

import re

import duckdb
import pytest
from calling import yusuan

from dagster_project.settings import PROJECT, Settings

pytestmark = pytest.mark.xdist_group("warehouse")
BUDGET = PROJECT / "raw" / "shenzhen_miit_department_budget_2021.txt"


def test_trace_leads_from_a_code_to_the_printed_line(installation: Settings) -> None:
    arguments = ["trace", "--code", "2150517", "--organisation", "深圳市工业和信息化局", "--year", "2021"]
    result = yusuan(*arguments, installation=installation)
    assert result.exit_code == 0, result.output
    line = int(re.search(rf"{re.escape(BUDGET.name)}, line (\d+)", result.output)[1])  # type: ignore[index]
    printed = BUDGET.read_text(encoding="utf-8").split("\n")[line - 1]
    assert "2150517" in printed
    assert printed.replace("\t", " │ ") in result.output


def test_trace_leads_from_a_ledger_id_to_the_printed_line(installation: Settings) -> None:
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        row = connection.execute(
            "select total_ledger_id, document_file, line from marts.rpt_expenditure order by total_cny desc limit 1"
        ).fetchone()
    assert row is not None
    result = yusuan("trace", row[0], installation=installation)
    assert result.exit_code == 0, result.output
    assert f"{row[1]}, line {row[2]}" in result.output


def test_trace_of_nothing_is_wrong_usage(installation: Settings) -> None:
    assert yusuan("trace", installation=installation).exit_code == 2
    assert yusuan("trace", "--code", "9999999", installation=installation).exit_code == 2
