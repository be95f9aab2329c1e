"""Tables come back from web pages, whatever stands around them and however they are encoded."""

from __future__ import annotations

from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from office import Style, web
from office_facts import COLUMNS, Known, all_numbers_are_seen, documents, found, styles
from office_others import mht

from dagster_project.extraction import extract


@examples(60)
@given(documents, styles, st.sampled_from(["utf-8", "gb18030", "gb2312"]))
def test_tables_of_web_pages_come_back(known: Known, style: Style, encoding: str) -> None:
    extraction = extract(web(known.prose, known.tables, style, encoding), "document.html")
    assert found(extraction, *COLUMNS) == known.facts
    assert all_numbers_are_seen(extraction, known)
    years = extraction.tables["documents"].column("fiscal_year").to_pylist()
    assert years != [2099]


@examples(40)
@given(documents, styles)
def test_tables_of_web_pages_in_one_file_come_back(known: Known, style: Style) -> None:
    extraction = extract(mht(known.prose, known.tables, style), "document.mht")
    assert found(extraction, *COLUMNS) == known.facts
    assert all_numbers_are_seen(extraction, known)
