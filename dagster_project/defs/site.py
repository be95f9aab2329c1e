"""Group `published`: the site to read, made after publication where YUSUAN_SITE says so."""

import dagster as dg

from dagster_project.defs.published import PUBLICATION, current_release
from dagster_project.defs.resources import Workspace
from dagster_project.settings import Settings


@dg.asset(group_name="published", deps=[current_release], kinds={"html"}, owners=[PUBLICATION])
def site(context: dg.AssetExecutionContext, workspace: Workspace) -> dg.MaterializeResult[None]:
    """Pages of bodies and documents, of the current release: only those that changed are made anew."""
    # what draws charts is half a second of import that a night without a site need not wait for
    from dagster_project.site import make_site

    report = make_site(workspace.settings)
    for file in report.failed:
        context.log.warning(f"The pages of {file} could not be made; what the release says of it is there.")
    return dg.MaterializeResult(
        metadata={
            "site": dg.MetadataValue.path(report.folder / "index.html"),
            "documents": report.documents,
            "documents_made_anew": report.documents_made,
            "bytes": report.size,
            "seconds": report.seconds,
        }
    )


@dg.definitions
def site_where_it_is_wanted() -> dg.Definitions:
    """Return the asset where a folder is named for the site."""
    return dg.Definitions(assets=[site] if Settings.load().stated_site else [])
