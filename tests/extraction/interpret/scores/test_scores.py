"""Scoring tables: three levels with weights, a score per leaf, and what page breaks did to them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from synthetic import FINAL_ACCOUNT, Reading, tabs

HEADER = (
    ("评价指标", "", "", "", "", "", "指标说明", "评分标准", "自评得分"),
    ("一级指标", "", "二级指标", "", "三级指标", "", "", "", ""),
    ("名称", "分值", "名称", "分值", "名称", "分值", "", "", ""),
)
FIRST = ("决策", "40", "预算编制", "40", "编制合理性", "15", "说明一", "标准一", "15")


def _reading(*rows: Sequence[str]) -> Reading:
    return Reading(FINAL_ACCOUNT + "部门整体支出绩效评分表\n\n" + tabs([*HEADER, *rows]))


def _paths(*rows: Sequence[str]) -> list[tuple[object, ...]]:
    return [(row["path"], row["score"]) for row in _reading(*rows).rows("scores")]


def test_levels_are_filled_down_and_weights_stay_where_printed() -> None:
    rows = _reading(FIRST, ("", "", "", "", "编制规范性", "25", "", "标准二", "20.5")).rows("scores")
    assert [(row["path"], row["score"]) for row in rows] == [
        ("决策 / 预算编制 / 编制合理性", Decimal(15)),
        ("决策 / 预算编制 / 编制规范性", Decimal("20.5")),
    ]
    assert [[row[f"level_{level}_weight"] for level in (1, 2, 3)] for row in rows] == [
        [Decimal(40), Decimal(40), Decimal(15)],
        [None, None, Decimal(25)],
    ]


def test_header_of_the_next_page_is_no_row() -> None:
    second = ("", "", "", "", "编制规范性", "25", "", "标准二", "20")
    assert _paths(FIRST, *HEADER, second) == _paths(FIRST, second)


def test_second_level_that_moved_left_is_still_the_second_level() -> None:
    assert _paths(
        FIRST,
        ("管理", "60", "资金管理", "10", "支出率", "10", "", "", "9"),
        ("项目管理", "50", "", "", "监管", "50", "", "", "50"),
    )[2] == ("管理 / 项目管理 / 监管", Decimal(50))


def test_row_that_lost_a_cell_is_read_where_its_weight_stands() -> None:
    shifted = ("", "", "", "编制规范性", "25", "说明二", "标准二", "20")
    row = _reading(FIRST, shifted).rows("scores")[1]
    assert (row["path"], row["level_3_weight"], row["score"]) == (
        "决策 / 预算编制 / 编制规范性",
        Decimal(25),
        Decimal(20),
    )
    assert (row["explanation"], row["rule_text"]) == ("说明二", "标准二")


def test_score_on_the_next_page_belongs_to_the_leaf_above() -> None:
    waiting = (*FIRST[:8], "")
    assert _paths(waiting, ("", "", "", "", "", "", "", "标准续", "14"))[0][1] == Decimal(14)


def test_score_printed_before_its_leaf_belongs_to_the_leaf_below() -> None:
    rows = [FIRST, ("", "", "", "", "", "", "", "标准首", "20"), ("", "", "", "", "编制规范性", "25", "", "标准二", "")]
    assert _paths(*rows)[1] == ("决策 / 预算编制 / 编制规范性", Decimal(20))


def test_text_continued_on_the_next_page_is_joined() -> None:
    row = _reading(FIRST, ("", "", "", "", "", "", "说明二", "标准二", "")).one("scores")
    assert (row["explanation"], row["rule_text"]) == ("说明一说明二", "标准一标准二")


def test_total_and_grade_are_totals() -> None:
    rows = _reading(FIRST, ("总分", "100", "", "100", "", "100", "", "", "96.6"), ("评分等级", "优")).rows("scores")
    assert [(row["row_role"], row["score"], row["score_text"]) for row in rows] == [
        ("leaf", Decimal(15), "15"),
        ("total", Decimal("96.6"), "96.6"),
        ("total", None, "优"),
    ]
    assert rows[1]["level_1_weight"] == Decimal(100)


def test_weights_and_scores_are_facts_of_the_ledger() -> None:
    reading = _reading(FIRST, ("总分", "100", "", "100", "", "100", "", "", "96.6"))
    assert set(reading.column("ledger", "disposition")) == {"fact"}
    assert sorted(reading.column("ledger", "reason")) == ["score"] * 2 + ["score weight"] * 6


def test_clerk_at_the_foot_is_no_score() -> None:
    reading = _reading(FIRST, ("填表人", "某某甲", "联系电话", "13900000000", "", "", "", "", ""))
    assert len(reading.rows("scores")) == 1
    assert "某某甲" not in str(reading.rows("cells"))


def test_amount_in_a_rule_is_counted_once() -> None:
    reading = _reading((*FIRST[:7], "5万元", "15"))
    assert len([value for value in reading.column("ledger", "value_as_printed") if value.startswith("5")]) == 1


def test_first_level_that_a_page_break_took_is_not_the_one_above() -> None:
    rows = (
        FIRST,
        ("", "", "资金管理", "20", "支出率", "20", "", "", "20"),
        ("", "", "", "", "", "", "", "", ""),
        ("效益", "40", "效果性", "40", "社会效益", "40", "", "", "40"),
    )
    lost = ("决策", "40", "预算编制", "40", "编制合理性", "40", "说明一", "标准一", "40")
    assert [row["level_1"] for row in _reading(lost, *rows[1:]).rows("scores")] == ["决策", None, "效益"]
    # 40 + 40 are 80: 20 of the second level stand under a name that was lost, 25 do not explain the rest
    other = ("", "", "资金管理", "25", "支出率", "25", "", "", "20")
    assert [row["level_1"] for row in _reading(lost, other, *rows[2:]).rows("scores")] == ["决策", "决策", "效益"]


def test_one_weight_behind_all_levels_is_of_the_last() -> None:
    rows = [
        ("一级指标", "二级指标", "三级指标", "分值", "评分标准", "得分"),
        ("投入", "目标设定", "目标合理性", "45", "标准一", "45"),
        ("", "", "目标明确性", "5", "标准二", "4"),
        ("过程", "预算执行", "预算完成率", "50", "标准三", "46.5"),
        ("合计", "", "", "100", "", "95.5"),
    ]
    scores = Reading(FINAL_ACCOUNT + "部门整体支出绩效评分表\n\n" + tabs(rows)).rows("scores")
    assert [(row["path"], row["level_3_weight"], row["score"]) for row in scores] == [
        ("投入 / 目标设定 / 目标合理性", Decimal(45), Decimal(45)),
        ("投入 / 目标设定 / 目标明确性", Decimal(5), Decimal(4)),
        ("过程 / 预算执行 / 预算完成率", Decimal(50), Decimal("46.5")),
        ("合计", Decimal(100), Decimal("95.5")),
    ]


def test_weight_of_the_last_level_may_stand_behind_what_explains_it() -> None:
    rows = [
        ("一级指标", "二级指标", "三级指标", "指标说明", "评分标准", "分值", "得分"),
        ("决策", "预算编制", "编制合理性", "说明", "标准", "60", "55"),
        ("", "", "编制规范性", "说明", "标准", "40", "40"),
    ]
    scores = Reading(FINAL_ACCOUNT + "部门整体支出绩效评分表\n\n" + tabs(rows)).rows("scores")
    assert [(row["path"], row["level_3_weight"], row["score"]) for row in scores] == [
        ("决策 / 预算编制 / 编制合理性", Decimal(60), Decimal(55)),
        ("决策 / 预算编制 / 编制规范性", Decimal(40), Decimal(40)),
    ]


def test_of_more_levels_than_three_the_total_alone_is_read() -> None:
    levels = [word for level in "一二三四" for word in (f"{level}级指标", "分值")]
    rows = [
        (*levels, "得分"),
        ("决策", "40", "编制", "40", "合理", "20", "完整", "20", "18"),
        ("", "", "配置", "60", "人员", "60", "比率", "60", "50"),
        ("总分", "100", "", "", "", "", "", "", "68"),
    ]
    scores = Reading(FINAL_ACCOUNT + "部门整体支出绩效评分表\n\n" + tabs(rows)).rows("scores")
    assert [(row["path"], row["score"]) for row in scores] == [("总分", Decimal(68))]
