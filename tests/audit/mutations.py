"""Changes one printed thing of a document by more than rounding explains: a figure, a rate, a count, a name, a unit."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import NamedTuple

from account_facts import GOODS
from bodies import function_names
from corpus import KINDS
from printing import Mark, Page

UNTOLD = ("none", "alone")
"""Kinds of marks that are not changed: signs for zero, and what nothing else depends on."""
WORDS = "label"
"""Words, years and document numbers: how they are misprinted depends on the rule, see firings."""


class Mutant(NamedTuple):
    """A document of which one mark was replaced by `after`."""

    kind: str
    number: int
    mark: Mark
    after: str
    text: str

    @property
    def file(self) -> str:
        """Its file in the raw folder."""
        return f"mutant_{self.kind}_{self.number}.txt"

    @property
    def family(self) -> str:
        """Where the change was made: kind of document, part of it, kind of thing."""
        return f"{self.kind} / {self.mark.family} / {self.mark.kind}"


def mutant(kind: str, number: int, page: Page, mark: Mark, after: str) -> Mutant:
    """Replace one mark."""
    return Mutant(kind, number, mark, after, page.text[: mark.start] + after + page.text[mark.end :])


def changed(mark: Mark, random: Random) -> str:
    """Return another text for a mark, of the same kind and as an office would misprint it."""
    if mark.kind == "name":
        names = sorted({name for code, name in function_names().items() if code[3:4] == "" or code[5:6]} - {mark.text})
        return random.choice(
            [name for name in names if not name.startswith(mark.text) and not mark.text.startswith(name)]
        )
    if mark.kind == "economic name":
        return random.choice([name for _, name in GOODS if name != mark.text])
    if mark.kind == "project":
        at = random.randrange(4)
        return mark.text[:at] + random.choice(SLIPS) + mark.text[at + 1 :]
    if mark.kind == "unit":
        return "元" if mark.text == "万元" else "万元"
    return _other_number(mark, random)


def _other_number(mark: Mark, random: Random) -> str:
    digits = mark.text.rstrip("%")
    value = Decimal(digits.replace(",", ""))
    decimals = len(digits) - digits.index(".") - 1 if "." in digits else 0
    least = {"money": Decimal(3000 if mark.family in IN_YUAN else 3), "rate": Decimal(4), "score": Decimal("0.4")}.get(
        mark.kind, Decimal(1)
    )
    step = max(least, (value * random.randint(5, 40) / 100).quantize(Decimal(1).scaleb(-decimals)))
    step = least if mark.kind == "score" else step
    other = value - step if value > step and random.random() < 0.5 else value + step
    printed = f"{other:,f}" if "," in digits or (mark.kind == "money" and value < 1000 <= other) else f"{other:f}"
    return printed + "%" * mark.text.endswith("%")


SLIPS = "汇绘侧测尾维查察"
"""Characters that take the place of another where a name is misprinted."""
IN_YUAN = ("project form", "tasks", "income and expenditure by code", "appropriation by code")
"""Parts printed in yuan, some rounded to hundreds: what is less than that nobody can tell from rounding."""


def mutants(kind: str, first: int, wanted: Callable[[str], int]) -> list[Mutant]:
    """Return as many mutants of each family as `wanted` says; each has an office of its own, numbered from `first`."""
    random = Random(f"mutants of {kind}")
    families = sorted(
        {(mark.family, mark.kind) for number in range(first, first + 6) for mark in KINDS[kind](number).marks}
    )
    found: list[Mutant] = []
    for family in families:
        if family[1] in (*UNTOLD, WORDS):
            continue
        for _ in range(wanted(f"{kind} / {family[0]} / {family[1]}")):
            number = first + len(found)
            page = KINDS[kind](number)
            while not (marks := [mark for mark in page.marks if (mark.family, mark.kind) == family]):
                number += 1000
                page = KINDS[kind](number)
            mark = random.choice(marks)
            found.append(mutant(kind, number, page, mark, changed(mark, random)))
    return found
