"""What the second count of a document's digits gives, beside the first."""

from __future__ import annotations

from dagster_project.extraction.schemas.columns import DOCUMENT, TEXT, WHOLE, Column, TableSchema

RECOUNTS = TableSchema(
    "recounts",
    "One row per document and what became of the digits it prints; lost and added ones by page",
    (
        DOCUMENT,
        Column(
            "fate",
            TEXT,
            "printed = in_ledger + not_a_number + left_out + lost - added, in digits (去向)",
            required=True,
        ),
        Column("by_rule", TEXT, "What digits are that are no number, or why they are left out (规则)"),
        Column("counted_page", WHOLE, "Page of what is lost or added; NULL in text (页)"),
        Column("sequences", WHOLE, "Runs of digits (数字串)", required=True),
        Column("digits", WHOLE, "Digits (数字位数)", required=True),
    ),
    ("document_id", "fate", "by_rule", "counted_page"),
)
