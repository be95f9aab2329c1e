"""What the models say in SQL, on DuckDB and on Spark: where both give one figure, and where they do not (docs/spark.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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


class Macros:
    """The macros of arithmetic, dispatched as dbt's adapter of an engine does."""

    def __init__(self, engine: str) -> None:
        files = ("rate.sql", "money.sql", "tolerance.sql")
        source = "".join((MACROS / file).read_text(encoding="utf-8") for file in files)
        template = jinja2.Environment(autoescape=False).from_string(source, globals={"adapter": self})
        self.engine, self.module = engine, template.module

    def dispatch(self, name: str, _: str) -> Callable[..., str]:
        """Return the macro of the engine, else the one of all others."""
        found: Callable[..., str] = getattr(self.module, f"{self.engine}__{name}", None) or self.named(
            f"default__{name}"
        )
        return found

    def named(self, name: str) -> Callable[..., str]:
        """Return a macro."""
        found: Callable[..., str] = getattr(self.module, name)
        return found


HERE, THERE = Macros("duckdb"), Macros("spark")


def on_duckdb(expressions: list[str]) -> list[object]:
    """Return what DuckDB makes of expressions."""
    return list(duckdb.sql("select " + ", ".join(expressions)).fetchall()[0])


def on_spark(spark: SparkSession, expressions: list[str]) -> list[object]:
    """Return what Spark makes of expressions."""
    return list(spark.sql("select " + ", ".join(expressions)).collect()[0])


def both(spark: SparkSession, macro: str, arguments: list[tuple[object, ...]]) -> tuple[list[object], list[object]]:
    """Return what a macro makes of arguments on DuckDB and on Spark."""
    here, there = ([each.named(macro)(*of_one) for of_one in arguments] for each in (HERE, THERE))
    return on_duckdb(here), on_spark(spark, there)


def amount(cents: Decimal | int) -> str:
    """Return an amount of so many hundredths as SQL."""
    return f"cast({Decimal(cents) / 100} as decimal(20, 2))"


def test_rates_and_money_are_the_decimals_that_arithmetic_says(spark: SparkSession) -> None:
    random = Random("rates")
    figures = [(random.randint(-(10**9), 10**9), random.randint(1, 10**9)) for _ in range(FIGURES)]
    rates = [(Decimal(part) / whole).quantize(Decimal("0.000001"), ROUND_HALF_UP) for part, whole in figures]
    here, there = both(spark, "rate", [(amount(part), amount(whole)) for part, whole in figures])
    assert here == there == rates
    tenths = [Decimal(part) / 1000 for part, _ in figures]
    here, there = both(spark, "money", [(f"cast({each} as decimal(20, 3))",) for each in tenths])
    assert here == there == [each.quantize(Decimal("0.01"), ROUND_HALF_UP) for each in tenths]


def test_a_quotient_that_lies_between_two_decimals_is_the_same_one(spark: SparkSession) -> None:
    doubles = [f"cast({cents} / 1000.0 as double)" for cents in range(-2005, 2006, 10)]
    here, there = both(spark, "as_decimal", [(double, 20, 2) for double in doubles])
    assert here == there
    by_digits = on_spark(spark, [f"cast({double} as decimal(20, 2))" for double in doubles])
    assert by_digits != here


def test_a_rate_of_nothing_is_not_known(spark: SparkSession) -> None:
    assert both(spark, "rate", [(amount(100), amount(0))]) == ([None], [None])


def test_half_of_the_last_printed_digit_is_the_same(spark: SparkSession) -> None:
    here, there = both(
        spark, "half_unit", [(str(decimals), str(factor)) for decimals in range(9) for factor in (1, 10_000)]
    )
    assert here == there


@pytest.mark.parametrize("expression", SAME)
def test_both_say_the_same(spark: SparkSession, expression: str) -> None:
    assert on_duckdb([expression]) == on_spark(spark, [expression])


@pytest.mark.parametrize("what", DIFFERENT)
def test_they_differ_where_the_page_says(spark: SparkSession, what: str) -> None:
    here, there = on_duckdb([DIFFERENT[what]]), on_spark(spark, [DIFFERENT[what]])
    assert here != there
    assert what in (PROJECT / "docs" / "spark.md").read_text(encoding="utf-8")
