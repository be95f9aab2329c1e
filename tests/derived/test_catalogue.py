"""The catalogue of rules says what is true: each rule is one model, each identity has a rule, each word is known."""

from __future__ import annotations

import csv
import re

import pytest
from golden import findings

from dagster_project.derived.catalogue import (
    AUDIT,
    CATALOGUE,
    FAMILIES,
    READMES,
    catalogue,
    render_families,
    rule_model,
)
from dagster_project.settings import PROJECT

SOURCES = {
    "statement",
    "prose",
    "headcount",
    "score",
    "indicator",
    "document",
    "calculation",
    "estimate",
    "count",
    "citation",
    "code_mention",
    "label",
    "contents",
}
RULES = catalogue()
CHANGELOG = PROJECT / "CHANGELOG.md"
TOLERANCE = PROJECT / "dbt" / "macros" / "tolerance.sql"


def test_every_rule_is_one_model_and_every_model_of_a_family_one_rule() -> None:
    models = {path for family in FAMILIES for path in AUDIT.glob(f"rules/{family}/*.sql")}
    assert models == {rule_model(rule) for rule in RULES}
    assert len(models) == len(RULES)
    assert {path.name for path in (AUDIT / "rules").iterdir() if path.is_dir()} <= set(FAMILIES)


def test_the_rules_of_each_family_are_applied_in_one_table() -> None:
    tables = [re.findall(r"'(\w+)'", path.read_text("utf-8")) for path in AUDIT.glob("checks/audit_addends_*.sql")]
    applied = [family for families in tables for family in families]
    assert sorted(applied) == sorted({rule["class"] for rule in RULES})


def test_every_identity_has_a_rule() -> None:
    served = {rule["identity"] for rule in RULES}
    identities = {str(number) for number in range(1, 21)}
    assert served == identities


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["rule_id"])
def test_a_rule_says_what_it_is_in_known_words(rule: dict[str, str]) -> None:
    assert rule["class"] in FAMILIES
    assert rule["severity"] in {"error", "warning", "note"}
    assert rule["confidence"] in {"proven", "query"}
    assert (rule["severity"], rule["confidence"]) != ("error", "query"), "a question that is not proven is no error"
    assert rule["comparison"] in {"equal", "at_most", "at_least", "same_text"}
    assert rule["tolerance"] in {"rounding", "one_unit", "computed", "rate", "none"}
    assert rule["comparison"] != "same_text" or rule["tolerance"] == "none", "words are not rounded"
    assert set(rule["applies_to"].split("|")) <= _statement_words() | SOURCES
    assert re.search(r"[\u4e00-\u9fff]", rule["title_zh"])
    assert not re.search(r"[\u4e00-\u9fff]", rule["title_en"])


def test_the_macro_knows_each_kind_of_tolerance_and_no_other() -> None:
    known = re.findall(r"when '(\w+)' then", TOLERANCE.read_text("utf-8"))
    assert sorted(known) == sorted({rule["tolerance"] for rule in RULES})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["rule_id"])
def test_the_file_of_a_rule_names_its_identity_and_the_rule(rule: dict[str, str]) -> None:
    sql = rule_model(rule).read_text("utf-8")
    assert re.match(r"\{#\s+Identity " + rule["identity"] + r"\b", sql)
    named = {other["rule_id"] for other in RULES if f"'{other['rule_id']}'" in sql}
    assert named == {rule["rule_id"]}


@pytest.mark.parametrize(("readme", "language"), READMES.items(), ids=lambda value: getattr(value, "name", ""))
def test_the_readme_counts_the_rules_of_each_family(readme, language) -> None:  # type: ignore[no-untyped-def]
    assert render_families(language) in readme.read_text("utf-8")


def _statement_words() -> set[str]:
    """Return the kinds of statement and their families."""
    with CATALOGUE.with_name("statements.csv").open(encoding="utf-8", newline="") as file:
        return {word for row in csv.DictReader(file) for word in (row["statement_kind"], row["family"])}


def test_changelog_states_the_findings_per_rule_and_document() -> None:
    assert findings.counts() in CHANGELOG.read_text("utf-8")
