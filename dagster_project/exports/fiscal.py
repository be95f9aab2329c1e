"""Expenditure as a Fiscal Data Package: the rows that count, each column mapped to its concept of the budget taxonomy.

Rows that repeat money are left out, so that a tool which sums whatever it is given gives the right total.
<https://specs.frictionlessdata.io/fiscal-data-package/>, 1.0
"""

from __future__ import annotations

from typing import Any

TAXONOMY = "https://specs.frictionlessdata.io/taxonomies/fiscal/budgets.json"
NAME = "fiscal_expenditure"
TABLE = "rpt_expenditure"
DESCRIPTION = "Rows of rpt_expenditure that count (is_additive): every sum of money once (可加总的支出)."
COLUMN_TYPES = {
    "fiscal_year": "date:fiscal-year",
    "phase": "phase:id",
    "region_code": "geo:source:code",
    "department_name": "administrative-classification:generic:level1:code",
    "organisation_name": "administrative-classification:generic:level2:code",
    "fund": "fin-source:generic:code",
    "class_code": "functional-classification:generic:level1:code",
    "class_name": "functional-classification:generic:level1:label",
    "function_code": "functional-classification:generic:code",
    "function_name": "functional-classification:generic:label",
    "total_cny": "value",
}
"""Basic and project money are parts of the total: mapped as values, they would count twice."""
EXTRA_FIELDS: list[dict[str, Any]] = [
    {"name": "currency", "type": "string", "columnType": "value-currency:code", "constant": "CNY"},
    {"name": "direction", "type": "string", "columnType": "direction", "constant": "expenditure"},
]


def rows_in_sql(expenditure: str) -> str:
    """Return the query for the rows that count; `expenditure` is what it reads rpt_expenditure from."""
    return f"select {', '.join(COLUMN_TYPES)} from {expenditure} where is_additive"
