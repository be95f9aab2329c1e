"""Every published figure leads to the ledger: by the row of the number printed, or by the rows it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

pytestmark = pytest.mark.xdist_group("warehouse")

NO_PRINTED_FIGURE = {
    "fct_announced_tables": "titles of tables",
    "fct_citations": "titles and numbers of regulations",
    "fct_code_mentions": "names and codes of the classification",
    "fct_disclosures": "whether something is disclosed",
    "fct_finding_verdicts": "what persons hold of findings",
    "fct_function_names": "names of codes",
    "fct_headcounts": "counts in prose, which are no numbers of the ledger: each bears its place and span",
    "fct_issues": "what went wrong in reading",
    "fct_labels": "words and years of labels",
    "fct_mentions": "rows of tables that the text names",
    "fct_readings": "decisions about whole tables",
    "fct_recounts": "digits of whole documents",
    "fct_row_findings": "findings of rows, whose figures stand in fct_figure_findings",
    "fct_rule_results": "how often a rule was tested",
    "fct_second_counts": "how many numbers a document holds",
    "fct_stated_counts": "counts in prose, which are no numbers of the ledger: each bears its place and span",
    "rpt_coverage": "how many numbers a document holds; its totals stand in rpt_totals",
    "rpt_disclosure": "whether something is disclosed",
    "rpt_release": "how many rows a release holds",
    "rpt_rules": "how often a rule was tested",
}
NO_NUMBER = "a number that no unit of amount follows is none of the ledger"
SUM = "where no total prints it, the sum of the rows that count, which is_additive marks"
WITHOUT_ID = {
    "fct_estimates.amount_cny": NO_NUMBER,
    "fct_prose_amounts.amount_cny": NO_NUMBER,
    "fct_stated_changes.level_cny": NO_NUMBER,
    "fct_totals.basic_cny": SUM,
    "fct_totals.project_cny": SUM,
    "fct_yearly_amounts.amount_cny": NO_NUMBER,
    "rpt_totals.basic_cny": SUM,
    "rpt_totals.project_cny": SUM,
    "rpt_year_over_year.amount_cny": NO_NUMBER,
    "rpt_year_over_year.comparative_cny": NO_NUMBER,
    "rpt_year_over_year.own_document_cny": NO_NUMBER,
}
"""Amounts of which some have no id of their own, and why."""


@pytest.fixture(scope="module")
def marts(warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        yield connection


def _columns(marts: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Return the columns of each table of facts and for readers."""
    sql = """select table_name, list(column_name order by column_index) from duckdb_columns()
             where schema_name = 'marts' and regexp_matches(table_name, '^(fct|rpt)_') group by table_name"""
    return dict(marts.execute(sql).fetchall())


def _ids(columns: list[str]) -> list[str]:
    return [name for name in columns if name.endswith(("ledger_id", "ledger_ids", "operand_ids"))]


def test_every_table_of_figures_leads_to_the_ledger(marts: duckdb.DuckDBPyConnection) -> None:
    without = {table for table, columns in _columns(marts).items() if not _ids(columns)}
    assert without == NO_PRINTED_FIGURE.keys()


def test_every_id_is_one_of_the_ledger(marts: duckdb.DuckDBPyConnection) -> None:
    unknown = []
    for table, columns in _columns(marts).items():
        for name in _ids(columns):
            sql = f"""select count(*) from (select unnest(string_split({name}, ' ')) as id from {table}) as ids
                      anti join fct_ledger as ledger on ids.id = ledger.ledger_id"""
            if (found := marts.execute(sql).fetchone()) != (0,):
                unknown.append(f"{table}.{name}: {found}")
    assert unknown == []


def test_every_amount_with_an_id_of_its_own_has_it_or_names_what_it_is_made_of(
    marts: duckdb.DuckDBPyConnection,
) -> None:
    lost, held = [], 0
    for table, columns in _columns(marts).items():
        for amount, identity in _pairs(columns):
            made_of = " and ".join(f"{name} is null" for name in columns if name.endswith("operand_ids")) or "true"
            sql = f"select count({amount}), count(case when {identity} is null and {made_of} then {amount} end) from {table}"
            amounts, without = marts.execute(sql).fetchall()[0]
            held += amounts
            if without and f"{table}.{amount}" not in WITHOUT_ID:
                lost.append(f"{table}.{amount}: {without} of {amounts}")
    assert held
    assert lost == []


def _pairs(columns: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each amount of a table with the column of its id: abroad_cny with abroad_ledger_id, the only one with it."""
    for name in columns:
        if name.endswith("ledger_id"):
            amount = f"{name.removesuffix('ledger_id')}cny" if name != "ledger_id" else "amount_cny"
            if amount in columns:
                yield amount, name
