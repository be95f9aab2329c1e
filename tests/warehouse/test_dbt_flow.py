"""dbt flows one way: a model reads what lies before it; what is for readers is public, the rest is not."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from dagster_project.settings import PROJECT, Settings
from dagster_project.warehouse.prepared import prepared_manifest

GIVEN = {"source", "seed"}
STAGED = GIVEN | {"staging", "intermediate"}
FACTS = {"marts/dimensions", "marts/facts"}
MAY_READ = {
    "staging": GIVEN,
    "intermediate": STAGED,
    "marts/dimensions": STAGED | {"marts/dimensions"},
    "marts/facts": STAGED | FACTS,
    "audit": STAGED - {"staging"} | FACTS | {"audit"},
    "marts/findings": GIVEN | FACTS | {"audit", "marts/findings"},
    "marts/reports": FACTS | {"marts/findings", "intermediate"},
}
FIRST_STEPS = {"int_execution_amounts"}
"""Of reports that are made in two, so that no statement needs more memory than is set: of what facts are made of."""
CHINESE = re.compile(r"[\u4e00-\u9fff]")
PUBLISHED = re.compile(r"(dim|fct|rpt)_")
# what commands name in SQL or by a constant
NAMED = re.compile(r"\b(?:dim|fct|rpt)_[a-z_]+\b")


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(prepared_manifest(Settings.load()).read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def models(manifest: dict[str, Any]) -> list[dict[str, Any]]:
    return [node for node in manifest["nodes"].values() if node["resource_type"] == "model"]


def place(node: dict[str, Any]) -> str:
    """Return `source`, `seed`, or the folder of a model, with the subject of a mart."""
    if node["resource_type"] != "model":
        return str(node["resource_type"])
    folder, subject, *_ = node["path"].split("/")
    return f"{folder}/{subject}" if folder == "marts" else str(folder)


def test_every_model_reads_only_what_lies_before_it(manifest: dict[str, Any], models: list[dict[str, Any]]) -> None:
    every = manifest["nodes"] | manifest["sources"]
    back = {
        f"{model['name']} reads {every[read]['name']}"
        for model in models
        for read in model["depends_on"]["nodes"]
        if place(every[read]) not in MAY_READ[place(model)]
    }
    assert back == set()


def test_reports_read_only_dimensions_and_facts(manifest: dict[str, Any], models: list[dict[str, Any]]) -> None:
    others = {
        f"{model['name']} reads {read}"
        for model in models
        if model["name"].startswith("rpt_")
        for read in model["depends_on"]["nodes"]
        if not manifest["nodes"][read]["name"].startswith(("dim_", "fct_"))
        and manifest["nodes"][read]["name"] not in FIRST_STEPS
    }
    assert others == set()


def test_what_readers_get_is_public_and_keeps_its_contract(models: list[dict[str, Any]]) -> None:
    wrong = {
        model["name"]
        for model in models
        if (model["access"] == "public") is not bool(PUBLISHED.match(model["name"]))
        or model["contract"]["enforced"] is not bool(PUBLISHED.match(model["name"]))
        or model["group"] not in {"disclosures", "audit"}
    }
    assert wrong == set()


def test_only_what_the_audit_reads_of_the_disclosures_is_protected(models: list[dict[str, Any]]) -> None:
    inner = {model["name"]: model["access"] for model in models if model["access"] != "public"}
    assert {name for name, access in inner.items() if access != "private"} == {"int_organisations_keyed"}


def test_exposures_name_what_they_show(manifest: dict[str, Any], models: list[dict[str, Any]]) -> None:
    exposed = {
        exposure["name"]: {read.rpartition(".")[2] for read in exposure["depends_on"]["nodes"]}
        for exposure in manifest["exposures"].values()
    }
    public = {model["name"] for model in models if model["access"] == "public"}
    code = [file for room in ("commands", "tracing") for file in (PROJECT / "dagster_project" / room).glob("*.py")]
    named = {name for file in code for name in NAMED.findall(file.read_text(encoding="utf-8"))}
    assert exposed == {"command_line": named & public, "parquet_folder": public, "docs_page": public}


def test_every_published_column_and_the_overview_speak_both_languages(
    manifest: dict[str, Any], models: list[dict[str, Any]]
) -> None:
    published = [model for model in models if PUBLISHED.match(model["name"])]
    described = {
        f"{model['name']}.{name}": column["description"]
        for model in published
        for name, column in model["columns"].items()
    } | {model["name"]: model["description"] for model in published}
    assert [name for name, text in described.items() if not CHINESE.search(text)] == []
    overview = manifest["docs"]["doc.yusuan.__overview__"]["block_contents"]
    asked = set(re.findall(r"`((?:dim|fct|rpt)_[a-z_]+)`", overview.partition("\n# 预算")[0]))
    assert asked <= set(re.findall(r"`((?:dim|fct|rpt)_[a-z_]+)`", overview.partition("\n# 预算")[2]))
