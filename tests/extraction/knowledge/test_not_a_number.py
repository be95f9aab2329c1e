"""Rules of what is no number are sought only where one of them may begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagster_project.extraction.knowledge.not_a_number import not_a_number

RULES = not_a_number().rules


@pytest.mark.parametrize("name", RULES)
@given(data=st.data())
def test_what_a_rule_finds_begins_with_one_of_the_characters_that_are_told(name: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(RULES[name]))
    assert all(not_a_number().begins.match(found.group()) for found in RULES[name].finditer(text))
