"""Group `raw`: the documents as they lie in the raw folder, and what is stated beside them."""

from __future__ import annotations

import dagster as dg

from dagster_project.defs.preview import markdown_preview
from dagster_project.defs.resources import Workspace
from dagster_project.intake.inventory import RawDocument
from dagster_project.stated.problems import state_problems
from dagster_project.stated.verdicts import state_review

EXTRACTION = "team:extraction"


@dg.asset(group_name="raw", kinds={"file"}, owners=[EXTRACTION])
def raw_documents(workspace: Workspace) -> dg.MaterializeResult[None]:
    """One file per document below the raw folder, named by its content hash."""
    documents = workspace.documents
    return dg.MaterializeResult(
        metadata={
            "documents": len(documents),
            "bytes": sum(document.size for document in documents),
            "unreadable": sum(document.problem is not None for document in documents),
            "inputs": workspace.inputs,
            "files": dg.MetadataValue.md(_listing(documents)),
        }
    )


@dg.asset(key=["stated", "findings_review"], group_name="raw", kinds={"yaml", "parquet"}, owners=[EXTRACTION])
def findings_review(workspace: Workspace) -> dg.MaterializeResult[None]:
    """One row per entry of `findings_review.yml`: what a person holds of a finding, as dbt reads it."""
    stated = state_review(workspace.settings.review, workspace.settings.stated)
    return dg.MaterializeResult(
        metadata={"dagster/row_count": stated.num_rows, "preview": dg.MetadataValue.md(markdown_preview(stated))}
    )


@dg.asset(
    key=["stated", "stated_problems"],
    group_name="raw",
    kinds={"yaml", "parquet"},
    deps=[raw_documents],
    owners=[EXTRACTION],
)
def stated_problems(workspace: Workspace) -> dg.MaterializeResult[None]:
    """One row per thing that is wrong with `corrections.yml` and `findings_review.yml`: told, no error."""
    settings = workspace.settings
    found = state_problems(settings.corrections, settings.review, settings.stated, workspace.documents)
    return dg.MaterializeResult(
        metadata={"dagster/row_count": found.num_rows, "preview": dg.MetadataValue.md(markdown_preview(found))}
    )


def _listing(documents: tuple[RawDocument, ...], most: int = 50) -> str:
    rows = [f"| {d.file} | {d.size:,} | `{d.content_sha256[:16]}` |" for d in documents[:most]]
    return "\n".join(["| file | bytes | document_id |", "|---|---:|---|", *rows])
