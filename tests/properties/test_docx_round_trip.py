"""Tables come back from documents of Word and LibreOffice, their captions over them or in their first rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from examples import examples
from hypothesis import given
from office import Style, word
from office_facts import COLUMNS, Known, all_numbers_are_seen, documents, found, styles
from office_others import odt

from dagster_project.extraction import extract


@pytest.mark.parametrize("render", [word, odt])
@examples(40)
@given(documents, styles)
def test_tables_of_word_documents_come_back(render: Callable[..., bytes], known: Known, style: Style) -> None:
    extraction = extract(render(known.prose, known.tables, style), "document.docx")
    assert found(extraction, *COLUMNS) == known.facts
    assert all_numbers_are_seen(extraction, known)
