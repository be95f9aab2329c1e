"""Ways of printing a figure in a text: each is read as a reader reads it, or told."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from decimal import Decimal

import pytest
from kinds import BEFORE_LAST, HEADER, LAST, RIGHT, ROWS, STATEMENT, TITLE, UNIT, amounts, as_text, outcome, rows

from dagster_project.extraction import extract


@pytest.mark.parametrize(
    "printed",
    [
        "600.20*",
        "600.20①",
        "600.20¹",
        "600.20[1]",
        "600.20〔注1〕",
        "600.20※",
        "¥600.20",
        "￥600.20",
        "RMB600.20",
        "人民币600.20",
        "600.20元",
        "６００．２０",
        "600.20\u200b",
        "\ufeff600.20",
        "\u202a600.20\u202c",
        "6\u00ad00.20",
        "600. 20",
        "6 0 0 . 2 0",
        "0 600.20",
        " 600.20\u3000",
        "600.2",
    ],
)
def test_marks_are_no_part_of_a_figure(printed: str) -> None:
    assert outcome(as_text({(LAST, 2): printed})).rows == RIGHT


@pytest.mark.parametrize("printed", ["(600.20)", "（600.20）", "△600.20", "▲600.20", "－600.20", "-600.20", "¥-600.20"])
def test_less_than_nothing(printed: str) -> None:
    found = outcome(as_text({(LAST, 2): printed, (LAST, 4): printed})).rows
    assert found["2010302"] == amounts("-600.20", "", "-600.20")


@pytest.mark.parametrize(
    ("printed", "value"), [(".20", "0.20"), ("900.", "900"), ("1500万", "1500"), ("0.5亿元", "5000")]
)
def test_short_figures(printed: str, value: str) -> None:
    assert outcome(as_text({(LAST, 2): printed})).rows["2010302"] == amounts(value, "", "600.20")


@pytest.mark.parametrize("printed", ["900 800", "900.30 600.20", "600,20.1.5", "6oo.20", "####", "约600至700"])
def test_what_is_no_number_is_told(printed: str) -> None:
    found = outcome(as_text({(LAST, 2): printed}))
    assert found.rows["2010302"][2] == Decimal("600.20")
    assert found.unread == [printed]
    assert "unmapped_number" in dict(found.issues)


def test_radicals_are_the_characters_they_look_like() -> None:
    # Kangxi radicals, one that Unicode folds to a traditional form, the CJK Radicals Supplement, compatibility ideographs
    written = as_text().decode().translate(str.maketrans("一支行长风用", "⼀⽀⾏⻓⻛⽤"))
    found = outcome(written.encode())
    assert found.rows == RIGHT
    assert {row["row_label"] for row in found.ledger if row["row_label"]} >= {
        "201 一般公共服务支出",
        "2010301 行政运行",
    }


@pytest.mark.parametrize(
    ("unit", "factor"),
    [("百元", "0.01"), ("千元", "0.1"), ("万元", "1"), ("百万元", "100"), ("亿元", "10000"), ("万 元", "1")],
)
def test_units(unit: str, factor: str) -> None:
    total, basic, _ = outcome(as_text(unit=f"单位：{unit}")).rows["201"]
    assert (total, basic) == (Decimal("1500.50") * Decimal(factor), Decimal("900.30") * Decimal(factor))


@pytest.mark.parametrize(
    ("unit", "said"),
    [("元/万元", "元/万元 is printed, which is more than one"), ("万美元", "万美元 is printed, which is no known")],
)
def test_a_unit_that_is_not_one_is_told_as_what_it_is(unit: str, said: str) -> None:
    found = outcome(as_text(unit=f"单位：{unit}"))
    assert found.rows["201"] == (None, None, None)
    assert any(code == "unit_unknown" and message.startswith(said) for code, message in found.issues)


def test_evidence_decides_between_two_printed_units() -> None:
    both = as_text().decode() + "\n" + as_text(unit="单位：元/万元").decode().replace(STATEMENT, "支出预算总表")
    found = outcome(both.encode())
    assert found.rows == RIGHT
    assert any(message.startswith("元/万元 is printed") for code, message in found.issues if code == "unit_compared")


@pytest.mark.parametrize(
    ("sentence", "yuan"),
    [
        ("会议费１２．５万元。", "125000"),
        ("会议费１，２３４．５６万元。", "12345600"),
        ("支出总额1,500.50 万 元。", "15005000"),
        ("其中：项目支出1 600.20万元。", "16002000"),
        ("项目支出600. 20万元。", "6002000"),
        ("基本支出9 0 0 . 3 0万元。", "9003000"),
        ("2031 年600.20万元。", "6002000"),
        ("公用经费3百万元。", "3000000"),
        ("培训费5千元。", "5000"),
    ],
)
def test_amounts_in_prose(sentence: str, yuan: str) -> None:
    assert outcome(as_text(after=[sentence])).in_text == [Decimal(yuan)]


def test_foreign_money_is_no_yuan() -> None:
    assert outcome(as_text(after=["出国经费12.5万美元。"])).in_text == []


def test_commas_part_cells() -> None:
    lines = [
        TITLE,
        STATEMENT,
        UNIT,
        *(",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in (HEADER, *ROWS)),
    ]
    assert outcome("\n".join(lines).encode("utf-8-sig")).rows == RIGHT
    padded = [line + ",,,," if "," not in line else line for line in lines]
    assert outcome("\r\n".join(padded).encode("gb18030")).rows == RIGHT


def test_commas_in_prose_part_nothing() -> None:
    prose = [TITLE, *("收入100万元,支出90万元,结余10万元,其他,没有" for _ in range(4))]
    found = outcome("\n".join(prose).encode())
    assert not found.rows
    assert len(found.in_text) == 12


def test_commas_in_figures_part_no_table_of_bars() -> None:
    bars = [TITLE, "", STATEMENT, "", UNIT, "", *("| " + " | ".join(row) + " |" for row in (HEADER, *ROWS[:3]))]
    assert outcome("\n".join(bars).encode()).rows == {code: RIGHT[code] for code in ("201", "20103")}


def test_a_quotation_mark_that_nothing_closes_hides_no_row() -> None:
    table = [
        ",".join(cell.replace(",", "") for cell in row) for row in (HEADER, *rows({(BEFORE_LAST, 1): '"行政运行'}))
    ]
    assert set(outcome("\n".join([TITLE, STATEMENT, UNIT, *table]).encode()).rows) >= {"201", "20103", "2010302"}


def test_digits_of_full_width_are_codes_and_years() -> None:
    wide = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
    found = outcome(as_text().decode().translate(wide).encode())
    assert found.rows == RIGHT
    assert found.year == 2031
    assert not found.issues


@pytest.mark.parametrize("year", ["二〇三一年", "二○三一年度", "二O三一 年", "２０３１年"])
def test_years_in_words(year: str) -> None:
    found = outcome(as_text().decode().replace("2031年", year).encode())
    assert (found.year, found.issuer) == (2031, "云岭市长风区海洋观测局")


def _shown(text: str) -> int:
    return sum(2 if "\u3000" <= character <= "\uff60" else 1 for character in text)


def _apart(table: Sequence[Sequence[str]], gap: int) -> list[str]:
    """Set the columns of a table apart by blanks: words to the left, figures to the right."""
    lines = [""] * len(table)
    for column in range(len(table[0])):
        width = max(_shown(row[column]) for row in table)
        for number, row in enumerate(table):
            blanks = " " * (width - _shown(row[column]))
            lines[number] += (blanks + row[column] if column > 1 else row[column] + blanks) + " " * gap
    return [line.rstrip() for line in lines]


@pytest.mark.parametrize("gap", [2, 5])
def test_columns_set_apart_by_blanks(gap: int) -> None:
    table = _apart([HEADER, *rows()], gap)
    found = outcome("\n".join([TITLE, "", STATEMENT, UNIT, *table, "", "支出1,500.50万元。"]).encode())
    assert found.rows == RIGHT
    assert not found.issues


def test_a_list_of_contents_and_amounts_in_text_are_no_columns() -> None:
    lines = [
        TITLE,
        "一、部门概况      1",
        "二、部门预算表    3",
        "三、情况说明      15",
        "支出1,500.50万元   其中900.30万元",
    ]
    found = outcome("\n".join(lines).encode())
    assert not any(row["table_number"] for row in found.ledger)
    assert found.in_text == [Decimal("15005000.00"), Decimal("9003000.00")]


SHEET = (
    [TITLE],
    [STATEMENT],
    ["", "", "", "", UNIT],
    HEADER,
    *rows(),
    [""],
    ["“三公”经费支出表"],
    ["合计", "公务接待费"],
    ["5.10", "5.10"],
    ["注：本表反映一般公共预算，不含上年结转。"],
)
"""A sheet that holds two tables."""


@pytest.mark.parametrize(
    ("mark", "encoding"), [("\t", "utf-16"), ("\t", "gb18030"), (",", "gb18030"), (";", "utf-8-sig")]
)
def test_a_sheet_saved_as_text_with_all_of_its_columns(mark: str, encoding: str) -> None:
    target = io.StringIO()
    csv.writer(target, delimiter=mark, quoting=csv.QUOTE_MINIMAL).writerows(
        [*row, *[""] * (len(HEADER) - len(row))] for row in SHEET
    )
    text = target.getvalue()
    if mark == "\t":
        # Excel puts marks of quotation around what holds a comma
        text = re.sub(r"[\d.]+,[\d.,]+", lambda figure: f'"{figure.group()}"', text)
    found = outcome(text.encode(encoding))
    assert found.rows == RIGHT
    assert len({row["table_number"] for row in found.ledger}) == 2


def test_commas_of_an_amount_in_a_sentence_part_no_cells() -> None:
    table = [",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in (HEADER, *rows())]
    text = [TITLE, STATEMENT, UNIT, *table, "", "支出预算1,500.50万元，其中：基本支出900.30万元。"]
    found = outcome("\n".join(text).encode())
    assert found.rows == RIGHT
    assert found.in_text == [Decimal("15005000.00"), Decimal("9003000.00")]


def test_lines_that_end_with_a_carriage_return() -> None:
    assert outcome(as_text().replace(b"\n", b"\r")).rows == RIGHT


def test_a_unit_that_is_printed_twice_is_no_organisation() -> None:
    text = as_text(unit=f"{UNIT}\n{UNIT}")
    (line,) = {line["organisation"] for line in extract(text, "text").tables["statement_lines"].to_pylist()}
    assert line == "云岭市长风区海洋观测局"


@pytest.mark.parametrize(
    "unit",
    [
        *("万元", "（万元）", "单位（万元）", "金额：万元", "单位;万元", "单位∶万元", "单位﹕万元", "单位: RMB万元"),
        *("计量单位：万元", "货币单位：万元", "单位：万\n\n元", "单位：人民币（万元）", "单位：人民币/万元"),
    ],
)
def test_writings_of_a_unit_of_amount(unit: str) -> None:
    assert outcome(as_text(unit=unit)).rows == RIGHT


def test_a_unit_behind_the_title() -> None:
    content = as_text(unit="").replace(STATEMENT.encode(), f"{STATEMENT}（万元）".encode())
    assert outcome(content).rows == RIGHT


def test_a_lone_yuan_is_no_unit() -> None:
    assert {code for code, _ in outcome(as_text(unit="元")).issues} == {"unit_unknown"}
