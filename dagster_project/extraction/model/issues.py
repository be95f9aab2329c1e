"""What can be wrong with a document, as data: a bad document is a row, never a crash."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from dagster_project.extraction.vocabulary import Severity, Unread

__all__ = ["Issue", "IssueCode", "Severity"]


class IssueCode(StrEnum):
    """Kinds of issue; the value is what the `issues` table holds."""

    UNREADABLE_FILE = "unreadable_file"
    READER_FAILED = "reader_failed"
    EMPTY_FILE = "empty_file"
    BINARY_FILE = "binary_file"
    UNDECODABLE_TEXT = "undecodable_text"
    UNSUPPORTED_FORMAT = "unsupported_format"
    MISNAMED = "misnamed"
    LEFT_OUT = "left_out"
    OCR_NEEDED = "ocr_needed"
    LOW_CONFIDENCE = "low_confidence"
    NOT_A_BUDGET_DOCUMENT = "not_a_budget_document"
    OUT_OF_SCOPE = "out_of_scope"
    WITHHELD_SECRET = "withheld_secret"
    UNIT_UNKNOWN = "unit_unknown"
    UNIT_OVERRIDDEN = "unit_overridden"
    UNIT_COMPARED = "unit_compared"
    YEAR_UNKNOWN = "year_unknown"
    ISSUER_UNKNOWN = "issuer_unknown"
    UNKNOWN_STATEMENT = "unknown_statement"
    ROW_REALIGNED = "row_realigned"
    READING_DOUBTFUL = "reading_doubtful"
    CODE_MISPRINTED = "code_misprinted"
    ORGANISATION_RESOLVED_BY_AMOUNT = "organisation_resolved_by_amount"
    COUNT_DIFFERS = "count_differs"
    NOT_COUNTED_AGAIN = "not_counted_again"
    UNMAPPED_NUMBER = "unmapped_number"
    CORRECTION_FAILED = "correction_failed"


class Issue(NamedTuple):
    """One thing about a document that a person should look at."""

    code: IssueCode
    severity: Severity
    message: str
    line: int | None = None
    table_number: int | None = None
    row_number: int | None = None
    unread: Unread | None = None
    """What was not read, and how many pages, pictures, objects, rows and columns that is."""
    unread_count: int | None = None
    page: int | None = None
    """The first page that it is about, where no line tells."""
