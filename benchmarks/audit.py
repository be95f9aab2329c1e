"""Measure what the audit finds in generated documents, and print JSON: false findings, and the share caught per family.

Usage: python benchmarks/audit.py [MUTANTS]   — of each family of figures, names and units; 4 unless told.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "audit"
CLEAN_PER_KIND = 12
FIRST = 10_000


def measure(per_family: int) -> dict[str, object]:
    """Return the findings on clean documents, and how many of the changed figures a finding speaks of."""
    sys.path.insert(0, str(CORPUS))
    from auditing import audited
    from corpus import KINDS
    from mutations import mutants

    clean = {
        f"clean_{kind}_{number}.txt": document(number).text
        for kind, document in KINDS.items()
        for number in range(CLEAN_PER_KIND)
    }
    changed = [
        mutant
        for index, kind in enumerate(KINDS, 1)
        for mutant in mutants(kind, FIRST * index, lambda family: per_family)
    ]
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        audit = audited([*clean.items(), *((mutant.file, mutant.text) for mutant in changed)], Path(folder))
    caught: dict[str, list[bool]] = defaultdict(list)
    for mutant in changed:
        caught[mutant.family].append(bool(audit.rules_at(mutant)))
    missed = [
        f"{mutant.family}: {mutant.mark.key} {mutant.mark.text} → {mutant.after}, line {mutant.mark.line}"
        for mutant in changed
        if not audit.rules_at(mutant)
    ]
    return {
        "clean_documents": len(clean),
        "false_findings": sum(len(audit.rules[file]) for file in clean if file in audit.rules),
        "mutants": len(changed),
        "caught_share": _share([caught[family] for family in caught]),
        "caught_share_by_family": {family: _share([found]) for family, found in sorted(caught.items())},
        "missed": missed,
        "wall_seconds": round(time.perf_counter() - start, 2),
    }


def _share(found: list[list[bool]]) -> float:
    return round(sum(map(sum, found)) / max(sum(map(len, found)), 1), 3)


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 4), indent=2, ensure_ascii=False))
