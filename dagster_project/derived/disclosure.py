"""Derive the seeds of what must be disclosed from `extraction/knowledge/disclosure.yml`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from dagster_project.extraction.knowledge.disclosure import disclosure

SEEDS = Path(__file__).resolve().parents[2] / "dbt" / "seeds"
ITEMS = SEEDS / "disclosure_items.csv"
DUTIES = SEEDS / "disclosure_duties.csv"
Row = tuple[object, ...]


def render_items() -> str:
    """Return the seed of dim_disclosure_items: one row per item."""
    header = ("item", "part", "title_zh", "title_en", "money", "has_tables", "sequence")
    return _csv(header, _items())


def _items() -> Iterator[Row]:
    for sequence, (key, item) in enumerate(disclosure().items.items(), 1):
        yield key, item.part, *item.title, item.money, str(bool(item.kinds)).lower(), sequence


def render_duties() -> str:
    """Return a row per item, text that asks for it, kind and scope of document."""
    header = ("item", "document_kind", "document_scope", "region_level", "first_fiscal_year", "obligation", "citation")
    return _csv(header, _duties())


def _duties() -> Iterator[Row]:
    for text in disclosure().texts:
        for obligation, items in (("at_once", text.asks), ("step_by_step", text.later)):
            for item in items:
                for kind, year in text.since.items():
                    for scope in text.of:
                        yield item, kind, scope, text.where, year, obligation, text.cites


def _csv(header: Row, rows: Iterable[Row]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def rendered() -> dict[Path, str]:
    """Return the text of both seeds."""
    return {ITEMS: render_items(), DUTIES: render_duties()}
