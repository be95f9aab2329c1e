"""Runs the main job over generated documents and reads which figures its findings speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest
from firings import Fired
from misreading import misreading_extract
from mutations import Mutant
from pasting import Pasted
from printing import Mark
from stepping import run_steps

from dagster_project.intake.inventory import RawDocument
from dagster_project.settings import Settings
from dagster_project.warehouse.build import build_of

OPERANDS = """
    select documents.document_file, checks.rule_id, ledger.line, ledger.column_number, ledger.span_start, ledger.value_as_printed
    from marts.fct_failed_checks as checks
    inner join marts.dim_documents as documents using (document_id)
    inner join audit.audit_entering as entering using (check_id)
    inner join audit.audit_operands as operands on entering.operand_id = operands.operand_id
    inner join marts.fct_ledger as ledger on operands.ledger_id = ledger.ledger_id
"""
FINDINGS = """
    select document_file, rule_id, cause, confidence, length(explains) - length(replace(explains, ' ', '')) + 1
    from marts.rpt_findings order by document_file, rank
"""
COMPARED = """
    select documents.document_file, compared.rule_id, operands.line, operands.column_number, ledger.span_start, ledger.value_as_printed
    from (
        select rule_id, anchor_id as operand_id from audit.audit_addends
        union
        select rule_id, part_id from audit.audit_addends
    ) as compared
    inner join audit.audit_operands as operands using (operand_id)
    inner join marts.dim_documents as documents using (document_id)
    left join marts.fct_ledger as ledger on operands.ledger_id = ledger.ledger_id
    where documents.document_file like 'clean%'
"""
LINES = """
    select documents.document_file, checks.rule_id, checks.line, null as column_number, null as span_start, null as value_as_printed
    from marts.fct_failed_checks as checks
    inner join marts.dim_documents as documents using (document_id)
    union all
    select document_file, rule_id, line, null, null, null from marts.rpt_findings
    union all
    select document_file, rule_id, other_line, null, null, null from marts.rpt_findings
    union all
    select documents.document_file, checks.rule_id, operands.line, null, null, null
    from marts.fct_failed_checks as checks
    inner join marts.dim_documents as documents using (document_id)
    inner join audit.audit_entering as entering using (check_id)
    inner join audit.audit_operands as operands on entering.operand_id = operands.operand_id
    where operands.ledger_id is null
"""


class Operand(NamedTuple):
    """A place that a finding speaks of; without cell, span and value it is only a line."""

    rule: str
    line: int
    column: int | None
    start: int | None
    value: str | None

    def is_at(self, mark: Mark, printed: str) -> bool:
        """Tell whether this is the figure of a mark, printed anew; what the ledger does not hold has its line."""
        if self.line != mark.line or mark.kind in ("name", "economic name", "project", "unit"):
            return self.line == mark.line
        if mark.column is not None:
            return self.column == mark.column and (self.start is None or self.value == printed)
        return mark.kind != "money" or (self.column is None and self.start == mark.offset)

    def may_be_at(self, mark: Mark) -> bool:
        """Tell whether this can be the figure of a mark: what has no cell or span of its own has its line."""
        in_cell = mark.column is None or self.column in (None, mark.column)
        return self.line == mark.line and in_cell and (mark.column is not None or self.start in (None, mark.offset))


class Finding(NamedTuple):
    """One finding: the rule that tells it, what kind of cause it is, and the checks that it explains."""

    rule: str
    cause: str
    confidence: str
    explains: int


class Audit(NamedTuple):
    """What fails in one run, by file."""

    findings: Mapping[str, list[Finding]]
    operands: Mapping[str, list[Operand]]
    rules: Mapping[str, set[str]]
    compared: Mapping[str, list[Operand]]
    """What the rules compare in the clean documents, found wrong or not."""
    unmapped: list[tuple[str, int, str]]
    doubts: Mapping[str, set[str]]
    """What the reader says of itself."""

    build: Path
    """The build database, which holds the audit."""

    def rules_at(self, mutant: Mutant) -> set[str]:
        """Return the rules with a failed check that has the changed figure as an operand; for a table's unit, any."""
        if mutant.mark.key.startswith("unit of "):
            return self.rules[mutant.file]
        return {operand.rule for operand in self.operands[mutant.file] if operand.is_at(mutant.mark, mutant.after)}

    def rules_on(self, file: str, mark: Mark) -> set[str]:
        """Return the rules that compare a figure of a clean document with others; what stands in words has its line."""
        whole_line = mark.kind in ("label", "name", "economic name", "project", "unit")
        return {
            operand.rule
            for operand in self.compared[file]
            if (operand.line == mark.line if whole_line else operand.may_be_at(mark))
        }


class Corpus(NamedTuple):
    """What was audited, and what was found: clean documents, mutants of all families, one mutant per rule, documents with
    a table that is another's, documents read wrongly on purpose."""

    clean: list[str]
    mutants: list[Mutant]
    firings: Mapping[str, Fired]
    pasted: list[Pasted]
    misread: list[str]
    audit: Audit


def audited(texts: Iterable[tuple[str, str]], folder: Path) -> Audit:
    """Do what the main job does over texts, each with its file name, and return what it found."""
    settings = Settings(folder / "raw", folder / "data")
    settings.raw.mkdir(parents=True)
    for file, text in texts:
        (settings.raw / file).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        # hundreds of small documents: one file per table instead of two hundred
        patch.setattr(RawDocument, "bucket", "00")
        release = run_steps(settings, extractor=misreading_extract, version="misreading")
        build = build_of(settings, release.release_id).database
    findings, doubts = defaultdict(list), defaultdict(set)
    operands, rules, compared = defaultdict(list), defaultdict(set), defaultdict(list)
    with duckdb.connect(str(build), read_only=True) as warehouse:
        for file, *operand in warehouse.execute(f"{OPERANDS} union all {LINES}").fetchall():
            operands[file].append(Operand(*operand))
            rules[file].add(operand[0])
        for file, *operand in warehouse.execute(COMPARED).fetchall():
            compared[file].append(Operand(*operand))
        for file, *finding in warehouse.execute(FINDINGS).fetchall():
            findings[file].append(Finding(*finding))
        for file, code in warehouse.execute("select document_file, code from marts.fct_issues").fetchall():
            doubts[file].add(code)
        query = "select document_file, line, value_as_printed from marts.rpt_ledger where disposition = 'unmapped'"
        unmapped = warehouse.execute(query).fetchall()
    return Audit(findings, operands, rules, compared, unmapped, doubts, build)
