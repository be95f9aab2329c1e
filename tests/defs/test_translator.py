"""Models are called in Dagster by the part of the flow they stand in, and tests say what they ask."""

from __future__ import annotations

from typing import Any

import pytest

from dagster_project.defs.translator import FlowTranslator, question


@pytest.mark.parametrize(
    ("path", "group"),
    [
        ("intermediate/int_documents_described", "intermediate"),
        ("marts/facts/fct_ledger", "marts"),
        ("marts/dimensions/dim_documents", "marts"),
        ("marts/findings/fct_findings", "findings"),
        ("marts/reports/rpt_totals", "reports"),
        ("audit/inputs/audit_lines", "audit_inputs"),
        ("audit/operands/audit_operands_lines", "audit_inputs"),
        ("audit/rules/heads/audit_heads_agree", "audit"),
    ],
)
def test_a_group_is_a_part_of_the_flow(path: str, group: str) -> None:
    node = {"resource_type": "model", "fqn": ["yusuan", *path.split("/")]}
    assert FlowTranslator().get_group_name(node) == group


def generic(name: str, **given: Any) -> dict[str, Any]:
    """Return a generic test as dbt describes it."""
    return {"test_metadata": {"name": name, "kwargs": given}}


@pytest.mark.parametrize(
    ("test", "asked"),
    [
        (generic("unique_key", columns=["a", "b"]), "No two rows are alike in a, b."),
        (
            generic("known_in", keys={"a": "dim_a.key", "b": "dim_b"}),
            "What a row names is known: a in dim_a, b in dim_b.",
        ),
        (generic("accepted_values", column_name="kind", values=["x", 1]), "kind is one of x, 1."),
        ({"raw_code": "-- Nothing is\n-- counted twice.\nselect 1 -- a comment"}, "Nothing is counted twice."),
    ],
)
def test_a_test_says_what_it_asks(test: dict[str, Any], asked: str) -> None:
    assert question(test) == asked


@pytest.mark.parametrize(("stated", "owner"), [("audit", "team:audit"), (None, "team:disclosures")])
def test_the_owner_is_the_team_of_the_group(stated: str | None, owner: str) -> None:
    node = {"group": {"name": "what dagster-dbt puts there"}, "config": {"group": stated}}
    assert FlowTranslator().get_owners(node) == [owner]
