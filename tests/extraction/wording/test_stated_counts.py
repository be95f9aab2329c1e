"""Numbers of projects stated in prose, with the money stated for them."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, FINAL_ACCOUNT, Reading


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("所有项目支出纳入绩效管理，涉及预算资金300万元，设置并编报 17 个项目绩效目标。", "target_forms", 17),
        ("本单位编报绩效目标的项目共5个，涉及项目预算资金300.00万元。", "target_forms", 5),
        ("编报绩效目标的2031年度项目39个，涉及预算金额300万元；绩效自评的项目39个。", "target_forms", 39),
        ("决算中反映观测等10个项目绩效自评结果。", "self_evaluations", 10),
        (
            "组织对项目支出全面开展绩效自评，其中，一级项目 9 个，二级项目 37 个，共涉及资金 300 万元。",
            "first_level_projects",
            9,
        ),
    ],
)
def test_number_of_projects_is_read_with_its_amount(text: str, kind: str, count: int) -> None:
    reading = Reading(FINAL_ACCOUNT + text)
    row = reading.one("stated_counts")
    assert (row["kind"], row["count"]) == (kind, count)
    if "涉及" in text:
        assert row["amount_id"] == reading.one("ledger", unit_as_printed="万元")["ledger_id"]
    else:
        assert row["amount_id"] is None


@pytest.mark.parametrize(
    "text",
    [
        "选择3个项目绩效目标公开，编报3个项目绩效目标。",
        "对重点项目编报 4 个项目绩效目标。",
        "组织对专项资金开展部门评价，共涉及 1 个项目。",
        "完成114个项目的评审。",
    ],
)
def test_selected_projects_are_another_number(text: str) -> None:
    assert Reading(BUDGET + text).rows("stated_counts") == []


def test_sentence_says_whether_it_means_all_projects() -> None:
    text = "所有项目纳入绩效管理，编报17个项目绩效目标。\n\n编报绩效目标的项目5个。"
    assert Reading(BUDGET + text).column("stated_counts", "is_all") == [True, False]


def test_money_of_one_source_is_not_all_that_projects_involve() -> None:
    text = "所有项目支出纳入绩效管理，涉及财政拨款300万元，设置并编报 17 个项目绩效目标。"
    assert Reading(FINAL_ACCOUNT + text).one("stated_counts")["amount_id"] is None
