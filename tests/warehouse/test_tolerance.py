"""The tolerance that `audit_checks` computes is the one that the rule's row of the catalogue says, for every rule."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest
from dbt.contracts.graph.manifest import Manifest

from dagster_project.derived.catalogue import catalogue
from dagster_project.settings import Settings
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.dbt import run_dbt
from dagster_project.warehouse.prepared import loaded_manifest

pytestmark = pytest.mark.xdist_group("warehouse")
OPERANDS = {"anchor": (30, Decimal("0.5")), "small": (300, 5), "large": (1000, 5), "larger": (2000, 5)}
"""Value and half unit of each operand."""
COLUMNS = """
    operand_id, '' as ledger_id, '' as document_id, 1 as table_number, 1 as row_number, 1 as column_number, 1 as page,
    1 as line, '' as statement_kind, '' as organisation, 2031 as fiscal_year, '' as phase, '' as subject,
    '' as stable_subject, '' as text, value, half_unit, '' as value_unit, '' as source, 'certain' as reading_status
"""


class Check(NamedTuple):
    """Operands of a check, by how they enter, and the tolerance worked out by hand."""

    parts: dict[str, str]
    tolerance: Decimal


SINGLE, SUM = {"large": "addend"}, {"small": "addend", "large": "addend", "larger": "addend"}
RATE = {"small": "numerator", "large": "denominator"}
CHECKS = {
    "none": [Check(SINGLE, Decimal(0)), Check(SUM, Decimal(0))],
    # two halves of the coarser unit, 5
    "one_unit": [Check(SINGLE, Decimal(10))],
    # 0.5 and three times 5; one addend is two figures of one quantity
    "rounding": [Check(SUM, Decimal("15.5")), Check(SINGLE, Decimal(10))],
    # 0.5 and 5
    "computed": [Check(SINGLE, Decimal("5.5"))],
    # 3 × 0.5 and, in percent, 305/995 less 300/1000
    "rate": [Check(RATE, Decimal("2.1533"))],
}


@pytest.fixture(scope="module")
def computed(installation: Settings, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], Decimal]:
    """Return the tolerance of each generated check of each rule, by rule and number of the check."""
    build = Build(tmp_path_factory.mktemp("tolerance") / "20310101T000000Z-tolerance")
    build.folder.mkdir()
    manifest = loaded_manifest(installation)
    made = {
        "model.yusuan.audit_operands": f"select {COLUMNS} from operands",
        "model.yusuan.audit_addends": "select * from addends",
        "model.yusuan.audit_secret": "select '' as document_id where false",
        "model.yusuan.audit_unsure_figures": "select '' as ledger_id where false",
        "model.yusuan.audit_carried_amounts": "select '' as document_id, 0.0 as amount_cny where false",
        "seed.yusuan.rules": "select * from rules",
    }
    relations = {str(manifest.nodes[name].relation_name): query for name, query in made.items()}
    with duckdb.connect(str(build.database)) as connection:
        _stage(connection)
        for relation, query in relations.items():
            connection.execute(f"create schema if not exists {relation.rpartition('.')[0]}")
            connection.execute(f"create table {relation} as {query}")
    sql = _compiled(installation, build, manifest)
    with duckdb.connect(str(build.database), read_only=True) as connection:
        rows = connection.execute(f"select rule_id, anchor_id, tolerance from ({sql})").fetchall()
    return {(rule, int(anchor.removeprefix("anchor"))): tolerance for rule, anchor, tolerance in rows}


def _stage(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the rows of rules, operands and addends; each check has an anchor of its own."""
    connection.execute(
        "create temp table rules (rule_id varchar, identity varchar, class varchar, comparison varchar, tolerance varchar)"
    )
    connection.execute(
        "create temp table operands (operand_id varchar, value decimal(20, 2), half_unit decimal(20, 6))"
    )
    connection.execute(
        "create temp table addends (rule_id varchar, anchor_id varchar, part_id varchar, sign integer, role varchar)"
    )
    operands = {f"anchor{number}": OPERANDS["anchor"] for number in range(2)} | OPERANDS
    for name, (value, half_unit) in operands.items():
        connection.execute("insert into operands values (?, ?, ?)", [name, value, half_unit])
    for rule in catalogue():
        row = [rule[name] for name in ("rule_id", "identity", "class", "comparison", "tolerance")]
        connection.execute("insert into rules values (?, ?, ?, ?, ?)", row)
        for number, check in enumerate(CHECKS[rule["tolerance"]]):
            for part, role in check.parts.items():
                addend = [rule["rule_id"], f"anchor{number}", part, 1, role]
                connection.execute("insert into addends values (?, ?, ?, ?, ?)", addend)


def _compiled(installation: Settings, build: Build, manifest: Manifest) -> str:
    target: Path = build.folder / "target"
    finished = run_dbt(["compile", "--select", "audit_checks"], installation, build, target, manifest)
    assert finished.success, finished.exception
    (result,) = finished.result.results  # type: ignore[union-attr]
    return str(result.node.compiled_code)


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule["rule_id"])
def test_the_tolerance_of_a_check_is_that_of_its_rule(
    rule: dict[str, str], computed: dict[tuple[str, int], Decimal]
) -> None:
    for number, check in enumerate(CHECKS[rule["tolerance"]]):
        assert computed[rule["rule_id"], number] == check.tolerance
