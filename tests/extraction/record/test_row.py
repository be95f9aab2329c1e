"""Rows are made by the names of their columns: what is missing, undeclared or swapped is an error."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import pytest

from dagster_project.extraction.model.meaning import Organisation, Unit
from dagster_project.extraction.record.keys import Place, cell_id, text_id
from dagster_project.extraction.record.row import (
    Columns,
    arrow,
    by_column,
    fit,
    in_text,
    organisation_columns,
    stacked,
    unit_columns,
)
from dagster_project.extraction.schemas import TABLES
from dagster_project.extraction.schemas.columns import IN_TEXT, ORGANISATION, UNIT
from dagster_project.extraction.schemas.conform import SchemaMismatch

BUREAU = Organisation("区海洋观测局", "department", "区海洋观测局", "440000")
GIVEN: Columns = {
    "sequence": [3, 5],
    "line": [3, 5],
    "title_as_printed": ["表一 收入", "表二 支出"],
    "title": ["收入", "支出"],
    "found_table_number": [1, None],
    "found_as": ["table", None],
}


@pytest.mark.parametrize("names", [list(GIVEN), list(reversed(GIVEN))])
def test_each_value_arrives_under_its_own_name_in_whatever_order_the_columns_are_given(names: list[str]) -> None:
    table = arrow("d1", {"announced_tables": {name: GIVEN[name] for name in names}})["announced_tables"]
    assert table.schema.equals(TABLES["announced_tables"].arrow(), check_metadata=True)
    assert {name: table.column(name).to_pylist() for name in GIVEN} == {**GIVEN}
    assert table.column("document_id").to_pylist() == ["d1", "d1"]
    assert table.column("page").to_pylist() == [None, None]


@pytest.mark.parametrize(
    ("changed", "odd"),
    [
        ({name: values for name, values in GIVEN.items() if name != "title"}, "title"),
        ({**GIVEN, "name": ["甲", "乙"]}, "name"),
        ({**GIVEN, "document_id": ["d1", "d1"]}, "document_id"),
        ({("titel" if name == "title" else name): values for name, values in GIVEN.items()}, "titel, title"),
    ],
    ids=["missing", "undeclared", "given elsewhere", "misspelt"],
)
def test_column_that_is_missing_or_not_declared_is_named(changed: Columns, odd: str) -> None:
    with pytest.raises(SchemaMismatch, match=f"announced_tables: columns missing or not declared: {odd}$"):
        arrow("d1", {"announced_tables": changed})


def test_columns_of_unequal_length_are_refused() -> None:
    with pytest.raises(SchemaMismatch, match="unequal length: 1, 2"):
        arrow("d1", {"announced_tables": {**GIVEN, "title": ["收入"]}})


def test_no_rows_are_a_table_without_rows() -> None:
    table = arrow("d1", {"announced_tables": {name: [] for name in GIVEN}})["announced_tables"]
    assert (table.num_rows, table.schema.names) == (0, TABLES["announced_tables"].arrow().names)


class Became(NamedTuple):
    kind: str
    reason: str = "year"


def test_rows_become_columns_under_the_names_of_their_fields() -> None:
    values = [*Became(reason="code", kind="label"), *Became("fact")]
    assert by_column(Became, values) == {"kind": ["label", "fact"], "reason": ["code", "year"]}
    assert by_column(Became, []) == {"kind": [], "reason": []}


def test_rows_below_leave_out_only_columns_of_the_rows_above() -> None:
    assert stacked({"a": [1], "b": [2]}, {"b": [3, 4]}) == {"a": [1, None, None], "b": [2, 3, 4]}
    with pytest.raises(SchemaMismatch, match="c"):
        stacked({"a": [1]}, {"c": [2]})


def test_what_schemas_share_has_one_counterpart_that_names_the_same_columns() -> None:
    made = {
        IN_TEXT: in_text([Place(4, 1, 2, 3)], [(7, 9)]),
        ORGANISATION: organisation_columns([(BUREAU, "本局")]),
        UNIT: unit_columns([Unit("千元", "万元", "votes")]),
    }
    for columns, values in made.items():
        assert {column.name for column in columns} - {"document_id", "page"} == set(values)


def test_organisation_and_unit_stand_under_their_names() -> None:
    owners = organisation_columns([(BUREAU, "本局"), (BUREAU, None), (None, "某局")])
    assert owners["organisation"] == ["区海洋观测局", "区海洋观测局", None]
    assert owners["organisation_as_printed"] == ["本局", "区海洋观测局", "某局"]
    assert owners["department"] == ["区海洋观测局", "区海洋观测局", None]
    unit = unit_columns([Unit("千元", "万元", "votes")])
    assert unit == {"unit_as_printed": ["千元"], "unit_applied": ["万元"], "unit_basis": ["votes"]}


def test_key_names_the_cell_or_the_line_and_the_character() -> None:
    assert cell_id("d1", 2, 3, 4) == "d1:t2:r3:c4"
    assert text_id("d1", Place(9, 2, 3, 4), 5) == "d1:t2:r3:c4:s5"
    assert text_id("d1", Place(9), 5) == "d1:l9:s5"


def test_number_is_rounded_half_up_to_six_decimals_and_left_out_where_it_is_none() -> None:
    assert fit(Decimal("0.0000005")) == Decimal("0.000001")
    assert (fit(None), fit(Decimal(10) ** 18)) == (None, None)
