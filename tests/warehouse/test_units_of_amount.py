"""A unit of amount is worth the same in SQL as in the extraction, and money in an unknown one is no yuan."""

from __future__ import annotations

import duckdb
import jinja2
import pytest

from dagster_project.derived.sources import DBT, UNITS
from dagster_project.extraction.knowledge.amounts import amounts


def _factor(unit: str, is_money: str) -> int:
    """Return what the macro makes of a unit, given as SQL."""
    environment = jinja2.Environment(extensions=["jinja2.ext.do"])
    returned: list[dict[str, int]] = []
    environment.from_string(UNITS.read_text("utf-8") + "{% do units_of_amount() %}").render({"return": returned.append})
    macro = (DBT / "macros" / "money.sql").read_text("utf-8")
    call = "{{ unit_factor('unit', is_money) }}"
    sql = environment.from_string(macro + call).render(units_of_amount=lambda: returned[0], is_money=is_money)
    return int(duckdb.sql(f"select {sql} from (select {unit} as unit)").fetchall()[0][0])


@pytest.mark.parametrize(("unit", "yuan"), amounts().factors.items())
def test_every_unit_of_amount_has_its_yuan(unit: str, yuan: object) -> None:
    assert _factor(f"'{unit}'", "true") == yuan


@pytest.mark.parametrize("unit", ["'%'", "'人次'", "'万美元'", "null::varchar"])
def test_what_is_no_money_counts_as_it_is(unit: str) -> None:
    assert _factor(unit, "false") == 1


def test_money_in_an_unknown_unit_raises() -> None:
    with pytest.raises(duckdb.Error, match=r"No unit of amount: 万美元; add it to amounts\.yml"):
        _factor("'万美元'", "true")
