"""Documents of one body over years: a year beside the year before, what was planned beside what became of it.

Three bodies of one district. 林业 restates nothing. 渔业 states three figures of the year before otherwise than that
year's own documents did. 园林 has a final account alone, whose text tells what was approved.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb
import pytest
from stepping import installed, marts_of
from synthetic import caption, tabs

Rows = list[tuple[Any, ...]]
NAMES = {
    "213": "农林水支出",
    "21302": "林业和草原",
    "2130201": "行政运行",
    "2130205": "森林资源培育",
    "2130207": "森林资源管理",
}
NAMES_OF_2030 = NAMES | {"2130205": "森林培育"}
# Function code → 万元, by year
BUDGETS = {2030: {"2130201": 100, "2130205": 160}, 2031: {"2130201": 110, "2130205": 170}}
ACCOUNTS = {2030: {"2130201": 90, "2130205": 160}, 2031: {"2130201": 105, "2130207": 195}}


def _name(case: str) -> str:
    return f"深圳市龙岗区{case}局"


def _coded(year: int, amounts: dict[str, int], header: tuple[str, ...]) -> str:
    names = NAMES_OF_2030 if year == 2030 else NAMES
    total = sum(amounts.values())
    above = {"": total, "213": total, "21302": total}
    rows = [(code, names.get(code, "合计"), f"{amount}.00") for code, amount in {**above, **amounts}.items()]
    return tabs([header, *rows])


def _budget(case: str, year: int, three_public: tuple[str, ...], last_year: tuple[str, ...]) -> str:
    labels = (
        "合计",
        "1、因公出国（境）费用",
        "2、公务接待费",
        "3、公务用车费",
        "其中：公务用车运行维护费",
        "公务用车购置费",
    )
    rows = [("项目", f"{year}年预算数", f"{year - 1}年预算数"), *zip(labels, three_public, last_year, strict=True)]
    place = _name(case)
    return (
        f"{place} {year}年部门预算\n\n"
        + caption("一般公共预算支出表", 5, "万元", place)
        + _coded(year, BUDGETS[year], ("科目编码", "科目名称", "支出总计"))
        + "\n"
        + caption("一般公共预算“三公”经费支出预算表", 8, "万元", place)
        + tabs(rows)
    )


def _account(case: str, year: int, opening: int, closing: int, text: str) -> str:
    spent = sum(ACCOUNTS[year].values())
    income = spent + closing - opening
    side_by_side = [
        ("收入", "", "", "支出", "", ""),
        ("项目", "行次", "决算数", "项目", "行次", "决算数"),
        ("一、一般公共预算财政拨款收入", "1", income, "一、农林水支出", "5", spent),
        ("本年收入合计", "2", income, "本年支出合计", "6", spent),
        ("年初结转和结余", "3", opening, "年末结转和结余", "7", closing),
        ("总计", "4", income + opening, "总计", "8", spent + closing),
    ]
    place = _name(case)
    return (
        f"{place} {year}年度部门决算\n\n{text}\n\n"
        + caption("收入支出决算总表", 1, "万元", place)
        + tabs(side_by_side)
        + "\n"
        + caption("一般公共预算财政拨款支出决算表", 5, "万元", place)
        + _coded(year, ACCOUNTS[year], ("功能分类科目编码", "科目名称", "小计"))
    )


def _compared(before: int, approved: int) -> str:
    spent = sum(ACCOUNTS[2031].values())
    return (
        f"2031年度一般公共预算财政拨款支出决算 {spent} 万元，与 2030 年度决算数 {before} 万元相比，增加 {spent - before} 万元；"
        f"与年初预算数 {approved} 万元相比，增加 {spent - approved} 万元。"
    )


OF_A_CODE = "农林水支出（类）林业和草原（款）行政运行（项）。年初预算为 110 万元，支出决算为 105 万元。"
THREE_PUBLIC = {
    2029: ("11.00", "2.00", "2.00", "7.00", "7.00", "0.00"),
    2030: ("12.00", "2.00", "3.00", "7.00", "7.00", "0.00"),
    2031: ("10.50", "1.00", "2.50", "7.00", "7.00", "0.00"),
}
RESTATED = ("11.50", "2.00", "2.50", "7.00", "7.00", "0.00")


def _files() -> dict[str, str]:
    return {
        "林业/budget_2030.txt": _budget("林业", 2030, THREE_PUBLIC[2030], THREE_PUBLIC[2029]),
        "林业/budget_2031.txt": _budget("林业", 2031, THREE_PUBLIC[2031], THREE_PUBLIC[2030]),
        "林业/account_2030.txt": _account("林业", 2030, 10, 30, ""),
        "林业/account_2031.txt": _account("林业", 2031, 30, 20, _compared(250, 280)),
        "渔业/budget_2030.txt": _budget("渔业", 2030, THREE_PUBLIC[2030], THREE_PUBLIC[2029]),
        "渔业/budget_2031.txt": _budget("渔业", 2031, THREE_PUBLIC[2031], RESTATED),
        "渔业/account_2030.txt": _account("渔业", 2030, 10, 30, ""),
        "渔业/account_2031.txt": _account("渔业", 2031, 35, 20, _compared(240, 280)),
        "园林/account_2031.txt": _account("园林", 2031, 30, 20, _compared(250, 280) + "\n\n" + OF_A_CODE),
    }


@pytest.fixture(scope="module")
def marts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    with marts_of(installed(tmp_path_factory.mktemp("history"), _files())) as marts:
        yield marts


pytestmark = pytest.mark.xdist_group("history")


def _ask(marts: duckdb.DuckDBPyConnection, sql: str, *values: str) -> Rows:
    return marts.execute(sql, list(values)).fetchall()


def test_a_year_stands_beside_the_year_before_from_its_own_document(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select function_code, function_level, phase, amount_cny / 10000, prior_amount_cny / 10000,
                    change_cny / 10000, round(growth::double, 4), prior_basis,
                    parse_filename(document_file), parse_filename(prior_document_file)
             from rpt_year_over_year
             where organisation_name = ? and fiscal_year = 2031 and level = 'function' and phase = 'executed'
             order by 1"""
    files = ("account_2031.txt", "account_2030.txt")
    assert _ask(marts, sql, _name("林业")) == [
        ("213", 1, "executed", 300, 250, 50, 0.2, "own_document", *files),
        ("21302", 2, "executed", 300, 250, 50, 0.2, "own_document", *files),
        ("2130201", 3, "executed", 105, 90, 15, 0.1667, "own_document", *files),
        ("2130205", 3, "executed", None, 160, None, None, "own_document", None, files[1]),
        ("2130207", 3, "executed", 195, None, None, None, None, files[0], None),
    ]


def test_a_figure_of_the_year_before_shows_what_was_restated(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select subject, prior_amount_cny / 10000, comparative_cny / 10000, restated_cny / 10000
             from rpt_year_over_year
             where organisation_name = ? and fiscal_year = 2031 and restated_cny <> 0 order by 1"""
    assert _ask(marts, sql, _name("林业")) == []
    assert _ask(marts, sql, _name("渔业")) == [
        ("general_expenditure", 250, 240, -10),
        ("reception", 3, 2.5, -0.5),
        ("three_public_total", 12, 11.5, -0.5),
    ]


def test_without_its_document_a_year_is_what_the_next_years_states(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select fiscal_year, phase, amount_cny / 10000, prior_amount_cny / 10000, prior_basis
             from rpt_year_over_year where organisation_name = ? and subject = ? order by 1, 2"""
    assert _ask(marts, sql, _name("林业"), "abroad") == [
        (2030, "approved", 2, 2, "comparative"),
        (2031, "approved", 1, 2, "own_document"),
    ]
    assert _ask(marts, sql, _name("园林"), "general_expenditure") == [
        (2031, "approved", 280, None, None),
        (2031, "executed", 300, 250, "comparative"),
    ]


def test_only_what_differs_from_last_years_documents_is_found(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select checks.rule_id, checks.actual_value / 10000, checks.expected_value / 10000, checks.severity, checks.confidence
             from fct_failed_checks as checks inner join rpt_findings as findings using (finding_id)
             where findings.organisation_name = ? order by 1, 2"""
    assert _ask(marts, sql, _name("林业")) == []
    assert _ask(marts, sql, _name("园林")) == []
    assert _ask(marts, sql, _name("渔业")) == [
        ("comparative_equals_last_year", 2.5, 3, "warning", "query"),
        ("comparative_equals_last_year", 11.5, 12, "warning", "query"),
        ("opening_equals_last_closing", 35, 30, "warning", "query"),
        ("text_equals_last_year", 240, 250, "warning", "query"),
    ]
    # the reception differs, and the total with it by as much
    causes = _ask(
        marts,
        "select cause, count(*) from rpt_findings where organisation_name = ? group by 1 order by 1",
        _name("渔业"),
    )
    assert causes == [("carried", 1), ("place", 2)]


def test_planned_and_spent_stand_beside_each_other_by_code(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select function_code, approved_cny / 10000, executed_cny / 10000, round(execution_rate::double, 4), base
             from rpt_execution where organisation_name = ? and fiscal_year = 2031 and level = 'function' order by 1"""
    assert _ask(marts, sql, _name("林业")) == [
        ("2130201", 110, 105, 0.9545, "approved"),
        ("2130205", 170, None, None, None),
        ("2130207", None, 195, None, None),
    ]


def test_the_text_completes_what_no_table_prints(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select approved_cny / 10000, approved_source, executed_cny / 10000, executed_source,
                    round(executed_to_approved::double, 4), executed_to_revised
             from rpt_execution where organisation_name = ? and fiscal_year = 2031 and subject = 'general_expenditure'"""
    assert _ask(marts, sql, _name("园林")) == [(280, "prose", 300, "table", 1.0714, None)]
    assert _ask(marts, sql, _name("林业")) == [(280, "table", 300, "table", 1.0714, None)]
    sql = """select function_code, approved_cny / 10000, approved_source, executed_cny / 10000
             from rpt_execution where organisation_name = ? and level = 'function' order by 1"""
    assert _ask(marts, sql, _name("园林")) == [("2130201", 110, "prose", 105), ("2130207", None, None, 195)]


def test_a_name_of_a_code_has_its_years_and_its_evidence(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select function_name, first_year, last_year, documents, is_standard from dim_function_names
             where function_code = '2130205' order by 1"""
    assert _ask(marts, sql) == [("森林培育", 2030, 2030, 4, False), ("森林资源培育", 2031, 2031, 2, False)]
    sql = """select names.fiscal_year, names.times, ledger.row_label from fct_function_names as names
             inner join dim_documents as documents using (document_id)
             inner join fct_ledger as ledger
                 on names.document_id = ledger.document_id and names.line = ledger.line
             where names.function_code = '2130205' and documents.document_file = ? and ledger.disposition = 'fact'"""
    assert _ask(marts, sql, "林业/budget_2030.txt") == [(2030, 1, "2130205 森林培育")]
