"""What became of what was read, and how sure of it anybody is: the account, issues, findings, verdicts."""

from __future__ import annotations

from enum import StrEnum


class Disposition(StrEnum):
    """What became of a number."""

    FACT = "fact"
    LABEL = "label"
    UNMAPPED = "unmapped"
    REDACTED = "redacted"


class Fate(StrEnum):
    """What became of the digits that a file prints, by the second count."""

    PRINTED = "printed"
    IN_LEDGER = "in_ledger"
    NOT_A_NUMBER = "not_a_number"
    LEFT_OUT = "left_out"
    LOST = "lost"
    ADDED = "added"


class Decision(StrEnum):
    """What is decided about a table, and judged by the identities of the document."""

    UNIT = "unit"
    COLUMNS = "columns"
    ROWS = "rows"


class ReadingStatus(StrEnum):
    """What the document's own arithmetic says of the reading of a figure."""

    CERTAIN = "certain"
    CHOSEN = "chosen"
    UNTESTED = "untested"
    DOUBTFUL = "doubtful"


class Severity(StrEnum):
    """How bad an issue is: nothing was read, something was not, worth knowing. Findings are ranked alike."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Confidence(StrEnum):
    """Whether a finding cannot be right as printed, is so if its figures are read right, or may have a reason."""

    PROVEN = "proven"
    LIKELY = "likely"
    QUERY = "query"


class Verdict(StrEnum):
    """What a person holds of a finding."""

    TRUE = "true"
    FALSE = "false"
    EXPLAINED = "explained"
