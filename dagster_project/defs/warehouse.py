"""Groups `seeds` to `reports`: the dbt models, built into the build database of a new release."""

import json
from collections.abc import Iterator
from typing import Any

import dagster as dg
from dagster_dbt import dbt_assets
from dagster_dbt.asset_utils import get_asset_check_key_for_test

from dagster_project.defs.built import rows_built
from dagster_project.defs.event_log import told_together
from dagster_project.defs.following import publishes
from dagster_project.defs.resources import Workspace
from dagster_project.defs.translator import FlowTranslator
from dagster_project.errors import RunFailed, UsageError
from dagster_project.invariants.night import build_night
from dagster_project.publication.inputs import code_of
from dagster_project.publication.releases import begin_release, start_of
from dagster_project.settings import Settings
from dagster_project.warehouse.build import build_of
from dagster_project.warehouse.nodes import NodeResult
from dagster_project.warehouse.prepared import prepared_manifest

MANIFEST: dict[str, Any] = json.loads(prepared_manifest(Settings.load()).read_text(encoding="utf-8"))


TRANSLATOR = FlowTranslator()
ALONE = (
    "A release holds all tables or is none: a model cannot be built alone. Materialize main_job, or select all that "
    "leads from what is new to current_release. Nothing was built."
)


class BuildConfig(dg.Config):
    """What a run may be told of building: to build all from nothing, also what nothing has touched."""

    from_nothing: bool = False


@dbt_assets(manifest=MANIFEST, dagster_dbt_translator=TRANSLATOR, name="dbt_models")
def dbt_models(
    context: dg.AssetExecutionContext, config: BuildConfig, workspace: Workspace
) -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
    """Begin a release and build the models of what is touched into its build database, or of all from nothing.

    What is red in the last round stops the run, and so does a selection that would leave a release to nobody.
    """
    if not publishes(context.run):
        raise UsageError(ALONE)
    release = begin_release(workspace.settings, context.run.run_id)
    build = build_of(workspace.settings, release.release_id)
    last = None if config.from_nothing else start_of(workspace.settings)
    code = code_of(workspace.settings)
    results = build_night(workspace.settings, build, code, last, progress=context.log.debug, told=context.log.warning)
    rows = rows_built(build.database)
    with told_together(context.instance):
        for result in results:
            yield from _reported(context, result, rows.get(result.name))
    red = [f"{result.unique_id}: {result.message}" for result in results if result.is_red]
    if red:
        raise RunFailed("dbt build is red, nothing is published:\n" + "\n".join(red))


def _reported(
    context: dg.AssetExecutionContext, result: NodeResult, rows: int | None
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
        if rows is not None:
            metadata["rows_built"] = rows
        key_of_model = TRANSLATOR.get_asset_key(node)
        if key_of_model in context.selected_asset_keys:
            yield dg.MaterializeResult(asset_key=key_of_model, metadata=metadata)
