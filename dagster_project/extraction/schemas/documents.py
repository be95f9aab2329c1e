"""Documents, their tables and cells, and the organisations they name."""

from __future__ import annotations

from dagster_project.extraction.schemas.columns import (
    DOCUMENT,
    FLAG,
    KIND,
    KIND_BASIS,
    ORGANISATION,
    PLACE,
    TEXT,
    UNIT,
    WHOLE,
    YEAR,
    Column,
    TableSchema,
)

DOCUMENTS = TableSchema(
    "documents",
    "One row per file read",
    (
        DOCUMENT,
        Column("document_file", TEXT, "Path below the raw folder (文件)", required=True),
        Column("content_sha256", TEXT, "SHA-256 of the bytes (内容摘要)", required=True),
        Column("format", TEXT, "text, pdf, xlsx … (格式)", required=True),
        Column("encoding", TEXT, "Text encoding that was recognised (编码)"),
        Column("line_count", WHOLE, "Lines of text (行数)"),
        Column("page_count", WHOLE, "Pages; NULL of what has none (页数)"),
        Column("pages_rendered", WHOLE, "Pages that were drawn, to be looked at or recognised (渲染页数)"),
        Column("issuer_as_printed", TEXT, "Issuer as printed (发布单位, 原文)"),
        Column("organisation", TEXT, "Issuer, normalised (发布单位)"),
        Column("region_code", TEXT, "GB/T 2260 code of the issuer's region; 100000 for the centre (行政区划代码)"),
        Column("region_name", TEXT, "Name of that region, from the top down (行政区划)"),
        Column(
            "document_kind",
            TEXT,
            "budget, final_account, performance_targets, performance_evaluation; of what is none of a department or "
            "unit: government_budget, debt_report, notice, budget_announcement (文件种类)",
        ),
        Column("document_scope", TEXT, "department or unit (部门 | 单位)"),
        YEAR,
        Column("phases", TEXT, "Phases of its figures, comma-separated: approved, revised, executed (预算阶段)"),
        *(
            column
            for what, words in (
                ("issuer", "issuer (发布单位)"),
                ("region", "region (行政区划)"),
                ("kind", "kind (文件种类)"),
                ("scope", "scope (范围)"),
                ("fiscal_year", "fiscal year (年度)"),
                ("phase", "phase (阶段)"),
            )
            for column in (
                Column(f"{what}_evidence", TEXT, f"Words of the document that show the {words}"),
                Column(f"{what}_evidence_line", WHOLE, f"Line of those words for the {words}"),
            )
        ),
        Column("duplicate_of", TEXT, "document_id of the file with the same bytes that was read instead (重复文件)"),
        Column("source_url", TEXT, "URL from the sidecar file (来源网址)"),
        Column("published_on", TEXT, "Date of publication, from the sidecar file (发布日期)"),
        Column("retrieved_on", TEXT, "Date of retrieval, from the sidecar file (获取日期)"),
        Column("extractor_version", TEXT, "Version of the extractor (抽取程序版本)", required=True),
    ),
    ("document_file",),
)

TABLE_LIST = TableSchema(
    "tables",
    "One row per table found in a document, pages joined",
    (
        DOCUMENT,
        Column("table_number", WHOLE, "Table within the document, from 1 (表序)", required=True),
        Column("page", WHOLE, "First page; NULL in text (页)"),
        Column("line", WHOLE, "First line (首行)"),
        Column("last_line", WHOLE, "Last line (末行)"),
        KIND,
        KIND_BASIS,
        Column("title", TEXT, "Title as printed, with its number where one is printed (表名)"),
        *ORGANISATION,
        YEAR,
        *UNIT,
        Column(
            "unit_votes", TEXT, "JSON: votes for each unit and the alternative, where the unit was decided by votes"
        ),
        Column("row_count", WHOLE, "Rows after joining pages (行数)", required=True),
        Column("column_count", WHOLE, "Columns of the widest row (列数)", required=True),
        Column(
            "is_bound_in",
            FLAG,
            "It is of another disclosure than the document's, bound into the same file (另一份公开)",
            required=True,
        ),
    ),
    ("document_id", "table_number"),
)

CELLS = TableSchema(
    "cells",
    "One row per cell of every grid",
    (
        *PLACE,
        Column("column_number", WHOLE, "Column within the row, from 1 (列序)", required=True),
        Column("text", TEXT, "Text of the cell; personal data replaced by （略） (单元格)", required=True),
    ),
    ("document_id", "table_number", "row_number", "column_number"),
)

ORGANISATIONS = TableSchema(
    "organisations",
    "One row per document and name under which an organisation is printed",
    (
        DOCUMENT,
        Column("organisation", TEXT, "Normalised name (单位)", required=True),
        Column("name_as_printed", TEXT, "Name as printed (单位名称, 原文)", required=True),
        Column("kind", TEXT, "department, own_level (本级), unit, non_independent (非独立核算)", required=True),
        Column("parent", TEXT, "Normalised name of the organisation above it (上级单位)"),
        Column("department", TEXT, "Normalised name of its department (部门)"),
        Column("region_code", TEXT, "GB/T 2260 code (行政区划代码)"),
        Column("region_name", TEXT, "Name of that region in the document's year, from the top down (行政区划)"),
        Column("budget_code", TEXT, "Code of the budget unit where printed (预算单位代码)"),
        Column("line", WHOLE, "First line on which the name is printed (行号)"),
    ),
    ("document_id", "organisation", "name_as_printed"),
)
