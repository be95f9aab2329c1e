"""The closed sets of the field, said once: what a phase, a kind of document, a fund can be.

A member is its value (StrEnum): tables and messages hold the plain word. Kinds of statement, measures, items and topics
are open: they are keys of `knowledge/`.
"""

from dagster_project.extraction.vocabulary.documents import (
    OUT_OF_SCOPE,
    PHASES,
    DocumentKind,
    DocumentScope,
    Omission,
    OrganisationKind,
    Phase,
    ShownAs,
    Unread,
)
from dagster_project.extraction.vocabulary.figures import (
    Classification,
    ColumnRole,
    Disclosure,
    Horizon,
    RowRole,
    UnitBasis,
)
from dagster_project.extraction.vocabulary.judgements import (
    Confidence,
    Decision,
    Disposition,
    Fate,
    ReadingStatus,
    Severity,
    Verdict,
)
from dagster_project.extraction.vocabulary.statements import (
    OF_AMOUNTS,
    OF_MONEY,
    OF_TOTALS,
    By,
    Fund,
    KindBasis,
    Layout,
    MartFamily,
    Side,
    StatementFamily,
    StatementScope,
)

__all__ = [
    "OF_AMOUNTS",
    "OF_MONEY",
    "OF_TOTALS",
    "OUT_OF_SCOPE",
    "PHASES",
    "By",
    "Classification",
    "ColumnRole",
    "Confidence",
    "Decision",
    "Disclosure",
    "Disposition",
    "DocumentKind",
    "DocumentScope",
    "Fate",
    "Fund",
    "Horizon",
    "KindBasis",
    "Layout",
    "MartFamily",
    "Omission",
    "OrganisationKind",
    "Phase",
    "ReadingStatus",
    "RowRole",
    "Severity",
    "ShownAs",
    "Side",
    "StatementFamily",
    "StatementScope",
    "UnitBasis",
    "Unread",
    "Verdict",
]
