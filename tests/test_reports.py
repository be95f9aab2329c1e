"""Carry-over, procurement, running cost, assets and money per head, against what the five documents print (万元)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import duckdb
import pytest

from dagster_project.settings import Settings

pytestmark = pytest.mark.xdist_group("warehouse")
CITY, SERVICE = "深圳市工业和信息化局", "深圳市中小企业服务局"
LONGGANG, PINGSHAN = "深圳市龙岗区工业和信息化局", "深圳市坪山区工业和信息化局"
NANSHAN = "深圳市南山区工业和信息化局本级"


@pytest.fixture(scope="module")
def marts(installation: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(installation.warehouse), read_only=True) as connection:
        yield connection


def _rows(marts: duckdb.DuckDBPyConnection, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    return marts.execute(sql, list(values)).fetchall()


def test_idle_carry_over_is_one_query(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select organisation_name, opening_cny, used_cny, distributed_cny, closing_cny, spending_cny
             from rpt_carry_over where fund = 'all' and closing_cny > 0"""
    yuan = [Decimal(10_000) * Decimal(printed) for printed in ("3.65", "5.36", "109214.77")]
    assert _rows(marts, sql) == [(PINGSHAN, yuan[0], None, None, *yuan[1:])]


def test_a_zero_that_is_printed_is_no_missing_figure(marts: duckdb.DuckDBPyConnection) -> None:
    sql = "select distinct opening_cny, closing_cny from rpt_carry_over where organisation_name = ?"
    assert _rows(marts, sql, LONGGANG) == [(0, 0)]
    assert _rows(marts, sql, CITY) == []


@pytest.mark.parametrize(
    ("organisation", "side", "kind", "printed"),
    [
        (CITY, "planned", "total", "2685"),
        (CITY, "planned", "goods", "51"),
        (CITY, "planned", "services", "2634"),
        (CITY, "planned", "works", None),
        (CITY, "planned", "small_and_medium", "1574"),
        (CITY, "planned", "small_and_micro", "1193"),
        (LONGGANG, "planned", "works", "0"),
        (PINGSHAN, "spent", "total", "240.79"),
        (PINGSHAN, "spent", "goods", "13.21"),
        (PINGSHAN, "spent", "services", "227.58"),
        (PINGSHAN, "spent", "small_and_micro", "165.08"),
        (NANSHAN, "planned", "total", "2734.83"),
        (NANSHAN, "spent", "total", "2410.63"),
    ],
)
def test_procurement_by_kind(
    marts: duckdb.DuckDBPyConnection, organisation: str, side: str, kind: str, printed: str | None
) -> None:
    sql = f"select {side}_cny from rpt_procurement where is_first and organisation_name = ? and kind = ?"
    assert _rows(marts, sql, organisation, kind) == ([(Decimal(printed) * 10_000,)] if printed else [])


def test_small_firms_have_the_base_that_is_printed(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select kind, share_as_printed, base_kind, base_cny from rpt_procurement
             where organisation_name = ? and kind like 'small%' order by kind"""
    base = ("total", Decimal("2407900"))
    assert _rows(marts, sql, PINGSHAN) == [
        ("small_and_medium", Decimal("1"), *base),
        ("small_and_micro", Decimal("0.686"), *base),
    ]


def test_running_cost_of_two_bodies_is_of_their_department(marts: duckdb.DuckDBPyConnection) -> None:
    sql = "select organisation_name, amount_cny, units_as_printed from rpt_operating_cost where fiscal_year = 2021"
    words = "2021年市工业和信息化局本级、市中小企业服务局机关运行经费财政拨款预算"
    assert _rows(marts, sql) == [(CITY, 7_290_000, words)]
    assert _rows(marts, "select amount_cny from rpt_operating_cost where fiscal_year = 2020") == [(599_700,)]


@pytest.mark.parametrize(
    ("organisation", "asset", "threshold", "count"),
    [
        (CITY, "general_equipment", 500_000, 47),
        (CITY, "special_equipment", 1_000_000, 12),
        (CITY, "vehicles", None, 21),
        (CITY, "special_vehicles", None, 8),
        (LONGGANG, "vehicles", None, 4),
        (PINGSHAN, "other_vehicles", None, 4),
        (f"{PINGSHAN}本级", "vehicles", None, 5),
    ],
)
def test_what_a_body_has_counts_once(
    marts: duckdb.DuckDBPyConnection, organisation: str, asset: str, threshold: int | None, count: int
) -> None:
    sql = "select threshold_cny, count from rpt_assets where is_first and organisation_name = ? and asset = ?"
    assert _rows(marts, sql, organisation, asset) == [(threshold, count)]


def test_net_assets(marts: duckdb.DuckDBPyConnection) -> None:
    sql = "select organisation_name, amount_cny, line is not null from rpt_assets where asset = 'net_assets'"
    assert _rows(marts, sql) == [(PINGSHAN, 13_309_000, True)]


def test_three_publics_per_post_and_per_head(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select denominator, heads, per_head_cny from rpt_per_head
             where organisation_name = ? and numerator = 'three_public' order by denominator"""
    assert _rows(marts, sql, CITY) == [("posts", 196, Decimal("5204.08")), ("staff", 185, Decimal("5513.51"))]
    assert _rows(marts, sql, SERVICE) == [("posts", 29, Decimal("4482.76")), ("staff", 24, Decimal("5416.67"))]


def test_heads_of_the_own_level_are_not_those_of_the_department(marts: duckdb.DuckDBPyConnection) -> None:
    sql = """select distinct per_head_cny, not_comparable, heads_organisation_name from rpt_per_head
             where organisation_name = ? and numerator = 'spending'"""
    assert _rows(marts, sql, PINGSHAN) == [(None, "scope", f"{PINGSHAN}本级")]


def test_what_organs_run_on_is_not_spent_by_all_posts(marts: duckdb.DuckDBPyConnection) -> None:
    sql = "select distinct per_head_cny, not_comparable from rpt_per_head where numerator = 'operating_cost'"
    assert _rows(marts, sql) == [(None, "scope")]


@pytest.mark.parametrize(
    ("name", "target", "is_met", "rule"),
    [
        ("举办银企对接活动数量", "≥8场", "met", "printed_comparator"),
        ("政府、群众满意度", "90%", "met", "kind_at_least"),
        ("新增规上工业企业", "50家", "not_comparable", "no_comparator"),
        ("消费券发放及时性", "及时", "not_comparable", "not_two_numbers"),
        ("组织开展体检", "1次", "not_comparable", "units_differ"),
    ],
)
def test_whether_an_indicator_is_met(
    marts: duckdb.DuckDBPyConnection, name: str, target: str, is_met: str, rule: str
) -> None:
    sql = "select is_met, is_met_rule from rpt_indicators where indicator_name = ? and target_value = ?"
    assert _rows(marts, sql, name, target) == [(is_met, rule)]


def test_every_side_of_an_execution_has_its_place(marts: duckdb.DuckDBPyConnection) -> None:
    lacking = [
        row
        for phase in ("approved", "revised", "executed")
        for row in _rows(
            marts,
            f"""select series_id, '{phase}' from rpt_execution where {phase}_cny is not null
                and ({phase}_document_file is null or coalesce({phase}_page, {phase}_line) is null)""",
        )
    ]
    assert lacking == []
    sql = "select approved_ledger_ids, executed_ledger_ids from rpt_execution where series_id like ? and fiscal_year = 2020"
    ((approved, executed),) = _rows(marts, sql, f"%{PINGSHAN}|three_public_total")
    assert None not in (approved, executed)
    assert approved != executed
