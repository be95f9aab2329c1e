"""Eight real PDFs of Shanghai and Jiangsu against the figures that were checked by hand on their pages."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import duckdb
import pytest
from golden import disclosures, findings
from stepping import run_steps

from dagster_project.settings import PROJECT, Settings
from dagster_project.warehouse.build import build_of

DOCUMENTS = PROJECT.parent / "shared" / "documents" / "pdf"
GOLD = DOCUMENTS.parent / "pdf_gold.csv"
CHECKERS_ROWS = {"合计行", "三公合计", "三公小计", "机关运行经费", "公务用车运行费", "会议费", "公务接待费", "合计"}
"""Row words of the checker's own: such a table has one row, and its columns tell the figures apart."""
CHECKERS_COLUMNS = {"三公小计": "小计"}

pytestmark = [
    pytest.mark.xdist_group("pdf"),
    pytest.mark.skipif(not GOLD.is_file(), reason=f"the PDFs are not at {DOCUMENTS}"),
]


def _gold() -> list[dict[str, str]]:
    if not GOLD.is_file():
        return []
    with GOLD.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return an installation that holds what is published of the eight PDFs."""
    settings = Settings(DOCUMENTS, tmp_path_factory.mktemp("pdf") / "data")
    run_steps(settings)
    return settings


@pytest.fixture(scope="module")
def marts(published: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(published.warehouse), read_only=True) as connection:
        yield connection


def _rows(marts: duckdb.DuckDBPyConnection, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    return marts.execute(sql, list(values)).fetchall()


def _bare(words: str | None) -> str:
    return re.sub(r"[\s“”\"：:（）()、]", "", words or "")


@pytest.mark.parametrize("gold", _gold(), ids=lambda row: f"{row['file'][:12]}-{row['page']}-{row['value_as_printed']}")
def test_checked_figure_stands_in_the_ledger(marts: duckdb.DuckDBPyConnection, gold: dict[str, str]) -> None:
    sql = """select table_title, row_label, column_label from rpt_ledger
             where document_file = ? and page = ? and replace(value_as_printed, ' ', '') = ?
               and amount_cny = cast(? as decimal(20, 2)) and unit_applied = ? and disposition = 'fact'"""
    values = gold["file"], int(gold["page"]), gold["value_as_printed"], gold["value_cny"], gold["unit"]
    found = [tuple(map(_bare, row)) for row in _rows(marts, sql, *values)]
    titled = [(row, column) for title, row, column in found if _bare(gold["table"]) in title]
    row, column = _bare(gold["row"]), _bare(CHECKERS_COLUMNS.get(gold["column"], gold["column"]))
    if gold["row"].startswith("["):
        row = "71102事业单位医疗"
    assert [label for label, over in titled if column in over and (label == row or gold["row"] in CHECKERS_ROWS)], found


@pytest.mark.parametrize(
    "gold",
    [row for row in _gold() if re.match(r"\d{7} ", row["row"]) and "支出" in row["table"]],
    ids=lambda row: f"{row['file'][:12]}-{row['page']}-{row['value_as_printed']}",
)
def test_checked_function_code_is_expenditure(marts: duckdb.DuckDBPyConnection, gold: dict[str, str]) -> None:
    code = gold["row"].split()[0]
    measure = {"基本支出": "basic_cny", "项目支出": "project_cny"}.get(gold["column"], "total_cny")
    sql = f"select {measure} from rpt_expenditure where document_file = ? and page = ? and function_code = ?"
    found = _rows(marts, sql, gold["file"], int(gold["page"]), code)
    assert (Decimal(gold["value_cny"]).quantize(Decimal("0.01")),) in found


@pytest.mark.parametrize(
    "identity",
    [
        ("普陀_万里街道", "上海市普陀区人民政府万里街道办事处", "310107", "budget", "department", 2023),
        ("普陀_社会福利院", "上海市普陀区社会福利院", "310107", "budget", "unit", 2024),
        ("普陀_上海市财政局", "上海市财政局", "310000", "budget", "unit", 2025),
        ("普陀_规划资源局", "上海市普陀区规划和自然资源局", "310107", "final_account", "department", 2024),
        ("江苏省人大办公厅", "江苏省人大常委会办公厅", "320000", "budget", "department", 2017),
        ("2018年省检察院", "江苏省人民检察院", "320000", "budget", "department", 2018),
        ("江苏省政协办公厅", "江苏省政协办公厅", "320000", "budget", "department", 2019),
        ("省法院2018年度", "江苏省高级人民法院", "320000", "budget", "department", 2018),
    ],
    ids=lambda identity: identity[0],
)
def test_document_is_identified(marts: duckdb.DuckDBPyConnection, identity: tuple[Any, ...]) -> None:
    sql = """select organisation, region_code, document_kind, document_scope, fiscal_year from dim_documents
             where starts_with(document_file, ?)"""
    assert _rows(marts, sql, identity[0]) == [identity[1:]]


def test_hardly_a_number_is_left_without_a_place(marts: duckdb.DuckDBPyConnection) -> None:
    assert _rows(marts, "select document_file from rpt_coverage where unmapped > 0.005 * numbers_seen") == []
    assert _rows(marts, "select count(*) from rpt_coverage where numbers_seen > 200") == [(8,)]
    assert _rows(marts, "select count(*) from rpt_ledger where disposition = 'unmapped' and reason is null") == [(0,)]


def test_misprinted_code_is_read_as_meant_and_told(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select page from fct_issues where code = 'code_misprinted' and starts_with(document_file, '普陀_社会福利院')
             order by page"""
    assert _rows(marts, sql) == [(9,), (11,)]


def test_only_true_breaks_are_findings(marts: duckdb.DuckDBPyConnection) -> None:
    assert findings.found(marts) == findings.verified(DOCUMENTS)


def test_nearly_every_figure_of_a_statement_is_checked(published: Settings) -> None:
    sql = """select count(*) from audit.audit_figures where ledger_id not in
             (select anchor_id from audit.audit_addends union select part_id from audit.audit_addends)"""
    build = build_of(published, published.current.resolve().name).database
    with duckdb.connect(str(build), read_only=True) as connection:
        assert _rows(connection, sql)[0][0] < 30


def test_what_is_disclosed_is_what_was_read_in_the_documents(marts: duckdb.DuckDBPyConnection) -> None:
    assert disclosures.found(marts) == disclosures.read_by_eye(DOCUMENTS)
