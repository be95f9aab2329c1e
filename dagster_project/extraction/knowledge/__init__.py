"""What is known of the field, as data: statement kinds, header words, form labels. Validated when it is loaded, once.

Adding a layout means adding words to the YAML beside this module; nothing here names an issuer, a year or a file.
Each file has its model in the module of its name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from dagster_project.extraction.knowledge.amounts import Amounts, amounts
from dagster_project.extraction.knowledge.columns import Columns
from dagster_project.extraction.knowledge.forms import FormLabel, Forms
from dagster_project.extraction.knowledge.heads import Heads
from dagster_project.extraction.knowledge.indicators import Indicators
from dagster_project.extraction.knowledge.items import Item, Items
from dagster_project.extraction.knowledge.loading import KnowledgeError, as_one, load
from dagster_project.extraction.knowledge.statements import Mart, StatementKind, statement_kinds

__all__ = ["FormLabel", "Item", "Knowledge", "KnowledgeError", "Mart", "StatementKind", "knowledge"]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything the interpreters know of the field, file by file."""

    kinds: dict[str, StatementKind]
    titles: re.Pattern[str]
    """The whole titles of all kinds as one expression, each a group of its kind."""
    columns: Columns
    items: tuple[Item, ...]
    forms: Forms
    indicators: Indicators
    amounts: Amounts
    units: dict[str, Decimal]
    """Yuan of each unit of amount."""
    heads: Heads


@cache
def knowledge() -> Knowledge:
    """Return the knowledge, read from the package once per process; raises KnowledgeError where the YAML is wrong."""
    columns = load("columns.yml", Columns)
    kinds = statement_kinds(columns.all_measures)
    return Knowledge(
        kinds=kinds,
        titles=as_one({key: kind.titles for key, kind in kinds.items() if kind.titles}),
        columns=columns,
        items=load("items.yml", Items).root,
        forms=load("forms.yml", Forms),
        indicators=load("indicators.yml", Indicators),
        amounts=amounts(),
        units=amounts().factors,
        heads=load("heads.yml", Heads),
    )
