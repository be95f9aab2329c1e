"""The documents of the corpus: kind and number of an office decide everything in one."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from account_facts import final_account
from account_matters import other_in_words, three_public_in_words
from account_prose import general_in_words, totals_in_words
from account_tables import account_tables
from budget_facts import budget
from budget_matters import closing
from budget_prose import opening, units_in_words
from budget_tables import budget_tables
from evaluation_facts import evaluation
from evaluation_prose import report_in_words
from evaluation_tables import scores, tasks_and_indicators
from printing import Page, Style
from provincial_budget import provincial_document
from self_evaluations import evaluation_forms, evaluations_in_words, planned_form
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


def account_document(number: int) -> Page:
    """Print a department's final account."""
    style, is_coarse = style_of(number)
    page, facts = Page(style), final_account(number, is_coarse)
    page.say(f"{facts.department} {facts.year} 年度部门决算")
    account_tables(page, facts)
    totals_in_words(page, facts)
    general_in_words(page, facts)
    three_public_in_words(page, facts)
    evaluations_in_words(page, facts)
    other_in_words(page, facts)
    evaluation_forms(page, facts)
    planned_form(page, facts)
    return page


def evaluation_document(number: int) -> Page:
    """Print the evaluation report of one unit."""
    style, is_coarse = style_of(number)
    page, facts = Page(style), evaluation(number, is_coarse)
    report_in_words(page, facts)
    tasks_and_indicators(page, facts)
    scores(page, facts)
    return page


KINDS: dict[str, Callable[[int], Page]] = {
    "budget": budget_document,
    "final_account": account_document,
    "evaluation": evaluation_document,
    "provincial": provincial_document,
}
