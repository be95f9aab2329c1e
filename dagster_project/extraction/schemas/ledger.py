"""What became of every number, and what a person should look at."""

from __future__ import annotations

from dagster_project.extraction.schemas.account import READING_STATUS
from dagster_project.extraction.schemas.columns import (
    CONFIDENCE,
    DOCUMENT,
    MONEY,
    TEXT,
    UNIT,
    WHOLE,
    YEAR,
    Column,
    TableSchema,
)

LEDGER_ROWS = TableSchema(
    "ledger",
    "One row per number seen in a document, with what became of it",
    (
        Column(
            "ledger_id", TEXT, "document_id, table, row and column, or line and character (数字台账标识)", required=True
        ),
        DOCUMENT,
        Column("table_number", WHOLE, "Table; NULL in prose (表序)"),
        Column("row_number", WHOLE, "Row (行序)"),
        Column("column_number", WHOLE, "Column (列序)"),
        Column("page", WHOLE, "Page; NULL in text (页)"),
        Column("line", WHOLE, "Line (行号)"),
        Column("span_start", WHOLE, "First character in the line or cell, where the number stands in text (起)"),
        Column("span_end", WHOLE, "Character after it (止)"),
        Column("table_title", TEXT, "Title of the table (表名)"),
        Column("row_label", TEXT, "Code, space, name (行标题)"),
        Column("column_label", TEXT, "Header levels top-down joined by ' / ' (列标题)"),
        Column("value_as_printed", TEXT, "Number as printed; NULL where redacted (数值, 原文)"),
        *UNIT,
        Column("amount_cny", MONEY, "Amount in yuan; NULL where it is not money (金额, 元)"),
        YEAR,
        Column("phase", TEXT, "approved, revised, executed (阶段)"),
        Column("disposition", TEXT, "fact, label, unmapped or redacted (去向)", required=True),
        Column("reason", TEXT, "Which fact table or kind of label it became, or why not (说明)", required=True),
        READING_STATUS,
        Column("reading_method", TEXT, "text, lattice, aligned or ocr (读取方式)", required=True),
        Column("confidence", CONFIDENCE, "Confidence of recognition; 1 for text (置信度)", required=True),
    ),
    ("document_id", "table_number", "row_number", "column_number", "line", "span_start"),
)

ISSUES = TableSchema(
    "issues",
    "One row per thing about a document that a person should look at",
    (
        DOCUMENT,
        Column("document_file", TEXT, "Path below the raw folder (文件)", required=True),
        Column("code", TEXT, "Issue code, a member of issues.IssueCode (问题代码)", required=True),
        Column("severity", TEXT, "error: nothing was read; warning: something was not; note (严重程度)", required=True),
        Column("table_number", WHOLE, "Table (表序)"),
        Column("row_number", WHOLE, "Row (行序)"),
        Column("page", WHOLE, "Page (页)"),
        Column("line", WHOLE, "Line (行号)"),
        Column("message", TEXT, "What is wrong, and the remedy (说明)", required=True),
        Column("unread", TEXT, "What was not read: pages, pictures, objects, annotations, hidden (未读内容)"),
        Column("unread_count", WHOLE, "How many of these: pages, or rows, columns and sheets (未读数量)"),
    ),
    ("document_file", "line", "table_number", "row_number", "code", "message"),
)
