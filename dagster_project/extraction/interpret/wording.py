"""What the words of a document say about it beside its figures: regulations, names of codes, labels, contents."""

from __future__ import annotations

from typing import NamedTuple

from dagster_project.extraction.identity import Identity
from dagster_project.extraction.interpret.citations import Citation, citations
from dagster_project.extraction.interpret.code_mentions import CodeMention, code_mentions
from dagster_project.extraction.interpret.code_paths import CodePaths
from dagster_project.extraction.interpret.contents import Announced, announced_tables
from dagster_project.extraction.interpret.headings import Label
from dagster_project.extraction.interpret.labels import labels
from dagster_project.extraction.interpret.organisations import Organisations
from dagster_project.extraction.interpret.tables import Interpretation
from dagster_project.extraction.locate.tables import Located


class Wording(NamedTuple):
    """The words of one document that can contradict one another."""

    citations: list[Citation]
    code_mentions: list[CodeMention]
    labels: list[Label]
    announced_tables: list[Announced]


def read_wording(located: Located, identity: Identity, places: Organisations, result: Interpretation) -> Wording:
    """Read them, once the tables are interpreted: their codes give names their meaning."""
    cited = citations(located)
    return Wording(
        cited,
        code_mentions(located.prose, CodePaths(result.figures)),
        labels(located, identity, places, cited),
        announced_tables(located),
    )
