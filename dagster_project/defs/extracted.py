"""Group `extracted`: one asset per extracted table, all written by one step."""

from collections.abc import Iterator

import dagster as dg

from dagster_project.defs.preview import ROWS, markdown_preview
from dagster_project.defs.raw import EXTRACTION, raw_documents
from dagster_project.defs.resources import Workspace
from dagster_project.engine import readers_of
from dagster_project.extraction.schemas import TABLES
from dagster_project.store.buckets import first_rows
from dagster_project.store.refresh import refresh
from dagster_project.store.signatures import Signatures


def extracted_key(table: str) -> dg.AssetKey:
    """Return the asset of an extracted table: the key that dagster-dbt gives to the dbt source of that name."""
    return dg.AssetKey(["extracted", table])


class ReadingConfig(dg.Config):
    """What a run may be told of reading: to try the documents again on which the reader failed."""

    retry: bool = False


@dg.multi_asset(
    specs=[
        dg.AssetSpec(
            extracted_key(name),
            deps=[raw_documents],
            group_name="extracted",
            description=schema.grain,
            kinds={"parquet"},
            owners=[EXTRACTION],
        )
        for name, schema in TABLES.items()
    ]
)
def extracted_tables(
    context: dg.AssetExecutionContext, config: ReadingConfig, workspace: Workspace
) -> Iterator[dg.MaterializeResult[None]]:
    """Read the documents that are new and rewrite the buckets that changed."""
    report = refresh(
        workspace.settings,
        progress=lambda done, total, file: context.log.debug(f"{done} of {total}, {file}", extra={"document": file}),
        documents=workspace.documents,
        readers=readers_of(workspace.settings),
        retry=config.retry,
    )
    context.log.info(
        f"{report.documents} documents, {report.extracted} read anew, {report.buckets_written} buckets rewritten"
    )
    for file in report.failed:
        context.log.warning(
            f"The reader failed on {file}; its issue says how. --retry reads it once more.", extra={"document": file}
        )
    for correction in report.unused_corrections:
        context.log.warning(f"corrections.yml names a document that is not there: {correction!r}")
    signatures = Signatures.read(workspace.settings)
    rows = signatures.rows()
    for name in TABLES:
        head = first_rows(workspace.settings.extracted, name, signatures.holding(name), ROWS)
        yield dg.MaterializeResult(
            asset_key=extracted_key(name),
            metadata={
                "dagster/row_count": rows[name],
                "documents_read_anew": report.extracted,
                "documents_failed": len(report.failed),
                "engine": workspace.settings.cluster.engine.value,
                "preview": dg.MetadataValue.md(markdown_preview(head)),
            },
        )
