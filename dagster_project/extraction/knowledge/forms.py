"""Labels of forms: what stands to the right of a label, and which headings open free text."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator

from dagster_project.extraction.knowledge.loading import Words, as_one
from dagster_project.extraction.vocabulary import Horizon, Phase


class FormLabel(Words):
    """A label of a form, and what stands to the right of it."""

    key: str
    name: re.Pattern[str]
    money: bool = False
    rate: bool = False
    phase: Phase | None = None
    horizon: Horizon = Horizon.YEAR


def _with_keys(labels: Any) -> Any:
    if not isinstance(labels, dict):
        return labels
    return {key: entry | {"key": key} if isinstance(entry, dict) else entry for key, entry in labels.items()}


class Forms(Words):
    """forms.yml: the labels of fields, of headings over free text, of money and of persons."""

    labels: Annotated[dict[str, FormLabel], BeforeValidator(_with_keys)]
    texts: re.Pattern[str]
    estimates: re.Pattern[str]
    funds: dict[str, re.Pattern[str]]
    columns: dict[str, re.Pattern[str]]
    side: re.Pattern[str]
    persons: re.Pattern[str]

    @cached_property
    def any_label(self) -> re.Pattern[str]:
        """The name of any label, each a group of its key."""
        return as_one({key: label.name for key, label in self.labels.items()})

    @cached_property
    def any_fund(self) -> re.Pattern[str]:
        """All sources of money as one expression, each a group of its name."""
        return as_one(self.funds)

    @cached_property
    def any_column(self) -> re.Pattern[str]:
        """All columns of money as one expression, each a group of its name."""
        return as_one(self.columns)

    @cached_property
    def any_text(self) -> re.Pattern[str]:
        """A heading over free text of either kind."""
        return re.compile(f"{self.texts.pattern}|{self.estimates.pattern}")
