"""How sure the reading of a number is: words that nobody knows, and an amount that may not be meant, prove nothing."""

from __future__ import annotations

import pytest
from stating import BUDGET, FINAL, brief, stated

from dagster_project.extraction.wording.narrative.plain import KNOWN


@pytest.mark.parametrize(
    "words",
    [
        "增长",
        "同比增长",
        "比上年增长",
        "较2030年度决算数增加",
        "与去年同期相比增长",
        "各增长",
        "根据市财政局批复的要求，比上年增长",
    ],
)
def test_words_that_are_all_known_are_certain(words: str) -> None:
    rows = stated(FINAL, f"公务接待费支出决算12.00万元，{words}20%。")
    assert brief(rows, "role", "reading_status") == [("level", "certain"), ("growth", "certain")]


@pytest.mark.parametrize(
    "words",
    [
        "按可比口径增长",
        "剔除一次性因素后增长",
        "扣除上年结转，比上年增长",
        "若含两家划转单位，增长",
        "年均增长",
        "比改革前增长",
        "（不含专户资金）增长",
        "按照还原后的范围增长",
    ],
)
def test_a_word_that_nobody_knows_leaves_open_what_a_growth_is_of(words: str) -> None:
    rows = stated(FINAL, f"公务接待费支出决算12.00万元，{words}20%。")
    assert brief(rows, "role", "reading_status")[0] == ("level", "certain")
    assert rows[1]["reading_status"] == ("untested" if rows[1]["level_id"] else None)


@pytest.mark.parametrize(("bracket", "status"), [("（不含专户资金）", "untested"), ("（详见附表3）", "certain")])
def test_what_brackets_behind_a_number_say_is_of_it(bracket: str, status: str) -> None:
    rows = stated(FINAL, f"公务接待费支出决算12.00万元{bracket}，比上年增长20%。")
    assert brief(rows, "reading_status") == [(status,), (status,)]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("2031年度", "certain"),
        ("深圳市龙岗区林业局2031年度", "certain"),
        ("广东省深圳市龙岗区林业局2031年度", "certain"),
        ("扣除往来款项后，2031年度", "untested"),
        ("合并抵销前，", "untested"),
        ("截至2031年12月31日，", "certain"),
    ],
)
def test_what_stands_before_the_name_of_an_amount(words: str, status: str) -> None:
    assert brief(stated(FINAL, f"{words}支出合计300.00万元。"), "topic", "reading_status") == [
        ("expenditure_total", status)
    ]


@pytest.mark.parametrize(("before", "status"), [("", "certain"), ("抵减专户后，", "untested")])
def test_only_the_name_of_a_code_is_known_of_the_words_it_stands_in(before: str, status: str) -> None:
    rows = stated(FINAL, f"{before}农林水支出（类）林业和草原（款）行政运行（项）支出100.00万元。")
    assert brief(rows, "code", "reading_status") == [("2130201", status)]


def test_nothing_is_said_of_an_amount_of_nothing_known() -> None:
    rows = stated(FINAL, "为民办实事投入30万元，约40万元。")
    assert brief(rows, "role", "reading_status") == [("level", None), ("bound", None)]


def test_a_change_behind_a_single_part_may_be_of_its_whole() -> None:
    words = "本年收入合计300.00万元，其中财政拨款收入200.00万元，比上年增加50.00万元"
    assert brief(stated(FINAL, f"{words}。")[2:], "level", "reading_status") == [("200.00", "untested")]
    fits = stated(FINAL, f"{words}，增长20%。")[2:]
    assert brief(fits, "level", "reading_status") == [("300.00", "certain"), ("300.00", "certain")]
    listed = stated(
        BUDGET, "“三公”经费7万元，其中：公务接待费2万元，比上年减少1万元；因公出国（境）费5万元，比上年增加1万元。"
    )
    assert brief(listed[-1:], "role", "level", "reading_status") == [("change", "5", "certain")]


def test_a_change_behind_an_amount_of_unknown_name_may_be_of_the_one_before() -> None:
    rows = stated(FINAL, "支出合计300.00万元，均衡进度20.00万元，较上年同月增加30.00万元，增长70%。")
    assert brief(rows[2:], "role", "level", "reading_status") == [
        ("change", "20.00", "untested"),
        ("growth", "20.00", "untested"),
    ]
    alone = stated(FINAL, "均衡进度20.00万元，较上年同月增加3.00万元，增长70%。")
    assert brief(alone[1:], "level", "reading_status") == [("20.00", "certain"), ("20.00", "certain")]


def test_known_words_match_some_letters() -> None:
    assert KNOWN.match("") is None
