"""What is published is the cause: one finding for one thing that is wrong, and none for what the reader took wrongly."""

from __future__ import annotations

import pytest
from auditing import Corpus
from misreading import LEAST_SILENT, PREFIX

pytestmark = pytest.mark.xdist_group("audit")
LEAST_WITH_ONE_CAUSE = 0.97
SAID_OF_ITSELF = {"unit": "unit_compared", "continuation": "unmapped_number"}
"""Faults that no document can hide, and the issue that the reader tells then."""


def test_one_change_is_one_finding(corpus: Corpus) -> None:
    found = {mutant.file: corpus.audit.findings[mutant.file] for mutant in corpus.mutants}
    told = {file: findings for file, findings in found.items() if findings}
    several = {file: findings for file, findings in told.items() if len(findings) > 1}
    assert 1 - len(several) / len(told) >= LEAST_WITH_ONE_CAUSE, several


def test_a_misprinted_unit_is_one_finding(corpus: Corpus) -> None:
    units = [mutant.file for mutant in corpus.mutants if mutant.mark.key.startswith("unit of ")]
    assert units
    assert {file: found for file in units if len(found := corpus.audit.findings[file]) != 1} == {}


def test_a_table_that_is_another_s_is_one_finding(corpus: Corpus) -> None:
    found = {each.file: [finding.cause for finding in corpus.audit.findings[each.file]] for each in corpus.pasted}
    assert found == {each.file: [each.cause] for each in corpus.pasted}
    sure = {each.file: corpus.audit.findings[each.file][0].confidence for each in corpus.pasted}
    assert sure == {each.file: "query" if each.source is None else "likely" for each in corpus.pasted}


def test_where_it_stands_rightly_nothing_is_found(corpus: Corpus) -> None:
    assert [each.file for each in corpus.pasted if corpus.audit.findings[f"source_of_{each.file}"]] == []


def test_what_the_reader_takes_wrongly_accuses_nobody(corpus: Corpus) -> None:
    accused = {file: found for file in corpus.misread if (found := corpus.audit.findings[file])}
    assert 1 - len(accused) / len(corpus.misread) >= LEAST_SILENT, accused


@pytest.mark.parametrize(("fault", "issue"), SAID_OF_ITSELF.items())
def test_the_reader_says_what_it_could_not_make_out(fault: str, issue: str, corpus: Corpus) -> None:
    files = [file for file in corpus.misread if file.startswith(f"{PREFIX}{fault}_")]
    assert files
    assert [file for file in files if issue not in corpus.audit.doubts[file]] == []
