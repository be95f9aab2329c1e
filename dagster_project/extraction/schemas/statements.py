"""Figures of statements and rows of projects."""

from __future__ import annotations

from dagster_project.extraction.schemas.account import READING_STATUS
from dagster_project.extraction.schemas.columns import (
    FLAG,
    KIND,
    KIND_BASIS,
    LEDGER,
    MONEY,
    NUMBER,
    ORGANISATION,
    PLACE,
    TEXT,
    UNIT,
    WHOLE,
    YEAR,
    Column,
    TableSchema,
)

STATEMENT_LINES = TableSchema(
    "statement_lines",
    "One row per disclosed figure of a recognised statement, with the meaning of its row and its column",
    (
        *PLACE,
        Column("column_number", WHOLE, "Column of the figure, from 1 (列序)", required=True),
        LEDGER,
        KIND,
        KIND_BASIS,
        *ORGANISATION,
        YEAR,
        Column("phase", TEXT, "approved, revised, executed (年初预算, 调整预算, 决算)"),
        Column("phase_evidence", TEXT, "Words or figure that decided the phase (阶段依据)"),
        Column("horizon", TEXT, "year, mid_term, cumulative, quarter_to_date (期间)", required=True),
        Column("is_comparative", FLAG, "True for a figure of another year than the document's (上年数)", required=True),
        Column(
            "fund",
            TEXT,
            "general_public_budget, government_fund_budget, state_capital_budget, "
            "fiscal_special_account, unit_funds, all, fiscal_appropriation (资金性质)",
        ),
        Column("side", TEXT, "income or expenditure in tables that print both side by side (收入 | 支出)"),
        Column(
            "classification", TEXT, "function, departmental_economic, government_economic, procurement, none (分类)"
        ),
        Column("code_as_printed", TEXT, "Code as printed; NULL where none (科目编码, 原文)"),
        Column("code", TEXT, "Code resolved; also for rows printed by name alone where it follows (科目编码)"),
        Column("name_as_printed", TEXT, "Name as printed, without numbering (科目名称)"),
        Column("item", TEXT, "Key of a known row without code: income_total, opening_balance … (项目)"),
        Column("level", WHOLE, "1 category 类, 2 subcategory 款, 3 item 项; NULL where it does not apply (级次)"),
        Column("row_role", TEXT, "leaf, subtotal, total or difference (行性质)", required=True),
        Column("parent_row_number", WHOLE, "row_number of the row it adds up into (上级行)"),
        Column("project_name", TEXT, "Project named in the row (项目名称)"),
        Column(
            "measure",
            TEXT,
            "What the column measures: total, basic, project, amount, opening … (指标); difference, rate, part and "
            "repetition are no levels",
            required=True,
        ),
        Column("row_label", TEXT, "Code, space, name (行标题)", required=True),
        Column("column_label", TEXT, "Header levels top-down joined by ' / ' (列标题)", required=True),
        Column("value_as_printed", TEXT, "Figure as printed (数值, 原文)"),
        *UNIT,
        Column("disclosure", TEXT, "figure, dash or blank (披露情况)", required=True),
        Column("decimals", WHOLE, "Decimals printed (小数位数)"),
        Column("amount_cny", MONEY, "Amount in yuan; NULL where not disclosed or not money (金额, 元)"),
        Column(READING_STATUS.name, TEXT, READING_STATUS.description, required=True),
    ),
    ("document_id", "table_number", "row_number", "column_number"),
)

PROJECTS = TableSchema(
    "projects",
    "One row per printed project row or project form",
    (
        *PLACE,
        KIND,
        Column("source_table", TEXT, "Title of the table or form (来源表)"),
        *ORGANISATION,
        YEAR,
        Column("project_code", TEXT, "Project code as printed (项目编码)"),
        Column("project_name", TEXT, "Project name as printed, line breaks removed (项目名称)"),
        Column("project_type", TEXT, "Project type as printed (项目类型)"),
        Column("is_basic", FLAG, "True for a row of basic expenditure among tasks (基本支出)", required=True),
        Column("is_new", FLAG, "True where 是否新增项目 says 是 (新增项目)"),
        Column("starts_on", TEXT, "Start as printed (开始)"),
        Column("ends_on", TEXT, "End as printed (结束)"),
        *(
            column
            for what, words in (
                ("approved", "approved this year (年初预算)"),
                ("revised", "revised budget of the year (全年预算)"),
                ("executed", "executed (执行数)"),
                ("midterm", "mid-term plan (中期规划)"),
                ("fiscal_appropriation", "of which fiscal appropriation (财政拨款)"),
                ("higher_level", "of which transfers from higher levels (上级转移支付)"),
                ("other_funds", "of which other funds (其他资金)"),
            )
            for column in (
                Column(f"{what}_cny", MONEY, f"Amount in yuan: {words}"),
                Column(f"{what}_ledger_id", TEXT, f"Ledger row of: {words}"),
            )
        ),
        Column("execution_rate", NUMBER, "Execution rate printed, 1 = 100 % (执行率)"),
        Column("execution_rate_ledger_id", TEXT, "Ledger row of the execution rate (执行率)"),
        *UNIT,
    ),
    ("document_id", "table_number", "row_number"),
)
