"""What the words of a document say beside its tables: numbers and how they relate, names, regulations, labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dagster_project.extraction.identity import Identity
from dagster_project.extraction.interpret.citations import Citation, citations
from dagster_project.extraction.interpret.code_mentions import CodeMention, code_mentions
from dagster_project.extraction.interpret.code_paths import CodePaths
from dagster_project.extraction.interpret.contents import Announced, announced_tables
from dagster_project.extraction.interpret.headcounts import Headcount, headcounts
from dagster_project.extraction.interpret.headings import Label
from dagster_project.extraction.interpret.labels import labels
from dagster_project.extraction.interpret.mentions import Mention, indicator_mentions, passages, total_mentions
from dagster_project.extraction.interpret.narrative.reader import read_narrative
from dagster_project.extraction.interpret.narrative.relations import Stated
from dagster_project.extraction.interpret.organisations import Organisations
from dagster_project.extraction.interpret.scoring_rules import rule_mentions
from dagster_project.extraction.interpret.tables import Interpretation
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.model import Prose


class Wording(NamedTuple):
    """The words of one document that can contradict its tables, or one another."""

    prose: Sequence[Prose]
    heads: list[Headcount]
    narrative: list[Stated]
    mentions: list[Mention]
    citations: list[Citation]
    code_mentions: list[CodeMention]
    labels: list[Label]
    announced_tables: list[Announced]


def read_wording(located: Located, identity: Identity, places: Organisations, result: Interpretation) -> Wording:
    """Read them, once the tables are interpreted: their codes give names their meaning."""
    cited = citations(located)
    return Wording(
        located.prose,
        headcounts(located.prose, places),
        read_narrative(located.prose, identity, places, result),
        _mentions(located.prose, result, identity),
        cited,
        code_mentions(located.prose, CodePaths(result.figures)),
        labels(located, identity, places, cited),
        announced_tables(located),
    )


def _mentions(prose: list[Prose], result: Interpretation, identity: Identity) -> list[Mention]:
    if not result.indicators and not result.scores:
        return []
    texts = list(passages(prose, result.indicators))
    return [
        *indicator_mentions(texts, result.indicators, identity.fiscal_year),
        *total_mentions(texts, result.scores),
        *rule_mentions(texts, result.scores),
    ]
