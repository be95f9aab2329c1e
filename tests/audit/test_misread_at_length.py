"""What the reader takes wrongly accuses nobody, over hundreds of documents for each decision of reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from auditing import audited
from misreading import LEAST_SILENT, misread

PER_KIND, FIRST = 60, 500_000


@pytest.mark.long
def test_what_the_reader_takes_wrongly_accuses_nobody_in_many_documents(tmp_path: Path) -> None:
    documents = misread(PER_KIND, FIRST)
    audit = audited(documents.items(), tmp_path)
    accused = {file: found for file in documents if (found := audit.findings[file])}
    assert 1 - len(accused) / len(documents) >= LEAST_SILENT, accused
