"""The words of identity.yml: what tells a document's kind, issuer and scope."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load
from dagster_project.extraction.vocabulary import DocumentKind, DocumentScope


class IdentityWords(Words):
    """Patterns on titles and on labels of the issuer; kinds and scopes in the order in which they are sought."""

    disclosure: re.Pattern[str]
    no_title: re.Pattern[str]
    heading: re.Pattern[str]
    title_end: re.Pattern[str]
    kinds: dict[DocumentKind, re.Pattern[str]]
    notice: re.Pattern[str]
    other_text: re.Pattern[str]
    elsewhere: re.Pattern[str]
    whose: re.Pattern[str]
    scopes: dict[DocumentScope, re.Pattern[str]]
    units: re.Pattern[str]
    before_issuer: re.Pattern[str]
    code_in_front: re.Pattern[str]
    below_another: re.Pattern[str]
    after_issuer: re.Pattern[str]
    no_body: re.Pattern[str]
    year_in_front: re.Pattern[str]
    of_a_body: re.Pattern[str]
    superior: re.Pattern[str]
    table: str
    issuer_cell: re.Pattern[str]
    issuer_line: re.Pattern[str]
    unit_line: re.Pattern[str]
    next_label: re.Pattern[str]
    of_a_statement: re.Pattern[str]
    year_cell: re.Pattern[str]
    year_line: re.Pattern[str]


@cache
def identity_words() -> IdentityWords:
    """Return the words, read from the package once per process."""
    return load("identity.yml", IdentityWords)
