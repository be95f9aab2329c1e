"""Groups `seeds`, `intermediate`, `marts`, `audit`: the dbt models, built into the build database of a new release."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, dbt_assets
from dagster_dbt.asset_utils import get_asset_check_key_for_test

from dagster_project.defs.resources import Workspace
from dagster_project.errors import RunFailed
from dagster_project.invariants.rounds import build_in_rounds
from dagster_project.publication.releases import begin_release
from dagster_project.settings import Settings
from dagster_project.warehouse.build import build_of
from dagster_project.warehouse.dbt import NodeResult, prepared_manifest

MANIFEST: dict[str, Any] = json.loads(prepared_manifest(Settings.load()).read_text(encoding="utf-8"))


class FlowTranslator(DagsterDbtTranslator):
    """Names a model's asset after the model, and its group after the dbt folder it stands in."""

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str | None:
        """Return `seeds`, `intermediate`, `marts` or `audit`."""
        return "seeds" if dbt_resource_props["resource_type"] == "seed" else str(dbt_resource_props["fqn"][1])

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        """Return the model's name alone; sources are the assets `extracted/<table>`."""
        if dbt_resource_props["resource_type"] == "source":
            return super().get_asset_key(dbt_resource_props)
        return dg.AssetKey(dbt_resource_props["name"])


TRANSLATOR = FlowTranslator()


@dbt_assets(manifest=MANIFEST, dagster_dbt_translator=TRANSLATOR, name="dbt_models")
def dbt_models(
    context: dg.AssetExecutionContext, workspace: Workspace
) -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
    """Begin a release and build all models into its build database, without the documents that a test names.

    What is red in the last round stops the run.
    """
    release = begin_release(workspace.settings, context.run.run_id)
    build = build_of(workspace.settings, release.release_id)
    results = build_in_rounds(workspace.settings, build, progress=context.log.debug, told=context.log.warning)
    for result in results:
        yield from _reported(context, result)
    red = [f"{result.unique_id}: {result.message}" for result in results if result.is_red]
    if red:
        raise RunFailed("dbt build is red, nothing is published:\n" + "\n".join(red))


def _reported(
    context: dg.AssetExecutionContext, result: NodeResult
) -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
    """Tell Dagster what became of a model or a test, as far as it was asked for."""
    node = MANIFEST["nodes"].get(result.unique_id)
    if node is None:
        return
    metadata: dict[str, float | str] = {"seconds": result.seconds, "message": result.message or ""}
    if node["resource_type"] == "test":
        key = get_asset_check_key_for_test(MANIFEST, TRANSLATOR, result.unique_id, None)
        if key and key in context.selected_asset_check_keys and result.status != "skipped":
            passed = not result.is_red
            metadata["failures"] = result.failures or 0
            yield dg.AssetCheckResult(asset_key=key.asset_key, check_name=key.name, passed=passed, metadata=metadata)
    elif result.status == "success":
        key_of_model = TRANSLATOR.get_asset_key(node)
        if key_of_model in context.selected_asset_keys:
            yield dg.MaterializeResult(asset_key=key_of_model, metadata=metadata)
