"""A small release, sealed as every other, whose texts and figures are what spreadsheets and databases trip over."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from releasing import published

from dagster_project.exports.sources import Source, sources
from dagster_project.publication.releases import Release
from dagster_project.settings import Settings

TEXTS = [
    "=1+1",
    "@sum",
    "0012",
    "440300123456789012",
    "<r>a</r>",
    "a&b<c>",
    " a ",
    "第一行\n第二行",
    "",
    "12.5%",
    "中" * 40,
]
AMOUNTS = [
    "-1234.50",
    "0.00",
    None,
    "9999999999999.99",
    "99999999999999.99",
    "0.01",
    "2.00",
    "3.00",
    "4.00",
    "5.00",
    "6.00",
]
MARTS = """
    create schema marts;
    create table marts.rpt_texts (number integer, text varchar, amount_cny decimal(20, 2), rate decimal(28, 6), holds boolean);
    comment on table marts.rpt_texts is 'One row per text (文字), for tests.';
    comment on column marts.rpt_texts.amount_cny is 'Amount, in yuan (金额)';
    comment on column marts.rpt_texts.rate is 'Rate, 1 = 100 % (比率)';
    create table marts.dim_documents (document_id varchar);
    insert into marts.dim_documents values ('d1');
"""


@pytest.fixture
def small(tmp_path: Path) -> Settings:
    """Return an installation whose current release holds these texts and amounts, in a folder that could be a pattern."""
    settings = Settings(tmp_path / "raw", tmp_path / "data [1] 'x'")

    def fill(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute(MARTS)
        for number, (text, amount) in enumerate(zip(TEXTS, AMOUNTS, strict=True)):
            row = [number, text, amount and Decimal(amount), Decimal("0.125"), number == 0]
            connection.execute("insert into marts.rpt_texts values (?, ?, ?, ?, ?)", row)

    published(settings, fill)
    return settings


@pytest.fixture
def small_release(small: Settings) -> Release:
    """Return that release."""
    return Release(small.current.resolve())


@pytest.fixture
def small_sources(small: Settings, small_release: Release) -> list[Source]:
    """Return its tables, as exports see them."""
    return sources(small_release, small.dbt_project)
