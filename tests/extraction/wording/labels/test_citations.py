"""Regulations cited, each with the document number that is its own."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, Reading, caption, tabs

from dagster_project.extraction.wording.labels.citations import core_title

Pair = tuple[str | None, str | None]


def _cited(text: str) -> list[Pair]:
    return [(row["title"], row["number"]) for row in Reading(BUDGET + text).rows("citations")]


@pytest.mark.parametrize(
    ("text", "title", "number"),
    [
        ("根据《海洋观测管理办法》（龙海规〔2018〕6号）", "海洋观测管理办法", "龙海规〔2018〕6号"),
        ("《海洋观测管理办法》(龙海规[2018] 6 号)执行", "海洋观测管理办法", "龙海规〔2018〕6号"),
        ("《海洋观测管理办法》的通知（龙海规【2018】006号）", "海洋观测管理办法", "龙海规〔2018〕6号"),
        ("按照《海洋观测管理办法》龙海规〔2018〕6号要求", "海洋观测管理办法", "龙海规〔2018〕6号"),
        ("《海洋观测管理办法（龙海规〔2018〕6号）》", "海洋观测管理办法", "龙海规〔2018〕6号"),
        ("《关于印发<海洋观测管理办法>的通知（ 龙海规[2018]6号 ）要求", "海洋观测管理办法", "龙海规〔2018〕6号"),
        ("依据省财政厅龙海规[2018]6 号《海洋观测管理办法》", "海洋观测管理办法", "龙海规〔2018〕6号"),
        ("《海洋观测管理办法》实施细则（龙海规〔2018〕7号）", "海洋观测管理办法实施细则", "龙海规〔2018〕7号"),
        ("《海洋观测管理办法》（龙海办【201611号】）", "海洋观测管理办法", "龙海办〔2016〕11号"),
    ],
)
def test_a_number_belongs_to_the_title_beside_it(text: str, title: str, number: str) -> None:
    assert _cited(text) == [(title, number)]


def test_a_number_belongs_to_the_last_title_of_a_list() -> None:
    text = "《海洋观测管理办法》和《海洋预报管理规定》（龙海规〔2018〕6号）、《海洋调查条例》"
    assert _cited(text) == [
        ("海洋观测管理办法", None),
        ("海洋预报管理规定", "龙海规〔2018〕6号"),
        ("海洋调查条例", None),
    ]


def test_a_number_behind_other_words_is_nobodys() -> None:
    text = "《海洋观测管理办法》自印发之日起施行，并根据龙财行〔2017〕44号文件提高标准"
    assert _cited(text) == [("海洋观测管理办法", None), (None, "龙财行〔2017〕44号")]


def test_what_is_no_regulation_is_left_out() -> None:
    assert _cited("详见《收支预算总表》，编号 2018 年第 6 号，第3号泊位") == []


def test_a_cell_has_its_place() -> None:
    table = caption("支出总表") + tabs([("项目", "说明"), ("观测", "《海洋观测管理办法》（龙海规〔2018〕6号）")])
    cited = Reading(BUDGET + table).one("citations")
    assert (cited["row_number"], cited["column_number"], cited["span_start"]) == (2, 2, 0)
    assert cited["number_as_printed"] == "龙海规〔2018〕6号"


@pytest.mark.parametrize(
    ("title", "core"),
    [
        ("龙岗区政府关于印发〈海洋观测管理办法〉的通知", "海洋观测管理办法"),
        ("关于印发海洋观测管理办法（试行）的通知", "海洋观测管理办法试行"),
        ("关于做好海洋观测的通知", "关于做好海洋观测的通知"),
    ],
)
def test_the_letter_that_issues_a_regulation_is_that_regulation(title: str, core: str) -> None:
    assert core_title(title) == core
