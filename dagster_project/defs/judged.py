"""Group `judged`: who is withheld and what the second count says, known before dbt reads a row."""

from collections.abc import Iterator

import dagster as dg

from dagster_project.defs.extracted import extracted_key
from dagster_project.defs.preview import markdown_preview
from dagster_project.defs.resources import Workspace
from dagster_project.extraction.schemas import TABLES
from dagster_project.invariants.extracted import document_invariants
from dagster_project.invariants.judged import JUDGED, WITHHELD, judge_documents, read_judged
from dagster_project.invariants.second_count import SECOND_COUNTS
from dagster_project.invariants.violations import SHOWN, Violation
from dagster_project.publication.inputs import code_of

SAME_COUNT = "second_count_agrees"


def judged_key(table: str) -> dg.AssetKey:
    """Return the asset of a judged table: the key that dagster-dbt gives to the dbt source of that name."""
    return dg.AssetKey(["judged", table])


@dg.multi_asset(
    specs=[
        dg.AssetSpec(
            judged_key(name),
            deps=[extracted_key(each) for each in TABLES],
            group_name="judged",
            description=schema.grain,
            kinds={"parquet"},
            owners=["team:publication"],
        )
        for name, schema in JUDGED.items()
    ],
    check_specs=[
        *(
            dg.AssetCheckSpec(each.name, asset=judged_key(WITHHELD.name), description=each.sentence)
            for each in document_invariants()
        ),
        dg.AssetCheckSpec(
            SAME_COUNT,
            asset=judged_key(SECOND_COUNTS.name),
            description="A second count of the numbers of each document, by other code, gives the same.",
        ),
    ],
)
def judged_tables(
    context: dg.AssetExecutionContext, workspace: Workspace
) -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
    """Judge each document by itself; one that would break a key or contradicts itself is withheld, and told."""
    judged = workspace.settings.judged
    violations = judge_documents(workspace.settings, code_of(workspace.settings))
    for violation in violations:
        context.log.warning(f"{violation.document_id} is withheld: {violation.sentence}")
    for name in JUDGED:
        table = read_judged(judged, name)
        yield dg.MaterializeResult(
            asset_key=judged_key(name),
            metadata={"dagster/row_count": table.num_rows, "preview": dg.MetadataValue.md(markdown_preview(table))},
        )
    for invariant in document_invariants():
        against = [each for each in violations if each.name == invariant.name]
        yield _warning(WITHHELD.name, invariant.name, [_told(each) for each in against])
    counts = read_judged(judged, SECOND_COUNTS.name).to_pylist()
    differing = [f"{row['document_id']}: {row['differing_lines']}" for row in counts if row["counted_difference"]]
    yield _warning(SECOND_COUNTS.name, SAME_COUNT, differing)


def _told(violation: Violation) -> str:
    return f"{violation.document_id}: {'; '.join(violation.examples)}"


def _warning(table: str, name: str, against: list[str]) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        asset_key=judged_key(table),
        check_name=name,
        passed=not against,
        severity=dg.AssetCheckSeverity.WARN,
        description="\n".join(against[:SHOWN]) or None,
    )
