"""SQL reads its Chinese words from knowledge: every name it uses is an entry, and every entry is used."""

from __future__ import annotations

import re

import pytest

from dagster_project.derived.words import WORDS, render_words
from dagster_project.extraction.knowledge.audit import AuditWords, audit_words
from dagster_project.extraction.knowledge.loading import KnowledgeError, validated
from dagster_project.settings import PROJECT

NAMED = re.compile(r"words\('(\w+)'\)|'(counters_of_\w+)'")


def _sql() -> str:
    files = [file for folder in ("models", "macros") for file in (PROJECT / "dbt" / folder).rglob("*.sql")]
    return "\n".join(file.read_text("utf-8") for file in files if file != WORDS)


def test_every_name_is_an_entry_and_every_entry_is_used() -> None:
    named = {one or other for one, other in NAMED.findall(_sql())}
    assert named == set(audit_words())


def test_a_list_is_rendered_word_by_word_and_a_pattern_as_it_is() -> None:
    text = render_words()
    assert "'extra_points': ['加分', '减分', '扣分', '附加']" in text
    # Jinja reads two backslashes as one
    assert r"20\\d\\d年度?" in text


@pytest.mark.parametrize("entry", ["it's", "(open", ["whole", "["]])
def test_what_sql_cannot_hold_is_an_error_that_names_the_entry(entry: object) -> None:
    with pytest.raises(KnowledgeError, match=r"audit.yml → rate"):
        validated({"rate": entry}, AuditWords, "audit.yml")
