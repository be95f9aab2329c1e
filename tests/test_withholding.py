"""A document that would stop the run costs itself: the rest is published as if it were not there, and it is told."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from budgets import ALL_FUNDS, budget, budget_of_nobody
from defective_extraction import defective_extract
from stepping import run_steps

from dagster_project.defs import extracted
from dagster_project.main_run import run_main_job
from dagster_project.publication.releases import current_release
from dagster_project.settings import Settings
from dagster_project.store import refresh

pytestmark = pytest.mark.xdist_group("withholding")
GOOD = {
    "good.txt": budget(1),
    "fund_columns.txt": budget(2, ALL_FUNDS),
    "nobody_a.txt": budget_of_nobody(),
    "nobody_b.txt": budget_of_nobody(ALL_FUNDS),
    "label_lost.txt": budget(3),
}
FOUND_BEFORE_DBT = {"line_twice.txt": "statement_lines", "number_twice.txt": "ledger"}
FOUND_BY_DBT = {
    "issue_twice.txt": "unique_key_fct_issues",
    "number_without_reason.txt": "assert_no_ledger_row_without_reason",
}
BAD = FOUND_BEFORE_DBT | FOUND_BY_DBT
ABOUT_ALL = {"dim_documents", "fct_issues", "fct_second_counts", "rpt_coverage", "rpt_release"}
"""Tables that tell of documents withheld, too."""


def found(folder: Path, documents: dict[str, str]) -> Settings:
    """Return an installation in whose raw folder these documents lie."""
    settings = Settings(folder / "raw", folder / "data")
    settings.raw.mkdir()
    for name, text in documents.items():
        (settings.raw / name).write_text(text, encoding="utf-8")
    return settings


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return an installation in which the main job has run over good and bad documents.

    The extractor is wrong about those whose name says so.
    """
    bad = {name: budget(number) for number, name in enumerate(BAD, 10)}
    settings = found(tmp_path_factory.mktemp("mixed"), GOOD | bad)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            extracted,
            "refresh",
            lambda settings, **given: refresh.refresh(settings, defective_extract, "defective", **given),
        )
        run_main_job(settings)
    return settings


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return what is published of the good documents alone."""
    settings = found(tmp_path_factory.mktemp("good"), GOOD)
    run_steps(settings, extractor=defective_extract, version="defective")
    return settings


def ask(settings: Settings, sql: str) -> list[tuple[object, ...]]:
    """Return the rows of a query on the published warehouse."""
    with duckdb.connect(str(settings.warehouse.resolve()), read_only=True) as connection:
        return list(connection.execute(sql).fetchall())


def parquet(settings: Settings) -> dict[str, Path]:
    """Return the published files by table."""
    release = current_release(settings)
    assert release is not None
    return {file.stem: file for file in release.parquet.glob("*.parquet")}


def test_coverage_lists_every_document_found_and_why_one_is_withheld(mixed: Settings) -> None:
    rows = ask(mixed, "select document_file, withheld_because is not null, numbers_seen > 0 from rpt_coverage")
    assert sorted(rows) == sorted([*((name, False, True) for name in GOOD), *((name, True, False) for name in BAD)])
    assert ask(mixed, "select count(*) from dim_documents where withheld_because is not null and is_current") == [(0,)]


@pytest.mark.parametrize("name", BAD)
def test_a_document_withheld_has_an_error_that_shows_both_sides(mixed: Settings, name: str) -> None:
    sql = f"""select severity, message from fct_issues
        where document_file = '{name}' and code = 'document_withheld'"""
    told = ask(mixed, sql)
    assert {severity for severity, _ in told} == {"error"}
    messages = [str(message) for _, message in told if BAD[name] in str(message).split("Not so:")[0]]
    assert messages
    assert all("document_id=" in message.split("Not so:")[1] for message in messages)


def test_the_rest_is_published_byte_for_byte_as_without_them(mixed: Settings, good: Settings) -> None:
    with_bad, without = parquet(mixed), parquet(good)
    assert with_bad.keys() == without.keys()
    different = {name for name in without if with_bad[name].read_bytes() != without[name].read_bytes()}
    assert different <= ABOUT_ALL
    for name in ABOUT_ALL - {"rpt_release"}:
        files = ", ".join(f"'{file}'" for file in GOOD)
        kept = "document_id in (select document_id from dim_documents where document_file in (" + files + "))"
        assert ask(mixed, f"from {name} where {kept} order by all") == ask(good, f"from {name} order by all")


def test_a_document_counted_differently_is_published_with_the_difference(mixed: Settings) -> None:
    sql = """select counted_difference, withheld_because from rpt_coverage where document_file = 'label_lost.txt'"""
    assert ask(mixed, sql) == [(1, None)]
    codes = ask(mixed, "select code, severity from fct_issues where document_file = 'label_lost.txt'")
    assert ("counted_differently", "error") in codes
    assert ask(mixed, "select distinct counted_difference from rpt_coverage where document_file in ('good.txt')") == [
        (0,)
    ]


@pytest.mark.parametrize("name", ["nobody_a.txt", "nobody_b.txt"])
def test_a_document_without_an_issuer_is_published(mixed: Settings, name: str) -> None:
    total = 1_200_000 if name == "nobody_a.txt" else 1_500_000
    sql = f"""select function_code, total_cny, organisation_name from rpt_expenditure
        where document_file = '{name}' and is_additive"""
    assert ask(mixed, sql) == [("2010801", total, None)]
    assert ask(mixed, "select count(*) from fct_yearly_amounts where organisation_id is null") == [(0,)]


def test_a_fund_that_a_column_of_all_funds_gives_counts_once(mixed: Settings) -> None:
    sql = """select fund, derivation, total_cny from fct_expenditure join dim_documents using (document_id)
        where document_file = 'fund_columns.txt' and fct_expenditure.is_additive"""
    assert ask(mixed, sql) == [("all", "printed", 1_500_000)]
