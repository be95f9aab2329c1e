"""Nothing is found where everything agrees, and every number of a generated document has a meaning."""

from __future__ import annotations

import duckdb
import pytest
from auditing import Corpus
from firings import CANNOT_FIRE

pytestmark = pytest.mark.xdist_group("audit")


def test_clean_documents_have_no_findings(corpus: Corpus) -> None:
    with duckdb.connect(str(corpus.audit.build), read_only=True) as warehouse:
        found = warehouse.execute(
            "select document_file, rule_id, message_en from marts.rpt_findings where document_file like 'clean%'"
        ).fetchall()
    assert found == []


def test_every_number_of_clean_documents_is_mapped(corpus: Corpus) -> None:
    assert [row for row in corpus.audit.unmapped if row[0].startswith("clean")] == []


def test_all_documents_were_read_as_what_they_are(corpus: Corpus) -> None:
    kinds = {
        "budget": "budget",
        "final_account": "final_account",
        "evaluation": "performance_evaluation",
        "provincial": "budget",
    }
    with duckdb.connect(str(corpus.audit.build), read_only=True) as warehouse:
        rows = warehouse.execute(
            "select document_file, document_kind from marts.dim_documents where is_current"
        ).fetchall()
    read = {file: kind for file, kind in rows if file.startswith("clean")}
    assert read == {file: kinds[file.removeprefix("clean_").rpartition("_")[0]] for file in corpus.clean}


def test_every_rule_was_tried_on_clean_documents(corpus: Corpus) -> None:
    """A rule about names has nothing to compare where no name differs, one about units where no result is off by one."""
    with duckdb.connect(str(corpus.audit.build), read_only=True) as warehouse:
        untried = warehouse.execute("""
            select rules.rule_id from staging.rules as rules where rules.comparison <> 'same_text' and rules.rule_id not in (
                select checks.rule_id from audit.audit_checks as checks
                inner join marts.dim_documents as documents using (document_id) where document_file like 'clean%'
            )
        """).fetchall()
    assert {rule for (rule,) in untried} - set(CANNOT_FIRE) <= {"calculation_unit_agrees"}
