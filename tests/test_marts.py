"""The marts, end to end: what the five documents must come out as, stated from the documents and not from the output.

Run over the transcriptions in `raw/` and, where they are at hand, over the originals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from golden import disclosures, findings
from stepping import run_steps

from dagster_project.settings import PROJECT, Settings

ORIGINALS = PROJECT.parent / "shared" / "documents" / "shenzhen"
CITY, LONGGANG, PINGSHAN = "深圳市工业和信息化局", "深圳市龙岗区工业和信息化局", "深圳市坪山区工业和信息化局"
FUTIAN, NANSHAN = "深圳市福田区工业和信息化局", "深圳市南山区工业和信息化局"


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("raw", marks=pytest.mark.xdist_group("warehouse")),
        pytest.param("originals", marks=pytest.mark.xdist_group("originals")),
    ],
)
def marts(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[duckdb.DuckDBPyConnection]:
    if request.param == "raw":
        settings: Settings = request.getfixturevalue("installation")
    else:
        if not ORIGINALS.is_dir():
            pytest.skip(f"the originals are not at {ORIGINALS}")
        settings = Settings(ORIGINALS, tmp_path_factory.mktemp("originals") / "data")
        run_steps(settings)
    with duckdb.connect(str(settings.warehouse), read_only=True) as connection:
        connection.execute("set variable raw = ?", [str(settings.raw)])
        yield connection


def _rows(marts: duckdb.DuckDBPyConnection, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    return marts.execute(sql, list(values)).fetchall()


@pytest.mark.parametrize(
    ("department", "statement", "rows"),
    [
        (CITY, "budget_general_expenditure", 70),
        (CITY, "budget_transfer", 3),
        (LONGGANG, "budget_general_expenditure", 25),
        (PINGSHAN, "final_expenditure", 42),
        (PINGSHAN, "final_general_expenditure", 39),
        (PINGSHAN, "final_government_fund", 3),
    ],
)
def test_every_function_code_row_is_published(
    marts: duckdb.DuckDBPyConnection, department: str, statement: str, rows: int
) -> None:
    sql = "select count(*) from rpt_expenditure where department_name = ? and statement_kind = ?"
    assert _rows(marts, sql, department, statement) == [(rows,)]


def test_no_other_statement_has_function_code_rows(marts: duckdb.DuckDBPyConnection) -> None:
    assert _rows(marts, "select count(*) from rpt_expenditure") == [(70 + 3 + 25 + 42 + 39 + 3,)]


def test_codes_stand_under_four_units(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select distinct organisation_name from rpt_expenditure
             where statement_kind = 'budget_general_expenditure' and fiscal_year = 2021"""
    assert {name for (name,) in _rows(marts, sql)} == {
        "深圳市工业和信息化局本级",
        "深圳市中小企业服务局",
        "深圳市工业展览馆",
        "深圳市无线电监测管理站",
    }


@pytest.mark.parametrize(
    ("department", "year", "phase", "printed", "half_units"),
    [
        # each addend and the printed total may be off by half a printed unit
        (CITY, 2021, "approved", Decimal("5174860000"), Decimal(5000)),
        (LONGGANG, 2022, "approved", Decimal("845790000"), Decimal(5000)),
        (PINGSHAN, 2020, "executed", Decimal("1092147700"), Decimal(50)),
    ],
)
def test_additive_rows_sum_to_the_printed_total(
    marts: duckdb.DuckDBPyConnection, department: str, year: int, phase: str, printed: Decimal, half_units: Decimal
) -> None:
    sql = """select sum(total_cny), count(*), count(distinct statement_kind) from fct_expenditure
             where is_additive and department = ? and fiscal_year = ? and phase = ?"""
    ((total, addends, _),) = _rows(marts, sql, department, year, phase)
    assert abs(total - printed) <= half_units * (addends + 1)


def test_transfers_are_never_additive(marts: duckdb.DuckDBPyConnection) -> None:
    sql = "select distinct is_additive from rpt_expenditure where statement_kind = 'budget_transfer'"
    assert _rows(marts, sql) == [(False,)]


@pytest.mark.parametrize(
    ("department", "kinds", "column", "rows", "total"),
    [
        (CITY, "project_targets", "approved_cny", 17, "5056112002.91"),
        # the rows of table 13, in 万元: 438,574 + 64,806 + 1,018 + 1,213 printed for the four units, rows rounded
        (CITY, "budget_projects", "approved_cny", 22, "5056130000.00"),
        (LONGGANG, "key_projects", "approved_cny", 16, "788410000.00"),
        (PINGSHAN, "%self_evaluation", "executed_cny", 10, "1079410080.00"),
        (FUTIAN, "project_targets", "approved_cny", 18, "408650000.00"),
        (NANSHAN, "unit_self_evaluation", "revised_cny", 14, "2964361055.66"),
        (NANSHAN, "unit_self_evaluation", "executed_cny", 14, "2928889653.05"),
    ],
)
def test_projects_of_a_source_are_complete(
    marts: duckdb.DuckDBPyConnection, department: str, kinds: str, column: str, rows: int, total: str
) -> None:
    sql = f"select count(*), sum({column}) from rpt_projects where department_name = ? and statement_kind like ?"
    assert _rows(marts, sql, department, kinds) == [(rows, Decimal(total))]


@pytest.mark.parametrize(
    ("organisation", "tasks"),
    [
        ("深圳市工业和信息化局本级", 12),
        ("深圳市中小企业服务局", 6),
        ("深圳市工业展览馆", 4),
        ("深圳市无线电监测管理站", 4),
        ("深圳市龙岗区工业和信息化局本级", 18),
    ],
)
def test_tasks_belong_to_their_unit(marts: duckdb.DuckDBPyConnection, organisation: str, tasks: int) -> None:
    sql = "select count(*) from rpt_projects where organisation_name = ? and statement_kind = 'unit_targets'"
    assert _rows(marts, sql, organisation) == [(tasks,)]


def test_form_that_prints_the_wrong_unit_is_in_yuan(marts: duckdb.DuckDBPyConnection) -> None:
    sql = "select approved_cny, unit_as_printed, unit_applied, unit_basis from fct_projects where project_name = ?"
    assert _rows(marts, sql, "小型工程类项目") == [(Decimal("150000.00"), "万元", "元", "votes")]


@pytest.mark.parametrize(
    ("department", "column", "most"),
    # project expenditure as printed: 505,611万元; 78,841万元; 107,941.01万元; tasks less basic expenditure
    [
        (CITY, "approved_cny", "5056115000"),
        (LONGGANG, "approved_cny", "788415000"),
        (PINGSHAN, "executed_cny", "1079410150"),
        (NANSHAN, "executed_cny", "2900816510.25"),
    ],
)
def test_additive_projects_count_no_money_twice(
    marts: duckdb.DuckDBPyConnection, department: str, column: str, most: str
) -> None:
    sql = f"select sum({column}) from rpt_projects where is_additive and department_name = ?"
    ((total,),) = _rows(marts, sql, department)
    assert Decimal("0.99") * Decimal(most) < total <= Decimal(most)


def test_three_public_holds_both_years_and_both_phases(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select fiscal_year, phase, is_comparative, count(*), sum(total_cny) filter (is_additive)
             from rpt_three_public group by all order by all"""
    assert _rows(marts, sql) == [
        (2020, "approved", True, 5, None),
        (2020, "executed", False, 1, Decimal("150000.00")),
        (2020, "revised", False, 1, Decimal("228700.00")),
        (2021, "approved", False, 5, Decimal("1020000.00")),
        (2021, "approved", True, 1, None),
        (2022, "approved", False, 1, Decimal("180000.00")),
    ]


def test_indicators_of_the_forms_are_complete(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select count(*), count(*) filter (indicator_name = '不适用') from rpt_indicators
             where organisation_name = ? and fiscal_year = 2024"""
    assert _rows(marts, sql, f"{FUTIAN}本级") == [(195, 67)]


def test_no_number_is_unmapped(marts: duckdb.DuckDBPyConnection) -> None:
    sql = "select count(*), sum(unmapped), min(numbers_seen - facts - labels - unmapped - redacted) from rpt_coverage"
    assert _rows(marts, sql) == [(5, 0, 0)]


def test_row_that_bears_two_names_is_a_finding(marts: duckdb.DuckDBPyConnection) -> None:
    """Table 7 of Longgang calls 21305 扶贫; tables 1 and 6 call the same money 巩固脱贫衔接乡村振兴."""
    texts = _rows(marts, "select actual_text, expected_text from rpt_findings where fiscal_year = 2022")
    assert {"扶贫", "巩固脱贫衔接乡村振兴"} <= {text for row in texts for text in row}


def test_findings_are_those_that_were_read_against_the_documents(
    marts: duckdb.DuckDBPyConnection, request: pytest.FixtureRequest
) -> None:
    found = findings.found(marts)
    if request.node.callspec.params["marts"] == "originals":
        assert found == findings.verified(ORIGINALS)
    else:
        # the transcriptions hold few sentences, and stand on other lines
        assert {(rule, *sides) for _, rule, _, _, *sides in found} <= {
            (rule, *sides) for _, rule, _, _, *sides in findings.verified()
        }


def test_what_is_disclosed_is_what_was_read_in_the_documents(
    marts: duckdb.DuckDBPyConnection, request: pytest.FixtureRequest
) -> None:
    if not ORIGINALS.is_dir():
        pytest.skip(f"the originals, by which documents are named, are not at {ORIGINALS}")
    read, found = disclosures.read_by_eye(ORIGINALS), disclosures.found(marts)
    if request.node.callspec.params["marts"] == "originals":
        assert found == read
    else:
        # the transcriptions bear other names
        names = {(item, status) for (_, item), status in read.items()}
        assert {(item, status) for (_, item), status in found.items()} == names


def test_findings_name_both_sides(marts: duckdb.DuckDBPyConnection) -> None:
    sql = "select finding_id from rpt_findings where line is null or other_line is null or message_zh is null"
    assert _rows(marts, sql) == []


PERSONS = re.compile(
    r"(?:填[表报]人|项目负责人|联系电话)\s*(?:[:：]|\t)\s*(\S+)|^(\S{2,4})\n\(限\d+字以内\)", re.MULTILINE
)


def test_no_person_is_published(marts: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    """Names and telephones of clerks and comment authors stand in the originals, and in no table."""
    ((folder,),) = _rows(marts, "select getvariable('raw')")
    raw = Path(folder)
    read = "".join(file.read_text(encoding="utf-8") for file in raw.glob("*.txt"))
    persons = {name for pair in PERSONS.findall(read) for name in pair if name and name != "（略）"}
    assert bool(persons) == (raw == ORIGINALS)
    marts.execute(f"export database '{tmp_path / 'all'}' (format csv)")
    text = "".join(file.read_text(encoding="utf-8") for file in (tmp_path / "all").glob("*.csv"))
    assert [name for name in persons if name in text] == []
