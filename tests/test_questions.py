"""The fourteen questions of the README: each is one query, whose answer holds what the five documents print (万元)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import duckdb
import pytest
from asking import holds, questions, yuan

from dagster_project.settings import Settings

pytestmark = pytest.mark.xdist_group("warehouse")
CITY, PINGSHAN = "深圳市工业和信息化局", "深圳市坪山区工业和信息化局"
ANSWERS: dict[int, tuple[object, ...]] = {
    1: (2020, PINGSHAN, "215", yuan("101,597.34")),
    2: (2021, CITY, f"{CITY}本级", yuan("446,319")),
    3: (2021, "approved", yuan("517,486")),
    4: (2020, PINGSHAN, yuan("1,273.76"), yuan("107,941.01")),
    5: (2020, PINGSHAN, yuan("77,146.19"), yuan("109,214.77"), Decimal("1.415686")),
    6: (2021, CITY, "posts", 196, yuan("102"), Decimal("5204.08")),
    7: (2021, CITY, yuan("235,000")),
    8: (2020, PINGSHAN, "expenditure_total", yuan("34,851.96"), yuan("109,214.77")),
    9: ("援企稳岗补贴受益企业数量(个)", "不低于100家", "120家", "met"),
    10: ("error", "proven", yuan("101,597.34") - yuan("70,087.22")),
    11: (2020, PINGSHAN, yuan("3.65"), yuan("5.36")),
    12: (2021, CITY, "total", yuan("2,685")),
    13: (2021, CITY, yuan("729")),
    14: (2020, PINGSHAN, "net_assets", yuan("1,330.90")),
}


@pytest.fixture(scope="module")
def warehouse(installation: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    """Return the readers' file, as `yusuan query` opens it."""
    with duckdb.connect(str(installation.warehouse), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("number", ANSWERS)
def test_the_answer_holds_what_is_printed(warehouse: duckdb.DuckDBPyConnection, number: int) -> None:
    rows = warehouse.execute(questions("README.md")[number]).fetchall()
    assert [row for row in rows if holds(row, ANSWERS[number])] != []


def test_both_readmes_ask_the_same() -> None:
    english, chinese = questions("README.md"), questions("README.zh-CN.md")
    assert list(english) == list(chinese) == list(ANSWERS)
    assert {number: query.replace("message_en", "message_zh") for number, query in english.items()} == chinese
