"""Tables come back from PDF, however they are ruled, turned, broken over pages, or put together on one page."""

from __future__ import annotations

from examples import examples
from hypothesis import given
from office_facts import COLUMNS, Known, documents, found
from paper import Paper
from printing_press import Print, prints, render

from dagster_project.extraction import extract


@examples(100)
@given(documents, prints)
def test_tables_of_pdf_come_back(known: Known, style: Print) -> None:
    extraction = extract(render(known, style, Paper(842, 595, style.turn, style.says_so)), "document.pdf")
    assert found(extraction, *COLUMNS) == known.facts
    ledger = extraction.tables["ledger"].to_pylist()
    assert {row["reading_method"] for row in ledger if row["table_number"]} <= {"lattice"}
