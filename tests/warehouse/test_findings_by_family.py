"""Each family of rules is an asset check that warns of what it found in documents and never keeps a release back."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import dagster as dg
import duckdb
import pytest

from dagster_project.definitions import defs
from dagster_project.defs.resources import Workspace
from dagster_project.settings import PROJECT, Settings, environment_set
from dagster_project.warehouse.findings_by_family import family_names, judge_families

RULES = PROJECT / "dbt" / "seeds" / "rules.csv"
FINDINGS = dg.AssetKey("fct_findings")


def test_families_are_the_classes_of_the_rules(tmp_path: Path) -> None:
    (tmp_path / "rules.csv").write_text('rule_id,class,title_en\na,sums,one\nb,names,"two, three"\nc,sums,four\n')
    assert family_names(tmp_path / "rules.csv") == ("names", "sums")


def test_findings_are_counted_by_family_severity_and_rule(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "warehouse.duckdb")) as connection:
        connection.execute("create schema marts")
        connection.execute(
            """create table marts.fct_findings as from (values
                   ('sums', 'error', 'a'), ('sums', 'error', 'b'), ('sums', 'note', 'a')) as made (class, severity, rule_id)"""
        )
    names, sums = judge_families(tmp_path / "warehouse.duckdb", ("names", "sums"))
    assert (names.findings, names.description) == (
        0,
        "0 findings (0 error, 0 warning, 0 note): `yusuan findings --class names`",
    )
    assert sums.by_severity == Counter(error=2, note=1)
    assert sums.by_rule == Counter(a=2, b=1)


@pytest.mark.xdist_group("warehouse")
def test_every_family_is_a_check_of_the_findings_that_blocks_nothing() -> None:
    """It is judged once the release is sealed: before, a night with little new knows the rows of what it touched."""
    graph = defs().get_repository_def().asset_graph
    checks = {key.name: graph.get(key) for key in graph.asset_check_keys if key.asset_key == FINDINGS}
    for name in family_names(RULES):
        assert not checks[f"findings_{name}"].blocking
        assert dg.AssetKey("release") in checks[f"findings_{name}"].parent_entity_keys


@pytest.mark.xdist_group("warehouse")
def test_findings_warn_and_the_release_is_published(installation: Settings) -> None:
    """The checks are judged once more by themselves: in the job that published the release they blocked nothing."""
    # where it is loaded dbt parses, which the test run does once
    from dagster_project.defs.checks import findings_checks

    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        found = dict(connection.execute("select class, count(*) from marts.fct_findings group by all").fetchall())
    assert found
    only = dg.define_asset_job("judged", selection=dg.AssetSelection.all_asset_checks())
    alone = dg.Definitions(asset_checks=[findings_checks], jobs=[only], resources={"workspace": Workspace()})
    with environment_set(installation.environment()), dg.DagsterInstance.ephemeral() as instance:
        result = alone.resolve_job_def("judged").execute_in_process(instance=instance)
    checks = {check.check_name: check for check in result.get_asset_check_evaluations()}
    for name in family_names(RULES):
        check = checks[f"findings_{name}"]
        assert check.severity is dg.AssetCheckSeverity.WARN
        assert check.passed is (name not in found)
        assert check.metadata["findings"].value == found.get(name, 0)
        counts = [check.metadata[severity].value for severity in ("error", "warning", "note")]
        assert sum(counts) == found.get(name, 0)  # type: ignore[arg-type]
    assert result.success
