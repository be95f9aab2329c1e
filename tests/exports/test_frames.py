"""Frames of pandas and Polars hold the figures of the release, and money adds and divides in them."""

from __future__ import annotations

from decimal import Decimal

import duckdb
import pandas as pd
import pytest

import yusuan
from dagster_project.errors import UsageError
from dagster_project.settings import Settings

SUMS = "select fiscal_year, phase, sum(total_cny) from rpt_expenditure where is_additive group by all order by all"


@pytest.mark.xdist_group("warehouse")
def test_sums_are_those_of_the_warehouse(installation: Settings) -> None:
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        expected = connection.execute(SUMS).fetchall()
    keys = ["fiscal_year", "phase"]
    floats = yusuan.read_pandas("rpt_expenditure", installation.data)
    exact = yusuan.read_pandas("rpt_expenditure", installation.data, exact=True)
    sums = [frame[frame.is_additive].groupby(keys).total_cny.sum() for frame in (floats, exact)]
    assert [(*key, Decimal(f"{value:.2f}")) for key, value in sums[0].items()] == expected
    assert [(*key, value) for key, value in sums[1].items()] == expected
    for is_exact in (False, True):
        frame = yusuan.read_polars("rpt_expenditure", installation.data, exact=is_exact)
        summed = frame.filter("is_additive").group_by(keys).agg(yusuan_sum("total_cny")).sort(keys)
        assert [(*row[:2], Decimal(f"{row[2]:.2f}")) for row in summed.iter_rows()] == expected


def yusuan_sum(column: str) -> object:
    """Return Polars' sum of a column."""
    import polars

    return polars.col(column).sum()


def test_money_divides_also_where_some_is_not_disclosed(small: Settings) -> None:
    floats = yusuan.read_pandas("select amount_cny from rpt_texts order by number", small.data).amount_cny
    exact = yusuan.read_pandas("select amount_cny from rpt_texts order by number", small.data, exact=True).amount_cny
    assert (floats / 2).iloc[0] == -617.25
    assert pd.isna((floats / floats).iloc[2])
    assert floats.mean() == pytest.approx(float(exact.dropna().sum()) / 10)
    assert (exact.dropna() / 3).iloc[0] == Decimal("-1234.50") / 3
    assert exact.sum() == sum(exact.dropna(), Decimal(0))
    ratio = yusuan.read_polars("rpt_texts", small.data).select(yusuan_sum("amount_cny") / 4)
    assert ratio.item() == pytest.approx(float(exact.sum()) / 4)


def test_columns_are_described_and_whole_numbers_stay_whole(small: Settings) -> None:
    assert yusuan.tables(small.data)["rpt_texts"] == "One row per text (文字), for tests."
    described = yusuan.describe("rpt_texts", small.data).set_index("column")
    assert list(described.loc["amount_cny"]) == ["DECIMAL(20,2)", "CNY", "Amount, in yuan", "金额"]
    assert [str(kind) for kind in yusuan.read_pandas("rpt_texts", small.data).dtypes] == [
        "Int32",
        "object",
        "float64",
        "float64",
        "boolean",
    ]


def test_nothing_published_is_told(small: Settings) -> None:
    with pytest.raises(UsageError, match="There is no warehouse"):
        yusuan.read_pandas("rpt_texts", small.raw)
