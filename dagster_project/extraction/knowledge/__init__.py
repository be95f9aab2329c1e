"""What is known of the field, as data: statement kinds, header words, form labels. Loaded once and validated.

Adding a layout means adding words to the YAML beside this module; nothing here names an issuer, a year or a file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml

LAYOUTS = {"matrix", "form", "scores", "contents", "units"}


FAMILIES_OF_MARTS = {"economic": "basic", "transfer": "expenditure"}
FUNDS = ("general_public_budget", "government_fund_budget", "state_capital_budget")


@dataclass(frozen=True)
class Mart:
    """What a kind of statement is in the warehouse: a row of dim_statements, and how its figures are used there."""

    title: str
    family: str
    fund: str | None
    expenditure_basis: str | None
    project_source: str | None
    covers: str | None


@dataclass(frozen=True)
class StatementKind:
    """One kind of statement: how it is recognised, how it is read, and what it is in the warehouse."""

    key: str
    titles: re.Pattern[str] | None
    header: tuple[re.Pattern[str], ...]
    layout: str
    family: str
    fund: str | None
    scope: str
    measures: tuple[tuple[re.Pattern[str], str], ...]
    mart: Mart


@dataclass(frozen=True)
class Item:
    """A known row without a code."""

    key: str
    name: re.Pattern[str]
    side: str | None
    part_of: str | None
    fund: str | None


@dataclass(frozen=True)
class FormLabel:
    """A label of a form, and what stands to the right of it."""

    key: str
    name: re.Pattern[str]
    money: bool
    rate: bool
    phase: str | None
    horizon: str


@dataclass(frozen=True)
class Knowledge:
    """Everything the interpreters know of the field."""

    kinds: dict[str, StatementKind]
    roles: tuple[tuple[str, re.Pattern[str]], ...]
    measures: tuple[tuple[str, re.Pattern[str]], ...]
    funds: tuple[tuple[str, re.Pattern[str]], ...]
    phases: tuple[tuple[str, re.Pattern[str]], ...]
    items: tuple[Item, ...]
    labels: tuple[FormLabel, ...]
    any_label: re.Pattern[str]
    texts: re.Pattern[str]
    estimates: re.Pattern[str]
    form_funds: tuple[tuple[str, re.Pattern[str]], ...]
    form_columns: tuple[tuple[str, re.Pattern[str]], ...]
    side: re.Pattern[str]
    dimensions: re.Pattern[str]
    aspects: re.Pattern[str]
    groups: tuple[tuple[str, re.Pattern[str]], ...]
    not_applicable: re.Pattern[str]
    indicator_columns: tuple[tuple[str, re.Pattern[str]], ...]
    persons: re.Pattern[str]
    units: dict[str, Decimal]
    comparators: dict[str, str]
    heads: dict[str, tuple[str, str]]
    planned: re.Pattern[str]


@cache
def knowledge() -> Knowledge:
    """Return the knowledge, read from the package once per process. Raises ValueError where the YAML is wrong."""
    columns, forms, words = _load("columns.yml"), _load("forms.yml"), _load("words.yml")
    heads = _load("heads.yml")
    planned = heads.pop("planned")
    labels = tuple(_form_label(key, entry) for key, entry in forms["labels"].items())
    return Knowledge(
        kinds={key: _kind(key, entry) for key, entry in _statements().items()},
        roles=_patterns(columns["roles"]),
        measures=_patterns(columns["measures"]),
        funds=_patterns(columns["funds"]),
        phases=_patterns(columns["phases"]),
        items=tuple(
            Item(row["item"], re.compile(row["name"]), row.get("side"), row.get("part_of"), row.get("fund"))
            for row in _load("items.yml")
        ),
        labels=labels,
        any_label=re.compile("|".join(f"(?:{label.name.pattern})" for label in labels)),
        texts=re.compile(f"{forms['texts']}|{forms['estimates']}"),
        estimates=re.compile(forms["estimates"]),
        form_funds=_patterns(forms["funds"]),
        form_columns=_patterns(forms["columns"]),
        side=re.compile(forms["side"]),
        dimensions=re.compile(words["dimensions"]),
        aspects=re.compile(words["aspects"]),
        groups=_patterns(words["groups"]),
        not_applicable=re.compile(words["not_applicable"]),
        indicator_columns=_patterns(words["indicator_columns"]),
        persons=re.compile(words["persons"]),
        units={unit: Decimal(factor) for unit, factor in words["units"].items()},
        comparators=words["comparators"],
        heads={kind: (group, pattern) for group, kinds in heads.items() for kind, pattern in kinds.items()},
        planned=re.compile(planned),
    )


def _load(name: str) -> Any:
    return yaml.safe_load(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _statements() -> dict[str, dict[str, Any]]:
    merged: dict[str, dict[str, Any]] = {}
    for file in _statement_files():
        for key, entry in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            if key in merged:
                raise ValueError(f"statement kind {key} is defined twice, the second time in {file.name}")
            merged[key] = entry
    return merged


def _statement_files() -> list[Traversable]:
    return sorted(resources.files(__package__).joinpath("statements").iterdir(), key=lambda file: file.name)


def _kind(key: str, entry: dict[str, Any]) -> StatementKind:
    unknown = set(entry) - {"titles", "header", "layout", "family", "fund", "scope", "measures", "mart"}
    if unknown or entry["layout"] not in LAYOUTS:
        raise ValueError(f"statement kind {key}: unknown keys {sorted(unknown)} or layout {entry['layout']}")
    titles = [f"(?:{title})" for title in entry["titles"]]
    return StatementKind(
        key=key,
        titles=re.compile("|".join(titles)) if titles else None,
        header=tuple(re.compile(word) for word in entry.get("header", ())),
        layout=entry["layout"],
        family=entry["family"],
        fund=entry.get("fund"),
        scope=entry.get("scope", "organisation"),
        measures=tuple((re.compile(words), measure) for words, measure in entry.get("measures", {}).items()),
        mart=_mart(key, entry),
    )


def _mart(key: str, entry: dict[str, Any]) -> Mart:
    """Return what is stated; else the usual: an expenditure statement is of one fund, of all, or repeats a source."""
    family = FAMILIES_OF_MARTS.get(entry["family"], entry["family"])
    stated: dict[str, Any] = dict.fromkeys(Mart.__annotations__)
    stated |= {"title": key, "family": family, "fund": entry.get("fund")} | entry.get("mart", {})
    if stated["family"] == "expenditure" and stated["expenditure_basis"] is None:
        fund = stated["fund"]
        stated["expenditure_basis"] = "fund" if fund in FUNDS else "all_funds" if fund == "all" else "source"
    return Mart(**stated)


def _form_label(key: str, entry: dict[str, Any]) -> FormLabel:
    return FormLabel(
        key=key,
        name=re.compile(entry["name"]),
        money=entry.get("money", False),
        rate=entry.get("rate", False),
        phase=entry.get("phase"),
        horizon=entry.get("horizon", "year"),
    )


def _patterns(entries: dict[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((key, re.compile(pattern)) for key, pattern in entries.items())
