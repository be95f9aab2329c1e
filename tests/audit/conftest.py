"""One run of the main job over the whole corpus: clean documents, changed ones, pasted ones, and clean ones misread."""

from __future__ import annotations

import pytest
from auditing import Corpus, audited
from corpus import KINDS
from examples import ALL
from firings import firing_mutants
from misreading import misread
from mutations import mutants
from pasting import pasted

CLEAN_PER_KIND = 4
MISREAD_PER_KIND, FIRST_MISREAD = (6 if ALL else 2), 80_000


def wanted(family: str) -> int:
    """Return how many mutants of a family a run can afford: figures of money in audited columns are most of them."""
    return 2 if family.endswith("money") else 1


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Audit the corpus."""
    clean = {
        f"clean_{kind}_{number}.txt": document(number).text
        for kind, document in KINDS.items()
        for number in range(CLEAN_PER_KIND)
    }
    changed = [mutant for index, kind in enumerate(KINDS, 1) for mutant in mutants(kind, 600 * index, wanted)]
    firings = firing_mutants(CLEAN_PER_KIND)
    foreign = pasted()
    wrongly_read = misread(MISREAD_PER_KIND, FIRST_MISREAD)
    texts = [
        *clean.items(),
        *wrongly_read.items(),
        *(text for each in foreign for text in each.texts),
        *((mutant.file, mutant.text) for mutant in [*changed, *(fired.mutant for fired in firings.values())]),
    ]
    return Corpus(
        [*clean], changed, firings, foreign, [*wrongly_read], audited(texts, tmp_path_factory.mktemp("audit"))
    )
