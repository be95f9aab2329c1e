"""What a kind of statement is: whose money of which fund it prints, how it is laid out, what told it."""

from __future__ import annotations

from enum import StrEnum


class StatementScope(StrEnum):
    """What a kind of statement is about."""

    ORGANISATION = "organisation"
    PROJECT = "project"


class Layout(StrEnum):
    """The interpreter of a kind of statement."""

    MATRIX = "matrix"
    FORM = "form"
    SCORES = "scores"
    CONTENTS = "contents"
    UNITS = "units"
    OUTSIDE = "outside"


class KindBasis(StrEnum):
    """What told the kind of a statement: its title, some words of that, its header, its columns, or nothing."""

    TITLE = "title"
    PART_OF_TITLE = "part_of_title"
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


OF_AMOUNTS = (StatementFamily.BALANCE, StatementFamily.ECONOMIC)
OF_TOTALS = (StatementFamily.INCOME, StatementFamily.EXPENDITURE, StatementFamily.TRANSFER)
OF_MONEY = (*OF_AMOUNTS, *OF_TOTALS)
"""Families whose columns of figures are all money."""


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
