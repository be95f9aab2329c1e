"""What a document's own arithmetic says of its reading."""

from __future__ import annotations

import pyarrow as pa

from dagster_project.extraction.schemas.columns import (
    DOCUMENT,
    KIND,
    LEDGER,
    LINE,
    MONEY,
    PAGE,
    PLACE,
    TABLE_NUMBER,
    TEXT,
    WHOLE,
    Column,
    TableSchema,
)

DIGITS = pa.decimal128(10, 1)
READING_STATUS = Column(
    "reading_status",
    TEXT,
    "certain: words and at least three digits of evidence agree; chosen: the evidence decided; untested: no identity "
    "could tell; doubtful: identities contradict the reading (读数可信度)",
)

READINGS = TableSchema(
    "readings",
    "One row per decision about how a table is read, with the evidence for and against it in digits",
    (
        DOCUMENT,
        TABLE_NUMBER,
        PAGE,
        LINE,
        KIND,
        Column(
            "decision", TEXT, "unit, columns (what they measure), rows (what adds up to what) (判读事项)", required=True
        ),
        Column("reading", TEXT, "The reading taken (采用的判读)", required=True),
        Column(READING_STATUS.name, TEXT, READING_STATUS.description, required=True),
        Column("digits_for", DIGITS, "Evidence of the identities that hold, in digits (支持位数)", required=True),
        Column(
            "digits_against", DIGITS, "What it costs to tell those that fail as misprints (反对位数)", required=True
        ),
        Column("runner_up", TEXT, "The reading that explains most of those not taken (次优判读)"),
        Column("margin", DIGITS, "Digits by which the reading taken leads it (领先位数)"),
        Column("candidates", TEXT, "All readings considered with cost and digits, as JSON (备选)", required=True),
        Column("evidence", TEXT, "Identities evaluated, how often each holds and fails, as JSON (依据)", required=True),
    ),
    ("document_id", "table_number", "decision"),
)

REPAIRS = TableSchema(
    "repairs",
    "One row per printed figure whose change makes at least two independent identities hold that fail",
    (
        *PLACE,
        Column("column_number", WHOLE, "Column of the figure, from 1 (列序)", required=True),
        LEDGER,
        KIND,
        Column("row_label", TEXT, "Code, space, name (行标题)", required=True),
        Column("column_label", TEXT, "Header levels top-down joined by ' / ' (列标题)", required=True),
        Column("value_as_printed", TEXT, "Figure as printed (数值, 原文)", required=True),
        Column("repaired_value", TEXT, "What it would have to be, in the unit printed (应为)", required=True),
        Column("unit_applied", TEXT, "Unit applied: 元, 万元, 亿元 (采用的单位)"),
        Column("amount_cny", MONEY, "Amount in yuan as printed (金额, 元)"),
        Column("repaired_cny", MONEY, "Amount in yuan that makes the identities hold (应为, 元)"),
        Column("digits", DIGITS, "Evidence for it, less what a misprint costs, in digits (证据位数)", required=True),
        Column("identities", WHOLE, "Number of identities that it makes hold (可恢复的勾稽关系数)", required=True),
        Column(
            "explains", TEXT, "Those identities, each with the cell it is about, as JSON (解释的不一致)", required=True
        ),
    ),
    ("document_id", "table_number", "row_number", "column_number"),
)
