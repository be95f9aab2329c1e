"""Tables come back from OFD, in the dialects of its makers, as they do from PDF."""

from __future__ import annotations

from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from ofd_paper import SPACES, Dialect, OfdPaper
from office_facts import COLUMNS, Known, documents, found
from printing_press import Print, prints, render

from dagster_project.extraction import extract

dialects = st.builds(
    Dialect,
    writing=st.sampled_from(["advances", "repeated", "characters", "scaled"]),
    space=st.sampled_from(sorted(SPACES)),
    template=st.booleans(),
    blocks=st.booleans(),
    laid_out=st.booleans(),
    parameters=st.booleans(),
    folder=st.sampled_from(["Doc_0", "文档"]),
)


@examples(60)
@given(documents, prints, dialects)
def test_tables_of_ofd_come_back(known: Known, style: Print, dialect: Dialect) -> None:
    paper = OfdPaper(842, 595, style.turn, dialect)
    extraction = extract(render(known, style, paper), "document.ofd")
    assert found(extraction, *COLUMNS) == known.facts
    ledger = extraction.tables["ledger"].to_pylist()
    assert {row["reading_method"] for row in ledger if row["table_number"]} <= {"lattice"}
