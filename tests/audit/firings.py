"""One change per rule that must make it fire: which document, which printed fact, and how it is changed."""

from __future__ import annotations

import re
from decimal import Decimal
from random import Random
from typing import NamedTuple

from corpus import KINDS
from mutations import UNTOLD, Mutant, changed, mutant
from printing import Page


class Firing(NamedTuple):
    """A rule, and the fact to change: a pattern of its key; `up` where the rule bears a smaller figure.

    `lacks` is the key of a figure that must be zero in the document; `prints_zero` asks for zeros in figures.
    """

    rule: str
    kind: str
    key: str
    up: bool = False
    lacks: str | None = None
    prints_zero: bool = False


FIRINGS = (
    Firing("income_equals_expenditure", "budget", r"收支总表\|all income"),
    Firing("income_side_adds_up", "final_account", r"01\|all income"),
    Firing("expenditure_side_adds_up", "final_account", r"01\|all spent"),
    Firing("fund_income_equals_fund_expenditure", "final_account", r"04\|opening general\|0"),
    Firing("income_items_sum_to_total", "final_account", r"01\|一般公共预算财政拨款收入"),
    Firing("children_sum_to_parent", "final_account", r"支出决算表\|\d{7}\|1"),
    Firing("categories_sum_to_total", "final_account", r"支出决算表\|total\|1"),
    Firing("columns_sum_to_row_total", "final_account", r"支出决算表\|\d{7}\|3"),
    Firing("uses_sum_to_total", "provincial", r"provincial\|project"),
    Firing("units_sum_to_department", "budget", r"支出总表\|department\|1"),
    Firing("income_table_equals_balance", "final_account", r"收入决算表\|total\|1"),
    Firing("expenditure_table_equals_balance", "final_account", r"01\|spent"),
    Firing("income_equals_expenditure_by_code", "provincial", r"收入预算总表\|\d{7}\|1"),
    Firing("balance_carries_over", "final_account", r"01\|closing"),
    Firing("fund_table_equals_appropriation", "final_account", r"04\|spent\|1"),
    Firing("funds_sum_to_appropriation", "final_account", r"04\|spent\|0"),
    Firing("fund_tables_exceed_all_funds", "final_account", r"一般公共预算财政拨款支出决算表\|\d{7}\|1", up=True),
    Firing("basic_expenditure_equals_economic", "final_account", r"06\|staff"),
    Firing("appropriation_basic_equals_general_basic", "provincial", r"财政拨款基本支出预算表\|301"),
    Firing("staff_sums_to_total", "final_account", r"06\|301"),
    Firing("public_sums_to_total", "final_account", r"06\|302"),
    Firing("three_public_sums_to_total", "final_account", r"07\|executed\|1"),
    Firing("meetings_and_three_public_sum_to_total", "provincial", r"provincial 3p\|7"),
    Firing("vehicles_sum_to_total", "final_account", r"07\|executed\|5"),
    Firing("basic_item_within_three_public", "final_account", r"06\|302(17|31)", up=True),
    Firing("appropriation_equals_fund_tables", "budget", r"政府预算拨款收支总表\|expenditure"),
    Firing("balance_equals_appropriation_and_other", "budget", r"政府预算拨款收支总表\|income"),
    Firing("units_sum_to_balance", "budget", r"收支总表\|expenditure"),
    Firing("one_code_one_name", "final_account", r"支出决算表\|\d{7}\|name"),
    Firing("named_row_bears_name_of_code", "budget", r"收支总表\|\d{5}\|name"),
    Firing("unit_row_equals_fund_tables", "budget", r"支出总表\|0\|2", lacks=r"收支总表\|business"),
    Firing("units_heads_sum_to_department", "budget", r"heads\|1\|retired"),
    Firing("vehicles_by_kind_sum_to_total", "budget", r"vehicles\|total"),
    Firing("staff_within_posts", "budget", r"heads\|1\|in post", up=True),
    Firing("staff_control_rate_follows", "evaluation", r"posts\|rate"),
    Firing("outside_staff_control_rate_follows", "evaluation", r"dispatched\|rate"),
    Firing("weights_sum_to_level_above", "evaluation", r"weight\|预算编制合理性"),
    Firing("score_within_weight", "evaluation", r"score\|预算编制合理性", up=True),
    Firing("scores_sum_to_total", "evaluation", r"score\|total"),
    Firing("text_score_equals_total", "evaluation", r"score\|words"),
    Firing("unit_target_equals_project_target", "budget", r"unit target\|.*合格率"),
    Firing("similar_targets_agree", "budget", r"unit target\|.*检查次数", up=True),
    Firing("text_value_equals_indicator", "evaluation", r"words\|开展.*"),
    Firing("funding_sums_to_amount", "budget", r"部门预算绩效管理项目情况表\|[^|]{5,}\|2", prints_zero=True),
)

LAST_YEAR = "compares the documents of two years: tests/test_history.py makes it fire"
CANNOT_FIRE: dict[str, str] = {
    "opening_equals_last_closing": LAST_YEAR,
    "comparative_equals_last_year": LAST_YEAR,
    "text_equals_last_year": LAST_YEAR,
}
"""Rules that no change of one figure, label or unit of a generated document can make fire, and why."""


def firing_mutants(first: int) -> dict[str, Mutant]:
    """Return the changed document of each rule; their offices are numbered from `first`."""
    return {firing.rule: _mutant(firing, first + 100 * index) for index, firing in enumerate(FIRINGS)}


def _mutant(firing: Firing, first: int) -> Mutant:
    for number in range(first, first + 100):
        page = KINDS[firing.kind](number)
        marks = [mark for mark in page.marks if re.fullmatch(firing.key, mark.key) and mark.kind not in UNTOLD]
        marks = [mark for mark in marks if any(digit in mark.text for digit in "123456789") or mark.kind != "money"]
        if not marks or not _lacks(page, firing.lacks) or (firing.prints_zero and page.style.zero != "0.00"):
            continue
        mark = marks[len(marks) // 2]
        after = changed(mark, Random(firing.rule))
        if firing.up:
            after = f"{Decimal(mark.text.replace(',', '')) * 2 + 50:f}"
        return mutant(firing.kind, number, page, mark, after)
    raise LookupError(f"no document prints {firing.key}")


def _lacks(page: Page, key: str | None) -> bool:
    return key is None or not any(
        re.fullmatch(key, mark.key) and any(digit in mark.text for digit in "123456789") for mark in page.marks
    )
