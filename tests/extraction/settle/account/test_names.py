"""Totals that bear the names of other bodies put a table in doubt."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from dagster_project.extraction.model.meaning import Organisation, RowMeaning
from dagster_project.extraction.settle.account.matrix import Matrix
from dagster_project.extraction.settle.account.names import against, named_bodies
from dagster_project.extraction.vocabulary import OrganisationKind, RowRole

OFFICE = Organisation("海洋观测局", OrganisationKind.DEPARTMENT, None, None)
OWN = Organisation("海洋观测局本级", OrganisationKind.OWN_LEVEL, "海洋观测局", None)
STATION = Organisation("东礁观测站", OrganisationKind.UNIT, "海洋观测局", None)


def _table(*rows: tuple[str, Organisation]) -> Matrix:
    table: Any = SimpleNamespace(
        table=SimpleNamespace(is_spread=False, is_rivalled=False, is_shifted=False, is_unruled=False),
        organisation_as_printed=None,
    )
    totals = [
        RowMeaning(number, number, name=name, role=RowRole.TOTAL, organisation=body)
        for number, (name, body) in enumerate(rows, 1)
    ]
    return Matrix(cast(Any, table), rows=totals)


@pytest.mark.parametrize(
    ("rows", "is_of_others"),
    [
        ([("海洋观测局", OFFICE), ("东礁观测站", STATION)], False),
        ([("合计", OFFICE), ("海洋观测局", OWN)], False),
        ([("合计", STATION), ("小计", STATION)], False),
        ([("海洋观测局", OWN), ("海洋观测局本级", OWN)], True),
        ([("海洋观测局", STATION), ("东礁观测站", STATION), ("东礁观测站", STATION)], False),
        ([("海洋观测局", STATION), ("合计", STATION)], True),
    ],
)
def test_totals_that_bear_the_names_of_others_put_a_table_in_doubt(
    rows: list[tuple[str, Organisation]], is_of_others: bool
) -> None:
    table = _table(*rows)
    others = _table(("海洋观测局", OFFICE), ("海洋观测局本级", OWN), ("东礁观测站", STATION))
    said = against(table, named_bodies([table, others]))
    assert (said == "its totals bear the names of other bodies") == is_of_others
