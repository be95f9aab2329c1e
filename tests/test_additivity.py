"""Documents that hold the same money: in each case its sum is right once, and the reader sees which document counts.

See docs/adr/0004-one-document-counts.md. One warehouse holds all cases, each with a department of its own.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest
from openpyxl import Workbook
from paper import Paper
from pdf_reading import table
from stepping import installed, marts_of
from synthetic import CODED_HEADER, caption, tabs

HEADER = CODED_HEADER[1:]
Rows = list[tuple[Any, ...]]


def _department(case: str) -> str:
    return f"上海市普陀区{case}局"


def _unit(case: str) -> str:
    return f"上海市普陀区{case}服务站"


def _rows(total: int, category: str = "220") -> list[tuple[str, ...]]:
    texts = [("合计", ""), (category, "自然资源海洋气象等支出"), ("22002", "海洋管理事务"), ("2200201", "行政运行")]
    return [HEADER, *((*text, str(total), str(total), "0") for text in texts)]


def _document(issuer: str, scope: str, total: int, before: str = "", category: str = "220", kind: str = "预算") -> str:
    table = caption(f"一般公共预算支出{kind}表", 5, "元", issuer) + tabs(_rows(total, category))
    return f"{issuer} 2031年{scope}{kind}\n\n{before}{table}"


def _lines(issuer: str) -> list[str]:
    return [f"{issuer}2031年部门预算", "表5 一般公共预算支出表", "单位：元"]


def _pdf(issuer: str) -> bytes:
    paper = Paper()
    for number, line in enumerate(_lines(issuer)):
        paper.text(50, 50 + 16 * number, line)
    table(paper, _rows(900))
    return paper.save()


def _workbook(issuer: str) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [*((line,) for line in _lines(issuer)), *_rows(900)]:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _part(issuer: str) -> str:
    rows = [("合计", "", 70, "-", 70), ("212", "城乡社区支出", 70, "-", 70)]
    return f"{issuer} 2031年部门预算\n\n" + caption("政府性基金预算支出表", 6, "元", issuer) + tabs([HEADER, *rows])


def _three_public(issuer: str) -> str:
    rows = [
        ("项目", "2031年预算数", "2030年预算数"),
        ("合计", "10.50", "12.00"),
        ("1、因公出国（境）费用", "1.00", "2.00"),
        ("2、公务接待费", "2.50", "3.00"),
        ("3、公务用车费", "7.00", "7.00"),
        ("其中：公务用车运行维护费", "7.00", "7.00"),
        ("公务用车购置费", "0.00", "0.00"),
    ]
    title = caption("一般公共预算“三公”经费支出预算表", 8, "万元", issuer)
    return f"{issuer} 2031年部门预算\n\n{title}{tabs(rows)}"


def _files() -> dict[str, str | bytes]:
    """Return path → content; the first folder names the case and is part of the department's name."""
    members = f"纳入本部门编制范围的预算单位共2家，包括：{_department('林业')}（本级）、{_unit('林业')}。\n\n"
    return {
        "林业/department.txt": _document(_department("林业"), "部门", 900, members),
        "林业/unit.txt": _document(_unit("林业"), "单位", 300),
        "林业/own.txt": _document(f"{_department('林业')}本级", "单位", 600),
        "渔业/own.txt": _document(f"{_department('渔业')}本级", "单位", 600),
        "渔业/unit.txt": _document(_unit("渔业"), "单位", 300),
        "海洋/department.txt": _document(_department("海洋"), "部门", 900),
        "海洋/unit.txt": _document(_department("海洋"), "单位", 900),
        "地震/first.txt": _document(_department("地震"), "部门", 900),
        "地震/second.txt": _document(_department("地震"), "部门", 950),
        "测绘/all.txt": _document(_department("测绘"), "部门", 900),
        "测绘/part.txt": _part(_department("测绘")),
        "气象/one.pdf": _pdf(_department("气象")),
        "气象/other.xlsx": _workbook(_department("气象")),
        "水务/a.txt": _document(_department("水务"), "部门", 900),
        "水务/b.txt": _document(_department("水务"), "部门", 900),
        "园林/budget.txt": _document(_department("园林"), "部门", 900),
        "园林/final.txt": _document(_department("园林"), "部门", 880, kind="决算"),
        "港口/three.txt": _three_public(_department("港口")),
        "盐业/one.txt": _document(_department("盐业"), "部门", 900, category="7"),
    }


PUBLISHED = {
    "地震/first.txt": "2031-02-01",
    "地震/second.txt": "2031-03-01",
    "测绘/all.txt": "2031-02-01",
    "测绘/part.txt": "2031-03-01",
}


@pytest.fixture(scope="module")
def marts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    told = {f"{name}.source.yml": f"published_on: {day}\n" for name, day in PUBLISHED.items()}
    with marts_of(installed(tmp_path_factory.mktemp("additivity"), _files() | told)) as marts:
        yield marts


pytestmark = pytest.mark.xdist_group("additivity")


def _ask(marts: duckdb.DuckDBPyConnection, sql: str, *values: str) -> Rows:
    return marts.execute(sql, list(values)).fetchall()


@pytest.mark.parametrize(
    ("case", "counted"),
    [
        ("林业", [("department.txt", "approved", 900)]),
        ("渔业", [("own.txt", "approved", 600), ("unit.txt", "approved", 300)]),
        ("海洋", [("department.txt", "approved", 900)]),
        ("地震", [("second.txt", "approved", 950)]),
        ("水务", [("a.txt", "approved", 900)]),
        ("园林", [("budget.txt", "approved", 900), ("final.txt", "executed", 880)]),
        ("盐业", [("one.txt", "approved", 900)]),
    ],
)
def test_each_sum_of_money_counts_once(marts: duckdb.DuckDBPyConnection, case: str, counted: Rows) -> None:
    sql = """select parse_filename(document_file), phase, sum(total_cny) from fct_expenditure
             join dim_documents using (document_id, fiscal_year)
             where is_additive and document_file like ? || '/%' group by all order by all"""
    assert _ask(marts, sql, case) == counted


def test_same_disclosure_as_pdf_and_as_workbook_counts_once(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select document_file, format, is_current, sum(total_cny) from fct_expenditure
             join dim_documents using (document_id) where document_file like '气象/%' group by all order by 1"""
    assert _ask(marts, sql) == [("气象/one.pdf", "pdf", True, 900), ("气象/other.xlsx", "xlsx", True, 900)]
    sql = """select sum(total_cny) from fct_expenditure join dim_documents using (document_id)
             where is_additive and document_file like '气象/%'"""
    assert _ask(marts, sql) == [(900,)]


def test_department_that_names_a_unit_answers_for_it(marts: duckdb.DuckDBPyConnection) -> None:
    sql = "select kind, department from dim_organisations where organisation_name = ?"
    assert _ask(marts, sql, _unit("林业")) == [("unit", _department("林业"))]
    assert _ask(marts, sql, f"{_department('林业')}本级") == [("own_level", _department("林业"))]


@pytest.mark.parametrize(
    ("case", "documents"),
    [
        ("地震", [("first.txt", False, "second.txt", None), ("second.txt", True, None, None)]),
        ("测绘", [("all.txt", True, None, None), ("part.txt", True, None, None)]),
        ("水务", [("a.txt", True, None, None), ("b.txt", False, None, "a.txt")]),
    ],
    ids=["a later issue replaces", "a later part does not", "the same bytes"],
)
def test_document_tells_what_stands_in_its_place(marts: duckdb.DuckDBPyConnection, case: str, documents: Rows) -> None:
    sql = """select parse_filename(documents.document_file), documents.is_current,
                    parse_filename(newer.document_file), parse_filename(original.document_file)
             from dim_documents as documents
             left join dim_documents as newer on documents.superseded_by = newer.document_id
             left join dim_documents as original on documents.duplicate_of = original.document_id
             where documents.document_file like ? || '/%' order by 1"""
    assert _ask(marts, sql, case) == documents


def test_misprinted_code_is_counted_under_the_code_meant(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select function_code, function_code_as_printed, total_cny, is_additive from rpt_expenditure
             where document_file like '盐业/%' order by line"""
    assert _ask(marts, sql) == [
        ("220", "7", 900, False),
        ("22002", "22002", 900, False),
        ("2200201", "2200201", 900, True),
    ]
    sql = """select count(*) from fct_issues where code = 'code_misprinted' and document_file like '盐业/%'"""
    assert _ask(marts, sql) == [(1,)]


def test_three_public_expenses_in_rows_are_one_record(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select fiscal_year, is_additive, total_cny, abroad_cny, reception_cny, vehicle_cny, vehicle_purchase_cny,
                    vehicle_operation_cny from rpt_three_public where document_file like '港口/%' order by 1 desc"""
    assert _ask(marts, sql) == [
        (2031, True, 105000, 10000, 25000, 70000, 0, 70000),
        (2030, False, 120000, 20000, 30000, 70000, 0, 70000),
    ]
    assert _ask(marts, "select count(*) from rpt_findings where document_file like '港口/%'") == [(0,)]
