"""What a release holds, in seven numbers."""

from __future__ import annotations

from dagster_project.commands.frame import open_warehouse
from dagster_project.settings import Settings

COUNTS = {
    "documents": "select count(*) from dim_documents",
    "  of these withheld": "select count(*) from dim_documents where withheld_because is not null",
    "numbers seen": "select count(*) from fct_ledger",
    "  of these facts": "select count(*) from fct_ledger where disposition = 'fact'",
    "  of these unmapped": "select count(*) from fct_ledger where disposition = 'unmapped'",
    "findings in the documents": "select count(*) from fct_findings",
    "issues to look at": "select count(*) from fct_issues where severity <> 'note'",
}


def summarise(settings: Settings) -> dict[str, int]:
    """Return the counts a user looks at after a run."""
    counts = {}
    with open_warehouse(settings.data) as connection:
        for what, sql in COUNTS.items():
            row = connection.execute(sql).fetchone()
            counts[what] = int(row[0]) if row else 0
    return counts
