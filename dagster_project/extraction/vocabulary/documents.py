"""What a document is, whose it is, and how it shows what it must."""

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


class OrganisationKind(StrEnum):
    """A department, its 本级, a unit of it, or a unit without an account of its own."""

    DEPARTMENT = "department"
    OWN_LEVEL = "own_level"
    UNIT = "unit"
    NON_INDEPENDENT = "non_independent"


class ShownAs(StrEnum):
    """How an item of disclosure is shown: by a table with amounts or without, by a sentence, or in another file."""

    TABLE = "table"
    EMPTY_TABLE = "empty_table"
    STATED = "stated"
    DECLARED_EMPTY = "declared_empty"
    ELSEWHERE = "elsewhere"


class Omission(StrEnum):
    """Why something that stands in a file is no part of the document."""

    PERSON = "person"
    SITE = "site"
    HIDDEN = "hidden"
    DELETED = "deleted"
    OFF_PAGE = "off_page"
    REPEATED = "repeated"


class Unread(StrEnum):
    """What a file prints or carries that was not read: the columns of the coverage that count it."""

    PAGES = "pages"
    PICTURES = "pictures"
    OBJECTS = "objects"
    ANNOTATIONS = "annotations"
    HIDDEN = "hidden"
