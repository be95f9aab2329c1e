"""The checks: an invariant of the release that does not hold keeps it from its readers; a finding only warns."""

from collections.abc import Iterator

import dagster as dg

from dagster_project.defs.extracted import extracted_key
from dagster_project.defs.published import release
from dagster_project.defs.resources import Workspace
from dagster_project.defs.warehouse import MANIFEST
from dagster_project.extraction.vocabulary import Severity
from dagster_project.invariants.extracted import judge_extracted, release_invariants
from dagster_project.invariants.released import RELEASED, judge_release
from dagster_project.invariants.violations import Invariant, Verdict
from dagster_project.publication.releases import current_release, release_of_run, release_started_by
from dagster_project.settings import Settings
from dagster_project.warehouse.findings_by_family import Family, family_names, judge_families
from dagster_project.warehouse.findings_by_table import Bearing, bearing_findings

FAMILIES = family_names(Settings.load().dbt_project / "seeds" / "rules.csv")
FINDINGS = dg.AssetKey("fct_findings")
BEARING = tuple(
    sorted(node["name"] for node in MANIFEST["nodes"].values() if {"finding_ids"} & node.get("columns", {}).keys())
)
"""The tables whose rows name the findings about them."""
NO_FINDING = "no_row_bears_a_finding"


def _spec(invariant: Invariant, asset: dg.AssetKey) -> dg.AssetCheckSpec:
    return dg.AssetCheckSpec(invariant.name, asset=asset, description=invariant.sentence, blocking=True)


def _result(verdict: Verdict, asset: dg.AssetKey) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        asset_key=asset, check_name=verdict.invariant.name, passed=verdict.holds, description=verdict.description
    )


@dg.multi_asset_check(
    name="extracted_invariants", specs=[_spec(each, extracted_key(each.table)) for each in release_invariants()]
)
def extracted_checks(workspace: Workspace) -> Iterator[dg.AssetCheckResult]:
    """Every document stands once in the inventory, and every row belongs to one."""
    for verdict in judge_extracted(workspace.settings):
        yield _result(verdict, extracted_key(verdict.invariant.table))


@dg.multi_asset_check(name="release_invariants", specs=[_spec(each, release.key) for each in RELEASED])
def release_checks(context: dg.AssetCheckExecutionContext, workspace: Workspace) -> Iterator[dg.AssetCheckResult]:
    """The sealed warehouse holds what was extracted and not withheld, and its ledger adds up."""
    built = release_of_run(workspace.settings, context.run.run_id)
    for verdict in judge_release(built.warehouse, workspace.settings):
        yield _result(verdict, release.key)


@dg.multi_asset_check(
    name="families_of_rules",
    specs=[
        dg.AssetCheckSpec(
            f"findings_{name}",
            asset=FINDINGS,
            description=f"No document has a finding of the class {name}. About documents: publication goes on.",
            additional_deps=[release],
            blocking=False,
        )
        for name in FAMILIES
    ]
    + [
        dg.AssetCheckSpec(
            NO_FINDING,
            asset=dg.AssetKey(name),
            description="No row bears a finding. About documents: publication goes on.",
            additional_deps=[release],
            blocking=False,
        )
        for name in BEARING
    ],
    can_subset=True,
)
def findings_checks(context: dg.AssetCheckExecutionContext, workspace: Workspace) -> Iterator[dg.AssetCheckResult]:
    """What the rules found in all documents, by family and by table, in this run's release; else in the current one."""
    settings = workspace.settings
    judged = release_started_by(settings, context.run.run_id) or current_release(settings)
    if judged is None:
        return
    results = [_of_family(family) for family in judge_families(judged.warehouse, FAMILIES)]
    results += [_of_table(table) for table in bearing_findings(judged.warehouse, BEARING)]
    for result in results:
        if dg.AssetCheckKey(result.asset_key or FINDINGS, str(result.check_name)) in context.selected_asset_check_keys:
            yield result


def _of_family(family: Family) -> dg.AssetCheckResult:
    rules = "\n".join(f"| {rule} | {count:,} |" for rule, count in family.by_rule.most_common())
    return dg.AssetCheckResult(
        asset_key=FINDINGS,
        check_name=f"findings_{family.name}",
        passed=not family.findings,
        severity=dg.AssetCheckSeverity.WARN,
        description=family.description,
        metadata={
            "findings": family.findings,
            **{severity.value: family.by_severity[severity] for severity in Severity},
            "rules": dg.MetadataValue.md(f"| rule | findings |\n|---|---:|\n{rules}"),
        },
    )


def _of_table(table: Bearing) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        asset_key=dg.AssetKey(table.table),
        check_name=NO_FINDING,
        passed=not table.bearing,
        severity=dg.AssetCheckSeverity.WARN,
        description=table.description,
        metadata={"rows": table.rows, "rows_with_findings": table.bearing, "findings": table.findings},
    )
