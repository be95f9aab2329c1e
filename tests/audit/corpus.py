"""The documents of the corpus: kind and number of an office decide everything in one."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from budget_facts import budget
from budget_prose import closing, opening, units_in_words
from budget_tables import budget_tables
from printing import Page, Style
from target_forms import project_forms, unit_targets


def style_of(number: int) -> tuple[Style, bool]:
    """Return how office `number` prints, and whether its money is whole hundreds of yuan, so that nothing is rounded."""
    random = Random(f"style {number}")
    return Style(thousands=random.random() < 0.6, zero=random.choice(["0.00", "-", ""])), number % 2 == 0


def budget_document(number: int) -> Page:
    """Print a department's budget."""
    style, is_coarse = style_of(number)
    page, facts = Page(style), budget(number, is_coarse)
    opening(page, facts)
    units_in_words(page, facts)
    closing(page, facts)
    budget_tables(page, facts)
    unit_targets(page, facts)
    project_forms(page, facts)
    return page


KINDS: dict[str, Callable[[int], Page]] = {"budget": budget_document}
