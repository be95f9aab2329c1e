"""Group `published`: the release, sealed and checked, and the pointer that lets readers see it."""

import dagster as dg

from dagster_project.defs.built import told_of_tables
from dagster_project.defs.event_log import told_together
from dagster_project.defs.following import MAIN_JOB
from dagster_project.defs.resources import Workspace
from dagster_project.defs.warehouse import dbt_models
from dagster_project.errors import RunFailed
from dagster_project.publication.documentation import keep_docs, make_docs
from dagster_project.publication.fewer import refuse_fewer
from dagster_project.publication.publish import point_to, seal
from dagster_project.publication.releases import Release, release_of_run
from dagster_project.publication.releases import current_release as published_before
from dagster_project.settings import accepted_loss, build_kept, docs_wanted
from dagster_project.warehouse.build import build_of
from dagster_project.warehouse.memory import Memory
from dagster_project.warehouse.outline import leave_outline

PUBLICATION = "team:publication"


@dg.asset(group_name="published", deps=[dbt_models], kinds={"duckdb", "parquet"}, owners=[PUBLICATION])
def release(context: dg.AssetExecutionContext, workspace: Workspace) -> dg.MaterializeResult[None]:
    """The folder of this run's release: the readers' file, closed and read-only, and each mart as Parquet."""
    settings = workspace.settings
    built = release_of_run(settings, context.run.run_id)
    database = build_of(settings, built.release_id).database
    counts = seal(built, database, Memory.of(settings), _inputs(context, workspace))
    with told_together(context.instance):
        for told in told_of_tables(built.warehouse, counts):
            context.log_event(told)
    if not keep_docs(settings, built) and docs_wanted():
        _document(context, workspace, built)
    rows = "\n".join(f"| {table} | {count:,} |" for table, count in counts.items())
    return dg.MaterializeResult(
        metadata={
            "release_id": built.release_id,
            "tables": len(counts),
            "documentation": built.docs_page.exists(),
            "dagster/row_count": sum(counts.values()),
            "rows": dg.MetadataValue.md(f"| table | rows |\n|---|---:|\n{rows}"),
        }
    )


def _document(context: dg.AssetExecutionContext, workspace: Workspace, built: Release) -> None:
    """Make the page that describes a release; where dbt cannot, that is told, and readers get the tables."""
    try:
        make_docs(workspace.settings, built)
    except RunFailed as error:
        context.log.warning(f"The release is published without its documentation: {error}")


def _inputs(context: dg.AssetExecutionContext, workspace: Workspace) -> str | None:
    """Return what a release of the whole job follows from; None of a part of it, or where it changed meanwhile."""
    selected = context.run.asset_selection
    is_whole = context.job_name == MAIN_JOB and not selected
    if selected:
        main_job = context.repository_def.get_job(MAIN_JOB)
        is_whole = set(main_job.asset_layer.executable_asset_keys) <= selected
    return workspace.inputs if is_whole and workspace.inputs == workspace.inputs_now() else None


@dg.asset(group_name="published", deps=[release], kinds={"duckdb"}, owners=[PUBLICATION])
def current_release(context: dg.AssetExecutionContext, workspace: Workspace) -> dg.MaterializeResult[None]:
    """The pointer `data/current`, renamed to the release of this run once its checks have passed.

    Of its build the rows go, half of all disk: readers have the release.
    """
    settings = workspace.settings
    checked = release_of_run(settings, context.run.run_id)
    refuse_fewer(checked, published_before(settings), accepted_loss())
    point_to(checked, settings)
    if not build_kept():
        leave_outline(Memory.of(settings), build_of(settings, checked.release_id).database)
    return dg.MaterializeResult(
        metadata={"release_id": checked.release_id, "warehouse": dg.MetadataValue.path(settings.warehouse)}
    )
