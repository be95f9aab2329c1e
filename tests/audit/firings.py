"""One change per rule that must make it fire: which document, which printed fact, and how it is changed.

The document is one of the clean ones under another name, so that a run tells what depends on the fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from random import Random
from typing import NamedTuple

from bodies import invented_name
from corpus import KINDS
from mutations import UNTOLD, Mutant, changed, mutant
from printing import Mark, Page


class Firing(NamedTuple):
    """A rule, and the fact to change: a pattern of its key, and how, where any other figure will not do.

    `factor` multiplies a figure; `after` replaces a pattern in words. `lacks` is the key of a figure that must be zero.
    """

    rule: str
    kind: str
    key: str
    factor: str | None = None
    after: tuple[str, str] | None = None
    lacks: str | None = None


FIRINGS = (
    Firing("staff_control_rate_follows", "evaluation", r"posts\|rate"),
    Firing("outside_staff_control_rate_follows", "evaluation", r"dispatched\|rate"),
    # hierarchy, components
    Firing("children_sum_to_parent", "final_account", r"支出决算表\|\d{7}\|1"),
    Firing("categories_sum_to_total", "final_account", r"支出决算表\|total\|1"),
    Firing("columns_sum_to_row_total", "final_account", r"支出决算表\|\d{7}\|3"),
    Firing("uses_sum_to_total", "provincial", r"provincial\|project"),
    Firing("funds_sum_to_appropriation", "final_account", r"04\|spent\|0"),
    Firing("staff_sums_to_total", "final_account", r"06\|301"),
    Firing("public_sums_to_total", "final_account", r"06\|302"),
    Firing("three_public_sums_to_total", "final_account", r"07\|executed\|1"),
    Firing("meetings_and_three_public_sum_to_total", "provincial", r"provincial 3p\|7"),
    Firing("vehicles_sum_to_total", "final_account", r"07\|executed\|5"),
    Firing("text_parts_sum", "final_account", r"bought\|货物"),
    Firing("text_list_sums_to_whole", "final_account", r"spent", factor="10"),
    Firing("estimate_within_amount", "budget", r"form\|.*\|sum", factor="2"),
    Firing("estimate_sums_to_amount", "budget", r"form\|.*\|sum", factor="0.5"),
    Firing("parts_sum_to_stated_total", "budget", r"form\|.*\|rest"),
    # organisations, balances, statements
    Firing("units_sum_to_department", "budget", r"支出总表\|department\|1"),
    Firing("units_sum_to_balance", "budget", r"收支总表\|expenditure"),
    Firing("unit_row_equals_fund_tables", "budget", r"支出总表\|0\|2", lacks=r"收支总表\|business"),
    Firing("income_equals_expenditure", "budget", r"收支总表\|all income"),
    Firing("income_side_adds_up", "final_account", r"01\|all income"),
    Firing("expenditure_side_adds_up", "final_account", r"01\|all spent"),
    Firing("fund_income_equals_fund_expenditure", "final_account", r"04\|opening general\|0"),
    Firing("income_items_sum_to_total", "final_account", r"01\|一般公共预算财政拨款收入"),
    Firing("income_equals_expenditure_by_code", "provincial", r"收入预算总表\|\d{7}\|1"),
    Firing("balance_carries_over", "final_account", r"01\|closing"),
    Firing("income_table_equals_balance", "final_account", r"收入决算表\|total\|1"),
    Firing("expenditure_table_equals_balance", "final_account", r"01\|spent"),
    Firing("fund_table_equals_appropriation", "final_account", r"04\|spent\|1"),
    Firing("fund_tables_exceed_all_funds", "final_account", r"一般公共预算财政拨款支出决算表\|\d{7}\|1", factor="2"),
    Firing("basic_expenditure_equals_economic", "final_account", r"06\|staff"),
    Firing("appropriation_basic_equals_general_basic", "provincial", r"财政拨款基本支出预算表\|301"),
    Firing("basic_item_within_three_public", "final_account", r"06\|302(17|31)", factor="9"),
    Firing("appropriation_equals_fund_tables", "budget", r"政府预算拨款收支总表\|expenditure"),
    Firing("balance_equals_appropriation_and_other", "budget", r"政府预算拨款收支总表\|income"),
    # text against tables and against itself, arithmetic, units
    Firing("text_equals_table", "budget", r"total\|收入"),
    Firing("text_equals_project", "budget", r"project\|[^|]+"),
    Firing("text_equals_text", "evaluation", r"bought again"),
    Firing("rate_equals_rate", "evaluation", r"bought\|rate again"),
    Firing("level_equals_level", "evaluation", r"outputagain"),
    Firing("growth_equals_growth", "evaluation", r"output\|growthagain"),
    Firing("change_equals_change", "provincial", r"words\|支出\|change", factor="10"),
    Firing("stated_change", "final_account", r"spent\|change"),
    Firing("change_from_tables", "budget", r"3p\|total\|change"),
    Firing("increase_within_level", "provincial", r"words\|支出\|change", factor="90"),
    Firing("stated_growth", "final_account", r"income\|growth"),
    Firing("stated_share", "final_account", r"spent\|basic\|share"),
    Firing("stated_rate", "final_account", r"3p\|rate"),
    Firing("rate_in_one_unit", "evaluation", r"revised\|unit"),
    Firing("calculation_equals_result", "budget", r"form\|.*\|product"),
    Firing("calculation_unit_agrees", "budget", r"form\|.*\|product unit", after=("元", "万元")),
    Firing("rate_bears_its_percent_sign", "budget", r"project target\|.*\|percent", after=("%", "")),
    # projects, cost control, self-evaluation, procurement
    Firing("funding_sums_to_amount", "budget", r"部门预算绩效管理项目情况表\|[^|]{5,}\|2"),
    Firing("projects_sum_to_total", "budget", r"tasks\|.*\|金额合计\|1"),
    Firing("unit_projects_sum_to_expenditure", "budget", r"支出总表\|0\|3"),
    Firing("project_rows_equal_form", "budget", r"form\|.*\|approved"),
    Firing("task_equals_project_row", "budget", r"tasks\|[^|]+\|(?!基本支出|金额合计)[^|]+\|1"),
    Firing("one_project_one_name", "budget", r"tasks\|[^|]+\|name", after=(r"^(...).", r"\1站")),
    Firing("targets_equal_expenditure", "budget", r"tasks\|.*\|金额合计\|1"),
    Firing("stated_projects_equal_forms", "budget", r"performance\|projects"),
    Firing("stated_amount_equals_forms", "budget", r"performance\|money"),
    Firing("forms_sum_to_project_expenditure", "budget", r"支出总表\|department\|3"),
    Firing("cost_target_equals_amount", "budget", r"form\|.*\|cap"),
    Firing("execution_rate_follows", "final_account", r"form\|.*\|total\|rate"),
    Firing("sources_sum_to_project", "final_account", r"form\|.*\|total\|revised"),
    Firing("self_evaluations_sum_to_account", "final_account", r"支出决算表\|total\|3", lacks=r"01\|事业收入"),
    Firing("stated_amounts_sum_to_evaluations", "final_account", r"evaluated\|general\|money", lacks=r"01\|事业收入"),
    Firing("small_firms_within_procurement", "budget", r"支出总表\|0\|5", factor="9"),
    Firing("procurement_table_equals_expenditure", "budget", r"政府采购项目支出表\|department"),
    # heads, scores, indicators
    Firing("units_heads_sum_to_department", "budget", r"heads\|retired"),
    Firing("posts_by_kind_sum_to_total", "final_account", r"posts\|office"),
    Firing("vehicles_by_kind_sum_to_total", "budget", r"vehicles\|total"),
    Firing("staff_within_posts", "evaluation", r"staff\|office", factor="9"),
    Firing("heads_restated_are_the_same", "evaluation", r"staff\|office again"),
    Firing("weights_sum_to_level_above", "evaluation", r"weight\|部门决策"),
    Firing("weights_sum_to_total", "evaluation", r"weight\|total 1"),
    Firing("score_within_weight", "evaluation", r"score\|预算编制合理性", factor="2"),
    Firing("scores_sum_to_total", "evaluation", r"score\|total"),
    Firing("text_score_equals_total", "evaluation", r"score\|words"),
    Firing("score_follows_from_rule", "evaluation", r"score\|公用经费控制率"),
    Firing("one_indicator_one_target", "final_account", r"planned\|.*检查次数"),
    Firing("unit_target_equals_project_target", "budget", r"unit target\|.*合格率"),
    Firing("similar_targets_agree", "budget", r"unit target\|.*满意度"),
    Firing("one_indicator_one_range", "budget", r"unit target\|.*\|date", after=("11", "12")),
    Firing("one_indicator_one_actual", "evaluation", r"form\|actual"),
    Firing("text_value_equals_indicator", "final_account", r"words\|.*满意度"),
    Firing("rate_within_hundred", "budget", r"project target\|.*合格率", factor="2"),
    Firing("target_is_a_written_number", "budget", r"unit target\|.*合格率", after=("^", "0")),
    Firing("target_counts_what_its_name_says", "budget", r"project target\|.*\|counter", after=("场", "周")),
    Firing("execution_rate_indicator", "evaluation", r"indicator\|rate"),
    # names, labels, contents
    Firing("one_code_one_name", "final_account", r"支出决算表\|\d{7}\|name"),
    Firing("named_row_bears_name_of_code", "budget", r"收支总表\|\d{5}\|name"),
    Firing("name_in_text_equals_table", "final_account", r"words\|\d{3}\|name", after=(r"^(..)(?=.{5})", r"\1性")),
    Firing(
        "item_in_text_is_in_tables", "final_account", r"words\|\d{7}\|lone name", after=("^.*$", "专项观测维护事务")
    ),
    Firing("announced_table_is_present", "budget", r"contents\|收入总表", after=("^.*$", "专项债券付息情况表")),
    Firing("one_regulation_one_number", "budget", r"regulation 2\|10\|number", after=("10号", "11号")),
    Firing("regulation_is_cited_in_one_issue", "budget", r"regulation 2\|10\|number", after=("20..", "2011")),
    Firing("one_number_one_regulation", "budget", r"regulation 2\|25\|title", after=("政府购买服务", "会议费开支")),
    Firing("one_regulation_one_title", "budget", r"opinion 2", after=("促进", "加快")),
    Firing("document_number_is_well_formed", "budget", r"regulation 2\|10\|number", after=(r"〕(\d+)号", r"\1号〕")),
    Firing("issuer_in_label_is_the_issuer", "budget", r"heading\|issuer", after=("(.)局$", r"财\1局")),
    Firing("region_in_label_is_the_region", "budget", r"heading\|issuer", after=("市..区", "市光明区")),
    Firing("year_in_label_is_the_year", "budget", r"heading\|year", after=("....", "2015")),
    Firing("plan_is_of_the_year", "budget", r"unit target\|plan", after=("....", "2015")),
)

LAST_YEAR = "compares the documents of two years: tests/test_history.py makes it fire"
OF_WORDS = "the documents say no such thing: see tests/extraction/wording/labels/test_claims_of_words.py"
CANNOT_FIRE: dict[str, str] = {
    "changes_sum_to_parent": "the documents state no changes by code: see arithmetic_unit_tests.yml",
    "printed_change_follows": "the tables print no changes: see arithmetic_unit_tests.yml",
    "printed_rate_follows": "the tables print no rates: see rates_of_tables_unit_tests.yml",
    "printed_code_is_the_code": "codes are labels that no mutation changes: see names_unit_tests.yml",
    "direction_in_words_holds": OF_WORDS,
    "base_is_of_an_earlier_year": OF_WORDS,
    "template_is_filled_in": OF_WORDS,
    "denied_fund_has_no_amounts": OF_WORDS,
    "index_number_is_printed_once": OF_WORDS,
    "no_index_number_is_left_out": OF_WORDS,
    "one_phrase_one_spelling": OF_WORDS,
    "target_asks_for_something": "the documents print no bound as a fact: see indicators_unit_tests.yml",
    "opening_equals_last_closing": LAST_YEAR,
    "comparative_equals_last_year": LAST_YEAR,
    "text_equals_last_year": LAST_YEAR,
    "printed_unit_holds": "the texts of several forms overrule the unit of their template: see tests/extraction/test_units.py",
}
"""Rules that no change of one figure, label or unit of a generated document can make fire, and why."""
RENAMED = 50_000
"""Offices from this number on are the clean ones under another name: documents of one office and year replace one another."""


class Fired(NamedTuple):
    """A changed document, and the number of the clean one that it is without the change."""

    mutant: Mutant
    number: int

    @property
    def clean_file(self) -> str:
        """The clean document's file in the raw folder."""
        return f"clean_{self.mutant.kind}_{self.number}.txt"


def firing_mutants(clean: int) -> dict[str, Fired]:
    """Return the changed document of each rule, made from one of the first `clean` documents of its kind."""
    return {firing.rule: _fired(firing, clean, RENAMED + index) for index, firing in enumerate(FIRINGS)}


def _fired(firing: Firing, clean: int, number: int) -> Fired:
    for model in range(clean):
        page = KINDS[firing.kind](model)
        found = [(mark, after) for mark in _marks(page, firing) if (after := _after(firing, mark)) != mark.text]
        if found:
            mark, after = found[len(found) // 2]
            text = mutant(firing.kind, number, page, mark, after).text
            text = text.replace(invented_name(model), invented_name(number))
            return Fired(Mutant(firing.kind, number, mark, after, text), model)
    raise LookupError(f"no document prints {firing.key}")


def _marks(page: Page, firing: Firing) -> Iterator[Mark]:
    def is_told(mark: Mark) -> bool:
        return mark.kind not in UNTOLD and (mark.kind != "money" or any(digit in mark.text for digit in "123456789"))

    if firing.lacks is None or not any(re.fullmatch(firing.lacks, mark.key) and is_told(mark) for mark in page.marks):
        yield from (mark for mark in page.marks if re.fullmatch(firing.key, mark.key) and is_told(mark))


def _after(firing: Firing, mark: Mark) -> str:
    if firing.after is not None:
        return re.sub(*firing.after, mark.text, count=1)
    if firing.factor is not None:
        value = Decimal(mark.text.replace(",", ""))
        return f"{(value * Decimal(firing.factor)).quantize(value):f}"
    return changed(mark, Random(firing.rule))
