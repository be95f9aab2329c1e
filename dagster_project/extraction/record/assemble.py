"""Turn what was understood into one Arrow table per schema."""

from __future__ import annotations

from dagster_project.extraction.identify.identity import Identity
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.interpret.claims import Ledger
from dagster_project.extraction.interpret.tables import Interpretation
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.model.document import Document
from dagster_project.extraction.record.account import readings, repairs
from dagster_project.extraction.record.documents import cells, documents, named_organisations, tables
from dagster_project.extraction.record.extraction import Extraction
from dagster_project.extraction.record.ledger import Numbers, issues, unmapped
from dagster_project.extraction.record.numbers import Texts, headcounts, prose_amounts
from dagster_project.extraction.record.performance import indicators, mentions, scores
from dagster_project.extraction.record.places import place
from dagster_project.extraction.record.recounts import Recounts
from dagster_project.extraction.record.row import Columns, arrow
from dagster_project.extraction.record.statements import projects, statement_lines
from dagster_project.extraction.record.words import announced_tables, citations, code_mentions, disclosed_items, labels
from dagster_project.extraction.schemas import TABLES
from dagster_project.extraction.settle.account.document import Account
from dagster_project.extraction.wording.reader import Wording


def assemble(
    document: Document,
    identity: Identity,
    organisations: Organisations,
    located: Located,
    ledger: Ledger,
    result: Interpretation,
    wording: Wording,
    account: Account,
) -> Extraction:
    """Return the extraction; numbers that nothing became of are among its issues."""
    key, year = document.document_id, identity.fiscal_year
    numbers = Numbers(document, ledger, result)
    texts = Texts(key, identity, organisations, wording, result, numbers.in_texts)
    counted = Recounts(document, located, numbers.held())
    result.issues += unmapped(numbers) + counted.issues
    rows: dict[str, Columns] = {
        "documents": documents(document, identity, organisations, result.figures),
        "tables": tables(result.tables),
        "cells": cells(result.tables),
        "organisations": named_organisations(organisations),
        "statement_lines": statement_lines(key, result.figures, year),
        "projects": projects(key, result.projects),
        "indicators": indicators(key, result.indicators),
        "scores": scores(key, result.scores),
        "headcounts": headcounts(wording.heads, year),
        "mentions": mentions(wording.mentions),
        "prose_amounts": prose_amounts(key, wording.narrative, numbers.texts),
        "calculations": texts.calculations(),
        "estimate_amounts": texts.estimate_amounts(),
        "stated_counts": texts.stated_counts(),
        "citations": citations(wording.citations),
        "code_mentions": code_mentions(wording.code_mentions),
        "labels": labels(wording.labels),
        "announced_tables": announced_tables(wording.announced_tables),
        "disclosed_items": disclosed_items(wording.disclosed_items),
        "ledger": numbers.rows(),
        "readings": readings(account.readings),
        "repairs": repairs(key, account.repairs),
        "recounts": counted.columns(),
        "issues": issues(document, result.issues),
    }
    made = arrow(key, rows)
    told = {"issues": [issue.page for issue in result.issues]}
    return Extraction(key, {name: place(made[name], document.layout, told.get(name, ())) for name in TABLES})
