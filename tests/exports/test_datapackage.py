"""What an export says of itself holds: frictionless, pandas, Polars and DuckDB read the files as they are described."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import polars
import pyarrow.parquet as pq
import pytest

from dagster_project.exports import fiscal
from dagster_project.exports.datapackage import FILE
from dagster_project.exports.sources import Source, sources
from dagster_project.exports.tables import write_csv, write_parquet
from dagster_project.publication.releases import Release, current_release
from dagster_project.settings import Settings

ADDITIVE = "select sum(total_cny) from rpt_expenditure where is_additive"


@pytest.fixture(scope="module")
def release(installation: Settings) -> Release:
    """Return the release of the documents that the repository ships."""
    release = current_release(installation)
    assert release is not None
    return release


@pytest.fixture(scope="module")
def exported(installation: Settings, release: Release) -> list[Source]:
    """Return its tables."""
    return sources(release, installation.dbt_project)


@pytest.fixture(scope="module")
def as_csv(release: Release, exported: list[Source], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of all of them in CSV."""
    folder = tmp_path_factory.mktemp("csv")
    write_csv(release, exported, folder)
    return folder


@pytest.fixture(scope="module")
def as_parquet(release: Release, exported: list[Source], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of all of them in Parquet."""
    folder = tmp_path_factory.mktemp("parquet")
    write_parquet(release, exported, folder)
    return folder


def descriptor(folder: Path) -> dict[str, dict[str, Any]]:
    """Return each resource of a package by its name."""
    package = json.loads((folder / FILE).read_text(encoding="utf-8"))
    return {resource["name"]: resource for resource in package["resources"]}


@pytest.mark.xdist_group("warehouse")
def test_frictionless_accepts_csv_with_its_keys(release: Release, as_csv: Path) -> None:
    report = frictionless.validate(str(as_csv / FILE))
    assert report.valid, report.flatten(["name", "type", "message"])[:5]
    assert len(report.tasks) == len(release.row_counts()) + 1
    ledger = descriptor(as_csv)["fct_ledger"]["schema"]
    assert ledger["primaryKey"] == ["ledger_id"]
    reference = {"resource": "dim_documents", "fields": ["document_id"]}
    assert {"fields": ["document_id"], "reference": reference} in ledger["foreignKeys"]


@pytest.mark.xdist_group("warehouse")
def test_a_broken_reference_is_told_by_frictionless(release: Release, exported: list[Source], tmp_path: Path) -> None:
    write_csv(release, [each for each in exported if each.name in {"dim_documents", "fct_recounts"}], tmp_path)
    header = (tmp_path / "dim_documents.csv").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "dim_documents.csv").write_text(f"{header}\n", encoding="utf-8")
    assert "foreign-key" in {kind for (kind,) in frictionless.validate(str(tmp_path / FILE)).flatten(["type"])}


@pytest.mark.xdist_group("warehouse")
def test_expenditure_is_mapped_to_fiscal_concepts_and_counts_once(release: Release, as_csv: Path) -> None:
    schema = descriptor(as_csv)[fiscal.NAME]["schema"]
    concepts = {field["columnType"]: field["name"] for field in [*schema["fields"], *schema["extraFields"]]}
    assert concepts["value"] == "total_cny"
    assert concepts["date:fiscal-year"] == "fiscal_year"
    assert concepts["functional-classification:generic:code"] == "function_code"
    # a tool that knows nothing of is_additive sums what it is given
    summed = duckdb.sql(
        f"select sum(total_cny) from read_csv('{as_csv}/{fiscal.NAME}.csv', types = {{'total_cny': 'decimal(20, 2)'}})"
    )
    with duckdb.connect(str(release.warehouse), read_only=True) as connection:
        assert summed.fetchall() == connection.execute(ADDITIVE).fetchall()


@pytest.mark.xdist_group("warehouse")
def test_parquet_says_what_its_columns_mean(exported: list[Source], as_parquet: Path) -> None:
    schema = pq.read_schema(as_parquet / "rpt_expenditure.parquet")
    assert schema.metadata[b"description"].decode().startswith("One row per printed function-code row")
    assert schema.field("total_cny").metadata[b"unit"] == b"CNY"
    assert b"unit" not in schema.field("fiscal_year").metadata
    undescribed = [
        (source.name, field.name)
        for source in exported
        for field in pq.read_schema(as_parquet / source.file.name)
        if not (field.metadata or {}).get(b"description")
    ]
    assert undescribed == []
    assert frictionless.Package.validate_descriptor(str(as_parquet / FILE)).valid


@pytest.mark.xdist_group("warehouse")
def test_parquet_is_the_same_in_pyarrow_polars_and_duckdb(
    release: Release, exported: list[Source], as_parquet: Path
) -> None:
    for source in exported:
        file = as_parquet / source.file.name
        rows = list(source.rows())
        assert list(polars.read_parquet(file).iter_rows()) == rows
        assert [tuple(row.values()) for row in pq.read_table(file).to_pylist()] == rows
    totals = polars.read_parquet(as_parquet / "rpt_expenditure.parquet").filter("is_additive")["total_cny"].sum()
    with duckdb.connect(str(release.warehouse), read_only=True) as connection:
        assert (Decimal(totals),) == connection.execute(ADDITIVE).fetchone()


def test_a_part_of_the_tables_refers_to_nothing_that_is_missing(small: Settings, small_sources: list[Source]) -> None:
    assert [source.name for source in small_sources] == ["rpt_texts", "dim_documents"]
    assert [source.keys.primary for source in small_sources] == [(), ("document_id",)]
