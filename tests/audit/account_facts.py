"""The final account of an imaginary department: what was approved, revised and executed, and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from bodies import (
    BASIC_CODES,
    FUND,
    FUND_CODE,
    GENERAL,
    OFFICES,
    OWN,
    PROJECT_CODES,
    REGIONS,
    TOPICS,
    Money,
    invented_name,
)
from budget_facts import Indicator

STAFF = (
    ("30101", "基本工资"),
    ("30102", "津贴补贴"),
    ("30103", "奖金"),
    ("30108", "机关事业单位基本养老保险缴费"),
    ("30113", "住房公积金"),
    ("30199", "其他工资福利支出"),
)
GRANTS = (("30302", "退休费"), ("30309", "奖励金"))
GOODS = (
    ("30201", "办公费"),
    ("30207", "邮电费"),
    ("30211", "差旅费"),
    ("30217", "公务接待费"),
    ("30228", "工会经费"),
    ("30231", "公务用车运行维护费"),
    ("30239", "其他交通费用"),
)
CAPITAL = (("31002", "办公设备购置"), ("31003", "专用设备购置"))


class Account(NamedTuple):
    """Money of one code and fund: carried over, received, spent on basic matters and on projects, left."""

    code: str
    fund: str
    opening: int
    income: int
    basic: int
    project: int
    closing: int

    @property
    def spent(self) -> int:
        """Expenditure."""
        return self.basic + self.project


class Evaluated(NamedTuple):
    """A project evaluated at the end of the year, paid from one fund."""

    name: str
    code: str
    fund: str
    revised: int
    executed: int
    indicators: tuple[Indicator, ...]


class Spending(NamedTuple):
    """“三公” money by use, with vehicles in two."""

    abroad: int
    purchase: int
    operation: int
    reception: int

    @property
    def row(self) -> tuple[int, ...]:
        """Total, abroad, vehicles, purchase, operation, reception."""
        vehicles = self.purchase + self.operation
        return (
            self.abroad + vehicles + self.reception,
            self.abroad,
            vehicles,
            self.purchase,
            self.operation,
            self.reception,
        )


@dataclass(frozen=True)
class FinalAccount:
    """All facts of one final account."""

    department: str
    year: int
    accounts: tuple[Account, ...]
    projects: tuple[Evaluated, ...]
    economic: tuple[tuple[str, str, int], ...]
    """Code, name and amount of basic expenditure, items only."""
    three_public: tuple[Spending, Spending, Spending, Spending]
    """Of the year before (executed), approved, revised and executed."""
    before: dict[str, int]
    """Executed figures of the year before, by what they are of."""
    approved: dict[str, int]
    bought: tuple[int, int, int]
    sme: int
    small: int
    vehicles: tuple[int, int]
    assets: tuple[int, int, int, int]
    liabilities: int
    posts: tuple[int, int, int, int]
    """Administrative posts and staff, business posts and staff."""

    def sums(self, *funds: str) -> tuple[int, int, int, int, int]:
        """Opening, income, basic, project and closing of the funds, of all where none is named."""
        chosen = [account for account in self.accounts if not funds or account.fund in funds]
        columns = zip(
            *[(a.opening, a.income, a.basic, a.project, a.closing) for a in chosen] or [(0,) * 5], strict=True
        )
        opening, income, basic, project, closing = map(sum, columns)
        return opening, income, basic, project, closing

    def category(self, *prefixes: str) -> int:
        """Basic expenditure of economic categories."""
        return sum(fen for code, _, fen in self.economic if code[:3] in prefixes)


def final_account(number: int, is_coarse: bool) -> FinalAccount:
    """Return the final account of office `number`."""
    random = Random(f"final account {number}")
    money = Money(random, is_coarse)
    department = f"{random.choice(REGIONS)}{invented_name(number)}{random.choice(OFFICES)}"
    projects = _projects(random, money)
    basic = [(code, money.between(20_000, 4_000_000)) for code in sorted(random.sample(BASIC_CODES, 4))]
    accounts = _accounts(random, money, basic, projects)
    economic = _economic(random, money, sum(fen for _, fen in basic))
    assets = tuple(money.between(10_000, 9_000_000) for _ in range(4))
    bought = tuple(money.between(10_000, 2_000_000) for _ in range(3))
    sme = money.split(sum(bought), 2)[1]
    posts = random.randint(10, 60), random.randint(5, 40)
    draft = dict.fromkeys(("all", "income", "spent", "basic", "project", "appropriation", "general", "office"), 0)
    return FinalAccount(
        department,
        random.randint(2019, 2025),
        accounts,
        projects,
        economic,
        _three_public(random, money, economic),
        {name: money.between(300_000, 60_000_000) for name in draft},
        {name: money.between(300_000, 60_000_000) for name in draft},
        (bought[0], bought[1], bought[2]),
        sme,
        money.split(sme, 2)[0],
        (random.randint(1, 6), random.randint(1, 6)),
        (assets[0], assets[1], assets[2], assets[3]),
        money.between(1_000, 9_000),
        (posts[0], posts[0] - random.randint(0, 4), posts[1], posts[1] - random.randint(0, 4)),
    )


def _projects(random: Random, money: Money) -> tuple[Evaluated, ...]:
    """Return projects of the general budget, two of them of one code, and where there are such of other funds."""
    topics = random.sample(TOPICS, len(TOPICS))
    codes = random.sample(PROJECT_CODES, 4)
    projects = [_project(random, money, topics.pop(), code, GENERAL) for code in [*codes[:3], codes[0]]]
    if random.random() < 0.7:
        projects.append(_project(random, money, topics.pop(), FUND_CODE, FUND))
    if random.random() < 0.5:
        projects.append(_project(random, money, topics.pop(), codes[3], OWN))
    return tuple(projects)


def _accounts(
    random: Random, money: Money, basic: list[tuple[str, int]], projects: tuple[Evaluated, ...]
) -> tuple[Account, ...]:
    """Return the money of each code and fund: that of basic matters by code, and that of the projects of a code."""
    executed: dict[tuple[str, str], int] = {}
    for project in projects:
        spent_on = project.code, project.fund
        executed[spent_on] = executed.get(spent_on, 0) + project.executed
    spent = [(code, GENERAL, fen, 0) for code, fen in basic]
    spent += [(code, fund, 0, fen) for (code, fund), fen in executed.items()]
    accounts = []
    for code, fund, on_basic, on_project in spent:
        opening, closing = (random.choice([0, money.between(200, 9_000)]) for _ in range(2))
        income = on_basic + on_project + closing - opening
        accounts.append(Account(code, fund, opening, income, on_basic, on_project, closing))
    return tuple(accounts)


def _economic(random: Random, money: Money, basic: int) -> tuple[tuple[str, str, int], ...]:
    chosen = sorted([*random.sample(STAFF, 4), *GRANTS, *random.sample(GOODS, 5), CAPITAL[0]])
    parts = money.split(basic, len(chosen))
    return tuple((code, name, fen) for (code, name), fen in zip(chosen, parts, strict=True))


def _three_public(
    random: Random, money: Money, economic: tuple[tuple[str, str, int], ...]
) -> tuple[Spending, Spending, Spending, Spending]:
    least = {code: fen for code, _, fen in economic}
    reception, operation = (
        least.get("30217", 0) + money.between(100, 9_000),
        least.get("30231", 0) + money.between(100, 90_000),
    )
    executed = Spending(
        random.choice([0, money.between(10_000, 90_000)]),
        random.choice([0, money.between(90_000, 200_000)]),
        operation,
        reception,
    )
    revised = Spending(*(fen + (money.between(200, 90_000) if fen else 0) for fen in executed))
    approved = Spending(*(fen + (money.between(200, 90_000) if fen else 0) for fen in revised))
    return Spending(*(money.between(100, 300_000) for _ in range(4))), approved, revised, executed


def _project(random: Random, money: Money, topic: str, code: str, fund: str) -> Evaluated:
    revised = money.between(50_000, 9_000_000)
    executed = random.choice([revised, money.between(revised // 200, revised // 100)])
    visits, rate = random.randint(2, 40), random.randint(80, 95)
    indicators = (
        Indicator("产出指标", "数量指标", f"开展{topic}检查次数", "≥", visits, "次", visits + random.randint(1, 4)),
        Indicator("产出指标", "质量指标", f"{topic}成果验收合格率", "≥", rate, "%", rate + random.randint(0, 5)),
        Indicator("产出指标", "时效指标", f"{topic}任务按期完成率", "≥", rate + 1, "%", rate + random.randint(1, 4)),
        Indicator("效益指标", "社会效益指标", f"受益{topic}对象数量", "≥", visits * 10, "人", visits * 11),
        Indicator(
            "满意度指标", "服务对象满意度指标", f"{topic}服务对象满意度", "≥", rate, "%", rate + random.randint(1, 5)
        ),
    )
    return Evaluated(f"{topic}{random.choice(['经费', '专项', '项目'])}", code, fund, revised, executed, indicators)
