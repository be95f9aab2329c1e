"""What an evaluation report of one unit says in words, each part of it by itself."""

from __future__ import annotations

from bodies import numeral
from evaluation_facts import Evaluation
from evaluation_tables import points
from printing import Page, Part, Token, alone, count, percent


def report_in_words(page: Page, facts: Evaluation) -> None:
    """Print the report's text, as far as its tables."""
    page.say("部门整体绩效评价报告")
    page.say(f"部门名称（公章）：{facts.office}")
    _execution(page, facts)
    _procurement(page, facts)
    _posts(page, facts)
    _quarters(page, facts)
    _three_public(page, facts)
    _public_expenditure(page, facts)
    _once_more(page, facts)
    _place(page, facts)
    _indicator(page, facts)
    _score(page, facts)


def _execution(page: Page, facts: Evaluation) -> None:
    """Print what was approved, revised, spent and left (部门预算执行情况)."""
    money = page.style.money
    page.say(f"（四）{facts.year} 年部门预算执行情况")
    page.family = "execution"
    page.say(
        f"我局 {facts.year} 年初结转结余 ",
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


def _procurement(page: Page, facts: Evaluation) -> None:
    """Print what was bought, of which kind, and of whom (政府采购)."""
    money, total = page.style.money, sum(facts.bought)
    page.family = "procurement in words"
    page.say(
        f"我局 {facts.year} 年度政府采购项目支出预算 ",
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


def _posts(page: Page, facts: Evaluation) -> None:
    """Print posts, staff and those dispatched, with the rates that control them (编制); then posts and staff again."""
    staff, posts = facts.posts[1] + facts.posts[3], facts.posts[0] + facts.posts[2]
    page.family = "heads and vehicles"
    page.say(
        f"截至 {facts.year} 年 12 月 31 日，我局",
        *_posts_and_staff(facts),
        "；劳务派遣 ",
        count(facts.dispatched, "dispatched"),
        " 人。据此测算，我局财政供养人员控制率为 ",
        percent(staff, posts, "posts|rate"),
        "，编外人员控制率 ",
        percent(facts.dispatched, facts.dispatched + staff, "dispatched|rate"),
        "。",
    )
    page.say("据人事系统，我局", *_posts_and_staff(facts, " again"), "。")


def _posts_and_staff(facts: Evaluation, ending: str = "") -> list[Part]:
    return [
        "行政编制总数 ",
        count(facts.posts[0], f"posts|office{ending}"),
        " 人，实有在编人数 ",
        count(facts.posts[1], f"staff|office{ending}"),
        " 人；事业编制总数 ",
        count(facts.posts[2], f"posts|institution{ending}"),
        " 人，实有在编人数 ",
        count(facts.posts[3], f"staff|institution{ending}"),
        " 人",
    ]


def _quarters(page: Page, facts: Evaluation) -> None:
    """Print how far expenditure had come at the end of each quarter (预算执行率)."""
    money = page.style.money
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


def _three_public(page: Page, facts: Evaluation) -> None:
    """Print “三公” expenditure beside its budget (“三公”经费控制率)."""
    money, (budget, spent) = page.style.money, facts.three_public
    page.family = "cost control"
    page.say(
        f"{facts.year} 年度我局“三公”经费预算安排数 ",
        money(budget, "3p|budget"),
        " 万元，“三公”经费实际支出数为 ",
        money(spent, "3p|spent"),
        " 万元，“三公”经费控制率为 ",
        percent(spent, budget, "3p|rate"),
        "。",
    )


def _public_expenditure(page: Page, facts: Evaluation) -> None:
    """Print public expenditure as part of its budget (公用经费控制率)."""
    budget, spent = facts.public
    rate = alone(percent(spent, budget, "public|rate"))
    page.say(f"（2）公用经费控制率。我局 {facts.year} 年度公用经费控制率为 ", rate, "。")


def _once_more(page: Page, facts: Evaluation) -> None:
    """Print in the end what was said of procurement and “三公” before (综上)."""
    total, (budget, spent) = sum(facts.bought), facts.three_public
    page.say(
        f"综上，我局 {facts.year} 年度政府采购实际支出 ",
        page.style.money(total, "bought again"),
        " 万元，政府采购预算执行率为 ",
        percent(total, facts.to_buy, "bought|rate again"),
        "，“三公”经费控制率为 ",
        percent(spent, budget, "3p|rate again"),
        "。",
    )


def _place(page: Page, facts: Evaluation) -> None:
    """Print twice what the place produced, of which no table tells (规模以上工业总产值)."""
    page.family = "place"
    for words, ending in (("全区", ""), (f"{facts.year} 年全区", "again")):
        page.say(
            f"{words}规模以上工业总产值 ",
            Token(f"{facts.output}.5", "place", f"output{ending}"),
            " 亿元，同比增长 ",
            Token(f"{facts.growth}%", "rate", f"output|growth{ending}"),
            "。",
        )


def _indicator(page: Page, facts: Evaluation) -> None:
    """Print what the first indicator came to (实际完成指标值)."""
    first = facts.indicators[0]
    actual = Token(str(first.actual), "actual", f"words|{first.name}")
    page.family = "indicators in words"
    page.say("全年", first.name.removesuffix("次数"), " ", actual, f" {first.counter}。")


def _score(page: Page, facts: Evaluation) -> None:
    """Print the sum of the scores (自评得分)."""
    page.family = "scores"
    page.say("四、部门整体支出绩效评价指标评分情况")
    page.say(
        "按照评分表进行自评，我局得分 ", points(sum(score.score for score in facts.scores), "score|words"), " 分。"
    )
