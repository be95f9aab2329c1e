"""From bytes to tables: read → locate → identify → interpret → wording → settle → record, a folder each.

Pure: no file, no clock, no network.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dagster_project.extraction.identify.corrections import Correction, correct_identity
from dagster_project.extraction.identify.disclosures import tell_apart
from dagster_project.extraction.identify.identity import Identity, identify
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.interpret.claims import Ledger
from dagster_project.extraction.interpret.tables import interpret_tables
from dagster_project.extraction.locate.stray_rows import stray_rows
from dagster_project.extraction.locate.tables import locate
from dagster_project.extraction.model.document import Document
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read import Convert, read
from dagster_project.extraction.record.assemble import assemble
from dagster_project.extraction.record.extraction import Extraction
from dagster_project.extraction.settle.document import settle
from dagster_project.extraction.vocabulary import OUT_OF_SCOPE, DocumentKind
from dagster_project.extraction.wording.reader import read_wording
from dagster_project.extraction.wording.secrecy import withheld

YOUNG_OBJECTS = 50_000
"""Objects that are made before garbage is looked for."""


def extract(
    content: bytes, file: str, corrections: Sequence[Correction] = (), convert: Convert | None = None
) -> Extraction:
    """Extract everything from one document; `file` is its path below the raw folder, and only a label.

    `convert` is the way to another program for the formats that only such a one opens.

    `corrections` are those that concern this document: of its identity before interpretation, so that every fact
    follows, and of single figures before their amounts are settled.
    A bad document yields issue rows. An exception is a defect of ours, and costs this document.
    """
    with _seldom_collected():
        return understand(*read(content, file, convert), corrections)


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Look for garbage seldom in the block: most objects that a document makes live until it is read."""
    usual = gc.get_threshold()
    gc.set_threshold(YOUNG_OBJECTS)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def understand(document: Document, issues: list[Issue], corrections: Sequence[Correction] = ()) -> Extraction:
    """Extract everything from a document that has been read, with the issues met on the way."""
    located = locate(document)
    identity, misfits = correct_identity(identify(document, located), corrections)
    located = tell_apart(located, identity)
    organisations = Organisations(identity)
    ledger = Ledger()
    ledger.prose(located.prose)
    ledger.prose(located.bound_in, is_read=False)
    result = interpret_tables(located, identity, organisations, ledger)
    organisations.read_prose(located.prose)
    wording = read_wording(located.first, identity, organisations, result)
    account = settle(result, identity, organisations, ledger, located.prose, corrections)
    result.issues += [*issues, *misfits, *withheld(located.prose)]
    if not result.out_of_scope:
        result.issues += stray_rows(located.prose)
    if not any(issue.severity is Severity.ERROR for issue in issues):
        result.issues += _doubts(identity, bool(located.tables))
    return assemble(document, identity, organisations, located, ledger, result, wording, account)


def _doubts(identity: Identity, has_tables: bool) -> list[Issue]:
    if identity.kind.value is None:
        message = "Nothing shows that this is a budget, a final account or a performance document."
        remedy = (
            " Its numbers are kept as unmapped. Where it is one, state its kind in corrections.yml."
            if has_tables
            else " Remove it from the raw folder if it is not."
        )
        return [Issue(IssueCode.NOT_A_BUDGET_DOCUMENT, Severity.ERROR, message + remedy, 1)]
    if identity.kind.value in OUT_OF_SCOPE:
        message = (
            f"This is {OUT_OF_SCOPE[DocumentKind(identity.kind.value)]}, not what a department or unit discloses of "
            "itself; its numbers are kept as unmapped. Remove it from the raw folder, or state its kind in "
            "corrections.yml."
        )
        return [Issue(IssueCode.OUT_OF_SCOPE, Severity.WARNING, message, identity.kind.line)]
    issues = []
    if identity.issuer.value is None and identity.organisation is None:
        issues.append(
            Issue(
                IssueCode.ISSUER_UNKNOWN, Severity.WARNING, "No issuer was recognised. State it in corrections.yml.", 1
            )
        )
    if identity.year.value is None:
        issues.append(
            Issue(
                IssueCode.YEAR_UNKNOWN,
                Severity.WARNING,
                "No fiscal year was recognised. State it in corrections.yml.",
                1,
            )
        )
    return issues
