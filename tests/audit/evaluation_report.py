"""Prints the evaluation report of one unit: in words first, then tasks, indicators and scores."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

from bodies import numeral, summed
from evaluation_facts import Evaluation, Score
from printing import Cell, Page, Part, Token, alone, count, percent
from target_forms import YUAN, target

Rows = list[tuple[Cell, ...]]
RULES = {"公用经费控制率": "1.公用经费控制率≤100%的，得6分；2.公用经费控制率>100%的，得0分。"}
"""Scores that follow from a rate: of public expenditure no more than planned was spent."""


def report_in_words(page: Page, facts: Evaluation) -> None:
    """Print execution, procurement, posts, quarters and control of costs."""
    money, year = page.style.money, facts.year
    page.say("部门整体绩效评价报告")
    page.say(f"部门名称（公章）：{facts.office}")
    page.say(f"（四）{year} 年部门预算执行情况")
    page.family = "execution"
    page.say(
        f"我局 {year} 年初结转结余 ",
        alone(money(facts.opening, "opening")),
        " 万元，年初预算数 ",
        alone(money(facts.approved, "approved")),
        " 万元，调整后预算指标为 ",
        money(facts.revised, "revised"),
        " 万元，决算支出 ",
        money(facts.spent, "spent"),
        " 万元，年末结转和结余 ",
        alone(money(facts.closing, "closing")),
        " 万元，总体预算执行率达到 ",
        percent(facts.spent, facts.revised, "rate"),
        "。",
    )
    page.family = "procurement in words"
    total = sum(facts.bought)
    page.say(
        f"我局 {year} 年度政府采购项目支出预算 ",
        money(facts.to_buy, "bought|budget"),
        " 万元，政府采购实际支出 ",
        money(total, "bought"),
        " 万元，政府采购预算执行率为 ",
        percent(total, facts.to_buy, "bought|rate"),
        "。其中：政府采购货物支出 ",
        money(facts.bought[0], "bought|goods"),
        " 万元，政府采购工程支出 ",
        money(facts.bought[1], "bought|works"),
        " 万元，政府采购服务支出 ",
        money(facts.bought[2], "bought|services"),
        " 万元，授予中小企业合同金额 ",
        money(total, "bought|sme"),
        " 万元，占政府采购实际支出总额的 ",
        percent(1, 1, "bought|sme|share"),
        "。",
    )
    page.family = "heads and vehicles"
    staff, posts = facts.posts[1] + facts.posts[3], facts.posts[0] + facts.posts[2]
    page.say(
        f"截至 {year} 年 12 月 31 日，我局行政编制总数 ",
        count(facts.posts[0], "posts|office"),
        " 人，实有在编人数 ",
        count(facts.posts[1], "staff|office"),
        " 人；事业编制总数 ",
        count(facts.posts[2], "posts|institution"),
        " 人，实有在编人数 ",
        count(facts.posts[3], "staff|institution"),
        " 人；劳务派遣 ",
        count(facts.dispatched, "dispatched"),
        " 人。据此测算，我局财政供养人员控制率为 ",
        percent(staff, posts, "posts|rate"),
        "，编外人员控制率 ",
        percent(facts.dispatched, facts.dispatched + staff, "dispatched|rate"),
        "。",
    )
    page.say(
        "据人事系统，我局行政编制总数 ",
        count(facts.posts[0], "posts|office again"),
        " 人，实有在编人数 ",
        count(facts.posts[1], "staff|office again"),
        " 人；事业编制总数 ",
        count(facts.posts[2], "posts|institution again"),
        " 人，实有在编人数 ",
        count(facts.posts[3], "staff|institution again"),
        " 人。",
    )
    page.family = "quarters"
    parts: list[Part] = []
    for quarter, spent in enumerate(facts.quarters, 1):
        key = f"quarter|{quarter}"
        parts += [
            f"第{numeral(quarter)}季度调整后部门预算指标数为 ",
            money(facts.revised, f"{key}|revised"),
            " 万元，累计支出 ",
            money(spent, f"{key}|spent"),
            " 万元，预算资金支出进度 ",
            percent(spent, facts.revised, f"{key}|progress"),
            f"，当季序时进度 {25 * quarter}%，",
            f"第{numeral(quarter)}季度执行率为 ",
            percent(spent * 4, facts.revised * quarter, f"{key}|rate"),
            "；" if quarter < 4 else "。",
        ]
    page.say("1. 效率性 （1）预算执行率 ", *parts)
    page.family = "cost control"
    page.say(
        f"{year} 年度我局“三公”经费预算安排数 ",
        money(facts.three_public[0], "3p|budget"),
        " 万元，“三公”经费实际支出数为 ",
        money(facts.three_public[1], "3p|spent"),
        " 万元，“三公”经费控制率为 ",
        percent(facts.three_public[1], facts.three_public[0], "3p|rate"),
        "。",
    )
    page.say(
        "（2）公用经费控制率。我局 ",
        f"{year} 年度公用经费控制率为 ",
        alone(percent(facts.public[1], facts.public[0], "public|rate")),
        "。",
    )
    page.say(
        f"综上，我局 {year} 年度政府采购实际支出 ",
        money(total, "bought again"),
        " 万元，政府采购预算执行率为 ",
        percent(total, facts.to_buy, "bought|rate again"),
        "，“三公”经费控制率为 ",
        percent(facts.three_public[1], facts.three_public[0], "3p|rate again"),
        "。",
    )
    page.family = "place"
    for words, ending in (("全区", ""), (f"{year} 年全区", "again")):
        page.say(
            f"{words}规模以上工业总产值 ",
            Token(f"{facts.output}.5", "place", f"output{ending}"),
            " 亿元，同比增长 ",
            Token(f"{facts.growth}%", "rate", f"output|growth{ending}"),
            "。",
        )
    first = facts.indicators[0]
    page.family = "indicators in words"
    page.say(
        "全年",
        first.name.removesuffix("次数"),
        " ",
        Token(str(first.actual), "actual", f"words|{first.name}"),
        f" {first.counter}。",
    )
    page.family = "scores"
    page.say("四、部门整体支出绩效评价指标评分情况")
    page.say(
        "按照评分表进行自评，我局得分 ", _points(sum(score.score for score in facts.scores), "score|words"), " 分。"
    )


def tasks_and_indicators(page: Page, facts: Evaluation) -> None:
    """Print the form that holds tasks in yuan, and indicators with what was achieved."""
    page.family = "tasks"
    page.say("部门（单位）整体支出绩效目标完成情况自评表")
    rows: Rows = [
        ("部门（单位）名称", "", facts.office, "", "预算年度", "", str(facts.year), ""),
        ("年度主要任务完成情况", "任务名称", "主要内容", "完成情况", "预算数（元）", "", "执行数（元）", ""),
        ("", "", "", "", "总额", "其中：财政拨款", "总额", "其中：财政拨款"),
    ]
    table: list[tuple[str, tuple[int, ...]]] = [
        (task.name, (task.budget, task.budget_appropriated, task.spent, task.spent_appropriated))
        for task in facts.tasks
    ]
    table.append(("金额合计", summed((amounts for _, amounts in table), 4)))
    for name, amounts in table:
        cells = [YUAN.money(fen, f"tasks|{name}|{column}") for column, fen in enumerate(amounts, 1)]
        texts = ("", "") if name == "金额合计" else ("按计划开展", "按计划完成")
        rows.append(("", name, *texts, *cells))
    for cells_ in rows:
        page.row(*cells_)
    page.family = "indicators"
    page.row("年度绩效指标完成情况", "一级指标", "二级指标", "三级指标", "", "预期指标值", "", "实际完成指标值")
    for index, indicator in enumerate(facts.indicators):
        key = f"indicator|{indicator.name}"
        done = Token(str(indicator.actual), "actual", f"{key}|actual")
        actual: Cell = (done if index < 2 else alone(done), indicator.counter)
        page.row(
            "",
            indicator.dimension,
            indicator.aspect,
            indicator.name,
            "",
            target(indicator, f"{key}|target", True),
            "",
            actual,
        )
    page.row(
        "", "产出指标", "时效指标", "预算执行率", "", "≥90%", "", percent(facts.spent, facts.revised, "indicator|rate")
    )
    page.end()
    _project(page, facts)


def _project(page: Page, facts: Evaluation) -> None:
    """Print the form of one project with the indicator that the table of the unit prints for it."""
    task, indicator = facts.tasks[1], facts.indicators[1]
    page.family = "evaluation form"
    page.say("项目支出绩效自评表")
    page.say(f"（{facts.year} 年度）")
    amounts = (
        page.style.money(task.budget, "form|revised"),
        page.style.money(task.spent, "form|executed"),
        percent(task.spent, task.budget, "form|rate"),
    )
    for cells in (
        ("项目名称", task.name, "", "主管部门", facts.office, ""),
        (f"项目资金（{page.style.unit}）", "", "", "全年预算数（A）", "全年执行数（B）", "执行率（B/A）"),
        ("", "年度资金总额：", "", *amounts),
    ):
        page.row(*cells)
    page.family = "evaluated indicators"
    page.row("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "全年完成值", "未完成原因和改进措施")
    done: Cell = (Token(str(indicator.actual), "actual", "form|actual"), indicator.counter)
    page.row("", indicator.dimension, indicator.aspect, indicator.name, target(indicator, "form|target"), done, "")
    page.end()


def scores(page: Page, facts: Evaluation) -> None:
    """Print the table of scores."""
    page.family = "scores"
    page.say("部门整体支出绩效评分表")
    page.row("评价指标", "", "", "", "", "", "指标说明", "参考评分标准", "分数")
    page.row("一级指标", "", "二级指标", "", "三级指标", "", "", "", "")
    page.row(*["名称", "参考分值"] * 3, "", "", "")
    for first, of_first in groupby(facts.scores, lambda score: score.first):
        rows = list(of_first)
        cells: tuple[Cell, ...] = (first, _weight(rows, first))
        for second, of_second in groupby(rows, lambda score: score.second):
            group = list(of_second)
            cells = (*cells, second, _weight(group, second))
            for score in group:
                page.row(
                    *cells,
                    score.name,
                    _weight([score], score.name),
                    "考核相关情况。",
                    RULES.get(score.name, "按完成情况评分。"),
                    _points(score.score, f"score|{score.name}"),
                )
                cells = ("", "", "", "")
            cells = ("", "")
    whole = [_weight(list(facts.scores), f"total {level}") for level in (1, 2, 3)]
    page.row(
        "综合评分",
        *[cell for weight in whole for cell in (weight, "")],
        "",
        _points(sum(score.score for score in facts.scores), "score|total"),
    )
    page.row("评分等级", *[""] * 7, "优")
    page.end()


def _weight(scored: list[Score], key: str) -> Token:
    return Token(str(sum(score.weight for score in scored)), "weight", f"weight|{key}")


def _points(hundredths: int, key: str) -> Token:
    points = Decimal(hundredths) / 100
    return Token(f"{points.normalize():f}", "score", key)
