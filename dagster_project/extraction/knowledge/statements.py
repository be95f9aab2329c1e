"""Kinds of statement, the entries of `statements/*.yml`: how each is recognised and read, what it is in the marts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from dagster_project.extraction.knowledge.loading import PACKAGE, KnowledgeError, Words, content, validated
from dagster_project.extraction.vocabulary import By, Fund, Layout, MartFamily, StatementFamily, StatementScope

FAMILIES_OF_MARTS = {"economic": "basic", "transfer": "expenditure"}
FUNDS = {Fund.GENERAL_PUBLIC_BUDGET, Fund.GOVERNMENT_FUND_BUDGET, Fund.STATE_CAPITAL_BUDGET}


class Mart(Words):
    """What a kind of statement is in the warehouse: a row of dim_statements, and how its figures are used there."""

    title: str
    family: MartFamily
    fund: Fund | None = None
    expenditure_basis: Literal["fund", "all_funds", "source"] | None = None
    project_source: Literal["summary", "list", "key_projects", "forms", "tasks", "self_evaluations"] | None = None
    covers: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _usual(cls, stated: dict[str, Any]) -> dict[str, Any]:
        """An expenditure statement is of one fund, of all, or repeats a source."""
        if stated["family"] != "expenditure" or "expenditure_basis" in stated:
            return stated
        fund = stated["fund"]
        return stated | {"expenditure_basis": "fund" if fund in FUNDS else "all_funds" if fund == "all" else "source"}


class Said(Words):
    """What is said of a statement: of what it is, of which money, listed by what, and whether it is an account.

    A field that is None is not told; in a kind it may be any.
    """

    subject: str
    fund: Fund | None = None
    by: By | None = None
    final: bool | None = False

    @property
    def stated(self) -> int:
        """How much it tells: by what money is listed decides how it is read, more than whose it is."""
        return (self.fund is not None) + 2 * (self.by is not None)

    def fits(self, said: Said) -> bool:
        """Tell whether what is said of a statement is of the kind that states this."""
        return (
            self.subject == said.subject
            and self.final in (None, said.final)
            and self.fund in (None, said.fund)
            and self.by in (None, said.by)
        )


def _listed(says: Any) -> Any:
    return says if isinstance(says, list) else [says]


def _any_of(titles: Any) -> Any:
    return "|".join(f"(?:{title})" for title in titles) or None if isinstance(titles, list) else titles


class StatementKind(Words):
    """One kind of statement, told by what its title says, by whole titles, or by its header."""

    key: str
    says: Annotated[tuple[Said, ...], BeforeValidator(_listed)] = ()
    titles: Annotated[re.Pattern[str] | None, BeforeValidator(_any_of)] = None
    header: tuple[re.Pattern[str], ...] = ()
    layout: Layout
    family: StatementFamily
    fund: Fund | None = None
    scope: StatementScope = StatementScope.ORGANISATION
    measures: dict[re.Pattern[str], str] = Field(default_factory=dict)
    mart: Mart

    @model_validator(mode="before")
    @classmethod
    def _usual(cls, stated: dict[str, Any]) -> dict[str, Any]:
        """What `mart` does not state is as the kind has it."""
        family = stated.get("family")
        usual = {
            "title": stated["key"],
            "family": FAMILIES_OF_MARTS.get(str(family), family),
            "fund": stated.get("fund"),
        }
        mart = stated.get("mart", {})
        return stated | {"mart": usual | mart if isinstance(mart, dict) else mart}


def statement_kinds(measures: frozenset[str]) -> dict[str, StatementKind]:
    """Return every kind by its key; raises KnowledgeError, also where it reads a column as none of `measures`."""
    kinds: dict[str, StatementKind] = {}
    for file, key, entry in _entries():
        where = f"statements/{file.name} → {key}"
        if key in kinds:
            raise KnowledgeError(f"{where}: statement kind {key} is defined twice. Keep one of the two.")
        stated = entry | {"key": key} if isinstance(entry, dict) else entry
        kinds[key] = kind = validated(stated, StatementKind, where)
        if unknown := set(kind.measures.values()) - measures:
            raise KnowledgeError(
                f"{where} → measures: {', '.join(sorted(unknown))} is no measure. Mend it, or name it in columns.yml."
            )
    return kinds


def _entries() -> Iterator[tuple[Traversable, str, Any]]:
    for file in statement_files():
        entries = content(file)
        if not isinstance(entries, dict):
            raise KnowledgeError(f"statements/{file.name} holds no entries. Write a key, a colon, and its words.")
        yield from ((file, key, entry) for key, entry in entries.items())


def statement_files() -> list[Traversable]:
    """Return the files in the order of their names, which is that of the kinds."""
    return sorted(PACKAGE.joinpath("statements").iterdir(), key=lambda file: file.name)
