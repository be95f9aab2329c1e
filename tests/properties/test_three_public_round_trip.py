"""Three-public tables come back: both years of every unit in a budget, revised beside executed in a final account."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from layouts import Amount, Issuer, Page, amounts, disclosed, issuers, lines, pages, read, years

BUDGET_MEASURES = ("total", "abroad", "reception", "vehicle", "vehicle_purchase", "vehicle_operation")
FINAL_MEASURES = ("total", "abroad", "vehicle", "vehicle_purchase", "vehicle_operation", "reception")
HEADER = (
    ("预算单位", "年度", "总计", "因公出国(境)费", "公务接待费", "公务用车购置及运行维护费", "", ""),
    ("", "", "", "", "", "小计", "公务用车购置费", "公务用车运行维护费"),
)
BLOCK = (
    ("合计", "因公出国 (境) 费", "公务用车购置及运行费", "", "", "公务接待 费"),
    ("", "", "小计", "公务用车 购置费", "公务用车 运行费", ""),
)
Values = list[Amount]
six = st.builds(lambda first, rest: [first, *rest], disclosed, st.lists(amounts, min_size=5, max_size=5))


@given(issuers, years, pages, st.lists(st.tuples(six, six, st.booleans()), min_size=1, max_size=3))
def test_both_years_of_every_unit_come_back(
    issuer: Issuer, year: int, page: Page, tables: list[tuple[Values, Values, bool]]
) -> None:
    places = [issuer.name, issuer.own_level, "东礁观测站"][: len(tables)]
    printed, expected = [], []
    for place, (last, current, has_difference) in zip(places, tables, strict=True):
        rows = [(f"{year - 1}年", last, year - 1, "total"), (f"{year} 年", current, year, "total")]
        rows += [("增减变化金额", last, year, "difference")] if has_difference else []
        for index, (label, values, figure_year, role) in enumerate(rows):
            cells = [amount.printed(page.decimals, page.dash) for amount in values]
            printed.append(("" if index else place, label, *cells))
            expected += [
                (
                    place,
                    figure_year,
                    figure_year != year,
                    role,
                    measure,
                    amount.kind,
                    amount.cny(page.unit, page.decimals),
                )
                for measure, amount in zip(BUDGET_MEASURES, values, strict=True)
            ]
    caption = page.caption("一般公共预算“三公”经费支出表", issuer.name)
    text = f"{issuer.name} {year}年部门预算\n" + page.table(caption, HEADER, printed)
    assert (
        lines(
            read(text),
            "organisation",
            "fiscal_year",
            "is_comparative",
            "row_role",
            "measure",
            "disclosure",
            "amount_cny",
        )
        == expected
    )


@given(issuers, years, pages, six, six, st.sampled_from([("全年预算数", "revised"), ("年初预算数", "approved")]))
def test_budget_beside_outturn_comes_back(
    issuer: Issuer, year: int, page: Page, budget: Values, outturn: Values, note: tuple[str, str]
) -> None:
    header = [
        ("预算数", *[""] * 5, "决算数", *[""] * 5),
        BLOCK[0] * 2,
        BLOCK[1] * 2,
        tuple(map(str, range(1, 13))),
    ]
    printed = [tuple(amount.printed(page.decimals, page.dash) for amount in (*budget, *outturn))]
    caption = page.caption("一般公共预算财政拨款“三公”经费支出决算表", issuer.name)
    text = f"{issuer.name}{year}年度部门决算\n" + page.table(caption, header, printed) + f"\n注：预算数为{note[0]}。\n"
    assert lines(read(text), "phase", "measure", "disclosure", "amount_cny") == [
        (phase, measure, amount.kind, amount.cny(page.unit, page.decimals))
        for phase, values in ((note[1], budget), ("executed", outturn))
        for measure, amount in zip(FINAL_MEASURES, values, strict=True)
    ]
