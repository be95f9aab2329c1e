"""What the models say in SQL, on DuckDB and on Spark: where both give one figure, and where they do not (docs/spark.md)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import TYPE_CHECKING

import duckdb
import jinja2
import pytest
from standalone import LOOPBACK, missing

from dagster_project.engine.spark import session
from dagster_project.settings import PROJECT

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = [
    pytest.mark.spark,
    pytest.mark.xdist_group("spark"),
    pytest.mark.skipif(bool(missing()), reason=f"{missing()} is not installed: `make spark`, and Java 17"),
]
MACROS = PROJECT / "dbt" / "macros"
FIGURES = 400
SAME = (
    "cast(cast(1.005 as decimal(20, 3)) as decimal(20, 2))",
    "cast(cast(-1.005 as decimal(20, 3)) as decimal(20, 2))",
    "round(cast(2.5 as decimal(10, 2)), 0)",
    "cast('12.50' as decimal(10, 2))",
    "cast(cast(12.50 as decimal(20, 2)) as string)",
    "power(10, -2) / 2",
    "7 / 2",
    "-7 % 3",
    "greatest(1, null)",
    "concat_ws(':', 'a', null, 'b')",
    "md5('预算')",
    "split_part('a b', ' ', 3)",
    "'a' is not distinct from null",
    "regexp_extract('x', '([0-9]+)', 1)",
)
DIFFERENT = {
    "the kind of number in a division": "typeof(cast(1 as decimal(20, 2)) / cast(3 as decimal(20, 2)))",
    "a double to a decimal": "cast(cast(1.005 as double) as decimal(20, 2))",
    "a decimal to a whole number": "cast(cast(2.7 as decimal(10, 2)) as integer)",
    "a double to a text": "cast(cast(0.0001 as double) as string)",
    "where NULL stands in an order": "(select max(place) from (select figure, row_number() over (order by figure) as place"
    " from (select 1 as figure union all select null) as figures) as placed where figure is null)",
    "any value of a group": "(select any_value(figure) from (select null as figure union all select 1) as figures)",
    "the first position of a text": "substr('abc', 0, 2)",
    "a power of ten": "power(10, -5)",
    "how often a pattern is replaced": "regexp_replace('a1b2', '[0-9]', '')",
}


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    """Start Spark in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LOCAL_IP", LOOPBACK)
        with session("local[1]") as started:
            yield started


def called(file: str, call: str) -> str:
    """Return the SQL of a macro that needs nothing of dbt."""
    source = (MACROS / file).read_text(encoding="utf-8")
    return jinja2.Environment(autoescape=False).from_string(f"{source}{{{{ {call} }}}}").render().strip()


def on_duckdb(expressions: list[str]) -> list[object]:
    """Return what DuckDB makes of expressions."""
    return list(duckdb.sql("select " + ", ".join(expressions)).fetchall()[0])


def on_spark(spark: SparkSession, expressions: list[str]) -> list[object]:
    """Return what Spark makes of expressions."""
    return list(spark.sql("select " + ", ".join(expressions)).collect()[0])


def test_rates_and_money_are_the_decimals_that_arithmetic_says(spark: SparkSession) -> None:
    random = Random("rates")
    figures = [(random.randint(-(10**9), 10**9), random.randint(1, 10**9)) for _ in range(FIGURES)]
    amounts = [(Decimal(part) / 100, Decimal(whole) / 100) for part, whole in figures]
    as_amount = "cast({} as decimal(20, 2))"
    rates = [called("rate.sql", f"rate('{as_amount.format(a)}', '{as_amount.format(b)}')") for a, b in amounts]
    money = [called("money.sql", f"money('cast({a / 10} as decimal(20, 3))')") for a, _ in amounts]
    expected = [(a / b).quantize(Decimal("0.000001"), ROUND_HALF_UP) for a, b in amounts]
    expected += [(a / 10).quantize(Decimal("0.01"), ROUND_HALF_UP) for a, _ in amounts]
    assert on_duckdb(rates + money) == expected
    assert on_spark(spark, rates + money) == expected


def test_a_rate_of_nothing_is_not_known(spark: SparkSession) -> None:
    rate = called("rate.sql", "rate('cast(1 as decimal(20, 2))', 'cast(0 as decimal(20, 2))')")
    assert on_duckdb([rate]) == on_spark(spark, [rate]) == [None]


def test_half_of_the_last_printed_digit_is_the_same(spark: SparkSession) -> None:
    source = [
        called("tolerance.sql", f"half_unit('{decimals}', '{factor}')")
        for decimals in range(7)
        for factor in (1, 10_000)
    ]
    assert on_duckdb(source) == pytest.approx(on_spark(spark, source), rel=1e-15)


@pytest.mark.parametrize("expression", SAME)
def test_both_say_the_same(spark: SparkSession, expression: str) -> None:
    assert on_duckdb([expression]) == on_spark(spark, [expression])


@pytest.mark.parametrize("what", DIFFERENT)
def test_they_differ_where_the_page_says(spark: SparkSession, what: str) -> None:
    here, there = on_duckdb([DIFFERENT[what]]), on_spark(spark, [DIFFERENT[what]])
    assert here != there
    assert what in (PROJECT / "docs" / "spark.md").read_text(encoding="utf-8")
