"""What columns, rows and cells of a statement are."""

from __future__ import annotations

from enum import StrEnum


class ColumnRole(StrEnum):
    """What a column without figures of its own holds."""

    ORGANISATION = "organisation"
    ORGANISATION_CODE = "organisation_code"
    LINE_NUMBER = "line_number"
    CODE = "code"
    PROJECT_CODE = "project_code"
    PROJECT_NAME = "project_name"
    NAME = "name"
    YEAR = "year"
    QUANTITY = "quantity"
    TEXT = "text"


class RowRole(StrEnum):
    """Place of a row, or of a score, among the rows it adds up with."""

    LEAF = "leaf"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    DIFFERENCE = "difference"


class Classification(StrEnum):
    """Which national list a code belongs to."""

    FUNCTION = "function"
    DEPARTMENTAL_ECONOMIC = "departmental_economic"
    GOVERNMENT_ECONOMIC = "government_economic"
    PROCUREMENT = "procurement"
    NONE = "none"


class Horizon(StrEnum):
    """The time an amount covers."""

    YEAR = "year"
    MID_TERM = "mid_term"
    CUMULATIVE = "cumulative"
    Q1 = "q1"
    Q2 = "q2"
    Q3 = "q3"
    Q4 = "q4"
    MONTHS = "months"


class Disclosure(StrEnum):
    """What stands in the cell of an amount."""

    FIGURE = "figure"
    DASH = "dash"
    BLANK = "blank"


class UnitBasis(StrEnum):
    """Evidence for a unit of amount."""

    CELL = "cell"
    ROW = "row"
    COLUMN = "column"
    TABLE = "table"
    SECTION = "section"
    SIBLING = "sibling"
    COMPARISON = "comparison"
    VOTES = "votes"
    NONE = "none"
