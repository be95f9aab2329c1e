"""`rpt_rules` accounts for every rule, also those that never applied, and the catalogue tells the truth of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from dagster_project.derived.catalogue import catalogue

pytestmark = pytest.mark.xdist_group("warehouse")


@pytest.fixture(scope="module")
def audited(build_database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(build_database), read_only=True) as connection:
        connection.execute("set search_path = 'marts,audit'")
        yield connection


def test_every_rule_has_a_row(audited: duckdb.DuckDBPyConnection) -> None:
    rules = {rule for (rule,) in audited.execute("select rule_id from rpt_rules").fetchall()}
    assert rules == {rule["rule_id"] for rule in catalogue()}


def test_what_was_tested_passed_or_is_told_by_a_finding(audited: duckdb.DuckDBPyConnection) -> None:
    wrong = """
        select rule_id from rpt_rules
        where tested <> passed + failed or documents < untested
            or failed <> (select count(*) from fct_failed_checks as checks where checks.rule_id = rpt_rules.rule_id)
            or status <> case when failed > 0 then 'failed' when tested > 0 then 'passed' else 'never applied' end
    """
    assert audited.execute(wrong).fetchall() == []


def test_a_rule_that_never_applied_is_shown_with_zeros(audited: duckdb.DuckDBPyConnection) -> None:
    # Jiangsu alone prints meetings and training beside the three
    row = audited.execute(
        "select tested, passed, failed, documents, untested, status from rpt_rules where rule_id = ?",
        ["meetings_and_three_public_sum_to_total"],
    ).fetchone()
    assert row == (0, 0, 0, 3, 3, "never applied")


def test_rules_of_one_unit_compare_two_figures(audited: duckdb.DuckDBPyConnection) -> None:
    summing = """
        select distinct rule_id from audit_checks inner join dim_rules using (rule_id)
        where dim_rules.tolerance = 'one_unit' and operands > 1
    """
    assert audited.execute(summing).fetchall() == []


def test_rules_of_rates_divide_and_no_other_does(audited: duckdb.DuckDBPyConnection) -> None:
    mistaken = """
        select distinct rule_id from audit_addends inner join dim_rules using (rule_id)
        group by rule_id, anchor_id
        having bool_or(role = 'denominator') <> (min(dim_rules.tolerance) = 'rate')
    """
    assert audited.execute(mistaken).fetchall() == []


def test_a_rule_is_tested_only_where_the_catalogue_says_it_applies(audited: duckdb.DuckDBPyConnection) -> None:
    elsewhere = """
        with operands as (
            select rule_id, anchor_id, anchor_id as operand_id from audit_addends
            union
            select rule_id, anchor_id, part_id from audit_addends
        ),
        words as (
            select rule_id, anchor_id,
                list_concat(list(source), list(statement_kind), list(family), ['document']) as words
            from operands
            inner join audit_operands using (operand_id)
            left join dim_statements using (statement_kind)
            group by all
        )
        select distinct rule_id from words inner join dim_rules using (rule_id)
        where not list_has_any(words, string_split(applies_to, '|'))
    """
    assert audited.execute(elsewhere).fetchall() == []
