"""Words that can contradict one another: regulations, names of codes, labels, contents."""

from __future__ import annotations

from dagster_project.extraction.schemas.columns import (
    CELL,
    END,
    FLAG,
    START,
    TEXT,
    TEXT_PLACE,
    WHOLE,
    Column,
    TableSchema,
)

CITATIONS = TableSchema(
    "citations",
    "One row per regulation cited in prose or in a text cell: a title, a document number, or both",
    (
        *TEXT_PLACE,
        START,
        END,
        *CELL,
        Column("title_as_printed", TEXT, "Title in 《…》 (文件名称, 原文)"),
        Column("title", TEXT, "The title folded: without brackets, quotes and 关于印发…的通知 (文件名称)"),
        Column("number_as_printed", TEXT, "Document number (文号, 原文)"),
        Column("number", TEXT, "The number as 深府〔2019〕1号 (文号)"),
    ),
    ("document_id", "sequence", "span_start", "column_number"),
)

CODE_MENTIONS = TableSchema(
    "code_mentions",
    "One row per name of a function code in prose, marked as 类, 款 or 项",
    (
        *TEXT_PLACE,
        START,
        END,
        Column("level", WHOLE, "1 category 类, 2 subcategory 款, 3 item 项 (级次)", required=True),
        Column("name_as_printed", TEXT, "Name as printed, without spaces (科目名称, 原文)", required=True),
        Column("code", TEXT, "Code that the document's tables print for it; NULL where none is certain (科目编码)"),
        Column("code_above", TEXT, "Code of the name above it, where it is certain (上级科目编码)"),
        Column("states_amount", FLAG, "True where its line states amounts (金额), and none of zero", required=True),
    ),
    ("document_id", "sequence", "span_start"),
)

LABELS = TableSchema(
    "labels",
    "One row per label of the document itself: the issuer, region or year it names, a document number, or what its "
    "words say of its own figures and paragraphs",
    (
        *TEXT_PLACE,
        START,
        *CELL,
        Column(
            "kind",
            TEXT,
            "issuer, region, fiscal_year, plan_year or document_number; direction: more or less, behind the figures; "
            "base_year: of what a figure is compared with; template: what was left of one; "
            "denial: of a fund that a table prints; index_number: a number of paragraphs or lines printed twice; "
            "skipped_number: one behind numbers that a list leaves out; phrase: long words printed with a letter more "
            "or less elsewhere (标签种类)",
            required=True,
        ),
        Column("words", TEXT, "Heading, caption or words that it stands in (所在文字)", required=True),
        Column("label_as_printed", TEXT, "The label as printed (标签, 原文)", required=True),
        Column("label_meant", TEXT, "What it should be, and is where the document is right (应为)", required=True),
    ),
    ("document_id", "sequence", "span_start", "column_number", "kind"),
)

ANNOUNCED_TABLES = TableSchema(
    "announced_tables",
    "One row per table that a document's contents announce",
    (
        *TEXT_PLACE,
        Column("title_as_printed", TEXT, "Entry of the contents (目录所列表名)", required=True),
        Column("title", TEXT, "Its words, without number, year and owner (表名)", required=True),
        Column("found_table_number", WHOLE, "Table that was found for it (表序)"),
        Column("found_as", TEXT, "table, heading, or explained as empty; NULL where it was not found (见于)"),
    ),
    ("document_id", "sequence"),
)

DISCLOSED_ITEMS = TableSchema(
    "disclosed_items",
    "One row per item of disclosure, and way in which the document shows it, at the first place",
    (
        *TEXT_PLACE,
        Column(
            "item", TEXT, "Item that is to be disclosed, a key of knowledge/disclosure.yml (公开事项)", required=True
        ),
        Column("shown_as", TEXT, "table, empty_table, stated, declared_empty, or elsewhere (公开方式)", required=True),
        Column("statement_kind", TEXT, "Kind of the table that shows it (报表种类)"),
        Column("table_number", WHOLE, "Table that shows it (表序)"),
        Column("words", TEXT, "Title, or sentence, as printed (原文)", required=True),
    ),
    ("document_id", "item", "shown_as"),
)
