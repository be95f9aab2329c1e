"""A document that says it leaves out what is secret is told once, at the sentence that says so."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, Reading


@pytest.mark.parametrize(
    "sentence",
    [
        "根据保密规定，部分涉密事项在公开时予以剔除。",
        "部分涉密事项在预\n\n算公开时予以剔除。",
        "涉密项目依法不予公开。",
        "以上数据已剔除涉密部分。",
        "依照国家秘密管理规定，一部分项目未列示，已作删减。",
        "公开内容不含国家秘密事项。",
        "依照保密工作要求，对具体项目信息公开时作了处理。",
        "按照慎管规定，一些项目支出不予公开。",
        "部分机要项目金额不宜公开。",
        "注：涉密项目已另行上报。",
        "部分涉密支出未在表中反映。",
    ],
)
def test_what_is_withheld_as_secret_is_told(sentence: str) -> None:
    reading = Reading(f"{BUDGET}{sentence}\n\n{sentence}\n")
    assert reading.one("issues", code="withheld_secret")["severity"] == "note"


@pytest.mark.parametrize(
    "sentence",
    [
        "涉密设备维护费5万元。",
        "加强涉密人员管理。预算公开不及时的予以剔除。",
        "工作秘密不涉及公开。",
        "按照保密审查要求做好预算公开工作。",
        "项目信息不予公开的，应当说明理由。",
        "部分涉密项目评审工作经费5万元。",
    ],
)
def test_secrecy_as_a_task_withholds_nothing(sentence: str) -> None:
    assert "withheld_secret" not in Reading(f"{BUDGET}{sentence}\n").issues


@pytest.mark.parametrize(
    ("heading", "is_told"),
    [
        ("一、部门主要职责及机构设置", False),
        ("二、2031年度部门工作任务", False),
        ("三、项目支出情况", True),
        ("三、部门预算情况", True),
    ],
)
def test_duties_that_are_secret_are_no_money(heading: str, is_told: bool) -> None:
    sentence = "本部门按照保密审查机制确定此项内容为涉密内容，按规定不予公开。"
    assert ("withheld_secret" in Reading(f"{BUDGET}{heading}\n\n{sentence}\n").issues) == is_told


def test_projects_that_are_secret_below_the_duties_are_withheld() -> None:
    text = f"{BUDGET}一、主要职责：涉密内容，不予公开。\n\n注：涉密项目按要求不予公开。\n"
    assert Reading(text).one("issues", code="withheld_secret")["line"] == 5
