"""A changed figure, rate, count, name or unit is found; every rule can fire, and alone where nothing else depends."""

from __future__ import annotations

import csv

import pytest
from auditing import Corpus
from bodies import SEEDS
from firings import CANNOT_FIRE, FIRINGS
from unaudited import PARTLY, UNAUDITED

pytestmark = pytest.mark.xdist_group("audit")
LEAST_CAUGHT = 0.95


def catalogue() -> list[str]:
    """Return the ids of all rules."""
    with (SEEDS / "rules.csv").open(encoding="utf-8") as file:
        return [row["rule_id"] for row in csv.DictReader(file)]


def test_changes_in_audited_columns_are_caught(corpus: Corpus) -> None:
    audited = [mutant for mutant in corpus.mutants if mutant.family not in {*UNAUDITED, *PARTLY}]
    missed = [f"{mutant.family}: {mutant.mark.key} {mutant.mark.text} → {mutant.after} ({mutant.file}:{mutant.mark.line})"
              for mutant in audited if not corpus.audit.rules_at(mutant)]  # fmt: skip
    assert 1 - len(missed) / len(audited) >= LEAST_CAUGHT, "\n".join(missed)


def test_families_listed_as_unaudited_are(corpus: Corpus) -> None:
    families = {mutant.family for mutant in corpus.mutants}
    assert {*UNAUDITED, *PARTLY} <= families, "a listed family is printed by no document"
    caught = {mutant.family for mutant in corpus.mutants if corpus.audit.rules_at(mutant)}
    assert sorted(caught & set(UNAUDITED)) == [], "audited now: strike them from the list"


@pytest.mark.parametrize("rule", [firing.rule for firing in FIRINGS])
def test_rule_fires(rule: str, corpus: Corpus) -> None:
    mutant, _ = corpus.firings[rule]
    found = corpus.audit.rules[mutant.file]
    assert rule in found, f"{mutant.mark.key} {mutant.mark.text} → {mutant.after}: only {sorted(found)}"


@pytest.mark.parametrize("rule", [firing.rule for firing in FIRINGS])
def test_only_rules_that_depend_on_the_changed_figure_fire_with_it(rule: str, corpus: Corpus) -> None:
    """They are known before the change: the rules that compare this figure of the clean document with others."""
    fired = corpus.firings[rule]
    predicted = {rule} | corpus.audit.rules_on(fired.clean_file, fired.mutant.mark)
    assert corpus.audit.rules[fired.mutant.file] - predicted == set()


def test_every_rule_has_a_change_that_makes_it_fire() -> None:
    with_change = {firing.rule for firing in FIRINGS}
    assert with_change | set(CANNOT_FIRE) == set(catalogue())
    assert not with_change & set(CANNOT_FIRE)
