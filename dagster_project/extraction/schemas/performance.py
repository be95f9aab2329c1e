"""Targets, scores, and where the text repeats them."""

from __future__ import annotations

from dagster_project.extraction.schemas.columns import (
    FLAG,
    IN_PROSE,
    KIND,
    LEDGER,
    NUMBER,
    ORGANISATION,
    PLACE,
    TEXT,
    VALUE_AS_PRINTED,
    WHOLE,
    YEAR,
    Column,
    TableSchema,
)

INDICATORS = TableSchema(
    "indicators",
    "One row per printed performance indicator",
    (
        *PLACE,
        KIND,
        Column("scope", TEXT, "organisation or project (单位整体 | 项目)", required=True),
        *ORGANISATION,
        YEAR,
        Column("project_code", TEXT, "Project code (项目编码)"),
        Column("project_name", TEXT, "Project name (项目名称)"),
        Column("dimension", TEXT, "一级指标"),
        Column("aspect", TEXT, "二级指标"),
        Column("indicator_name", TEXT, "三级指标; NULL where the row is printed empty"),
        Column("target_value", TEXT, "Target as printed (指标值)"),
        Column("actual_value", TEXT, "Actual value as printed (完成值)"),
        Column("comparator", TEXT, "≥, ≤, =, >, < of the target (比较符)"),
        Column("target_number", NUMBER, "Number of the target, as printed, without its unit (指标值数字)"),
        Column("target_unit", TEXT, "Unit or counter word of the target (计量单位)"),
        Column("actual_number", NUMBER, "Number of the actual value, as printed, without its unit (完成值数字)"),
        Column("actual_unit", TEXT, "Unit or counter word of the actual value (完成值计量单位)"),
        Column("is_applicable", FLAG, "False where the row says 不适用, 无 or a dash (是否适用)", required=True),
        Column("explanation", TEXT, "指标解释"),
        Column("reason", TEXT, "Why a target was missed, and what is to be done about it (未完成原因和改进措施, 原文)"),
        LEDGER,
        Column("actual_ledger_id", TEXT, "Ledger row of the actual value (实际值)"),
    ),
    ("document_id", "table_number", "row_number"),
)

SCORES = TableSchema(
    "scores",
    "One row per printed row of a scoring table",
    (
        *PLACE,
        KIND,
        *ORGANISATION,
        YEAR,
        Column("path", TEXT, "Names of the levels, top-down, joined by ' / ' (指标层级)"),
        *(
            column
            for level, words in ((1, "一级"), (2, "二级"), (3, "三级"))
            for column in (
                Column(f"level_{level}", TEXT, f"{words}指标, filled down"),
                Column(f"level_{level}_weight", NUMBER, f"Weight printed for the {words}指标 in this row (分值)"),
                Column(f"level_{level}_ledger_id", TEXT, f"Ledger row of that weight ({words})"),
            )
        ),
        Column("row_role", TEXT, "leaf or total (行性质)", required=True),
        Column("score", NUMBER, "Score (得分)"),
        Column("score_text", TEXT, "Score as printed, also where it is a grade in words (得分, 原文)"),
        Column("score_ledger_id", TEXT, "Ledger row of the score (得分)"),
        Column("explanation", TEXT, "指标说明"),
        Column("rule_text", TEXT, "评分标准"),
    ),
    ("document_id", "table_number", "row_number"),
)

MENTIONS = TableSchema(
    "mentions",
    "One row per figure of the text that a table prints too, or that follows from it",
    (
        *IN_PROSE,
        Column("span_start", WHOLE, "First character of the figure in its line or cell, from 0 (起)", required=True),
        Column("span_end", WHOLE, "Character after the figure (止)", required=True),
        Column("table_number", WHOLE, "Table, where the figure stands inside a text cell (表序)"),
        Column("row_number", WHOLE, "Row of that cell (行序)"),
        Column("column_number", WHOLE, "Column of that cell (列序)"),
        Column(
            "concerns",
            TEXT,
            "What is repeated (所述事项): target or actual of an indicator; score, the total; rule, the points that a "
            "scoring rule gives for the rate printed here",
            required=True,
        ),
        Column("of_table_number", WHOLE, "Table of the row that it is about (所述表序)", required=True),
        Column("of_row_number", WHOLE, "That row (所述行序)", required=True),
        Column("label_as_printed", TEXT, "Words before the figure (名称, 原文)", required=True),
        VALUE_AS_PRINTED,
        Column("number", NUMBER, "Number in its unit; of a rule, the points (数值)"),
        Column("unit", TEXT, "Counter word, % or 分 (单位)"),
    ),
    ("document_id", "sequence", "span_start", "column_number", "of_table_number", "of_row_number"),
)
