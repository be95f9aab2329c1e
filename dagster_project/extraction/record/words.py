"""Rows of what the words of a document say: citations, codes, labels, tables announced, items disclosed."""

from __future__ import annotations

from collections.abc import Sequence

from dagster_project.extraction.record.keys import Place
from dagster_project.extraction.record.row import Columns, in_cell, in_line, in_span, in_text
from dagster_project.extraction.wording.code_mentions import CodeMention
from dagster_project.extraction.wording.disclosure import Disclosed
from dagster_project.extraction.wording.labels.citations import Citation
from dagster_project.extraction.wording.labels.contents import Announced
from dagster_project.extraction.wording.labels.headings import Label


def citations(found: Sequence[Citation]) -> Columns:
    """Return a row per regulation cited."""
    return {
        **in_text(
            [Place(each.line, each.table_number, each.row_number, each.column_number) for each in found],
            [(each.start, each.end) for each in found],
        ),
        "title_as_printed": [each.title_as_printed for each in found],
        "title": [each.title for each in found],
        "number_as_printed": [each.number_as_printed for each in found],
        "number": [each.number for each in found],
    }


def code_mentions(found: Sequence[CodeMention]) -> Columns:
    """Return a row per name of a function code in prose."""
    return {
        **in_line([each.line for each in found]),
        **in_span([(each.start, each.end) for each in found]),
        "level": [each.level for each in found],
        "name_as_printed": [each.name for each in found],
        "code": [each.code for each in found],
        "code_above": [each.code_above for each in found],
        "states_amount": [each.states_amount for each in found],
    }


def labels(found: Sequence[Label]) -> Columns:
    """Return a row per label that names the issuer, region or year of the document, or is a document number."""
    return {
        **in_line([each.line for each in found]),
        "span_start": [each.start for each in found],
        **in_cell([Place(each.line, *each.cell) for each in found]),
        "kind": [each.kind for each in found],
        "words": [each.words for each in found],
        "label_as_printed": [each.printed for each in found],
        "label_meant": [each.meant for each in found],
    }


def announced_tables(found: Sequence[Announced]) -> Columns:
    """Return a row per table that the contents announce."""
    return {
        **in_line([each.line for each in found]),
        "title_as_printed": [each.title_as_printed for each in found],
        "title": [each.title for each in found],
        "found_table_number": [each.table_number for each in found],
        "found_as": [each.found_as for each in found],
    }


def disclosed_items(found: Sequence[Disclosed]) -> Columns:
    """Return a row per item of disclosure and way in which the document shows it."""
    return {
        **in_line([each.line for each in found]),
        "item": [each.item for each in found],
        "shown_as": [each.shown_as for each in found],
        "statement_kind": [each.statement_kind for each in found],
        "table_number": [each.table_number for each in found],
        "words": [each.words for each in found],
    }
