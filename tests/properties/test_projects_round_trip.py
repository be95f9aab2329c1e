"""Projects come back from tables by unit, from tasks, from grids of self-evaluation and from space-aligned forms."""

from __future__ import annotations

from decimal import Decimal

from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from layouts import FACTORS, Amount, Issuer, Page, amounts, disclosed, issuers, lines, names, pages, read, years

TARGETS = ("≥12个", "不低于5家", "100%", "≤3.5万元", "及时", "7")
ASPECTS = (
    ("产出指标", "数量指标"),
    ("产出指标", "质量指标"),
    ("效益指标", "社会效益指标"),
    ("满意度指标", "服务对象满意度指标"),
)
Task = tuple[str, tuple[Amount, Amount, Amount]]
tasks = st.lists(st.tuples(names, st.tuples(disclosed, amounts, amounts)), min_size=1, max_size=6)
indicators = st.lists(st.tuples(names, st.sampled_from(TARGETS), st.sampled_from(TARGETS)), min_size=4, max_size=4)


def _cells(values: tuple[Amount, ...], page: Page) -> list[str]:
    return [amount.printed(page.decimals, page.dash) for amount in values]


def _cny(values: tuple[Amount, ...], page: Page) -> list[Decimal | None]:
    return [amount.cny(page.unit, page.decimals) for amount in values]


@examples(80)
@given(issuers, years, pages, st.lists(tasks, min_size=1, max_size=3))
def test_projects_by_unit_come_back(issuer: Issuer, year: int, page: Page, tables: list[list[Task]]) -> None:
    places = [issuer.own_level, "东礁观测站", "西礁观测站"][: len(tables)]
    header = [
        ("预算单位", "项目名称", "预算金额", "", "", "预算执行时间"),
        ("", "", "合计", "一般公共预算拨款", "其他资金", ""),
    ]
    printed, expected = [], []
    for place, rows in zip(places, tables, strict=True):
        printed.append((place, "", "9", "9", "-", ""))
        for name, values in rows:
            printed.append(("", name, *_cells(values, page), f"{year}.1.1-{year}.12.31"))
            expected.append((place, name, *_cny(values, page), year))
    caption = page.caption("部门预算绩效管理项目情况表", issuer.name)
    text = f"{issuer.name} {year}年部门预算\n" + page.table(caption, header, printed)
    columns = (
        "organisation",
        "project_name",
        "approved_cny",
        "fiscal_appropriation_cny",
        "other_funds_cny",
        "fiscal_year",
    )
    assert lines(read(text), *columns, table="projects") == expected


@examples(80)
@given(issuers, years, pages, tasks, st.booleans(), indicators)
def test_tasks_and_indicators_of_a_unit_come_back(
    issuer: Issuer, year: int, page: Page, rows: list[Task], is_shifted: bool, found: list[tuple[str, str, str]]
) -> None:
    """With `is_shifted`, every task stands one column further right, as on pages that print the side label."""
    header = [
        ("任务名称", "主要内容", f"预算金额（{page.unit}）", "", "", ""),
        ("", "", "总额", "其中：财政拨款", "其中：其他资金", ""),
    ]
    printed = [
        ("年度主要任务" if index == 0 else "", name, "略", *_cells(values, page))
        if is_shifted
        else (name, "略", *_cells(values, page), "")
        for index, (name, values) in enumerate(rows)
    ]
    below = [("年度绩效指标", "一级指标", "二级指标", "三级指标", "", "目标值")]
    below += [("", *aspect, name, "", target) for aspect, (name, target, _) in zip(ASPECTS, found, strict=True)]
    caption = page.caption("部门整体支出绩效目标表", issuer.own_level)
    text = f"{issuer.name} {year}年部门预算\n" + page.table(caption, header, printed) + page.rows(below)
    extraction = read(text)
    columns = ("organisation", "project_name", "approved_cny", "fiscal_appropriation_cny", "other_funds_cny")
    assert lines(extraction, *columns, table="projects") == [
        (issuer.own_level, name, *_cny(values, page)) for name, values in rows
    ]
    assert lines(extraction, "dimension", "aspect", "indicator_name", "target_value", table="indicators") == [
        (*aspect, name, target) for aspect, (name, target, _) in zip(ASPECTS, found, strict=True)
    ]


@examples(80)
@given(issuers, years, pages, names, st.tuples(disclosed, disclosed), st.integers(0, 10000), indicators, st.booleans())
def test_self_evaluation_comes_back(
    issuer: Issuer,
    year: int,
    page: Page,
    name: str,
    money: tuple[Amount, Amount],
    rate: int,
    found: list[tuple[str, str, str]],
    is_wide: bool,
) -> None:
    """With `is_wide`, the grid has an empty column between the labels and the figures."""
    gap = [""] if is_wide else []
    percent = f"{Decimal(rate).scaleb(-2)}%"
    printed = [
        ("项目名称", name, "项目起止时间", f"{year}-01-01-{year}-12-31"),
        ("主管部门", issuer.name, "实施单位", issuer.own_level),
        (f"项目资金 ({page.unit})", "", *gap, "全年预算数 (A)", "全年执行数 (B)", "执行率 (B/A)"),
        ("", "年度资金总额:", *gap, *_cells(money, page), percent),
        ("", "其他资金", *gap, "0.00", "-", "--"),
        ("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "全年完成值", "未完成原因和改进措施"),
        *(("", *aspect, *indicator, "") for aspect, indicator in zip(ASPECTS, found, strict=True)),
    ]
    text = f"{issuer.name}{year}年度部门决算\n\n项目支出绩效自评表\n\n({year} 年度)\n\n" + page.rows(printed)
    extraction = read(text)
    columns = ("organisation", "project_name", "revised_cny", "executed_cny", "execution_rate", "starts_on", "ends_on")
    assert lines(extraction, *columns, table="projects") == [
        (issuer.own_level, name, *_cny(money, page), Decimal(rate).scaleb(-4), f"{year}-01-01", f"{year}-12-31")
    ]
    assert lines(
        extraction, "dimension", "aspect", "indicator_name", "target_value", "actual_value", table="indicators"
    ) == [(*aspect, *indicator) for aspect, indicator in zip(ASPECTS, found, strict=True)]


forms = st.lists(
    st.tuples(names, st.integers(1, 10**10), st.integers(1, 10**10), indicators, st.booleans()), min_size=1, max_size=3
)


@examples(80)
@given(
    issuers,
    years,
    st.sampled_from(["元", "万元"]),
    forms,
    st.sampled_from([" ", "   "]),
    st.sampled_from(["\n", "\n\n"]),
)
def test_space_aligned_forms_come_back(
    issuer: Issuer,
    year: int,
    unit: str,
    printed: list[tuple[str, int, int, list[tuple[str, str, str]], bool]],
    gap: str,
    line: str,
) -> None:
    text = f"{issuer.own_level} {year}年项目支出绩效目标表\n\n"
    for number, (name, midterm, approved, found, is_new) in enumerate(printed, 1):
        rows = [
            "二级项目支出绩效目标申报表",
            f"项目编码： 44030799{number:013d}{gap}项目名称： {name}",
            f"申请单位： {issuer.name}（本级）{gap}一级预算单位： {issuer.name}",
            f"是否新增项目： {'是' if is_new else '否'}{gap}分配方式： 因素法",
            f"项目总金额（中期规划，{unit}）： {Decimal(midterm).scaleb(-2):,}{gap}本年度项目金额（{unit}）： {Decimal(approved).scaleb(-2):,}",
            "测算依据：",
            "一级指标 二级指标 三级指标 指标值 指标解释",
            *(
                gap.join((*aspect, name_, target, "略"))
                for aspect, (name_, target, _) in zip(ASPECTS, found, strict=True)
            ),
            "备注：无",
        ]
        text += line.join(rows) + line
    extraction = read(text)
    columns = ("organisation", "project_code", "project_name", "midterm_cny", "approved_cny", "is_new")
    assert lines(extraction, *columns, table="projects") == [
        (
            issuer.own_level,
            f"44030799{number:013d}",
            name,
            Decimal(midterm).scaleb(-2) * FACTORS[unit],
            Decimal(approved).scaleb(-2) * FACTORS[unit],
            is_new,
        )
        for number, (name, midterm, approved, _, is_new) in enumerate(printed, 1)
    ]
    assert lines(
        extraction, "project_name", "dimension", "aspect", "indicator_name", "target_value", table="indicators"
    ) == [
        (name, *aspect, name_, target)
        for name, _, _, found, _ in printed
        for aspect, (name_, target, _) in zip(ASPECTS, found, strict=True)
    ]
