"""A changed figure, rate, count, name or unit is found; every rule can fire, and alone where nothing else depends."""

from __future__ import annotations

import csv

import pytest
from auditing import Corpus
from bodies import SEEDS
from firings import CANNOT_FIRE, FIRINGS

pytestmark = pytest.mark.xdist_group("audit")
LEAST_CAUGHT = 0.95


def catalogue() -> list[str]:
    """Return the ids of all rules."""
    with (SEEDS / "rules.csv").open(encoding="utf-8") as file:
        return [row["rule_id"] for row in csv.DictReader(file)]


def test_changes_are_caught(corpus: Corpus) -> None:
    missed = [
        f"{mutant.family}: {mutant.mark.key} {mutant.mark.text} → {mutant.after} ({mutant.file}:{mutant.mark.line})"
        for mutant in corpus.mutants
        if not corpus.audit.rules_at(mutant)
    ]
    assert 1 - len(missed) / len(corpus.mutants) >= LEAST_CAUGHT, "\n".join(missed)


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
