"""The budget of an imaginary department: every fact drawn once, every sum derived."""

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
    UNITS,
    Line,
    Money,
    invented_name,
)


class Indicator(NamedTuple):
    """A target of a project: 一级 and 二级指标, name, comparator, number and counter word; `actual` where evaluated."""

    dimension: str
    aspect: str
    name: str
    comparator: str
    number: int
    counter: str
    actual: int


class Project(NamedTuple):
    """A project of one unit, this year and the year before, all paid from one fund."""

    unit: int
    name: str
    number: str
    code: str
    fund: str
    amount: int
    before: int
    visits: int
    price: int
    indicators: tuple[Indicator, ...]


class ThreePublic(NamedTuple):
    """“三公” money of one unit and year."""

    abroad: int
    reception: int
    purchase: int
    operation: int

    @property
    def row(self) -> tuple[int, ...]:
        """Total, abroad, reception, vehicles, purchase, operation."""
        vehicles = self.purchase + self.operation
        return (
            self.abroad + self.reception + vehicles,
            self.abroad,
            self.reception,
            vehicles,
            self.purchase,
            self.operation,
        )


@dataclass(frozen=True)
class Unit:
    """A budget unit: its kinds of basic expenditure, heads and vehicles."""

    name: str
    is_office: bool
    staff: int
    public: int
    grants: int
    public_before: int
    posts: int
    in_post: int
    retired: int
    vehicles: tuple[int, int, int, int]
    """Official, enforcement, special and other vehicles."""
    three_public: tuple[ThreePublic, ThreePublic]
    """Of the year before and of this year."""
    procurement: tuple[tuple[str, str, int], ...]
    """Code, name and amount of each item bought."""
    sme: int
    small: int

    @property
    def basic(self) -> int:
        """Basic expenditure."""
        return self.staff + self.public + self.grants


@dataclass(frozen=True)
class Budget:
    """All facts of one budget document."""

    department: str
    year: int
    units: tuple[Unit, ...]
    lines: tuple[Line, ...]
    projects: tuple[Project, ...]
    total_before: int

    def total(self, *funds: str, unit: int | None = None) -> int:
        """Expenditure of the funds, of one unit or all."""
        return sum(
            line.total
            for line in self.lines
            if line.fund in (funds or (GENERAL, FUND, OWN)) and unit in (None, line.unit)
        )

    @property
    def project_total(self) -> int:
        """Project expenditure of all units and funds."""
        return sum(project.amount for project in self.projects)


def budget(number: int, is_coarse: bool, units: int | None = None) -> Budget:
    """Return the budget of office `number`."""
    random = Random(f"budget {number}")
    money = Money(random, is_coarse)
    department = f"{random.choice(REGIONS)}{invented_name(number)}{random.choice(OFFICES)}"
    size = units or random.choice([1, 2, 2, 3])
    names = [
        department if size == 1 else f"{department}本级",
        *(
            f"{department[: department.index(invented_name(number))]}{invented_name(number)}{name}"
            for name in random.sample(UNITS, size - 1)
        ),
    ]
    year = random.randint(2019, 2025)
    topics = random.sample(TOPICS, len(TOPICS))
    lines: list[Line] = []
    projects: list[Project] = []
    drawn: list[Unit] = []
    for index, name in enumerate(names):
        basic = [
            (code, money.between(20_000, 9_000_000))
            for code in sorted(random.sample(BASIC_CODES, random.randint(3, 4)))
        ]
        lines += [Line(index, code, GENERAL, amount, 0) for code, amount in basic]
        drawn.append(_unit(random, money, name, index == 0, sum(amount for _, amount in basic)))
        codes = random.sample(PROJECT_CODES, 3)
        for ordinal in range(random.randint(2, 3)):
            fund, code = GENERAL, codes[ordinal % 3]
            if index == 0 and ordinal == 1:
                fund, code = random.choice([(GENERAL, code), (FUND, FUND_CODE), (OWN, code)])
            projects.append(
                _project(random, money, len(projects), index, topics.pop() if topics else None, code, fund, year)
            )
    for project in projects:
        lines.append(Line(project.unit, project.code, project.fund, 0, project.amount))
    total = sum(line.total for line in lines)
    return Budget(
        department, year, tuple(drawn), tuple(lines), tuple(projects), money.between(total // 150, total // 80)
    )


def _unit(random: Random, money: Money, name: str, is_office: bool, basic: int) -> Unit:
    public, grants, staff = sorted(money.split(basic, 3))
    posts = random.randint(8, 120)
    years = [
        ThreePublic(
            random.choice([0, money.between(10_000, 90_000)]),
            money.between(5_000, 60_000),
            random.choice([0, money.between(150_000, 300_000)]),
            money.between(20_000, 400_000),
        )
        for _ in range(2)
    ]
    items = [
        ("A02", "通用设备", money.between(10_000, 400_000)),
        ("C12", "房地产服务", money.between(10_000, 900_000)),
        ("C99", "其他服务", money.between(10_000, 2_000_000)),
    ]
    items = [item for item in items if random.random() < 0.8] or items[:1]
    bought = sum(amount for _, _, amount in items)
    sme = money.split(bought, 2)[0]
    return Unit(
        name,
        is_office,
        staff,
        public,
        grants,
        money.between(public // 150 + 1, public // 70 + 200),
        posts,
        posts - random.randint(0, 5),
        random.randint(2, 90),
        (random.randint(1, 6), random.randint(0, 3), random.randint(0, 3), random.randint(0, 3)),
        (years[0], years[1]),
        tuple(items),
        sme,
        money.split(sme, 2)[0],
    )


def _project(
    random: Random, money: Money, ordinal: int, unit: int, topic: str | None, code: str, fund: str, year: int
) -> Project:
    name = f"{topic or '综合保障' + str(ordinal)}{random.choice(['经费', '专项', '项目'])}"
    visits, price = random.randint(2, 30), money.between(1_000, 9_000) // 10_000 * 10_000
    amount = visits * price + money.between(20_000, 6_000_000)
    before = random.choice([amount, 0, money.between(20_000, 6_000_000), money.between(amount // 200, amount // 50)])
    subject = name[:4]
    rate, done = random.randint(85, 98), random.randint(90, 99)
    indicators = (
        Indicator("产出指标", "数量指标", f"开展{subject}检查次数", "≥", visits, "次", visits + random.randint(0, 3)),
        Indicator("产出指标", "质量指标", f"{subject}成果验收合格率", "≥", rate, "%", 100),
        Indicator("产出指标", "时效指标", f"{subject}任务按期完成率", "≥", done, "%", 99),
        Indicator("效益指标", "社会效益指标", f"受益{subject}对象数量", "≥", random.randint(20, 900), "人", 950),
        Indicator("满意度指标", "服务对象满意度指标", f"{subject}服务对象满意度", "≥", rate - 3, "%", 98),
    )
    number = f"4403{random.randint(10, 99)}{year % 100}1{ordinal:03d}{random.randint(10**9, 10**10 - 1)}"
    return Project(unit, name, number, code, fund, amount, before, visits, price, indicators)
