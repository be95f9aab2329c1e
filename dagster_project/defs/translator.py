"""How a model, a seed or a test of dbt is called in Dagster: its asset, its group, its owner, and what a test asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator
from dagster_shared.record import replace

READ_LAST = {"findings", "reports"}
BEFORE_RULES = {"inputs", "operands"}


class FlowTranslator(DagsterDbtTranslator):
    """Names a model's asset after the model, and its group after the part of the flow it stands in."""

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str | None:
        """Return `seeds`, `intermediate`, `marts`, `audit_inputs`, `audit`, `findings` or `reports`, in this order.

        The audit reads facts and dimensions, findings come of it, and reports read all of them.
        """
        if dbt_resource_props["resource_type"] == "seed":
            return "seeds"
        folder, below = dbt_resource_props["fqn"][1:3]
        if folder == "audit" and below in BEFORE_RULES:
            return "audit_inputs"
        return str(below if folder == "marts" and below in READ_LAST else folder)

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        """Return the model's name alone; sources are the assets `extracted/<table>`."""
        if dbt_resource_props["resource_type"] == "source":
            return super().get_asset_key(dbt_resource_props)
        return dg.AssetKey(dbt_resource_props["name"])

    def get_owners(self, dbt_resource_props: Mapping[str, Any]) -> list[str]:
        """Return the dbt group of a model as a team; seeds are of what the documents state."""
        return [f"team:{dbt_resource_props['config'].get('group') or 'disclosures'}"]

    def get_asset_check_spec(
        self, asset_spec: dg.AssetSpec, manifest: Mapping[str, Any], unique_id: str, project: Any
    ) -> dg.AssetCheckSpec | None:
        """Return a test as a check that says what it asks."""
        spec = super().get_asset_check_spec(asset_spec, manifest, unique_id, project)
        return spec and replace(spec, description=question(manifest["nodes"][unique_id]))


def question(test: Mapping[str, Any]) -> str:
    """Return what a test asks: of a test of our own its first comment, of a generic one its arguments in words."""
    generic = test.get("test_metadata")
    if not generic:
        return " ".join(_comment(test["raw_code"]))
    name, given = generic["name"], generic["kwargs"]
    if name == "unique_key":
        return f"No two rows are alike in {', '.join(given['columns'])}."
    if name == "known_in":
        told = (f"{column} in {dimension.partition('.')[0]}" for column, dimension in given["keys"].items())
        return f"What a row names is known: {', '.join(told)}."
    return f"{given['column_name']} is one of {', '.join(map(str, given['values']))}."


def _comment(sql: str) -> Iterator[str]:
    for line in takewhile(lambda line: line.startswith("--"), sql.splitlines()):
        yield line.removeprefix("--").strip()
