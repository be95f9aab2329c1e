"""What the words of a document say beside its tables: numbers and how they relate, names, regulations, labels."""

from __future__ import annotations

from typing import NamedTuple

from dagster_project.extraction.folding import NUMBERING, squeeze
from dagster_project.extraction.identify.identity import Identity
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.interpret.tables import Interpretation
from dagster_project.extraction.locate.tables import Located, Text
from dagster_project.extraction.locate.titles import words_of
from dagster_project.extraction.vocabulary import DocumentKind
from dagster_project.extraction.wording.arithmetic.calculations import Calculation, calculations
from dagster_project.extraction.wording.arithmetic.estimates import Estimate, estimates
from dagster_project.extraction.wording.arithmetic.yearly_growth import yearly_growths
from dagster_project.extraction.wording.code_mentions import CodeMention, code_mentions
from dagster_project.extraction.wording.code_paths import CodePaths
from dagster_project.extraction.wording.denials import denials
from dagster_project.extraction.wording.disclosure import Disclosed, disclosed_items
from dagster_project.extraction.wording.headcounts import Headcount, headcounts
from dagster_project.extraction.wording.labels.base_years import base_years
from dagster_project.extraction.wording.labels.citations import Citation, citations
from dagster_project.extraction.wording.labels.contents import Announced, announced_tables
from dagster_project.extraction.wording.labels.directions import directions
from dagster_project.extraction.wording.labels.headings import Label
from dagster_project.extraction.wording.labels.reader import labels
from dagster_project.extraction.wording.labels.templates import left_of_template
from dagster_project.extraction.wording.mentions import Mention, indicator_mentions, total_mentions
from dagster_project.extraction.wording.narrative.reader import read_narrative
from dagster_project.extraction.wording.narrative.stated import Stated
from dagster_project.extraction.wording.scoring_rules import rule_mentions
from dagster_project.extraction.wording.stated_counts import StatedCount, stated_counts


class Wording(NamedTuple):
    """The words of one document that can contradict its tables, or one another."""

    heads: list[Headcount]
    narrative: list[Stated]
    calculations: list[tuple[Text, Calculation]]
    estimates: list[Estimate]
    stated_counts: list[StatedCount]
    mentions: list[Mention]
    citations: list[Citation]
    code_mentions: list[CodeMention]
    labels: list[Label]
    announced_tables: list[Announced]
    disclosed_items: list[Disclosed]


def read_wording(located: Located, identity: Identity, organisations: Organisations, result: Interpretation) -> Wording:
    """Read them, once the tables are interpreted: their codes give names their meaning."""
    cited = citations(located)
    paths = CodePaths(result.figures)
    narrative = read_narrative(located.prose, identity, organisations, result, paths)
    disclosed = disclosed_items(located, result)
    of_others = (each.table for each in result.tables if each.year not in (None, identity.fiscal_year))
    compared = {NUMBERING.sub("", words_of(table.title)) for table in of_others}
    denied = denials(disclosed, result.figures, identity, organisations)
    is_of_two_years = identity.kind.value == DocumentKind.GOVERNMENT_BUDGET
    claimed = [*directions(narrative), *base_years(narrative, is_of_two_years), *denied]
    claimed += left_of_template(located.prose)
    return Wording(
        headcounts(located.prose, organisations),
        narrative,
        [*calculations(located), *yearly_growths(located)],
        estimates(result.tables, located),
        stated_counts(located.prose),
        _mentions(located, result, identity),
        cited,
        code_mentions(located.prose, paths.afresh()),
        labels(located, identity, organisations, cited, claimed, compared),
        announced_tables(located),
        disclosed,
    )


def _projects(result: Interpretation) -> set[str]:
    """Return the names of the projects that forms and tables print, without blanks."""
    evaluated = (indicator.project for indicator in result.indicators if indicator.project)
    names = [project.name for project in (*result.projects, *evaluated)]
    names += [figure.row.project_name for figure in result.figures]
    return {squeeze(name) for name in names if name}


def _mentions(located: Located, result: Interpretation, identity: Identity) -> list[Mention]:
    return [
        *indicator_mentions(located, result.indicators, identity.fiscal_year),
        *total_mentions(located.prose, result.scores, _projects(result)),
        *rule_mentions(located.prose, result.scores),
    ]
