"""The evaluation of one unit at the end of a year: execution by quarter, tasks, indicators, scores."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from bodies import OFFICES, REGIONS, TOPICS, Money, invented_name
from budget_facts import Indicator


class Task(NamedTuple):
    """A task: what it was given and what it spent, and how much of both was appropriated."""

    name: str
    budget: int
    budget_appropriated: int
    spent: int
    spent_appropriated: int


class Score(NamedTuple):
    """A leaf of the table of scores: three levels, its weight, and its score in hundredths."""

    first: str
    second: str
    name: str
    weight: int
    score: int


@dataclass(frozen=True)
class Evaluation:
    """All facts of one evaluation report."""

    office: str
    year: int
    tasks: tuple[Task, ...]
    quarters: tuple[int, int, int, int]
    """Cumulative expenditure at the end of each quarter."""
    approved: int
    opening: int
    closing: int
    bought: tuple[int, int, int]
    """Goods, works and services."""
    to_buy: int
    posts: tuple[int, int, int, int]
    dispatched: int
    three_public: tuple[int, int]
    """Budget and outturn."""
    public: tuple[int, int]
    """Public expenditure: budget and outturn, no more than that."""
    output: int
    growth: int
    """Output of the place and its growth, of which the tables say nothing."""
    indicators: tuple[Indicator, ...]
    scores: tuple[Score, ...]

    @property
    def revised(self) -> int:
        """Budget of the year after changes: that of all tasks."""
        return sum(task.budget for task in self.tasks)

    @property
    def spent(self) -> int:
        """Expenditure of all tasks."""
        return sum(task.spent for task in self.tasks)


SCORED = (
    ("部门决策", "预算编制", "预算编制合理性", 5),
    ("部门决策", "预算编制", "预算编制规范性", 5),
    ("部门决策", "目标设置", "绩效目标完整性", 3),
    ("部门决策", "目标设置", "绩效指标明确性", 7),
    ("部门管理", "资金管理", "财务合规性", 6),
    ("部门管理", "资金管理", "预决算信息公开", 6),
    ("部门管理", "资产管理", "资产管理安全性", 8),
    ("部门绩效", "经济性", "公用经费控制率", 6),
    ("部门绩效", "效率性", "预算执行率", 6),
    ("部门绩效", "效率性", "重点工作完成情况", 14),
    ("部门绩效", "效果性", "社会效益、经济效益、生态效益等", 25),
    ("部门绩效", "公平性", "公众或服务对象满意度", 9),
)


def evaluation(number: int, is_coarse: bool) -> Evaluation:
    """Return the evaluation of office `number`."""
    random = Random(f"evaluation {number}")
    money = Money(random, is_coarse)
    tasks = _tasks(random, money)
    revised, spent = sum(task.budget for task in tasks), sum(task.spent for task in tasks)
    quarters = sorted(money.between(spent // 1000, spent // 110) for _ in range(3))
    bought = money.between(10_000, 900_000), money.between(10_000, 90_000), money.between(10_000, 900_000)
    posts = random.randint(10, 60), random.randint(5, 40)
    budgeted = money.between(100_000, 900_000)
    indicators = _indicators(random, [task.name[:4] for task in tasks[:3]])
    return Evaluation(
        f"{random.choice(REGIONS)}{invented_name(number)}{random.choice(OFFICES)}（本级）",
        random.randint(2019, 2025),
        tasks,
        (quarters[0], quarters[1], quarters[2], spent),
        money.between(revised // 150, revised // 101),
        money.between(1_000, 90_000),
        money.between(1_000, 90_000),
        bought,
        sum(bought) + money.between(1_000, 90_000),
        (posts[0], posts[0] - random.randint(0, 4), posts[1], posts[1] - random.randint(0, 4)),
        random.randint(1, 20),
        (budgeted, money.between(budgeted // 200, budgeted // 101)),
        (budgeted * 3, money.between(budgeted // 60, budgeted // 40)),
        random.randint(200, 900),
        random.randint(2, 9),
        indicators,
        tuple(_score(random, *row) for row in SCORED),
    )


def _tasks(random: Random, money: Money) -> tuple[Task, ...]:
    """Return tasks of several topics, and basic expenditure, which is one more."""
    tasks = [_task(random, money, topic) for topic in random.sample(TOPICS, random.randint(3, 6))]
    basic = money.between(2_000_000, 9_000_000)
    return (*tasks, Task("基本支出", basic, basic, basic, basic))


def _task(random: Random, money: Money, topic: str) -> Task:
    budget, other = money.between(200_000, 90_000_000), random.choice([0, money.between(1_000, 90_000)])
    spent = money.between(budget // 200, budget // 101)
    return Task(f"{topic}专项经费", budget, budget - other, spent, spent)


def _indicators(random: Random, topics: list[str]) -> tuple[Indicator, ...]:
    """Return a count for each topic, and two rates of the unit as a whole; all that was aimed at was achieved."""
    counts = []
    for topic in topics:
        visits = random.randint(2, 40)
        more = visits + random.randint(1, 3)
        counts.append(Indicator("产出指标", "数量指标", f"开展{topic}检查次数", "≥", visits, "次", more))
    passed, satisfied = random.randint(85, 95), (random.randint(80, 92), random.randint(93, 100))
    return (
        *counts,
        Indicator("产出指标", "质量指标", "成果验收合格率", "≥", passed, "%", 100),
        Indicator("满意度指标", "服务对象满意度指标", "服务对象满意度", "≥", satisfied[0], "%", satisfied[1]),
    )


def _score(random: Random, first: str, second: str, name: str, weight: int) -> Score:
    """Return the score of a leaf: all its weight or a little less; what follows from a rate is all or nothing."""
    less = random.choice([0, 0, random.randint(1, 99)])
    return Score(first, second, name, weight, weight * 100 - (name != "公用经费控制率") * less)
