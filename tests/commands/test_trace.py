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


def test_in_chinese_everything_that_leads_there_is_chinese(installation: Settings) -> None:
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        number = connection.execute("select total_ledger_id from rpt_expenditure order by total_cny desc").fetchone()
        finding = connection.execute("select finding_id from rpt_findings where expected_value is not null").fetchone()
    assert number is not None
    assert finding is not None
    code = ("--code", "2150517", "--year", "2021")
    for arguments in (code, number, finding):
        told = yusuan("trace", *arguments, "--lang", "zh", installation=installation).output
        english = yusuan("trace", *arguments, installation=installation).output
        own = re.sub(r"\w+\.txt|(?<!\S)\w+:[\w:]+|[0-9a-f]{16}|one_\w+|\w+_equals_\w+|\w+_\w+_\w+", "", told)
        assert not re.search("[a-z]{3,}", own), own
        assert re.search("第 [0-9]+ 行", told)
        assert re.search("line [0-9]+", english)


def test_releases_are_listed_in_chinese_and_read_by_programs_as_ever(installation: Settings) -> None:
    told = yusuan("releases", "--lang", "zh", installation=installation).output
    assert re.search("版本.*保留原因", told)
    assert "读者所见" in told
    assert "行" in told.splitlines()[-1]
    assert not re.search("[a-z]{3,}", re.sub("[0-9TZ]+-[0-9a-f]{8}", "", told))
    read = [
        yusuan("releases", "-f", "json", *given, installation=installation).output for given in ((), ("--lang", "zh"))
    ]
    assert read[0] == read[1]
    assert '"kept_because"' in read[0]
