"""Every rule has a unit test of its model, beside it, in which the rule makes a check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from dagster_project.derived.catalogue import AUDIT, catalogue

RULES = catalogue()
SIDES = {"anchor_id", "part_id"}


def _tests(rule: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Yield the unit tests of the rule's model, from the files beside it."""
    for file in (AUDIT / "rules" / rule["class"]).glob("*_unit_tests.yml"):
        for test in yaml.safe_load(file.read_text("utf-8"))["unit_tests"]:
            if test["model"] == f"audit_{rule['rule_id']}":
                yield test


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["rule_id"])
def test_a_rule_has_a_unit_test_with_a_row_that_fails(rule: dict[str, str]) -> None:
    """A row is an operand of a check: what is set against what, which the engine then judges."""
    rows = [row for test in _tests(rule) for row in test["expect"]["rows"]]
    assert rows, f"write one in {AUDIT.name}/rules/{rule['class']}/<subject>_unit_tests.yml"
    for row in rows:
        assert row.get("rule_id", rule["rule_id"]) == rule["rule_id"]
        assert row.keys() >= SIDES
