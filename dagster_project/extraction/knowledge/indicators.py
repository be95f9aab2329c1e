"""Headings of tables of performance indicators."""

from __future__ import annotations

import re

from dagster_project.extraction.knowledge.loading import Words


class Indicators(Words):
    """indicators.yml: first- and second-level headings, and the columns of the table."""

    dimensions: re.Pattern[str]
    aspects: re.Pattern[str]
    groups: dict[str, re.Pattern[str]]
    not_applicable: re.Pattern[str]
    columns: dict[str, re.Pattern[str]]
