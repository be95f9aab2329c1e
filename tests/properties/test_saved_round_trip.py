"""Tables come back from a sheet that was saved as text, or as a web page of one table."""

from __future__ import annotations

import pytest
from examples import examples
from hypothesis import given
from office import Style
from office_facts import COLUMNS, Known, all_numbers_are_seen, documents, found, styles
from office_saved import one_page, parted

from dagster_project.extraction import extract


@pytest.mark.parametrize(("mark", "encoding"), [(",", "gb18030"), ("\t", "utf-16"), (";", "utf-8-sig")])
@examples(25)
@given(documents, styles)
def test_a_sheet_saved_as_text_comes_back(mark: str, encoding: str, known: Known, style: Style) -> None:
    extraction = extract(parted(known.prose, known.tables, style, mark, encoding), "document.csv")
    assert found(extraction, *COLUMNS) == known.facts
    assert all_numbers_are_seen(extraction, known)


@examples(25)
@given(documents, styles)
def test_a_sheet_saved_as_one_table_comes_back(known: Known, style: Style) -> None:
    extraction = extract(one_page(known.prose, known.tables, style), "document.htm")
    assert found(extraction, *COLUMNS) == known.facts
    assert all_numbers_are_seen(extraction, known)
