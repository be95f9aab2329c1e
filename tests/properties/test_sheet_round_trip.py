"""Tables come back from workbooks: typed or as text, on one sheet or several, with merged headers and hidden drafts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from examples import examples
from hypothesis import given
from office import Style, xls, xlsx
from office_facts import COLUMNS, Known, all_numbers_are_seen, documents, found, styles
from office_others import ods, xml2003

from dagster_project.extraction import extract

Render = Callable[..., bytes]


@pytest.mark.parametrize("render", [xlsx, xls, ods, xml2003])
@examples(60)
@given(documents, styles)
def test_tables_of_workbooks_come_back(render: Render, known: Known, style: Style) -> None:
    extraction = extract(render(known.prose, known.tables, style), "document.xlsx")
    assert found(extraction, *COLUMNS) == known.facts
    assert all_numbers_are_seen(extraction, known)


@pytest.mark.parametrize("render", [xlsx, xls, ods, xml2003])
@examples(30)
@given(documents, styles)
def test_every_figure_has_its_sheet_and_row(render: Render, known: Known, style: Style) -> None:
    extraction = extract(render(known.prose, known.tables, style), "document.xlsx")
    places = list(dict.fromkeys(found(extraction, "table_number", "row_number", "page", "line")))
    expected, sheet, line = [], 1, len(known.prose)
    for number, table in enumerate(known.tables, 1):
        if style.one_sheet:
            line += 1
        else:
            sheet, line = sheet + 1 + style.hides, 0
        line += len(table.caption)
        head = len(table.header)
        rows = range(head + 1, head + len(table.rows) + 1)
        expected += [(number, row, sheet, line + row) for row in rows]
        line += head + len(table.rows) + len(table.notes)
    assert places == expected
