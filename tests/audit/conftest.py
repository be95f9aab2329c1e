"""One run of the main job over the whole corpus: clean documents, one mutant per rule, mutants of every family."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from auditing import Audit, audited
from corpus import KINDS
from firings import firing_mutants
from mutations import Mutant, mutants

CLEAN_PER_KIND = 4
MUTANTS_PER_FAMILY = 2


class Corpus(NamedTuple):
    """What was audited, and what was found."""

    clean: list[str]
    mutants: list[Mutant]
    firings: dict[str, Mutant]
    audit: Audit


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Audit the corpus."""
    clean = {f"clean_{kind}_{number}.txt": document(number).text for kind, document in KINDS.items() for number in range(CLEAN_PER_KIND)}
    changed = [mutant for index, kind in enumerate(KINDS, 1) for mutant in mutants(kind, MUTANTS_PER_FAMILY, 600 * index)]
    firings = firing_mutants(3_600)
    texts = [*clean.items(), *((mutant.file, mutant.text) for mutant in [*changed, *firings.values()])]
    return Corpus([*clean], changed, firings, audited(texts, tmp_path_factory.mktemp("audit")))
