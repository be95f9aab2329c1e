"""What the release says of bodies: money by class, total and phase, “三公”, projects, findings, each with its place.

A department's money is that of its own level and of its units, as in `rpt_totals`; a document of one unit is the
unit's alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import duckdb

Row = dict[str, Any]
MOST_PROJECTS = 15
OWNED = """
    select
        unnest(
            case
                when facts.department_id <> facts.organisation_id and documents.document_scope is distinct from 'unit'
                    then [facts.organisation_id, facts.department_id]
                else [facts.organisation_id]
            end
        ) as body_id,
        facts.*
    from {facts} as facts
    inner join dim_documents as documents on facts.document_id = documents.document_id
    where facts.is_additive
"""
TOTALS = """
    select organisation_id as body_id, * from rpt_totals where list_contains($bodies, organisation_id)
    order by fiscal_year, {phase}, document_file
"""
CLASSES = (
    """
    with owned as ("""
    + OWNED.format(facts="fct_expenditure")
    + """)

    select
        owned.body_id, owned.fiscal_year, owned.phase, substr(owned.function_code, 1, 3) as class_code,
        any_value(classes.function_name) as class_name, sum(owned.total_cny) as amount_cny, count(*) as addends,
        first(
            struct_pack(
                document_id := owned.document_id, table_number := owned.table_number, row_number := owned.row_number,
                page := owned.page, line := owned.line, ledger_id := owned.total_ledger_id
            ) order by owned.document_id, owned.table_number, owned.row_number
        ) as place
    from owned
    left join dim_functions as classes on substr(owned.function_code, 1, 3) = classes.function_code
    where list_contains($bodies, owned.body_id)
    group by all
    order by class_code nulls last, owned.fiscal_year, owned.phase
"""
)
EXECUTION = """
    select organisation_id as body_id, * from rpt_execution
    where
        level = 'total' and list_contains($bodies, organisation_id) and list_contains($subjects, subject)
        and (approved_cny is not null)::int + (revised_cny is not null)::int + (executed_cny is not null)::int > 1
    order by fiscal_year, list_position($subjects, subject), fund
"""
THREE_PUBLIC = """
    select organisation_id as body_id, total_ledger_id as ledger_id, * from fct_three_public
    where not is_comparative and list_contains($bodies, organisation_id)
    qualify
        row_number() over (
            partition by organisation_id, fiscal_year, phase
            order by is_additive desc, total_cny is null, document_id, table_number, row_number
        ) = 1
    order by fiscal_year, {phase}
"""
PROJECTS = (
    """
    with owned as ("""
    + OWNED.format(facts="fct_projects")
    + """)

    select
        *, coalesce(executed_cny, revised_cny, approved_cny) as amount_cny,
        coalesce(executed_ledger_id, revised_ledger_id, approved_ledger_id) as ledger_id
    from owned
    where list_contains($bodies, body_id) and amount_cny is not null
    qualify
        row_number() over (
            partition by body_id order by amount_cny desc, fiscal_year desc, document_id, table_number, row_number
        ) <= """
    + str(MOST_PROJECTS)
    + """
    order by amount_cny desc, fiscal_year desc, document_id, table_number, row_number
"""
)
FINDINGS = """
    select
        bodies.organisation_id as body_id, found.*, facts.document_id, facts.table_number, facts.row_number,
        facts.ledger_id
    from dim_organisations as bodies
    inner join fct_findings as facts on true
    inner join rpt_findings as found on facts.finding_id = found.finding_id
    inner join dim_documents as documents on facts.document_id = documents.document_id
    where
        list_contains($bodies, bodies.organisation_id)
        and (
            documents.organisation_id = bodies.organisation_id
            or (
                facts.organisation = bodies.organisation_name
                and documents.region_code is not distinct from bodies.region_code
            )
        )
    order by list_position(['error', 'warning', 'note'], found.severity), found.difference_cny desc nulls last,
        found.finding_id
"""
PHASE = "list_position(['approved', 'revised', 'executed'], phase)"
QUERIES = {
    "totals": TOTALS,
    "classes": CLASSES,
    "execution": EXECUTION,
    "three_public": THREE_PUBLIC,
    "projects": PROJECTS,
    "findings": FINDINGS,
}
SUBJECTS = [
    "expenditure_total",
    "general_expenditure",
    "government_fund_expenditure",
    "basic",
    "project_total",
    "three_public_total",
]
"""What is shown beside one another as planned and as spent."""


def figures(connection: duckdb.DuckDBPyConnection, bodies: Sequence[str]) -> dict[str, dict[str, list[Row]]]:
    """Return by body, and by what is asked, the rows of the release."""
    found: dict[str, dict[str, list[Row]]] = {body: {name: [] for name in QUERIES} for body in bodies}
    for name, query in QUERIES.items():
        values: dict[str, Any] = {"bodies": list(bodies)} | ({"subjects": SUBJECTS} if name == "execution" else {})
        result = connection.execute(query.format(phase=PHASE), values)
        columns = [column[0] for column in result.description or []]
        for row in result.fetchall():
            named = dict(zip(columns, row, strict=True))
            found[named["body_id"]][name].append(named)
    return found


def by_period(rows: Sequence[Row], key: str) -> dict[Any, dict[tuple[Any, Any], Row]]:
    """Return rows by a column of theirs, and by year and phase."""
    found: dict[Any, dict[tuple[Any, Any], Row]] = defaultdict(dict)
    for row in rows:
        found[row[key]][row["fiscal_year"], row["phase"]] = row
    return found


def total(rows: Sequence[Row], column: str = "amount_cny") -> Decimal:
    """Return the exact sum of a column."""
    return sum((row[column] for row in rows if row[column] is not None), Decimal(0))
