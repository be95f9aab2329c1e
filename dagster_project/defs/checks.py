"""The blocking checks: an invariant of ours that does not hold keeps the release from its readers."""

from collections.abc import Iterator

import dagster as dg

from dagster_project.defs.extracted import extracted_key
from dagster_project.defs.published import release
from dagster_project.defs.resources import Workspace
from dagster_project.invariants.extracted import extracted_invariants, judge_extracted
from dagster_project.invariants.released import RELEASED, judge_release
from dagster_project.invariants.violations import Invariant, Verdict
from dagster_project.publication.releases import release_of_run


def _spec(invariant: Invariant, asset: dg.AssetKey) -> dg.AssetCheckSpec:
    return dg.AssetCheckSpec(invariant.name, asset=asset, description=invariant.sentence, blocking=True)


def _result(verdict: Verdict, asset: dg.AssetKey) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        asset_key=asset, check_name=verdict.invariant.name, passed=verdict.holds, description=verdict.description
    )


@dg.multi_asset_check(
    name="extracted_invariants", specs=[_spec(each, extracted_key(each.table)) for each in extracted_invariants()]
)
def extracted_checks(workspace: Workspace) -> Iterator[dg.AssetCheckResult]:
    """Keys are unique, references lead somewhere, and every number is in the ledger."""
    settings = workspace.settings
    for verdict in judge_extracted(settings.extracted, settings.archive):
        yield _result(verdict, extracted_key(verdict.invariant.table))


@dg.multi_asset_check(name="release_invariants", specs=[_spec(each, release.key) for each in RELEASED])
def release_checks(
    context: dg.AssetCheckExecutionContext, workspace: Workspace
) -> Iterator[dg.AssetCheckResult]:
    """The sealed warehouse holds what was extracted, and its ledger adds up."""
    built = release_of_run(workspace.settings, context.run.run_id)
    for verdict in judge_release(built.warehouse, workspace.settings.extracted):
        yield _result(verdict, release.key)
