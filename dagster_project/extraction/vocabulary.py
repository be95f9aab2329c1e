"""The closed sets of the field, said once: what a phase, a kind of document, a fund can be.

A member is its value (StrEnum): tables and messages hold the plain word. Kinds of statement, measures, items and topics
are open: they are keys of `knowledge/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Phase(StrEnum):
    """Phase of an amount; AMBIGUOUS (预算数) needs other evidence and is never published."""

    APPROVED = "approved"
    REVISED = "revised"
    EXECUTED = "executed"
    AMBIGUOUS = "ambiguous"


PHASES = (Phase.APPROVED, Phase.REVISED, Phase.EXECUTED)
"""The phases that are published, in the order of the year."""


class DocumentKind(StrEnum):
    """What a document is. The last four are no budget of a body: they are told, and nothing is read from them."""

    BUDGET = "budget"
    FINAL_ACCOUNT = "final_account"
    PERFORMANCE_TARGETS = "performance_targets"
    PERFORMANCE_EVALUATION = "performance_evaluation"
    GOVERNMENT_BUDGET = "government_budget"
    DEBT_REPORT = "debt_report"
    NOTICE = "notice"
    BUDGET_ANNOUNCEMENT = "budget_announcement"


OUT_OF_SCOPE: Mapping[DocumentKind, str] = {
    DocumentKind.GOVERNMENT_BUDGET: "a government's own budget or account",
    DocumentKind.DEBT_REPORT: "a report on a government's debt",
    DocumentKind.NOTICE: "a notice, a report or a rule",
    DocumentKind.BUDGET_ANNOUNCEMENT: "a page that only points to budgets or accounts",
}
"""Kinds of document of which the warehouse holds no figures, and what they are."""


class DocumentScope(StrEnum):
    """Whose figures a document holds: a department with its units, or one unit's."""

    DEPARTMENT = "department"
    UNIT = "unit"


class StatementScope(StrEnum):
    """What a kind of statement is about."""

    ORGANISATION = "organisation"
    PROJECT = "project"


class OrganisationKind(StrEnum):
    """A department, its 本级, a unit of it, or a unit without an account of its own."""

    DEPARTMENT = "department"
    OWN_LEVEL = "own_level"
    UNIT = "unit"
    NON_INDEPENDENT = "non_independent"


class Layout(StrEnum):
    """The interpreter of a kind of statement."""

    MATRIX = "matrix"
    FORM = "form"
    SCORES = "scores"
    CONTENTS = "contents"
    UNITS = "units"
    OUTSIDE = "outside"


class KindBasis(StrEnum):
    """What told the kind of a statement: its title, words of its header, its columns and rows, or nothing."""

    TITLE = "title"
    HEADER = "header"
    COLUMNS = "columns"
    NONE = "none"


class By(StrEnum):
    """Classification by which a statement lists money, as its title or its codes tell."""

    FUNCTION = "function"
    ECONOMIC = "economic"


class StatementFamily(StrEnum):
    """Kinds of statement that are read alike."""

    BALANCE = "balance"
    INCOME = "income"
    EXPENDITURE = "expenditure"
    ECONOMIC = "economic"
    THREE_PUBLIC = "three_public"
    PROCUREMENT = "procurement"
    PROJECTS = "projects"
    TRANSFER = "transfer"
    PERFORMANCE = "performance"
    CONTENTS = "contents"


class MartFamily(StrEnum):
    """Kinds of statement whose figures are used alike: the families of dim_statements."""

    BALANCE = "balance"
    INCOME = "income"
    EXPENDITURE = "expenditure"
    BASIC = "basic"
    ECONOMIC = "economic"
    OPERATION = "operation"
    THREE_PUBLIC = "three_public"
    PROCUREMENT = "procurement"
    PROJECTS = "projects"
    PERFORMANCE = "performance"
    INDICATORS = "indicators"
    SCORES = "scores"
    CONTENTS = "contents"
    UNKNOWN = "unknown"


class Fund(StrEnum):
    """The money a figure is of: one fund, the appropriations of several, or all there is."""

    GENERAL_PUBLIC_BUDGET = "general_public_budget"
    GOVERNMENT_FUND_BUDGET = "government_fund_budget"
    STATE_CAPITAL_BUDGET = "state_capital_budget"
    FISCAL_SPECIAL_ACCOUNT = "fiscal_special_account"
    FISCAL_APPROPRIATION = "fiscal_appropriation"
    ALL = "all"


class Side(StrEnum):
    """Side of a statement that prints income and expenditure beside each other."""

    INCOME = "income"
    EXPENDITURE = "expenditure"


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


class Disclosure(StrEnum):
    """What stands in the cell of an amount."""

    FIGURE = "figure"
    DASH = "dash"
    BLANK = "blank"


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


class Omission(StrEnum):
    """Why something that stands in a file is no part of the document."""

    PERSON = "person"
    SITE = "site"
    HIDDEN = "hidden"
    DELETED = "deleted"
    OFF_PAGE = "off_page"


class Unread(StrEnum):
    """What a file prints or carries that was not read: the columns of the coverage that count it."""

    PAGES = "pages"
    PICTURES = "pictures"
    OBJECTS = "objects"
    ANNOTATIONS = "annotations"
    HIDDEN = "hidden"


class ShownAs(StrEnum):
    """How an item of disclosure is shown: by a table with amounts or without, by a sentence, or in another file."""

    TABLE = "table"
    EMPTY_TABLE = "empty_table"
    STATED = "stated"
    DECLARED_EMPTY = "declared_empty"
    ELSEWHERE = "elsewhere"


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
