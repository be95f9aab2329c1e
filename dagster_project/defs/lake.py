"""Group `published`: the release in the lake, written after publication where YUSUAN_LAKE names one."""

import dagster as dg

from dagster_project.defs.published import PUBLICATION, current_release
from dagster_project.defs.resources import Workspace
from dagster_project.publication.lake import bring_to_lake
from dagster_project.publication.releases import current_release as published
from dagster_project.settings import Settings


@dg.asset(group_name="published", deps=[current_release], owners=[PUBLICATION])
def lake(workspace: Workspace) -> dg.MaterializeResult[None]:
    """The published tables in a folder or a schema that others work in: those that changed are written anew."""
    settings = workspace.settings
    stated, release = settings.cluster.lake, published(settings)
    assert stated is not None
    assert release is not None
    report = bring_to_lake(settings, release, stated)
    return dg.MaterializeResult(
        metadata={
            "place": stated.place,
            "format": stated.format,
            "release_id": release.release_id,
            "tables": report.tables,
            "written": len(report.written),
            "written_tables": ", ".join(report.written),
        }
    )


@dg.definitions
def lake_where_there_is_one() -> dg.Definitions:
    """Return the asset where a lake is named."""
    return dg.Definitions(assets=[lake] if Settings.load().cluster.lake else [])
